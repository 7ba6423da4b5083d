import type { Finding, Review } from "@/lib/domain/review";
import { SCHEMA_VERSION, type FindingKind } from "@/lib/domain/vocabulary";
import { inOrder } from "./assemble/order";
import { localiseDrugNames } from "./assemble/localise-drug-names";
import { symptomsTold } from "./facts/symptoms/read-symptoms";
import { GuardedChecks, type CheckName, type OnFailure } from "./findings/check-runner";
import { toFinding, type FindingDraft } from "./findings/finding-draft";
import { fewSources, MOST_SOURCES } from "./findings/sources";
import type { Judgement } from "./judge";
import { askQuestions } from "./suggestions/questions";
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
  return {
    id: judgement.id,
    schemaVersion: SCHEMA_VERSION,
    knowledgeVersion: judgement.knowledgeVersion,
    asOf: facts.context.asOf,
    ...localiseDrugNames({ findings: all.map(withFewSources), labs, questions }, facts),
    unread: [...unread],
    symptoms: symptomsTold(facts.symptoms),
  };
}

function withFewSources(draft: FindingDraft): Finding {
  const finding = toFinding(draft);
  return finding.sources.length <= MOST_SOURCES
    ? finding
    : { ...finding, sources: fewSources(finding.sources, finding.effects) };
}
