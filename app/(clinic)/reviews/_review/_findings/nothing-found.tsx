import Link from "next/link";
import type { ReviewView } from "@/app/_view-models/review/review-view";
import styles from "./findings-list.module.css";

/** The lane of red flags stays as one line when it is empty; it never says that all is well. */
export function NoRedFlag({ view, readOnly }: { view: ReviewView; readOnly: boolean }) {
  const open = view.notEntered.length;
  return (
    <p className={styles.line}>
      No red flag in what was entered.
      {open > 0 && ` ${open} ${open === 1 ? "question is" : "questions are"} not answered. `}
      {open > 0 && !readOnly && <Link href={`/reviews/${view.reference}/edit#symptoms`}>Answer</Link>}
    </p>
  );
}

/** No cramp-associated drug, said so that it rules nothing out. */
export function NothingFound({ view }: { view: ReviewView }) {
  return (
    <p className={styles.line}>
      No cramp-associated drug among {view.recognised} recognised {view.recognised === 1 ? "line" : "lines"}.{" "}
      {view.notRead > 0 && (
        <strong>
          {view.notRead} {view.notRead === 1 ? "line was" : "lines were"} not read.{" "}
        </strong>
      )}
      This does not rule out a drug cause.
    </p>
  );
}
