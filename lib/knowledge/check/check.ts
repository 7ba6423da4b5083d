import type { BuiltKnowledge } from "@/lib/knowledge/load/build-knowledge";
import { checkClassMembers, checkIngredientNames, checkNarrowedTexts, checkOverlaps } from "./check-members";
import { checkConditionCodes } from "./check-codes";
import { checkFigures } from "./check-figures";
import { checkHistory } from "./check-history";
import { checkProblems } from "./check-problems";
import { checkSourceHosts } from "./check-source-hosts";
import { checkReferences } from "./check-references";
import { lineOf } from "@/lib/knowledge/load/locate";
import type { Finding, Problem } from "./content-problem";
import type { Member } from "@/lib/knowledge/schema";

export interface CheckOptions {
  /** ISO date against which `reviewBy` is held. */
  today: string;
  /** Whether `lib/terminology` knows this ingredient under this RxCUI; left out where the terminology is not at hand. */
  memberProblem?: (member: Member) => string | null;
  /** Whether `lib/terminology` knows an ingredient of this name. */
  ingredientIsKnown?: (name: string) => boolean;
}

/**
 * The checks across the whole content that no schema can make: references, ids, figures, members, dates, orphans.
 * `problems` of the build come first; then what these checks add.
 */
export function checkKnowledge(built: BuiltKnowledge, options: CheckOptions): Problem[] {
  const findings = [
    ...checkUniqueIds(built),
    ...checkReferences(built),
    ...checkFigures(built),
    ...checkSourceHosts(built),
    ...checkMechanisms(built),
    ...checkConditionCodes(built),
    ...checkOverlaps(built),
    ...checkNarrowedTexts(built),
    ...(options.memberProblem ? checkClassMembers(built, options.memberProblem) : []),
    ...(options.ingredientIsKnown ? checkIngredientNames(built, options.ingredientIsKnown) : []),
    ...checkReviewDates(built, options.today),
    ...checkHistory(built),
    ...checkProblems(built),
  ];
  return [...built.problems, ...findings.map((finding) => placed(built, finding))];
}

function placed(built: BuiltKnowledge, finding: Finding): Problem {
  const { severity, rule, message } = finding;
  const origin = finding.at === null ? undefined : built.origins.get(finding.at);
  if (!origin) return { severity, rule, file: "(content)", line: null, field: finding.path.join("."), message };
  return {
    severity,
    rule,
    file: origin.file.path,
    line: lineOf(origin, finding.path),
    field: finding.path.join("."),
    message,
  };
}

/** Ids are unique within a kind (an interaction may well be called like a lab); rule ids are unique everywhere, because findings show them. */
function checkUniqueIds({ knowledge, sources }: BuiltKnowledge): Finding[] {
  const kinds: (readonly { id: string }[])[] = [
    knowledge.classes,
    knowledge.drugSets,
    knowledge.interactions,
    knowledge.mechanisms,
    knowledge.problems,
    knowledge.conditions,
    knowledge.redFlags,
    knowledge.labs,
    knowledge.hints,
    knowledge.treatments,
    knowledge.leaflet,
    knowledge.history,
    knowledge.sourceHosts,
    sources,
  ];
  const ruled = [...knowledge.classes, ...knowledge.interactions, ...knowledge.conditions, ...knowledge.redFlags];
  const sets = new Set(knowledge.drugSets.map((set) => set.id));
  return [
    ...kinds.flatMap((entries) => repeated(entries, (entry) => entry.id).map((entry) => clash(entry, "id", entry.id))),
    ...repeated(ruled, (entry) => entry.ruleId).map((entry) => clash(entry, "ruleId", entry.ruleId)),
    ...knowledge.classes.filter((entry) => sets.has(entry.id)).map((entry) => clash(entry, "id", entry.id)),
  ];
}

function clash(at: object, field: string, value: string): Finding {
  return { severity: "error", rule: "repeated-id", at, path: [field], message: `"${value}" is used twice` };
}

function repeated<T>(entries: readonly T[], key: (entry: T) => string): T[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const value = key(entry);
    const again = seen.has(value);
    seen.add(value);
    return again;
  });
}

/** A mechanism without a test says why, so that "no test" is a decision and not an oversight. */
function checkMechanisms({ knowledge }: BuiltKnowledge): Finding[] {
  return knowledge.mechanisms
    .filter((mechanism) => mechanism.labs.length === 0 && !mechanism.noLabReason)
    .map((at) => ({
      severity: "error",
      rule: "mechanism-without-lab",
      at,
      path: ["labs"],
      message: `mechanism "${at.id}" leads to no test and does not say why (noLabReason)`,
    }));
}

function checkReviewDates({ knowledge }: BuiltKnowledge, today: string): Finding[] {
  const dated = [...knowledge.classes, ...knowledge.interactions, ...knowledge.conditions, ...knowledge.redFlags];
  const past: Finding[] = dated
    .filter((entry) => entry.reviewBy < today)
    .map((at) => ({
      severity: "warning",
      rule: "past-review-date",
      at,
      path: ["reviewBy"],
      message: `"${at.id}" was to be looked at again by ${at.reviewBy}`,
    }));
  const unlookedAt: Finding[] = [...knowledge.labs, ...knowledge.treatments]
    .filter((entry) => yearAfter(entry.checked) < today)
    .map((at) => ({
      severity: "warning",
      rule: "past-review-date",
      at,
      path: ["checked"],
      message: `"${at.id}" was last checked on ${at.checked}, more than a year ago`,
    }));
  return [...past, ...unlookedAt];
}

/** The same day of the next year: tests and treatments have no date of their own by which to look again. */
function yearAfter(date: string): string {
  return `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
}
