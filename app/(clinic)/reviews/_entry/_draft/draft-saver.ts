import type { CaseInput } from "@/lib/domain/case";
import type { Preview } from "@/lib/clinic/preview";
import type { ApiAnswer } from "@/app/_http/call-api";
import type { SaveStatus } from "@/app/_view-models/save-status";
import { entryFromInput, type EntryFields, type FieldName } from "@/app/(clinic)/reviews/_entry/entry-fields";
import { mergeEntries, resolveConflict, type Choice, type FieldConflict } from "./merge-entries";

/** What the handler gives back for a save. */
export type SavedDraft = { reference: string; version: number; preview: Preview };
/** What stands on the server when somebody else saved in between. */
export type CurrentDraft = {
  version: number;
  input: CaseInput;
  localReference: string | null;
  status: string;
  changedBy: string;
  changedAt: string;
};

/** Who signed and when (`by` null: not told), and how many changes came too late. */
export type SignedMeanwhileBy = { by: string | null; at: string; changes: number };

export type DraftState = {
  entry: EntryFields;
  reference: string | null;
  status: SaveStatus;
  preview: Preview | null;
  /** Fields changed by two people; nothing is sent until each is chosen. */
  conflicts: readonly FieldConflict[];
  theirs: EntryFields | null;
  /** “Dr Lind changed Conditions at 14:31.” */
  merged: { by: string; at: string; fields: readonly FieldName[] } | null;
  /** The session ended; what was typed waits in this tab. */
  signedOut: boolean;
  /** Somebody signed meanwhile; the changes need a new version. */
  signedMeanwhile: SignedMeanwhileBy | null;
};

export type Send = (
  entry: EntryFields,
  at: { reference: string | null; baseVersion: number; kept: CaseInput | null },
) => Promise<ApiAnswer<SavedDraft>>;

const WAIT_MS = 700;
const LONGEST_WAIT_MS = 1_600;
const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;

/**
 * Keeps one draft on the server: saves within two seconds of the last key, one save at a time, tries again while the
 * network is down, merges what somebody else changed field by field and stops to ask where both changed the same field.
 * What is not acknowledged stays in memory only.
 */
export class DraftSaver {
  private state: DraftState;
  private base: EntryFields;
  private version: number;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private firstChangeAt: number | null = null;
  private sending: Promise<void> | null = null;
  private failures = 0;
  private paused = false;
  private readonly send: Send;
  private kept: CaseInput | null;

  constructor(start: {
    entry: EntryFields;
    reference: string | null;
    version: number;
    preview: Preview | null;
    kept: CaseInput | null;
    savedAt: number | null;
    send: Send;
  }) {
    this.base = start.entry;
    this.version = start.version;
    this.send = start.send;
    this.kept = start.kept;
    this.state = {
      entry: start.entry,
      reference: start.reference,
      preview: start.preview,
      conflicts: [],
      theirs: null,
      merged: null,
      signedOut: false,
      signedMeanwhile: null,
      status: start.savedAt === null ? { kind: "untouched" } : { kind: "saved", at: start.savedAt },
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): DraftState => this.state;

  /** What of the stored entry the page does not draw. */
  untouched(): CaseInput | null {
    return this.kept;
  }

  /** Takes a change of the user. */
  change(patch: Partial<EntryFields>): void {
    const entry = { ...this.state.entry, ...patch };
    const status: SaveStatus =
      this.state.status.kind === "offline"
        ? { ...this.state.status, changes: changedFields(this.base, entry) }
        : { kind: "unsaved" };
    this.set({ entry, status: this.state.conflicts.length > 0 ? this.state.status : status });
    this.schedule();
  }

  /** Whether anything typed is not on the server. */
  hasUnsaved(): boolean {
    return this.state.entry !== this.base || this.sending !== null;
  }

  /** Saves now and says whether everything is on the server. */
  async flush(): Promise<boolean> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (this.sending) await this.sending;
    if (this.state.entry !== this.base) await this.save();
    return this.state.entry === this.base;
  }

  /** Answers one conflict; when none is left, what was chosen is saved. */
  choose(field: FieldName, choice: Choice): void {
    const { theirs, conflicts } = this.state;
    if (theirs === null) return;
    const rest = conflicts.filter((conflict) => conflict.field !== field);
    this.set({
      entry: resolveConflict(this.state.entry, theirs, field, choice),
      conflicts: rest,
      theirs: rest.length === 0 ? null : theirs,
    });
    if (rest.length === 0) void this.flush();
  }

  /** Sends nothing by itself until `retry`: the session is over, and whoever signs in next may be somebody else. */
  pause(): void {
    this.paused = true;
    if (this.timer !== null) clearTimeout(this.timer);
  }

  /** After signing in again, or when the network says it is back. */
  retry(): void {
    this.paused = false;
    this.set({ signedOut: false });
    void this.flush();
  }

  /** A new draft version was made for the changes that came too late. */
  continueAs(reference: string, version: number): void {
    this.version = version;
    this.set({ reference, signedMeanwhile: null });
    void this.flush();
  }

  dismissMerged(): void {
    this.set({ merged: null });
  }

  private schedule(): void {
    if (this.paused || this.state.conflicts.length > 0 || this.state.signedMeanwhile !== null) return;
    const now = Date.now();
    this.firstChangeAt ??= now;
    const wait = Math.max(0, Math.min(WAIT_MS, this.firstChangeAt + LONGEST_WAIT_MS - now));
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), wait);
  }

  private save(): Promise<void> {
    if (this.state.conflicts.length > 0 || this.state.signedMeanwhile !== null) return Promise.resolve();
    this.sending = this.sendOnce(this.state.entry).finally(() => {
      this.sending = null;
      if (this.failures === 0 && this.state.entry !== this.base && !this.blocked()) this.schedule();
    });
    return this.sending;
  }

  private blocked(): boolean {
    return (
      this.state.conflicts.length > 0 ||
      this.state.signedOut ||
      this.state.signedMeanwhile !== null ||
      this.state.status.kind === "refused"
    );
  }

  private async sendOnce(entry: EntryFields): Promise<void> {
    this.firstChangeAt = null;
    if (this.state.status.kind !== "offline") this.set({ status: { kind: "saving" } });
    const answer = await this.send(entry, {
      reference: this.state.reference,
      baseVersion: this.version,
      kept: this.kept,
    });
    if (answer.ok) {
      this.base = entry;
      this.version = answer.data.version;
      this.failures = 0;
      this.set({
        reference: answer.data.reference,
        preview: answer.data.preview,
        signedOut: false,
        status: this.state.entry === entry ? { kind: "saved", at: Date.now() } : { kind: "unsaved" },
      });
    } else if (answer.kind === "refused" && answer.status < 500) {
      this.refused(answer);
    } else {
      this.wentOffline(answer.kind === "refused");
    }
  }

  private refused(answer: Extract<ApiAnswer<SavedDraft>, { kind: "refused" }>): void {
    if (answer.code === "signed-out")
      this.set({
        signedOut: true,
        status: { kind: "refused", message: "you are signed out. What you typed is kept in this tab." },
      });
    else if (answer.code === "already-signed")
      this.set({
        signedMeanwhile: { ...signedIn(answer.body), changes: changedFields(this.base, this.state.entry) },
        status: { kind: "refused", message: "the review was signed meanwhile." },
      });
    else if (answer.code === "conflict" && answer.body.current !== undefined)
      this.merge(answer.body.current as CurrentDraft);
    else this.set({ status: { kind: "refused", message: answer.message } });
  }

  private merge(current: CurrentDraft): void {
    const theirs = entryFromInput(current.input, current.localReference);
    const { entry, conflicts, takenFromThem } = mergeEntries(this.base, this.state.entry, theirs);
    this.base = theirs;
    this.version = current.version;
    this.kept = current.input;
    this.failures = 0;
    this.set({
      entry,
      conflicts,
      theirs: conflicts.length > 0 ? theirs : null,
      merged:
        takenFromThem.length > 0
          ? { by: current.changedBy, at: current.changedAt, fields: takenFromThem }
          : this.state.merged,
      status: conflicts.length > 0 ? { kind: "conflict" } : { kind: "unsaved" },
    });
  }

  private wentOffline(serverFailed: boolean): void {
    const delay = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)] ?? 15_000;
    this.failures += 1;
    const since = this.state.status.kind === "offline" ? this.state.status.since : Date.now();
    this.set({ status: { kind: "offline", since, changes: changedFields(this.base, this.state.entry), serverFailed } });
    if (this.timer !== null) clearTimeout(this.timer);
    if (!this.paused) this.timer = setTimeout(() => void this.flush(), delay);
  }

  private set(patch: Partial<DraftState>): void {
    this.state = { ...this.state, ...patch };
    this.listeners.forEach((listener) => listener());
  }
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
