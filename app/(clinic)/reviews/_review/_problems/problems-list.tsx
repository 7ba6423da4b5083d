"use client";

import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useLetterKeys } from "@/app/_shell/letter-keys";
import { PriorityBadge } from "@/app/_components/priority-badge";
import { RichTextView } from "@/app/_components/drug-name";
import type { Priority } from "@/lib/domain/vocabulary";
import type { ProblemView } from "@/app/_view-models/review/problem-view";
import type { FindingView, ReviewView } from "@/app/_view-models/review/review-view";
import { FindingCard } from "@/app/(clinic)/reviews/_review/_findings/finding-card";
import { NoRedFlag, NothingFound } from "@/app/(clinic)/reviews/_review/_findings/nothing-found";
import type { Decisions } from "@/app/(clinic)/reviews/_review/_findings/use-decisions";
import { ProblemCard } from "./problem-card";
import listStyles from "@/app/(clinic)/reviews/_review/_findings/findings-list.module.css";
import styles from "./problems-list.module.css";

const PRIORITIES: readonly Priority[] = ["act-now", "review", "consider", "info"];
const KEYS: Readonly<Record<string, string>> = {
  a: '[data-action="act"]',
  m: '[data-action="monitor"]',
  n: '[data-action="not-relevant"]',
  d: '[data-action="dismiss"]',
  o: "[data-open]",
  b: "[data-basis], [data-open]",
  u: "[data-undo]",
};

/** The answer on one screen: the summary, what to act on and to review as cards, the rest as one line each. */
export function ProblemsList({
  view,
  problems,
  decisions,
  readOnly,
  onBasis,
  onRunAgain,
  side,
}: {
  view: ReviewView;
  problems: readonly ProblemView[];
  decisions: Decisions;
  readOnly: boolean;
  onBasis: (findingId: string, opener: HTMLElement) => void;
  onRunAgain: () => void;
  /** Stands beside the problems, and after what is urgent where there is no room beside. */
  side: ReactNode;
}) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const letterKeys = useLetterKeys();
  const root = useRef<HTMLDivElement>(null);
  const toggle = useCallback(
    (id: string) =>
      setOpened((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id]))),
    [],
  );
  useFirstCardKeys(root, letterKeys);

  const findingsOf = (problem: ProblemView) =>
    problem.findingIds.flatMap((id) => view.findings.find((finding) => finding.id === id) ?? []);
  const findingCards = (findings: readonly FindingView[]) =>
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
        tabbable={false}
        onDecide={decisions.decide}
        onUndo={decisions.undo}
        onSettle={decisions.settle}
        onBasis={onBasis}
        onRunAgain={onRunAgain}
      />
    ));
  const group = (priority: Priority) => {
    const own = problems.filter((problem) => problem.priority === priority);
    if (own.length === 0 && priority !== "act-now") return null;
    return (
      <div key={priority} className={listStyles.group} data-priority={priority}>
        <h3 className={listStyles.groupHead}>
          <PriorityBadge priority={priority} count={own.length} />
        </h3>
        {priority === "act-now" && own.length === 0 && <NoRedFlag view={view} readOnly={readOnly} />}
        {own.length > 0 && (
          <ul className={listStyles.cards}>
            {own.map((problem) => (
              <ProblemCard
                key={problem.id}
                problem={problem}
                findings={findingsOf(problem)}
                decisions={decisions}
                readOnly={readOnly}
                tabbable={problem.id === problems[0]?.id}
                open={opened.has(problem.id) || hasConflict(problem, decisions)}
                onToggle={toggle}
              >
                {findingCards(findingsOf(problem))}
              </ProblemCard>
            ))}
          </ul>
        )}
      </div>
    );
  };

  return (
    <div ref={root} onKeyDown={(event) => moveOrPress(event, letterKeys)}>
      {view.summary !== null && view.summary.length > 0 && (
        <section className={styles.summary} aria-labelledby="summary-title">
          <h2 id="summary-title" className="cc-visually-hidden">
            Summary
          </h2>
          <p>
            {view.summary.map((sentence, index) => (
              <span key={index} data-first={index === 0 || undefined}>
                <RichTextView words={sentence} />{" "}
              </span>
            ))}
          </p>
        </section>
      )}
      <div className={listStyles.columns}>
        <section className={listStyles.urgent} id="findings" aria-labelledby="findings-title">
          <div className={listStyles.head}>
            <h2 id="findings-title">Problems</h2>
            <span className="cc-muted">
              {problems.filter(({ priority }) => priority === "act-now" || priority === "review").length} to act on or
              review · {view.findings.length} findings
            </span>
          </div>
          {group("act-now")}
        </section>
        <div className={listStyles.side}>{side}</div>
        <section className={listStyles.review} aria-label="Problems to review">
          {group("review")}
        </section>
        <section className={listStyles.others} aria-label="Further problems">
          {PRIORITIES.slice(2).map(group)}
          {view.findings.length === 0 && <NothingFound view={view} />}
        </section>
      </div>
    </div>
  );
}

/** Somebody else's decision that met one's own is settled on the finding itself. */
function hasConflict({ findingIds }: ProblemView, { conflicts }: Decisions): boolean {
  return findingIds.some((id) => conflicts.has(id));
}

/** J and K live from load: where nothing has the focus they begin at the first card. */
function useFirstCardKeys(root: React.RefObject<HTMLDivElement | null>, letterKeys: boolean): void {
  useEffect(() => {
    if (!letterKeys) return;
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (document.activeElement !== document.body || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!/^[jk]$/i.test(event.key)) return;
      root.current?.querySelector<HTMLElement>("[data-card]")?.focus();
      event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [root, letterKeys]);
}

/** J and K move from card to card, letters press what the card with the focus offers; never in a field. */
function moveOrPress(event: KeyboardEvent<HTMLElement>, letterKeys: boolean): void {
  const { target } = event;
  if (
    !(target instanceof HTMLElement) ||
    target.closest("input, textarea, select, form") ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey
  )
    return;
  const card = target.closest<HTMLElement>("[data-card], [data-finding]");
  if (card === null || (event.key.length === 1 && !letterKeys)) return;
  const key = event.key.toLowerCase();
  const step = { j: 1, arrowdown: 1, k: -1, arrowup: -1 }[key];
  if (step !== undefined) {
    event.preventDefault();
    const cards = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-card], [data-finding]")].filter(
      (one) => one.offsetParent !== null,
    );
    cards[cards.indexOf(card) + step]?.focus();
    return;
  }
  const selector = KEYS[key];
  const button = selector === undefined ? null : card.querySelector<HTMLElement>(selector);
  if (button === null) return;
  event.preventDefault();
  button.click();
  // The buttons give way to the decision; the focus stays on the card.
  if (!/[bd]/.test(key)) card.focus();
}
