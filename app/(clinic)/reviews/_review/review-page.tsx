"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { callApi } from "@/app/_http/call-api";
import { plainText } from "@/app/_view-models/rich-text";
import { PatientBanner } from "@/app/_shell/patient-banner";
import type { ReviewView } from "@/app/_view-models/review/review-view";
import { MedicationTable } from "./_medications/medication-table";
import { CausesTable, ConditionsList, ResultsTable, SourcesList } from "./_medications/plain-tables";
import { DrugProblemMatrix } from "./_problems/drug-problem-matrix";
import { InteractionsSection } from "./_problems/interactions-section";
import { ProblemsList } from "./_problems/problems-list";
import { ReviewActions } from "./review-actions";
import { ReviewNotices, UnreadLine } from "./review-notices";
import { NotRuledOut } from "./side-panels";
import { TestsPanel } from "./tests-panel";
import { useDecisions } from "./_findings/use-decisions";
import styles from "./review-page.module.css";

/** Loaded when first asked for: most visits begin with the list. */
const BasisDrawer = dynamic(() => import("./_findings/basis-drawer").then((part) => part.BasisDrawer));

/** For a review of before problems were grouped. */
const FindingsList = dynamic(() => import("./_findings/findings-list").then((part) => part.FindingsList));

/** A review: what to look at first on top, decisions in place, and everything that it rests on below. */
export function ReviewPage({
  view,
  coSigned,
  mayCoSign,
  followUp,
  timeline,
  history,
}: {
  view: ReviewView;
  /** Who co-signed it and when, in words. */
  coSigned: readonly string[];
  mayCoSign: boolean;
  /** What changed since the review before; drawn on the server as the timeline is. */ followUp: ReactNode;
  timeline: ReactNode;
  history: ReactNode;
}) {
  const router = useRouter();
  const readOnly = view.status !== "draft";
  const nameOf = useCallback(
    (id: string) => {
      const finding = view.findings.find((one) => one.id === id);
      return finding === undefined ? "the finding" : plainText(finding.title);
    },
    [view.findings],
  );
  const seenFactsOf = useCallback(
    (id: string) => view.findings.find((one) => one.id === id)?.factsDigest,
    [view.findings],
  );
  const decisions = useDecisions(view.reference, view.decisions, nameOf, seenFactsOf);
  const [basis, setBasis] = useState<string | null>(null);
  const opener = useRef<HTMLElement | null>(null);

  const openBasis = useCallback((id: string, from: HTMLElement) => {
    opener.current = from;
    setBasis(id);
  }, []);
  const closeBasis = useCallback(() => {
    setBasis(null);
    opener.current?.focus();
  }, []);
  const runAgain = useCallback(
    () =>
      void callApi(`/api/reviews/${view.reference}/review-again`, {}).then((answer) => answer.ok && router.refresh()),
    [router, view.reference],
  );
  const shown = view.findings.find((finding) => finding.id === basis);
  const toSign = useCallback(() => router.push(`/reviews/${view.reference}/sign`), [router, view.reference]);
  useReviewKeys({ toSign, undo: () => void decisions.undoLast(), readOnly });

  const decidable = view.findings.filter((finding) => finding.priority !== "info" && !finding.byFloor);
  const lookAgain = decidable.filter((finding) => decisions.earlier.has(finding.id)).length;
  const decided = decidable.filter((finding) => decisions.standing.has(finding.id)).length;

  const side = (
    <>
      <TestsPanel view={view} readOnly={readOnly} />
      <NotRuledOut view={view} readOnly={readOnly} />
    </>
  );

  return (
    <div className={styles.sheet}>
      <div className={styles.sheetHead}>
        <PatientBanner
          facts={view.banner}
          state={
            <span data-save-state="status">
              {view.describeStatus}
              {view.isExample ? " · Example" : ""}
              {readOnly ? " · read only" : ""}
            </span>
          }
        />
      </div>
      <main className={styles.main}>
        <div className={styles.titleRow}>
          <h1>Review {view.reference}</h1>
          <ReviewActions view={view} mayCoSign={mayCoSign} />
        </div>
        <CoSigned by={coSigned} />
        <ReviewNotices view={view} />
        <UnreadLine view={view} readOnly={readOnly} />
        {view.problems === null ? (
          <>
            <p className={styles.notice}>Made before problems were grouped: the findings stand as they were.</p>
            <FindingsList
              view={view}
              decisions={decisions}
              readOnly={readOnly}
              onBasis={openBasis}
              onRunAgain={runAgain}
              side={side}
            />
          </>
        ) : (
          <ProblemsList
            view={view}
            problems={view.problems}
            decisions={decisions}
            readOnly={readOnly}
            onBasis={openBasis}
            onRunAgain={runAgain}
            side={side}
          />
        )}
        {view.problems !== null && (
          <>
            <DrugProblemMatrix problems={view.problems} medications={view.medications} />
            <InteractionsSection findings={view.findings} problems={view.problems} onBasis={openBasis} />
          </>
        )}
        {followUp}
        {timeline}
        <MedicationTable view={view} decisions={decisions} onBasis={openBasis} />
        <CausesTable causes={view.causes} reference={view.reference} decisions={readOnly ? null : decisions} />
        <div className={styles.pair}>
          <ResultsTable results={view.results} sinceDate={view.sinceDate} />
          <ConditionsList conditions={view.conditions} />
        </div>
        <SourcesList view={view} />
        {history}
        <p className={styles.meta}>
          Knowledge version {view.knowledgeVersion}. For clinicians. Recommends, does not direct. Evidence and ranges
          are for adults.
        </p>
      </main>
      <section className={styles.foot} aria-label="State and next step">
        <p>
          {decided} of {decidable.length} decided
          {lookAgain > 0 && (
            <>
              {" "}
              · <strong>{lookAgain} decided earlier, look again</strong>
            </>
          )}
          {view.unread.length > 0 && (
            <>
              {" "}
              ·{" "}
              <strong>
                {view.unread.length} {view.unread.length === 1 ? "line" : "lines"} unread
              </strong>
            </>
          )}
        </p>
        <span className={styles.footActions}>
          <Button component="a" href={`/reviews/${view.reference}/report.pdf`} target="_blank" rel="noopener">
            {readOnly ? "Open PDF" : "Preview report"}
          </Button>
          {!readOnly && (
            <Button component={Link} href={`/reviews/${view.reference}/sign`} prefetch={false} variant="filled">
              Check and sign
            </Button>
          )}
        </span>
      </section>
      <p className="cc-visually-hidden" role="status">
        {decisions.said}
      </p>
      <p className={styles.sheetFoot}>
        {view.reference} · {view.describeStatus} · knowledge version {view.knowledgeVersion} ·{" "}
        {view.unread.length === 0
          ? "every line read"
          : `${view.unread.length} ${view.unread.length === 1 ? "line" : "lines"} NOT READ`}{" "}
        · for clinicians; recommends, does not direct
      </p>
      {shown && (
        <BasisDrawer
          finding={shown}
          sources={view.sources}
          knowledgeVersion={view.knowledgeVersion}
          onClose={closeBasis}
        />
      )}
    </div>
  );
}

/** Ctrl Enter to the signature, Ctrl Z for the last decision. */
function useReviewKeys({ toSign, undo, readOnly }: { toSign: () => void; undo: () => void; readOnly: boolean }): void {
  useEffect(() => {
    if (readOnly) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLElement && event.target.closest("input, textarea, select") !== null;
      if (!event.ctrlKey && !event.metaKey) return;
      if (event.key === "Enter") toSign();
      else if (event.key.toLowerCase() === "z" && !inField) undo();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  });
}

/** Who else agreed with what was signed; nothing where nobody did. */
function CoSigned({ by }: { by: readonly string[] }) {
  return by.length === 0 ? null : <p className={styles.notice}>Co-signed by {by.join("; ")}.</p>;
}
