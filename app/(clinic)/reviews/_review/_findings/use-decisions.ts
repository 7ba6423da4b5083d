"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import { callApi } from "@/app/_http/call-api";
import type { DecisionAction, DismissReason } from "@/lib/domain/decision";
import type { DecisionView } from "@/app/_view-models/review/decision-view";

export type Wanted = { action: DecisionAction; reason: DismissReason | null; comment: string };
export type Decide = (
  findingId: string,
  action: DecisionAction,
  options?: { reason?: DismissReason; comment?: string },
) => Promise<boolean>;
export type Decisions = {
  standing: ReadonlyMap<string, DecisionView>;
  /** Decisions whose findings have changed since: shown to look again, open in every count. */
  earlier: ReadonlyMap<string, DecisionView>;
  /** Findings whose decision is on its way. */
  sending: ReadonlySet<string>;
  /** What could not be recorded, by finding. */
  failed: ReadonlyMap<string, string>;
  /** What was wanted where somebody else decided meanwhile (null: to undo); theirs stands until one is chosen. */
  conflicts: ReadonlyMap<string, Wanted | null>;
  decide: Decide;
  undo: (findingId: string) => Promise<void>;
  /** Keeps theirs, or puts one's own in its place. */
  settle: (findingId: string, keep: "theirs" | "mine") => Promise<void>;
  /** Takes back the last step, up to twenty. */
  undoLast: () => Promise<void>;
  /** The last thing that was recorded, for the announcement. */
  said: string;
};

const STEPS = 20;
type Step = { findingId: string; before: DecisionView | null };

/** The decisions of a review, each stored as it is taken, and never over one that somebody else took meanwhile. */
export function useDecisions(
  reference: string,
  first: readonly DecisionView[],
  nameOf: (findingId: string) => string,
  /** The digest of what the page shows of a finding. */
  seenFactsOf: (findingId: string) => string | undefined,
): Decisions {
  const [recorded, setRecorded] = useState(() => byFinding(first));
  const [sending, setSending] = useState<ReadonlySet<string>>(new Set());
  const [failed, setFailed] = useState<ReadonlyMap<string, string>>(new Map());
  const [conflicts, setConflicts] = useState<ReadonlyMap<string, Wanted | null>>(new Map());
  const [said, setSaid] = useState("");
  const steps = useRef<Step[]>([]);
  const latest = useRef(recorded);
  const path = `/api/reviews/${reference}/decisions`;

  /** Stores a decision, or takes it back where `wanted` is null. True when it was stored. */
  const store = useCallback(
    async (findingId: string, wanted: Wanted | null, words: (now: ReadonlyMap<string, DecisionView>) => string) => {
      const before = latest.current.get(findingId) ?? null;
      setSending((now) => new Set([...now, findingId]));
      const answer = await callApi<{ decisions: DecisionView[]; conflict: boolean }>(
        path,
        { findingId, ...wanted, seen: before?.at ?? null, seenFacts: seenFactsOf(findingId) },
        { method: wanted === null ? "DELETE" : "POST" },
      );
      setSending((now) => new Set([...now].filter((id) => id !== findingId)));
      if (!answer.ok) {
        const why =
          answer.kind === "refused" ? answer.message : "Not recorded: the server cannot be reached. Try again.";
        setFailed((now) => new Map([...now, [findingId, why]]));
        return null;
      }
      const after = byFinding(answer.data.decisions);
      latest.current = after;
      setRecorded(after);
      setFailed((now) => without(now, findingId));
      setConflicts((now) => (answer.data.conflict ? new Map([...now, [findingId, wanted]]) : without(now, findingId)));
      setSaid(
        answer.data.conflict
          ? `Somebody else decided ${nameOf(findingId)} meanwhile. Choose which stands.`
          : words(after),
      );
      return answer.data.conflict ? null : { findingId, before };
    },
    [path, nameOf, seenFactsOf],
  );

  const change = useCallback(
    async (findingId: string, wanted: Wanted | null) => {
      const step = await store(findingId, wanted, (now) =>
        wanted === null
          ? `Decision undone for ${nameOf(findingId)}.`
          : `${now.get(findingId)?.word ?? "Decision"} recorded for ${nameOf(findingId)}. Undo available.`,
      );
      if (step !== null) steps.current = [...steps.current, step].slice(-STEPS);
      return step !== null;
    },
    [store, nameOf],
  );

  const decide = useCallback<Decide>(
    (findingId, action, options = {}) =>
      change(findingId, { action, reason: options.reason ?? null, comment: options.comment ?? "" }),
    [change],
  );
  const undo = useCallback(
    async (findingId: string) => {
      await change(findingId, null);
    },
    [change],
  );
  const settle = useCallback(
    async (findingId: string, keep: "theirs" | "mine") => {
      const mine = conflicts.get(findingId);
      if (keep === "theirs" || mine === undefined) {
        setConflicts((now) => without(now, findingId));
        return setSaid(`Their decision stays for ${nameOf(findingId)}.`);
      }
      await change(findingId, mine);
    },
    [conflicts, change, nameOf],
  );
  const undoLast = useCallback(async () => {
    const step = steps.current.at(-1);
    if (step === undefined) return setSaid("Nothing to undo.");
    steps.current = steps.current.slice(0, -1);
    const { findingId, before } = step;
    const wanted = before === null ? null : { action: before.action, reason: before.reason, comment: before.comment };
    const done = await store(
      findingId,
      wanted,
      () => `Undone for ${nameOf(findingId)}. ${steps.current.length} more can be undone.`,
    );
    if (done === null) steps.current = [...steps.current, step];
  }, [store, nameOf]);

  const { standing, earlier } = useMemo(() => {
    const all = [...recorded];
    return {
      standing: new Map(all.filter(([, decision]) => decision.earlier === null)),
      earlier: new Map(all.filter(([, decision]) => decision.earlier !== null)),
    };
  }, [recorded]);
  return { standing, earlier, sending, failed, conflicts, decide, undo, settle, undoLast, said };
}

function byFinding(decisions: readonly DecisionView[]): ReadonlyMap<string, DecisionView> {
  return new Map(decisions.map((decision) => [decision.findingId, decision]));
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  return new Map([...map].filter(([one]) => one !== key));
}
