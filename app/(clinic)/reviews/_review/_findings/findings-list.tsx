"use client";

import { useMemo, useState, type KeyboardEvent, type ReactNode } from "react";
import { useLetterKeys } from "@/app/_shell/letter-keys";
import { RichTextView } from "@/app/_components/drug-name";
import { PriorityBadge } from "@/app/_components/priority-badge";
import { describeFolded } from "@/lib/domain/open-findings";
import type { Priority } from "@/lib/domain/vocabulary";
import type { FindingView, ReviewView } from "@/app/_view-models/review/review-view";
import { FindingCard } from "./finding-card";
import { NoRedFlag, NothingFound } from "./nothing-found";
import { groupFindings, type FindingGroup } from "./group-findings";
import type { Decisions } from "./use-decisions";
import styles from "./findings-list.module.css";

const PRIORITIES: readonly Priority[] = ["act-now", "review", "consider", "info"];
const KEYS: Readonly<Record<string, string>> = {
  a: '[data-action="act"]',
  m: '[data-action="monitor"]',
  n: '[data-action="not-relevant"]',
  d: '[data-action="dismiss"]',
  b: "[data-basis]",
  u: "[data-undo]",
};

/** All findings by what to do. Letters work while one of them has the focus, never in a field, and can be switched off. */
export function FindingsList({
  view,
  decisions,
  readOnly,
  onBasis,
  onRunAgain,
  side,
}: {
  view: ReviewView;
  decisions: Decisions;
  readOnly: boolean;
  onBasis: (findingId: string, opener: HTMLElement) => void;
  onRunAgain: () => void;
  /** Stands beside the findings, and after what is urgent where there is no room beside. */
  side: ReactNode;
}) {
  const groups = useMemo(() => groupFindings(view.findings, PRIORITIES), [view.findings]);
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const letterKeys = useLetterKeys();
  const open = groups.reduce((sum, group) => sum + group.open.length, 0);
  const folded = groups.reduce((sum, group) => sum + group.folded.length + group.floor.length, 0);
  const firstId = groups.flatMap((group) => group.open)[0]?.id;

  const toggle = (key: string) =>
    setShown((now) => (now.has(key) ? new Set([...now].filter((one) => one !== key)) : new Set([...now, key])));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target;
    if (
      !(target instanceof HTMLElement) ||
      target.closest("input, textarea, select, form") ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey
    )
      return;
    const card = target.closest<HTMLElement>("[data-finding]");
    if (card === null) return;
    const step = { j: 1, arrowdown: 1, k: -1, arrowup: -1 }[event.key.toLowerCase()];
    const isLetter = event.key.length === 1;
    if (isLetter && !letterKeys) return;
    if (step !== undefined) {
      event.preventDefault();
      // What is folded away cannot take the focus.
      const cards = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-finding]")].filter(
        (one) => one.offsetParent !== null,
      );
      cards[cards.indexOf(card) + step]?.focus();
      return;
    }
    const selector = KEYS[event.key.toLowerCase()];
    const button = selector === undefined ? null : card.querySelector<HTMLElement>(selector);
    if (button) {
      event.preventDefault();
      button.click();
      // The buttons give way to the decision; the focus stays on the finding.
      if (!event.key.toLowerCase().match(/[bd]/)) card.focus();
    }
  };

  const cards = (findings: readonly FindingView[]) =>
    findings.map((finding) => (
      <FindingCard
        key={finding.id}
        finding={finding}
        decision={decisions.standing.get(finding.id)}
        earlier={decisions.earlier.get(finding.id)}
        sending={decisions.sending.has(finding.id)}
        failed={decisions.failed.get(finding.id)}
        conflict={decisions.conflicts.get(finding.id)}
        readOnly={readOnly}
        tabbable={finding.id === firstId}
        onDecide={decisions.decide}
        onUndo={decisions.undo}
        onSettle={decisions.settle}
        onBasis={onBasis}
        onRunAgain={onRunAgain}
      />
    ));

  const drawn = (group: FindingGroup) => (
    <div key={group.priority} className={styles.group} data-priority={group.priority}>
      {(group.open.length + group.folded.length + group.floor.length > 0 || group.priority === "act-now") && (
        <h3 className={styles.groupHead}>
          <PriorityBadge
            priority={group.priority}
            count={group.open.length + group.folded.length + group.floor.length}
          />
        </h3>
      )}
      {group.priority === "act-now" && group.open.length === 0 && <NoRedFlag view={view} readOnly={readOnly} />}
      {group.open.length > 0 && <ul className={styles.cards}>{cards(group.open)}</ul>}
      {group.floor.length > 0 && (
        <FloorLine
          group={group}
          expanded={shown.has(`${group.priority}-floor`)}
          onToggle={() => toggle(`${group.priority}-floor`)}
        />
      )}
      {group.floor.length > 0 && (
        <ul className={styles.cards} hidden={!shown.has(`${group.priority}-floor`)}>
          {cards(group.floor)}
        </ul>
      )}
      {group.folded.length > 0 && (
        <p className={styles.fold}>
          {group.priority === "act-now" ? (
            <strong>{describeFolded(group.priority, group.folded.length)}</strong>
          ) : (
            describeFolded(group.priority, group.folded.length)
          )}{" "}
          <button
            type="button"
            className="cc-link"
            aria-expanded={shown.has(group.priority)}
            onClick={() => toggle(group.priority)}
          >
            {shown.has(group.priority) ? "Hide" : "Show"}
          </button>
        </p>
      )}
      {group.folded.length > 0 && (
        <ul className={styles.cards} hidden={!shown.has(group.priority)} data-folded>
          {cards(group.folded)}
        </ul>
      )}
    </div>
  );
  const [urgent, review, ...others] = groups;

  return (
    <div className={styles.columns} onKeyDown={onKeyDown}>
      <section className={styles.urgent} id="findings" aria-labelledby="findings-title">
        <div className={styles.head}>
          <h2 id="findings-title">Findings</h2>
          <span className="cc-muted">
            {open} open{folded > 0 ? ` · ${folded} folded` : ""}
          </span>
        </div>
        {urgent && drawn(urgent)}
      </section>
      <div className={styles.side}>{side}</div>
      <section className={styles.review} aria-label="Findings to review">
        {review && drawn(review)}
      </section>
      <section className={styles.others} aria-label="Further findings">
        {others.map(drawn)}
        {view.findings.length === 0 && <NothingFound view={view} />}
      </section>
    </div>
  );
}

function FloorLine({ group, expanded, onToggle }: { group: FindingGroup; expanded: boolean; onToggle: () => void }) {
  return (
    <p className={styles.line}>
      Also of the four groups, weak or contrary evidence:{" "}
      {group.floor.map((finding, index) => (
        <span key={finding.id}>
          {index > 0 && "; "}
          <RichTextView words={finding.title} />
        </span>
      ))}
      .{" "}
      <button type="button" className="cc-link" aria-expanded={expanded} onClick={onToggle}>
        {expanded ? "Hide" : "Show"}
      </button>
    </p>
  );
}
