import type { Finding, Review } from "@/lib/domain/review";
import { SCHEMA_VERSION, type FindingKind } from "@/lib/domain/vocabulary";
import { inOrder } from "./assemble/order";
import { localiseDrugNames } from "./assemble/localise-drug-names";
import { symptomsTold } from "./facts/symptoms/read-symptoms";
import { GuardedChecks, type CheckName, type OnFailure } from "./findings/check-runner";
import { toFinding } from "./findings/finding-draft";
import { fewSources, MOST_SOURCES } from "./findings/sources";
import type { Judgement } from "./judge";
import { askQuestions } from "./suggestions/questions";
import { judgeProblems } from "./problems/judge-problems";
import { tellProblem } from "./problems/tell-problem";
import { tellSummary } from "./problems/tell-summary";
import { tellTests } from "./suggestions/suggest-tests";

/** The check whose words they are, as a clinician would call it. */
const CHECK_OF_KIND: Readonly<Record<FindingKind, CheckName>> = {
  "red-flag": "red flag",
  "check-failed": "missing information",
  safety: "safety",
  interaction: "interaction",
  "lab-result": "result",
  medication: "medication",
  condition: "condition",
  unread: "missing information",
  "missing-information": "missing information",
};

/**
 * Writes what was judged in the words of the patient's country: the answer to a case. A finding whose words cannot be written is
 * told as a check that failed, and takes no other with it.
 * @param onFailure hears of a check that failed, for a log
 */
export function tell(judgement: Judgement, onFailure?: OnFailure): Review {
  const { facts, tests, interactions, list, unread } = judgement;
  const checks = new GuardedChecks(onFailure, judgement.failed);
  const drafts = judgement.drafts.filter((draft) =>
    checks.run(CHECK_OF_KIND[draft.finding.kind], () => draft.words() !== null, false),
  );
  const labs = checks.run("test suggestion", () => tellTests(tests, facts), []);
  const questions = checks.run("question", () => askQuestions(drafts, list, labs, interactions, facts), []);
  const all = checks.failed.length === 0 ? drafts : inOrder([...drafts, ...checks.failed]);
  const told = all.length === judgement.drafts.length + judgement.failed.length;
  const judged = told ? judgement.problems : judgeProblems(all, tests, facts);
  const problemOf = new Map(judged.flatMap(({ problem, drafts: own }) => own.map((draft) => [draft, problem.id])));
  const problems = judged.map((one) => tellProblem(one, facts));
  const withProblems = labs.map((lab) => ({
    ...lab,
    problemIds: judged.filter(({ tests: asked }) => asked.includes(lab.id)).map(({ problem }) => problem.id),
  }));
  const printed = localiseDrugNames(
    {
      findings: all.map((draft) => withFewSources(toFinding(draft, problemOf.get(draft) ?? ""))),
      labs: withProblems,
      questions,
      problems,
      summary: tellSummary(problems, unread),
    },
    facts,
  );
  return {
    id: judgement.id,
    schemaVersion: SCHEMA_VERSION,
    knowledgeVersion: judgement.knowledgeVersion,
    asOf: facts.context.asOf,
    summary: printed.summary,
    problems: printed.problems,
    findings: printed.findings,
    labs: printed.labs,
    questions: printed.questions,
    unread: [...unread],
    symptoms: symptomsTold(facts.symptoms),
  };
}

function withFewSources(finding: Finding): Finding {
  return finding.sources.length <= MOST_SOURCES
    ? finding
    : { ...finding, sources: fewSources(finding.sources, finding.effects) };
}
