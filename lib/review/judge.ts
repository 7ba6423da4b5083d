import type { PatientCase } from "@/lib/domain/case";
import type { Review } from "@/lib/domain/review";
import type { Knowledge } from "@/lib/knowledge/schema";
import { judgeConditions } from "./findings/condition-findings";
import { judgeHistory, judgeNothingRead } from "./findings/history-findings";
import { presentConditions } from "./rules/present-conditions";
import { priorityRank, type FindingDraft } from "./findings/finding-draft";
import { readFacts, type Facts } from "./facts/facts";
import { subsumeIntoSharedMechanisms, subsumeSameOrgan } from "./assemble/subsume-into-shared-mechanism";
import { subsumeSingleDrugInteractions } from "./assemble/subsume-single-drug-interactions";
import { GuardedChecks, type OnFailure } from "./findings/check-runner";
import { judgeIfTaken } from "./findings/if-taken-findings";
import { judgeHints } from "./findings/undocumented-condition-findings";
import { indexOf } from "./facts/knowledge-index";
import type { MatchedList } from "./findings/medication-findings";
import type { ReportedInteraction } from "./rules/one-interaction-per-pair";
import { matchInteractions } from "./rules/match-interactions";
import { oneInteractionPerPair } from "./rules/one-interaction-per-pair";
import { judgeInteractions } from "./findings/interaction-findings";
import { judgeMedications, matchList } from "./findings/medication-findings";
import { resultFindings } from "./findings/result-findings";
import { isRecent } from "./facts/results/collect-results";
import { MatchingResults } from "./rules/mechanism-evidence";
import { judgeMissing } from "./findings/missing-information-findings";
import { inOrder } from "./assemble/order";
import { judgeRedFlags, type RedFlagsFound } from "./findings/red-flag-findings";
import { judgeKidneyAndWithdrawal } from "./findings/kidney-and-withdrawal-findings";
import { judgeSafety, judgeScope } from "./findings/safety-findings";
import { judgeProblems, type JudgedProblem } from "./problems/judge-problems";
import { judgeTests, type JudgedTest } from "./suggestions/suggest-tests";
import { judgeUnread, unreadEntries, unreadWords } from "./findings/unread-findings";

/**
 * What a case comes to before a word is said of it: which rules and rows fired, with ids, numbers, dates and priorities. Words are
 * written by `tell`; of a whole practice they never are.
 */
export interface Judgement {
  /** The id of the case, as it was given. */
  readonly id: string | null;
  readonly knowledgeVersion: string;
  readonly facts: Facts;
  /** The findings in order of what to do; their words are written when `tell` asks for them. */
  readonly drafts: readonly FindingDraft[];
  readonly tests: readonly JudgedTest[];
  /** The classes of every medication on the list, apart by whether it is taken. */
  readonly list: MatchedList;
  /** The interaction rows that hold, one a pair. */
  readonly interactions: readonly ReportedInteraction[];
  readonly unread: Review["unread"];
  /** The findings by what a clinician would write on one line of the plan. */
  readonly problems: readonly JudgedProblem[];
  /** Checks that did not finish, as findings. */
  readonly failed: readonly FindingDraft[];
}

/**
 * Judges a case. Pure and synchronous: the same case and knowledge version give the same judgement; time comes in as
 * `context.asOf`. A check that fails is a finding and never an exception.
 * @param onFailure hears of a check that failed, for a log
 */
export function judge(patientCase: PatientCase, knowledge: Knowledge, onFailure?: OnFailure): Judgement {
  const index = indexOf(knowledge);
  const checks = new GuardedChecks(onFailure);
  const read = readFacts(patientCase, index, (name, part, fallback) => checks.run(name, part, fallback));
  const facts: Facts = {
    ...read,
    conditions: checks.run("condition", () => presentConditions(patientCase, read), new Map()),
  };
  const list = checks.run("medication", () => matchList(facts), { current: [], uncertain: [], stopped: [] });
  const fired = checks.run("interaction", () => matchInteractions(facts), []);

  const chosen = checks.run("interaction", () => oneInteractionPerPair(fired, index.interactionOrder), []);

  const unread = [...unreadEntries(patientCase), ...unreadWords(facts.symptoms)];
  const flags = checks.run<RedFlagsFound>("red flag", () => judgeRedFlags({ ...recentOnly(facts), everyAge: true }), {
    drafts: [],
    symptoms: new Set(),
  });
  const redFlags = flags.drafts;
  const fromResults = checks.run("result", () => resultFindings(facts, list.current), []);
  const shown = subsumeSameOrgan(dropResultsCoveredByRedFlags(fromResults, redFlags));
  const results = new MatchingResults(facts, isAlarm(facts, [...redFlags, ...fromResults], unread));
  const interactions = checks.run("interaction", () => judgeInteractions(chosen, list.current, facts, results), []);
  const medications = checks.run("medication", () => judgeMedications(list, fired, facts, results), []);
  const safety = [
    ...checks.run("safety", () => judgeSafety(list.current, fired, facts), []),
    ...checks.run("safety", () => judgeKidneyAndWithdrawal(list.current, list.stopped, facts), []),
  ];
  const causes: FindingDraft[] = subsumeIntoSharedMechanisms([
    ...redFlags,
    ...shown,
    ...subsumeSingleDrugInteractions(interactions, medications, safety, index),
    ...checks.run(
      "condition",
      () => judgeConditions(facts, coveredConditions([...redFlags, ...shown]), flags.symptoms),
      [],
    ),
  ]);
  const ifTaken = checks.run(
    "interaction",
    () => judgeIfTaken(facts, { rows: chosen, safety, redFlags, results, recent: recentOnly(facts) }),
    [],
  );
  const others: FindingDraft[] = [
    ...ifTaken,
    ...checks.run("scope", () => judgeScope(facts), []),
    ...checks.run("hint", () => judgeHints(facts), []),
    ...checks.run("missing information", () => judgeMissing(facts), []),
    ...judgeUnread(unread),
    ...checks.run("condition", () => judgeHistory(patientCase, facts), []),
  ];
  const told = [...causes, ...others];
  const drafts = inOrder(told.length > 0 ? told : judgeNothingRead(patientCase));
  const tests = checks.run("test suggestion", () => judgeTests(drafts, facts), []);
  return {
    id: patientCase.id,
    knowledgeVersion: knowledge.version,
    facts,
    drafts,
    tests,
    list,
    interactions: chosen,
    unread,
    problems: judgeProblems(checks.failed.length === 0 ? drafts : inOrder([...drafts, ...checks.failed]), tests, facts),
    failed: checks.failed,
  };
}

/** Symptoms that are common with cramps and alarm nobody by themselves. */
const EVERYDAY_SYMPTOMS: ReadonlySet<string> = new Set(["walkingPain", "urgeToMove", "heatExposure"]);

/** Whether anything forbids to calm: a red flag, an alarm symptom, a result to act on or not judged, or words not read. */
function isAlarm(facts: Facts, drafts: readonly FindingDraft[], unread: Review["unread"]): boolean {
  return (
    drafts.some(
      ({ finding: { priority, ruleId } }) =>
        priorityRank(priority) <= priorityRank("review") ||
        ruleId === "LAB-unit-missing" ||
        ruleId === "LAB-unit-unknown",
    ) ||
    [...facts.symptoms.answers].some(([id, answer]) => answer === "yes" && !EVERYDAY_SYMPTOMS.has(id)) ||
    unread.some(({ where }) => where === "labs" || where.includes("symptom"))
  );
}

/** A result that a red flag is about is told by the red flag, with its value. */
function dropResultsCoveredByRedFlags(
  results: readonly FindingDraft[],
  redFlags: readonly FindingDraft[],
): FindingDraft[] {
  const told = new Set(redFlags.flatMap(({ finding }) => (finding.labId === undefined ? [] : [finding.labId])));
  return results.filter(
    ({ finding }) => finding.kind !== "lab-result" || finding.labId === undefined || !told.has(finding.labId),
  );
}

/** Conditions that a red flag or a result stands for; a red flag that only asks to consider one does not hide it when it is absent. */
function coveredConditions(drafts: readonly FindingDraft[]): Set<string> {
  return new Set(
    drafts.flatMap(({ finding, about }) => about ?? (finding.conditionId === undefined ? [] : [finding.conditionId])),
  );
}

/** The facts with recent results only: an emergency is of now. */
function recentOnly(facts: Facts): Facts {
  const latest = new Map([...facts.labs.latest].filter(([, judged]) => isRecent(judged, facts.context.asOf)));
  return latest.size === facts.labs.latest.size ? facts : { ...facts, labs: { ...facts.labs, latest } };
}
