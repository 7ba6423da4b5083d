import Link from "next/link";
import type { ReviewView } from "@/app/_view-models/review/review-view";
import { ReviewAgain } from "./review-again";
import styles from "./review-page.module.css";

/** What this review stands beside: versions, follow-ups, the knowledge of another day. */
export function ReviewNotices({ view }: { view: ReviewView }) {
  return (
    <>
      {view.supersededBy && (
        <p className={styles.notice}>
          A newer version stands in its place: <Link href={`/reviews/${view.supersededBy}`}>{view.supersededBy}</Link>.
        </p>
      )}
      {view.previousReference && (
        <p className={styles.notice}>
          This is a new version of <Link href={`/reviews/${view.previousReference}`}>{view.previousReference}</Link>.
        </p>
      )}
      {view.knowledgeChanged && <ReviewAgain reference={view.reference} knowledgeVersion={view.knowledgeVersion} />}
      {view.differsToday && <DiffersToday reference={view.reference} differs={view.differsToday} />}
      {view.pageNotKept && (
        <p className={styles.notice}>
          Signed on knowledge version {view.knowledgeVersion}, before the page was kept: its findings, tests and
          decisions stand as they were signed; classes, windows and ranges of that version are not shown.
        </p>
      )}
      {view.followedUpBy && (
        <p className={styles.notice}>
          Followed up by <Link href={`/reviews/${view.followedUpBy}`}>{view.followedUpBy}</Link>.
        </p>
      )}
      {view.followUpDue && <p className={styles.notice}>Follow-up due {view.followUpDue}.</p>}
      {view.sinceSentence && (
        <p className={styles.notice}>
          {view.sinceSentence}{" "}
          <a className={styles.look} href="#since">
            What changed
          </a>
        </p>
      )}
    </>
  );
}

/** Where the knowledge of today says something else than what was signed; nothing above or below is changed by it. */
function DiffersToday({ reference, differs }: { reference: string; differs: NonNullable<ReviewView["differsToday"]> }) {
  return (
    <div className={styles.notice} data-differs>
      <p>
        What stands here is what was signed. {differs.sentence}{" "}
        <Link href={`/reviews/${reference}/rerun`} prefetch={false}>
          What differs and why
        </Link>
      </p>
      {differs.first.length > 0 && (
        <ul>
          {differs.first.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {differs.more > 0 && <li>{differs.more} more</li>}
        </ul>
      )}
    </div>
  );
}

const QUOTED = 3;

/** Stays in sight until every line is read: what was found does not cover it. */
export function UnreadLine({ view, readOnly }: { view: ReviewView; readOnly: boolean }) {
  const count = view.unread.length;
  if (count === 0) return null;
  const quoted = view.unread
    .slice(0, QUOTED)
    .map((entry) => `“${shorten(entry.text)}”`)
    .join(", ");
  return (
    <p className={styles.unread} id="unread">
      <svg
        aria-hidden="true"
        viewBox="0 0 20 20"
        width="20"
        height="20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
      >
        <path d="M10 1.6 18.4 10 10 18.4 1.6 10Z" />
        <path d="M10 6v5M10 13v1.4" />
      </svg>
      <span>
        <strong>
          {count} {count === 1 ? "line was" : "lines were"} not read:
        </strong>{" "}
        {quoted}
        {count > QUOTED && ` and ${count - QUOTED} more`}. What is below does not cover {count === 1 ? "it" : "them"}.
      </span>
      {!readOnly && (
        <Link className={styles.look} href={`/reviews/${view.reference}/edit#list`}>
          Look at the {count === 1 ? "line" : "lines"}
        </Link>
      )}
    </p>
  );
}

const LONGEST_QUOTE = 120;

function shorten(text: string): string {
  return text.length <= LONGEST_QUOTE
    ? text
    : `${text.slice(0, LONGEST_QUOTE)} [${text.length - LONGEST_QUOTE} more characters]`;
}
