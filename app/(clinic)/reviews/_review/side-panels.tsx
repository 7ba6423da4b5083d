import Link from "next/link";
import { RichTextView } from "@/app/_components/drug-name";
import type { ReviewView } from "@/app/_view-models/review/review-view";
import styles from "./side-panels.module.css";

/** What nobody has said yet, and the few answers that would change most. */
export function NotRuledOut({ view, readOnly }: { view: ReviewView; readOnly: boolean }) {
  const open = view.notEntered.length;
  if (open === 0 && view.questions.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby="not-ruled-out-title">
      <h2 id="not-ruled-out-title" className={styles.title}>
        Not ruled out
      </h2>
      {open > 0 && <p>Nothing entered about: {view.notEntered.join(", ")}.</p>}
      {view.questions.length > 0 && (
        <>
          <p className={styles.lead}>What would change most:</p>
          <ul className={styles.questions}>
            {view.questions.map((question, index) => (
              <li key={index}>
                <RichTextView words={question} />
              </li>
            ))}
          </ul>
        </>
      )}
      {!readOnly && (
        <p className={styles.foot}>
          <Link className={styles.link} href={`/reviews/${view.reference}/edit#context`}>
            Answer {open > 0 ? `${open} ${open === 1 ? "question" : "questions"}` : "the questions"}
          </Link>
        </p>
      )}
    </section>
  );
}
