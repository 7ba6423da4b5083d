"use client";

import { useCallback, useState } from "react";
import { callApi } from "@/app/_parts/call-api";
import type { DecisionAction, DismissReason } from "@/lib/domain/decision";
import type { DecisionView } from "../_views/decision-view";

export type Decide = (findingId: string, action: DecisionAction, options?: { reason?: DismissReason; comment?: string }) => Promise<boolean>;
export type Decisions = {
  standing: ReadonlyMap<string, DecisionView>;
  /** Findings whose decision is on its way. */
  sending: ReadonlySet<string>;
  /** What could not be recorded, by finding. */
  failed: ReadonlyMap<string, string>;
  decide: Decide;
  undo: (findingId: string) => Promise<void>;
  /** The last thing that was recorded, for the announcement and for undoing it by key. */
  last: { findingId: string; words: string } | null;
};

/** The decisions of a review, each stored as it is taken. */
export function useDecisions(reference: string, first: readonly DecisionView[], nameOf: (findingId: string) => string): Decisions {
  const [standing, setStanding] = useState(() => byFinding(first));
  const [sending, setSending] = useState<ReadonlySet<string>>(new Set());
  const [failed, setFailed] = useState<ReadonlyMap<string, string>>(new Map());
  const [last, setLast] = useState<Decisions["last"]>(null);
  const path = `/api/reviews/${reference}/decisions`;

  const call = useCallback(async (findingId: string, body: unknown, method: "POST" | "DELETE", said: (now: ReadonlyMap<string, DecisionView>) => string) => {
    setSending((now) => new Set([...now, findingId]));
    const answer = await callApi<{ decisions: DecisionView[] }>(path, body, { method });
    setSending((now) => new Set([...now].filter((id) => id !== findingId)));
    if (!answer.ok) {
      const words = answer.kind === "refused" ? answer.message : "Not recorded: the server cannot be reached. Try again.";
      setFailed((now) => new Map([...now, [findingId, words]]));
      return false;
    }
    const after = byFinding(answer.data.decisions);
    setStanding(after);
    setFailed((now) => new Map([...now].filter(([id]) => id !== findingId)));
    setLast({ findingId, words: said(after) });
    return true;
  }, [path]);

  const decide = useCallback<Decide>((findingId, action, options = {}) => {
    const body = { findingId, action, reason: options.reason ?? null, comment: options.comment ?? "" };
    return call(findingId, body, "POST", (now) => `${now.get(findingId)?.word ?? "Decision"} recorded for ${nameOf(findingId)}. Undo available.`);
  }, [call, nameOf]);
  const undo = useCallback(async (findingId: string) => {
    await call(findingId, { findingId }, "DELETE", () => `Decision undone for ${nameOf(findingId)}.`);
  }, [call, nameOf]);

  return { standing, sending, failed, decide, undo, last };
}

function byFinding(decisions: readonly DecisionView[]): ReadonlyMap<string, DecisionView> {
  return new Map(decisions.map((decision) => [decision.findingId, decision]));
}
