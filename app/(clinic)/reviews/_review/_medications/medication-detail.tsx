"use client";

import { RichTextView } from "@/app/_components/drug-name";
import { PriorityMark } from "@/app/_components/priority-badge";
import { PRIORITY_WORDS } from "@/app/_view-models/priority-labels";
import type { MedicationRow, ReviewView } from "@/app/_view-models/review/review-view";
import styles from "./medication-table.module.css";

/** The whole basis of one row: what is said about it, why a part is not flagged, and the line as it was written. */
export function MedicationDetail({
  row,
  view,
  onBasis,
}: {
  row: MedicationRow;
  view: ReviewView;
  onBasis: (findingId: string, opener: HTMLElement) => void;
}) {
  const findings = view.findings.filter((finding) => row.findingIds.includes(finding.id));
  return (
    <div className={styles.detailBox} data-detail>
      {findings.map((finding) => (
        <div key={finding.id} className={styles.detailFinding}>
          <PriorityMark priority={finding.priority} />
          <span className="cc-visually-hidden">{PRIORITY_WORDS[finding.priority]}: </span>
          <span>
            <RichTextView words={finding.title} />
          </span>
          <button type="button" className="cc-link" onClick={(event) => onBasis(finding.id, event.currentTarget)}>
            Basis{finding.sources.length > 0 ? ` (${finding.sources.length})` : ""}
          </button>
        </div>
      ))}
      <dl className={styles.detailList}>
        {row.parts.map((part, index) => (
          <div key={index}>
            <dt>
              <RichTextView words={part.name} />
            </dt>
            <dd>
              {part.className ? (
                <>
                  {part.className}. {part.association}. {part.mechanism} {part.timing}. {part.evidence}.
                </>
              ) : null}
              {part.whyNot && (
                <>
                  {" "}
                  <strong>Why this is not flagged:</strong> {part.whyNot}
                </>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>Line as written</dt>
          <dd className={styles.asWritten}>“{row.line}”</dd>
        </div>
      </dl>
    </div>
  );
}
