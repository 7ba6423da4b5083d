"use client";

import type { KeyboardEvent } from "react";
import type { SymptomChip } from "@/app/_view-models/entry/reading-view";
import { SYMPTOM_LABELS } from "@/app/_view-models/symptom-labels";
import styles from "./symptom-chips.module.css";

/**
 * What was understood of the patient's words, under the words. A chip of a question is confirmed with Enter or struck with
 * Delete: it ticks the question. Words that still say it count in the review beside a struck answer, so that it is seen.
 */
export function SymptomChips({
  chips,
  answers,
  onAnswer,
}: {
  chips: readonly SymptomChip[];
  answers: Readonly<Record<string, string | undefined>>;
  onAnswer: (id: string, answer: "yes" | "no") => void;
}) {
  if (chips.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label="Understood from the words">
      {chips.map(({ key, id, words, says }) => {
        if (id === null || says === null || !Object.hasOwn(SYMPTOM_LABELS, id))
          return (
            <li key={key} className={id === null ? styles.unread : styles.chip}>
              {words}
            </li>
          );
        const opposite = says === "yes" ? "no" : "yes";
        const settled = answers[id];
        const onKeyDown = (event: KeyboardEvent) => {
          if (event.key !== "Delete" && event.key !== "Backspace") return;
          event.preventDefault();
          onAnswer(id, opposite);
        };
        return (
          <li key={key} className={settled === opposite ? styles.struck : styles.chip}>
            <button type="button" className={styles.confirm} onClick={() => onAnswer(id, says)} onKeyDown={onKeyDown}>
              {words}
              {settled === says && <span className={styles.mark}> confirmed</span>}
            </button>
            <button
              type="button"
              className={styles.strike}
              aria-label={`Strike: ${words}`}
              onClick={() => onAnswer(id, opposite)}
            >
              ×
            </button>
          </li>
        );
      })}
    </ul>
  );
}
