import { ReadingMark, type ReadingState } from "@/app/_components/reading-mark";
import styles from "./reading-legend.module.css";

const MARKS: readonly { state: ReadingState; word: string; says: string }[] = [
  {
    state: "understood",
    word: "Understood",
    says: "the drug, its strength and how it is taken, as far as the line says.",
  },
  {
    state: "needs-you",
    word: "Needs you",
    says: "two drugs, strengths or dates are possible. Choose one with its number.",
  },
  {
    state: "not-recognised",
    word: "Not recognised",
    says: "near names are offered, none is taken by itself. It is never judged unless you say what it is.",
  },
  { state: "not-current", word: "Not a current medication", says: "stopped, held, an allergy, or no drug at all." },
];

/** What the pane will hold, while there is nothing to read: the four things that can become of a line. */
export function ReadingLegend() {
  return (
    <div className={styles.legend}>
      <p>Each line appears here as it is read, beside its source. No line is dropped.</p>
      <ul>
        {MARKS.map(({ state, word, says }) => (
          <li key={state}>
            <ReadingMark state={state} />
            <span>
              <strong aria-hidden="true">{word}:</strong> {says}
            </span>
          </li>
        ))}
      </ul>
      <p>Then “Open review” shows what may contribute to the cramps, and why.</p>
    </div>
  );
}
