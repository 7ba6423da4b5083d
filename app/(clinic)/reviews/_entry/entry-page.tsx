"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useState } from "react";
import { SaveState } from "@/app/_components/save-state";
import { useHydrated } from "@/app/_components/use-hydrated";
import { PatientBanner } from "@/app/_shell/patient-banner";
import type { ReadingView } from "@/app/_view-models/entry/reading-view";
import { ConditionsPart } from "./_parts/conditions-part";
import { ContextPart } from "./_parts/context-part";
import { DeleteDraft } from "./_draft/delete-draft";
import { inputFromEntry, type EntryFields } from "./entry-fields";
import { EntryFoot } from "./entry-foot";
import { BeyondLimitNotices, EntryNotices } from "./entry-notices";
import { MedicationsPart, type ListSide } from "./_parts/medications-part";
import { needsOf } from "@/app/_shell/open-items";
import { focusNextNeed } from "@/app/_shell/next-open-item";
import { PatientFields } from "./_parts/patient-fields";
import { ResultsPart } from "./_parts/results-part";
import { useDraft, type StoredDraft } from "./_draft/use-draft";
import { useLiveReading } from "./_reading/use-live-reading";
import styles from "./entry-page.module.css";

/** Enter a review: four parts in any order, read as they are typed, saved by themselves. */
export function EntryPage({
  stored,
  firstReading,
  timeZone,
}: {
  stored: StoredDraft | null;
  firstReading: ReadingView | null;
  timeZone: string;
}) {
  const router = useRouter();
  const { state, saver, act, undo, undoable } = useDraft(stored);
  const { entry, reference } = state;
  const hydrated = useHydrated();
  const [opening, setOpening] = useState(false);
  const [side, setSide] = useState<ListSide>("write");
  const input = useMemo(() => inputFromEntry({ ...entry, localReference: "" }, saver.untouched()), [entry, saver]);
  const reading = useLiveReading(input, firstReading);
  const problems = reading.view?.problems ?? [];
  const change = useCallback((patch: Partial<EntryFields>) => saver.change(patch), [saver]);

  const openReview = useCallback(() => {
    setOpening(true);
    void saver.flush().then((saved) => {
      const now = saver.snapshot().reference;
      if (saved && now !== null) router.push(`/reviews/${now}`);
      else setOpening(false);
    });
  }, [router, saver]);

  const goToNeed = useCallback((step: 1 | -1) => {
    setSide("read");
    requestAnimationFrame(() => focusNextNeed(document, step));
  }, []);

  useEntryKeys({ openReview, undo, goToNeed });

  return (
    <>
      <PatientBanner
        facts={{
          reference: reference ?? "New review",
          localReference: entry.localReference.trim() || null,
          born: entry.birthYear.trim() === "" ? "birth year not entered" : `born ${entry.birthYear.trim()}`,
          sex: entry.sex === "" || entry.sex === "unknown" ? "sex not entered" : entry.sex,
          further: [],
        }}
        state={
          <>
            <span>Draft</span>
            <SaveState status={state.status} />
          </>
        }
      />
      <main className={styles.main}>
        <h1>{reference === null ? "New review" : `Edit ${reference}`}</h1>
        <EntryNotices state={state} saver={saver} timeZone={timeZone} />
        {/* Until the page hears keys nothing can be typed: what is typed earlier would be lost. */}
        <fieldset className={styles.fields} role="presentation" disabled={!hydrated}>
          <BeyondLimitNotices problems={problems} />
          <PatientFields entry={entry} problems={problems} onChange={change} />
          <MedicationsPart
            entry={entry}
            reading={reading}
            side={side}
            onSide={setSide}
            undoable={undoable("list")}
            onText={(medications) => saver.change({ medications })}
            onAct={act}
            onUndo={() => undo("list")}
            onSubmit={openReview}
          />
          <div className={styles.pair}>
            <ConditionsPart
              entry={entry}
              views={reading.view?.conditions ?? []}
              undoable={undoable("conditions")}
              onAct={act}
              onUndo={() => undo("conditions")}
            />
            <ResultsPart
              entry={entry}
              views={reading.view?.labs ?? []}
              undoable={undoable("results")}
              onText={(labs) => saver.change({ labs })}
              onAct={act}
              onUndo={() => undo("results")}
            />
          </div>
          <ContextPart entry={entry} problems={problems} chips={reading.view?.symptoms ?? []} onChange={change} />
        </fieldset>
        {reference !== null && <DeleteDraft reference={reference} />}
      </main>
      <EntryFoot
        needs={needsOf(entry.medications.trim() === "" ? null : reading.view)}
        onNeed={() => goToNeed(1)}
        preview={state.preview}
        busy={opening}
        onOpen={openReview}
      />
    </>
  );
}

/** F8 and Shift F8 to what needs somebody, Ctrl Enter to the review, Ctrl Z outside of a field. */
function useEntryKeys({
  openReview,
  undo,
  goToNeed,
}: {
  openReview: () => void;
  undo: () => void;
  goToNeed: (step: 1 | -1) => void;
}): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      // The shell's own F8 comes first; what a closed side of a small screen hides is found here.
      if (event.key === "F8" && !event.defaultPrevented) {
        event.preventDefault();
        goToNeed(event.shiftKey ? -1 : 1);
      } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) {
        event.preventDefault();
        openReview();
      } else if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !inField) {
        event.preventDefault();
        undo();
      }
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [openReview, undo, goToNeed]);
}
