"use client";

import type { Preview } from "@/lib/clinic/preview";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { heldChanges, registerChanges } from "@/app/(clinic)/_session/pending-changes";
import { callApi } from "@/app/_http/call-api";
import type { CaseInput } from "@/lib/domain/case";
import {
  EMPTY_ENTRY,
  entryFromInput,
  inputFromEntry,
  type EntryFields,
} from "@/app/(clinic)/reviews/_entry/entry-fields";
import { newDraftId } from "./draft-id";
import type { DraftState, SavedDraft } from "./draft-state";
import { DraftSaver, type Send } from "./draft-saver";
import { lastStep, withStep, type EntryPartId, type UndoStep } from "./undo-steps";

/** A stored draft as the page starts from it; null for a new review, which is stored at its first save. */
export type StoredDraft = {
  reference: string;
  version: number;
  input: CaseInput;
  localReference: string | null;
  preview: Preview;
  savedAt: string;
};

/** Changes the entry by something other than typing; it can be undone. `words` say what was done, for beside “Undo”. */
export type Act = (patch: Partial<EntryFields>, what: { part: EntryPartId; words: string }) => void;
/** The draft, and what can be done to it. `undoable` gives the last step of a part that can still be undone. */
export type Draft = {
  state: DraftState;
  saver: DraftSaver;
  act: Act;
  undo: (part?: EntryPartId) => void;
  undoable: (part: EntryPartId) => UndoStep | null;
};

/**
 * The draft of the entry page: its fields, its state on the server, and undo of what was done outside a text field.
 * A change of text is undone by the field's own keys.
 */
export function useDraft(stored: StoredDraft | null): Draft {
  // What the end of a session left unsent comes back with the page (app/(clinic)/_session).
  const key = stored?.reference ?? "new";
  const [held] = useState(() => heldChanges(key));
  const [saver] = useState(() =>
    held instanceof DraftSaver
      ? held
      : new DraftSaver({
          entry: stored === null ? EMPTY_ENTRY : entryFromInput(stored.input, stored.localReference),
          reference: stored?.reference ?? null,
          version: stored?.version ?? 0,
          preview: stored?.preview ?? null,
          kept: stored?.input ?? null,
          savedAt: stored === null ? null : new Date(stored.savedAt).getTime(),
          draftId: newDraftId(),
          send,
        }),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.snapshot, saver.snapshot);
  const [steps, setSteps] = useState<readonly UndoStep[]>([]);

  const act = useCallback<Act>(
    (patch, what) => {
      const before = saver.snapshot().entry;
      setSteps((now) => withStep(now, before, patch, what));
      saver.change(patch);
    },
    [saver],
  );

  const undo = useCallback(
    (part?: EntryPartId) => {
      const last = lastStep(steps, saver.snapshot().entry, part);
      if (last === null) return;
      setSteps(steps.filter((step) => step !== last));
      saver.change(last.back);
    },
    [saver, steps],
  );

  const { entry } = state;
  const undoable = useCallback((part: EntryPartId) => lastStep(steps, entry, part), [steps, entry]);

  useEffect(() => {
    if (saver === held) saver.retry();
    return registerChanges({ key, name: () => saver.snapshot().reference ?? "the new review", changes: saver });
  }, [saver, held, key]);
  useWarnBeforeLeaving(saver);
  useSavedAddress(state.reference);
  return useMemo(() => ({ state, saver, act, undo, undoable }), [state, saver, act, undo, undoable]);
}

const send: Send = ({ entry, reference, baseVersion, kept, draftId }) => {
  const body = { input: inputFromEntry(entry, kept), localReference: entry.localReference.trim() || null };
  return reference === null
    ? callApi<SavedDraft>("/api/reviews", { ...body, draftId })
    : callApi<SavedDraft>(`/api/reviews/${reference}`, { ...body, baseVersion }, { method: "PUT" });
};

/** The browser's own question while something typed is not on the server; and a save as soon as the network is back. */
function useWarnBeforeLeaving(saver: DraftSaver): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (!saver.hasUnsaved()) return;
      void saver.flush();
      event.preventDefault();
    };
    const again = () => saver.retry();
    const back = () => {
      if (document.visibilityState === "visible" && saver.snapshot().signedOut) saver.retry();
    };
    window.addEventListener("beforeunload", ask);
    window.addEventListener("online", again);
    document.addEventListener("visibilitychange", back);
    return () => {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("online", again);
      document.removeEventListener("visibilitychange", back);
    };
  }, [saver]);
}

/** After the first save the address is that of the draft, so that a reload finds it. */
function useSavedAddress(reference: string | null): void {
  useEffect(() => {
    if (reference === null) return;
    const path = `/reviews/${reference}/edit`;
    if (window.location.pathname !== path)
      window.history.replaceState(window.history.state, "", path + window.location.hash);
    document.title = `Edit ${reference} – CrampCheck`;
  }, [reference]);
}
