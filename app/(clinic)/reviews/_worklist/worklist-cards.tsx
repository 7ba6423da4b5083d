"use client";

import Link from "next/link";
import { PriorityBadge } from "@/app/_components/priority-badge";
import type { Selection } from "./use-selection";
import type { WorklistLine } from "@/lib/clinic/worklist-line";
import styles from "./worklist.module.css";

/** The reviews as cards, for narrow screens: reference and priority, born and sex, cramps, status and time. */
export function WorklistCards({ lines, selection }: { lines: readonly WorklistLine[]; selection: Selection }) {
  return (
    <ul className={styles.cards}>
      {lines.map((line) => (
        <li key={line.reference} className={styles.card} data-chosen={selection.has(line.reference) || undefined}>
          <div className={styles.cardHead}>
            <Link href={`/reviews/${line.reference}`} prefetch={false} className={styles.reference}>
              {line.reference}
            </Link>
            {line.isExample && <span className={styles.example}>Example</span>}
            {line.highest !== null && <PriorityBadge priority={line.highest} />}
            <label className={styles.cardTick}>
              <input
                type="checkbox"
                checked={selection.has(line.reference)}
                onChange={() => selection.toggle(line.reference)}
                aria-label={`Choose ${line.reference}`}
              />
            </label>
          </div>
          {line.localReference !== null && <p className="cc-muted">{line.localReference}</p>}
          <p>{line.patient === "not entered" ? "Birth year and sex not entered" : line.patient}</p>
          <p>Cramps: {line.cramps}</p>
          <p className="cc-muted">
            {[
              line.status,
              line.due,
              line.open > 0 ? `${line.open} open` : null,
              line.unread > 0 ? `${line.unread} unread` : null,
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          <p className="cc-meta">
            {line.updatedDay} {line.updatedTime}, {line.by}
          </p>
        </li>
      ))}
    </ul>
  );
}
