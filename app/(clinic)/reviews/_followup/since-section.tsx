import Link from "next/link";
import type { ReactNode } from "react";
import { RichTextView } from "@/app/_components/drug-name";
import type { FollowUpChanges } from "@/app/_view-models/history/since-view";
import styles from "./since-section.module.css";

/** What changed since the review that is followed up, by what it is about; what did not change is counted. */
export function SinceSection({
  since,
  reference,
  isDraft,
  children,
}: {
  since: FollowUpChanges;
  reference: string;
  isDraft: boolean;
  /** The chart of cramps a week. */ children?: ReactNode;
}) {
  const nothing =
    since.drugs.length + since.results.length + since.conditions.length + since.findings.length + since.tests.length ===
    0;
  return (
    <section className={styles.section} id="since" aria-labelledby="since-title">
      <h2 id="since-title">
        Since {since.date}{" "}
        <span className={styles.base}>
          (
          <Link href={`/reviews/${since.reference}`} prefetch={false}>
            {since.reference}
          </Link>
          )
        </span>
      </h2>
      <div className={styles.body}>
        <dl className={styles.parts}>
          <Part name="Cramps">
            {since.cramps !== null && (
              <li>
                <strong>{since.cramps}</strong>
              </li>
            )}
            {since.crampsMissing && (
              <li>
                How often now is not entered.
                {isDraft && (
                  <>
                    {" "}
                    <Link href={`/reviews/${reference}/edit#context`} prefetch={false}>
                      Enter it
                    </Link>
                  </>
                )}
              </li>
            )}
            {since.cramps === null && !since.crampsMissing && <li>How often was not entered then.</li>}
          </Part>
          <Part name="Drugs">
            {since.drugs.map((words, index) => (
              <li key={index}>
                <RichTextView words={words} />
              </li>
            ))}
            <li className={styles.same}>{since.unchangedDrugs} unchanged</li>
          </Part>
          {since.results.length > 0 && (
            <Part name="New results" inline>
              {since.results.map((text, index) => (
                <li key={index}>{text}</li>
              ))}
            </Part>
          )}
          {since.conditions.length > 0 && (
            <Part name="Conditions">
              {since.conditions.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </Part>
          )}
          {since.findings.length > 0 && (
            <Part name="Findings">
              {since.findings.map((words, index) => (
                <li key={index}>
                  <RichTextView words={words} />
                </li>
              ))}
            </Part>
          )}
          {since.tests.length > 0 && (
            <Part name="Tests">
              {since.tests.map((text, index) => (
                <li key={index}>{text}</li>
              ))}
            </Part>
          )}
        </dl>
        {nothing && <p>Lists and results are as they were then.</p>}
        {since.knowledge !== null && <p className={styles.note}>{since.knowledge}</p>}
        {isDraft && (
          <p className={styles.note}>
            The lists, results and history were carried over from {since.reference}. How often, symptoms and pregnancy
            are asked again; decisions are taken anew.
          </p>
        )}
      </div>
      {children}
    </section>
  );
}

function Part({
  name,
  inline = false,
  children,
}: {
  name: string;
  /** Short facts side by side. */ inline?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={styles.part}>
      <dt>{name}</dt>
      <dd>
        <ul className={styles.list} data-inline={inline || undefined}>
          {children}
        </ul>
      </dd>
    </div>
  );
}
