import Link from "next/link";
import type { ReactNode } from "react";
import type { CauseView, ResultView, ReviewView } from "@/app/_view-models/review/review-view";
import type { Decisions } from "@/app/(clinic)/reviews/_review/_findings/use-decisions";
import styles from "./plain-tables.module.css";

/** A table in a region of its own, so that a narrow screen scrolls the table and never the page; under 768 px it is folded until asked for. */
function Region({
  id,
  title,
  count,
  sentence,
  children,
}: {
  id: string;
  title: string;
  count?: number;
  sentence?: string;
  children: ReactNode;
}) {
  return (
    <div className={styles.section} id={id}>
      <div className={styles.head}>
        <h2 id={`${id}-title`}>
          {title} {count !== undefined && <span className={styles.count}>{count}</span>}
        </h2>
        <label className={styles.fold}>
          <input type="checkbox" data-fold /> Show<span className="cc-visually-hidden"> {title}</span>
        </label>
      </div>
      {sentence && <p className={styles.sentence}>{sentence}</p>}
      <div className={styles.scroll} role="region" aria-labelledby={`${id}-title`} tabIndex={0}>
        {children}
      </div>
    </div>
  );
}

/** Causes that are present, and questions that a drug on the list raises, answered in place: added to the entry, or noted as no. `decisions`: null where nothing can be changed. */
export function CausesTable({
  causes,
  reference,
  decisions,
}: {
  causes: readonly CauseView[];
  reference: string;
  decisions: Decisions | null;
}) {
  return (
    <Region id="causes" title="Other possible causes" count={causes.length}>
      <table>
        <caption className="cc-visually-hidden">Other possible causes</caption>
        <thead>
          <tr>
            <th scope="col">Cause</th>
            <th scope="col">From</th>
            <th scope="col">Why it can matter</th>
            <th scope="col">What would tell it apart</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {causes.map((cause) => (
            <tr key={cause.id}>
              <th scope="row" className={styles.rowHead}>
                {cause.cause}
              </th>
              <td>{cause.from}</td>
              <td>
                {cause.why}
                {cause.question && decisions !== null && (
                  <HintAnswer cause={cause} reference={reference} decisions={decisions} />
                )}
              </td>
              <td>{cause.tellsApart}</td>
              <td>
                {cause.sources.length === 0
                  ? "a question, no source"
                  : cause.sources.map((number) => `[${number}]`).join(" ")}
              </td>
            </tr>
          ))}
          {causes.length === 0 && (
            <tr>
              <td colSpan={5}>None in what was entered. This does not rule out one.</td>
            </tr>
          )}
        </tbody>
      </table>
    </Region>
  );
}

function HintAnswer({ cause, reference, decisions }: { cause: CauseView; reference: string; decisions: Decisions }) {
  const answer = decisions.standing.get(cause.findingId);
  if (answer)
    return (
      <span className={styles.answer}>
        {answer.action === "not-relevant" ? "No" : answer.word}
        {answer.words.slice(answer.word.length)}{" "}
        <button type="button" className="cc-link" onClick={() => void decisions.undo(cause.findingId)}>
          Undo
        </button>
      </span>
    );
  return (
    <span className={styles.answer}>
      <Link href={`/reviews/${reference}/edit#conditions`} prefetch={false}>
        Add<span className="cc-visually-hidden"> {cause.cause} to the conditions</span>
      </Link>
      <button type="button" className="cc-link" onClick={() => void decisions.decide(cause.findingId, "not-relevant")}>
        No<span className="cc-visually-hidden">, {cause.cause} is not known</span>
      </button>
    </span>
  );
}

export function ResultsTable({ results, sinceDate }: { results: readonly ResultView[]; sinceDate: string | null }) {
  return (
    <Region id="results-table" title="Results" count={results.length}>
      <table>
        <caption className="cc-visually-hidden">Results, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Test</th>
            <th scope="col" className="cc-number">
              Value
            </th>
            <th scope="col">Unit</th>
            <th scope="col">Reference</th>
            <th scope="col">Date</th>
            <th scope="col">Reading</th>
            {sinceDate && <th scope="col">Since {sinceDate}</th>}
          </tr>
        </thead>
        <tbody>
          {results.map((result) => (
            <tr key={result.id}>
              <th scope="row" className={styles.rowHead}>
                {result.test}
              </th>
              <td className="cc-number">{result.value}</td>
              <td>{result.unit}</td>
              <td>{result.reference}</td>
              <td className="cc-nowrap">{result.date}</td>
              <td>{result.abnormal ? <strong>{result.reading}</strong> : result.reading}</td>
              {sinceDate && <td>{result.isNew ? "new" : "as before"}</td>}
            </tr>
          ))}
          {results.length === 0 && (
            <tr>
              <td colSpan={sinceDate ? 7 : 6}>No result was entered.</td>
            </tr>
          )}
        </tbody>
      </table>
    </Region>
  );
}

export function ConditionsList({ conditions }: { conditions: readonly string[] }) {
  return (
    <section className={styles.section} aria-labelledby="conditions-title">
      <h2 id="conditions-title">
        Conditions <span className={styles.count}>{conditions.length}</span>
      </h2>
      {conditions.length === 0 ? (
        <p>None entered.</p>
      ) : (
        <ul className={styles.list}>
          {conditions.map((condition) => (
            <li key={condition}>{condition}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Every source that stands behind a number on this page. */
export function SourcesList({ view }: { view: ReviewView }) {
  if (view.sources.length === 0) return null;
  return (
    <details className={styles.sources}>
      <summary>
        Sources <span className={styles.count}>{view.sources.length}</span>
      </summary>
      <ol>
        {view.sources.map((source) => (
          <li key={source.id} value={source.number}>
            {source.citation}{" "}
            {source.link && (
              <a href={source.link} target="_blank" rel="noreferrer noopener">
                Open source<span className="cc-visually-hidden"> {source.number} in a new tab</span>
              </a>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
