import type { CaseInput } from "@/lib/domain/case";
import type { ApiAnswer } from "@/app/_http/call-api";
import type { SaveStatus } from "@/app/_view-models/save-status";
import { entryFromInput, type EntryFields, type FieldName } from "@/app/(clinic)/reviews/_entry/entry-fields";
import type { CurrentDraft, DraftState, SavedDraft, SignedMeanwhileBy } from "./draft-state";
import { mergeEntries, resolveConflict, type Choice } from "./merge-entries";

/** One save: what is sent, and what it was made from. */
export type SaveRequest = {
  readonly entry: EntryFields;
  readonly reference: string | null;
  readonly baseVersion: number;
  readonly kept: CaseInput | null;
};

/**
 * Where the saving of a draft stands. What is to be done is part of it: a request in `sending` is on the way (there is one
 * place, so there is never a second), and at `dueAt` a flush is due.
 */
export type SaverState = {
  readonly draft: DraftState;
  /** What is on the server. */
  readonly base: EntryFields;
  readonly version: number;
  /** The stored entry, for what of it the page does not draw. */
  readonly kept: CaseInput | null;
  readonly sending: SaveRequest | null;
  /** Somebody asked for a save while one was on the way: one more follows it, however many asked. */
  readonly again: boolean;
  readonly failures: number;
  readonly paused: boolean;
  readonly firstChangeAt: number | null;
  readonly dueAt: number | null;
};

/** What can happen to a draft; `now` in milliseconds. */
export type SaverEvent =
  | { kind: "changed"; patch: Partial<EntryFields>; now: number }
  | { kind: "flush" }
  | { kind: "answered"; answer: ApiAnswer<SavedDraft>; now: number }
  | { kind: "chosen"; field: FieldName; choice: Choice }
  | { kind: "paused" }
  | { kind: "retry" }
  | { kind: "continued"; reference: string; version: number }
  | { kind: "merge-seen" };

const WAIT_MS = 700;
const LONGEST_WAIT_MS = 1_600;
const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;
const LONGEST_RETRY_MS = 15_000;

/** A draft as the page starts with it. */
export function firstState(start: {
  entry: EntryFields;
  reference: string | null;
  version: number;
  preview: DraftState["preview"];
  kept: CaseInput | null;
  savedAt: number | null;
}): SaverState {
  const { entry, reference, version, preview, kept, savedAt } = start;
  return {
    draft: {
      entry,
      reference,
      preview,
      conflicts: [],
      theirs: null,
      merged: null,
      signedOut: false,
      signedMeanwhile: null,
      status: savedAt === null ? { kind: "untouched" } : { kind: "saved", at: savedAt },
    },
    base: entry,
    version,
    kept,
    sending: null,
    again: false,
    failures: 0,
    paused: false,
    firstChangeAt: null,
    dueAt: null,
  };
}

/** The state after an event. Pure: the clock is in the event, and what is to be sent or waited for is in the state. */
export function next(state: SaverState, event: SaverEvent): SaverState {
  switch (event.kind) {
    case "changed":
      return changed(state, event);
    case "flush":
      return flushed({ ...state, dueAt: null });
    case "answered":
      return answered(state, event);
    case "chosen":
      return chosen(state, event);
    case "paused":
      return { ...state, paused: true, again: false, dueAt: null };
    case "retry":
      return flushed(shown({ ...state, paused: false, dueAt: null }, { signedOut: false }));
    case "continued":
      return flushed(
        shown({ ...state, version: event.version }, { reference: event.reference, signedMeanwhile: null }),
      );
    case "merge-seen":
      return shown(state, { merged: null });
  }
}

/** Whether anything typed is not on the server. */
export function isUnsaved(state: SaverState): boolean {
  return state.draft.entry !== state.base || state.sending !== null;
}

function shown(state: SaverState, patch: Partial<DraftState>): SaverState {
  return { ...state, draft: { ...state.draft, ...patch } };
}

function changed(state: SaverState, { patch, now }: { patch: Partial<EntryFields>; now: number }): SaverState {
  const entry = { ...state.draft.entry, ...patch };
  return scheduled(shown(state, { entry, status: statusAfterChange(state, entry) }), now);
}

function statusAfterChange({ draft, base }: SaverState, entry: EntryFields): SaveStatus {
  if (draft.conflicts.length > 0) return draft.status;
  return draft.status.kind === "offline"
    ? { ...draft.status, changes: changedFields(base, entry) }
    : { kind: "unsaved" };
}

/** A flush soon, and within two seconds of the first change however long somebody keeps typing. */
function scheduled(state: SaverState, now: number): SaverState {
  if (state.paused || mustNotSend(state)) return state;
  const firstChangeAt = state.firstChangeAt ?? now;
  return { ...state, firstChangeAt, dueAt: Math.max(now, Math.min(now + WAIT_MS, firstChangeAt + LONGEST_WAIT_MS)) };
}

/** Both sides of a conflict stand until one is chosen, and what was signed is not written over. */
function mustNotSend({ draft }: SaverState): boolean {
  return draft.conflicts.length > 0 || draft.signedMeanwhile !== null;
}

/** Sends what is not on the server, once the save that is on the way is answered. */
function flushed(state: SaverState): SaverState {
  if (state.sending !== null) return { ...state, again: true };
  if (state.draft.entry === state.base || mustNotSend(state)) return state;
  const { entry, reference, status } = state.draft;
  const sending = { entry, reference, baseVersion: state.version, kept: state.kept };
  const saving = { ...state, sending, firstChangeAt: null, dueAt: null };
  return status.kind === "offline" ? saving : shown(saving, { status: { kind: "saving" } });
}

function answered(state: SaverState, { answer, now }: { answer: ApiAnswer<SavedDraft>; now: number }): SaverState {
  const { sending, again } = state;
  if (sending === null) return state;
  const settled = { ...state, sending: null, again: false };
  const after = answer.ok ? saved(settled, sending, answer.data, now) : notSaved(settled, answer, now);
  if (again && !isBlocked(after)) return flushed(after);
  return after.failures === 0 && after.draft.entry !== after.base && !isBlocked(after) ? scheduled(after, now) : after;
}

/** Nothing is sent again by itself after these: somebody has to sign in, choose or change something first. */
function isBlocked(state: SaverState): boolean {
  return mustNotSend(state) || state.draft.signedOut || state.draft.status.kind === "refused";
}

function saved(state: SaverState, sent: SaveRequest, data: SavedDraft, now: number): SaverState {
  const { reference, version, preview } = data;
  const status: SaveStatus = state.draft.entry === sent.entry ? { kind: "saved", at: now } : { kind: "unsaved" };
  return shown({ ...state, base: sent.entry, version, failures: 0 }, { reference, preview, signedOut: false, status });
}

type NotSaved = Exclude<ApiAnswer<SavedDraft>, { ok: true }>;
type Refusal = Extract<NotSaved, { kind: "refused" }>;

function notSaved(state: SaverState, answer: NotSaved, now: number): SaverState {
  return answer.kind === "refused" && answer.status < 500
    ? refused(state, answer)
    : offline(state, { serverFailed: answer.kind === "refused", now });
}

function refused(state: SaverState, answer: Refusal): SaverState {
  const { draft, base } = state;
  if (answer.code === "signed-out")
    return shown(state, {
      signedOut: true,
      status: { kind: "refused", message: "you are signed out. What you typed is kept in this tab." },
    });
  if (answer.code === "already-signed")
    return shown(state, {
      signedMeanwhile: { ...signedIn(answer.body), changes: changedFields(base, draft.entry) },
      status: { kind: "refused", message: "the review was signed meanwhile." },
    });
  if (answer.code === "conflict" && answer.body.current !== undefined)
    return merged(state, answer.body.current as CurrentDraft);
  return shown(state, { status: { kind: "refused", message: answer.message } });
}

function merged(state: SaverState, current: CurrentDraft): SaverState {
  const theirs = entryFromInput(current.input, current.localReference);
  const { entry, conflicts, takenFromThem } = mergeEntries(state.base, state.draft.entry, theirs);
  const { changedBy: by, changedAt: at } = current;
  return shown(
    { ...state, base: theirs, version: current.version, kept: current.input, failures: 0 },
    {
      entry,
      // A first save whose answer was lost had made the draft: it has its reference since.
      reference: current.reference,
      conflicts,
      theirs: conflicts.length > 0 ? theirs : null,
      merged: takenFromThem.length > 0 ? { by, at, fields: takenFromThem } : state.draft.merged,
      status: conflicts.length > 0 ? { kind: "conflict" } : { kind: "unsaved" },
    },
  );
}

function offline(state: SaverState, { serverFailed, now }: { serverFailed: boolean; now: number }): SaverState {
  const { draft, base, failures, paused } = state;
  const since = draft.status.kind === "offline" ? draft.status.since : now;
  return shown(
    { ...state, failures: failures + 1, dueAt: paused ? null : now + (RETRY_MS[failures] ?? LONGEST_RETRY_MS) },
    { status: { kind: "offline", since, changes: changedFields(base, draft.entry), serverFailed } },
  );
}

/** Answers one conflict; when none is left, what was chosen is sent. */
function chosen(state: SaverState, { field, choice }: { field: FieldName; choice: Choice }): SaverState {
  const { theirs, conflicts, entry } = state.draft;
  if (theirs === null) return state;
  const rest = conflicts.filter((conflict) => conflict.field !== field);
  const after = shown(state, {
    entry: resolveConflict(entry, theirs, field, choice),
    conflicts: rest,
    theirs: rest.length === 0 ? null : theirs,
  });
  return rest.length === 0 ? flushed(after) : after;
}

/** In how many fields the entry differs from what is on the server: what a person would call a change. */
function changedFields(base: EntryFields, entry: EntryFields): number {
  const stored: Record<string, unknown> = base;
  return Object.entries(entry).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(stored[field]))
    .length;
}

/** Who signed, where the refusal says so. */
function signedIn(body: Record<string, unknown>): Pick<SignedMeanwhileBy, "by" | "at"> {
  const { signed } = body;
  if (typeof signed !== "object" || signed === null || !("by" in signed) || !("at" in signed))
    return { by: null, at: "" };
  return typeof signed.by === "string" && typeof signed.at === "string"
    ? { by: signed.by, at: signed.at }
    : { by: null, at: "" };
}
