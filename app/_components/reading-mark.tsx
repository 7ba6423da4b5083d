import styles from "./reading-mark.module.css";

/** What became of a line: in ink, not in hue, so that it never competes with a priority. */
export type ReadingState = "understood" | "needs-you" | "not-recognised" | "not-current";

export const READING_LABELS: Readonly<Record<ReadingState, string>> = {
  understood: "Understood",
  "needs-you": "Needs you",
  "not-recognised": "Not recognised",
  "not-current": "Not a current medication",
};

/** Check mark, dashed square with “?”, solid square with “×”, or a dash; the word is spoken. */
export function ReadingMark({ state }: { state: ReadingState }) {
  return (
    <span className={styles.mark} data-state={state}>
      <svg aria-hidden viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" strokeWidth="1.75">
        {state === "understood" && <path d="M3 8.5 6.5 12 13 4.5" />}
        {state === "needs-you" && (
          <>
            <rect x="1.5" y="1.5" width="13" height="13" strokeDasharray="3 2" strokeWidth="1.5" />
            <path d="M6 6.2c0-2.6 4-2.6 4 0 0 1.5-2 1.5-2 3M8 11.2v1.3" strokeWidth="1.5" />
          </>
        )}
        {state === "not-recognised" && (
          <>
            <rect x="1.5" y="1.5" width="13" height="13" strokeWidth="1.5" />
            <path d="m5.2 5.2 5.6 5.6m0-5.6-5.6 5.6" strokeWidth="1.5" />
          </>
        )}
        {state === "not-current" && <path d="M3.5 8h9" />}
      </svg>
      <span className="cc-visually-hidden">{READING_LABELS[state]}: </span>
    </span>
  );
}
