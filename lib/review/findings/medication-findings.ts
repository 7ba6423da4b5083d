import type { Strength, Timing } from "@/lib/domain/vocabulary";
import { clockReset, type ClockReset } from "@/lib/review/rules/onset-reset";
import { judgeDrugTiming, stoppedInWords, type DrugTiming } from "@/lib/review/rules/drug-timing";
import { inWords, judgedFinding, type FindingDraft, type TestRequest } from "./finding-draft";
import { describeStart, type ListedDrug } from "@/lib/review/facts/medications/listed-drugs";
import { explain } from "@/lib/review/rules/explain-predicate";
import type { Facts } from "@/lib/review/facts/facts";
import type { ClassRule } from "@/lib/review/facts/knowledge-index";
import { capBreachedFor, severityRank, type MatchedInteraction } from "@/lib/review/rules/match-interactions";
import { matchingClasses, mechanismsOf, type ClassMatch } from "@/lib/review/rules/match-classes";
import type { MatchingResults } from "@/lib/review/rules/mechanism-evidence";
import { evaluate, type Subject } from "@/lib/review/rules/evaluate-predicate";
import { medicationPriority, type MedicationPriorityInput, type PriorityDecision } from "./priority";
import { timingRank } from "@/lib/review/rules/onset-window";
import { anyOf } from "@/lib/review/facts/three-valued";
import { byText, capitalised, drugName, joinWords, unique } from "@/lib/review/format";

/** The medications of a list by class, apart by whether they are taken. */
export interface MatchedList {
  readonly current: readonly ClassMatch[];
  readonly uncertain: readonly ClassMatch[];
  readonly stopped: readonly ClassMatch[];
}

/** All classes that count, for every medication of the list. */
export function matchList(facts: Facts): MatchedList {
  const { current, uncertain, stopped } = facts.drugs;
  const match = (drugs: readonly ListedDrug[]) => drugs.flatMap((drug) => matchingClasses(drug, current));
  return { current: match(current), uncertain: match(uncertain), stopped: match(stopped) };
}

interface ClassGroup {
  readonly rule: ClassRule;
  readonly current: ClassMatch[];
  readonly uncertain: ClassMatch[];
  readonly stopped: ClassMatch[];
}

/** One finding for each class with a drug on the list, all its drugs together. */
export function judgeMedications(
  list: MatchedList,
  rows: readonly MatchedInteraction[],
  facts: Facts,
  results: MatchingResults,
): FindingDraft[] {
  const groups = new Map<string, ClassGroup>();
  for (const use of ["current", "uncertain", "stopped"] as const) {
    for (const match of list[use]) {
      const { drugClass } = match.rule;
      const group = groups.get(drugClass.id) ?? { rule: match.rule, current: [], uncertain: [], stopped: [] };
      groups.set(drugClass.id, group);
      group[use].push(match);
    }
  }
  const reset = clockReset(facts);
  return [...groups.values()].flatMap(
    (group) => judgeGroup(withoutContradictedCurrent(group, results), rows, facts, results, reset) ?? [],
  );
}

/** A result that speaks against each drug that is taken says nothing of one of the class that may be taken: that one is told alone. */
function withoutContradictedCurrent(group: ClassGroup, results: MatchingResults): ClassGroup {
  const speaksAgainst = (match: ClassMatch) => isContradicted(match, results);
  const onlyUncertain = group.current.every(speaksAgainst) && !group.uncertain.every(speaksAgainst);
  return onlyUncertain ? { ...group, current: [] } : group;
}

function judgeGroup(
  group: ClassGroup,
  rows: readonly MatchedInteraction[],
  facts: Facts,
  results: MatchingResults,
  reset: ClockReset | null,
): FindingDraft | null {
  const { drugClass } = group.rule;
  if (drugClass.unlisted && drugClass.commissioned === undefined) return null;
  const stopped = group.stopped.filter((match) => stillMatters(match, facts));
  const notSurely = group.uncertain.length > 0 ? "uncertain" : "stopped";
  const use = group.current.length > 0 ? "current" : notSurely;
  const matches = { current: group.current, uncertain: group.uncertain, stopped }[use];
  if (matches.length === 0) return null;
  const judged = matches
    .map((match) => judgeOne(match, rows, facts, reset))
    .sort(
      (a, b) =>
        a.timing.challenge.rank - b.timing.challenge.rank || timingRank(a.timing.timing) - timingRank(b.timing.timing),
    );
  const raised = drugClass.raisedTo.find(
    (step) => anyOf(judged.map(({ subject }) => evaluate(step.when, facts, subject))) === true,
  );
  const strength = raised?.strength ?? drugClass.strength;
  const gate =
    drugClass.loudOnlyWhen === undefined
      ? true
      : anyOf(
          judged.map(({ subject }) =>
            drugClass.loudOnlyWhen === undefined ? true : evaluate(drugClass.loudOnlyWhen.when, facts, subject),
          ),
        );
  const mechanisms = unique(matches.flatMap(mechanismsOf));
  const matching = results.of(mechanisms);
  if (matches.every((match) => isContradicted(match, results))) return null;
  const undatedStop = use === "stopped" && matches.every(({ drug }) => drug.stop === null);
  const loudness: MedicationPriorityInput = {
    strength,
    ceiling: drugClass.ceiling,
    commissioned: drugClass.commissioned !== undefined,
    gate,
    gateWords: drugClass.loudOnlyWhen?.words ?? null,
    startedInsideWindow: anyOf(judged.map(({ timing }) => timing.inside)),
    matchingResult: matching.length > 0,
    mainResult: results.of(mechanisms.slice(0, MAIN_MECHANISMS)).length > 0,
    undatedStop,
    returned: judged.some(({ timing: { challenge } }) => challenge.returned),
    use,
  };
  const verdict = medicationPriority(loudness);
  const timing = judged[0]?.timing.timing ?? "unknown";
  const ingredients = unique(
    [...matches, ...(use === "current" ? group.uncertain : [])].map(({ profile }) => profile.name),
  ).sort(byText);
  const made = judgedFinding({
    id: `medication:${drugClass.id}`,
    kind: "medication",
    priority: verdict.priority,
    strength,
    ingredients,
    mechanisms,
    timing,
    ruleId: drugClass.ruleId,
  });
  const tell = inWords(() => {
    const reasons = unique([
      ...judged.map(({ timing: { reason } }) => reason).sort(byText),
      ...(use === "current" ? group.uncertain.map(({ drug }) => `${drug.words}: not clear whether it is taken`) : []),
      ...(use === "stopped" ? [] : stopped.map(({ drug }) => stoppedInWords(drug, facts))),
      ...matching,
      ...(raised === undefined
        ? []
        : [...judged.flatMap(({ subject }) => explain(raised.when, facts, subject)), plainWords(raised.words)]),
      ...(gate === true && drugClass.loudOnlyWhen !== undefined
        ? judged.flatMap(({ subject }) =>
            drugClass.loudOnlyWhen === undefined ? [] : explain(drugClass.loudOnlyWhen.when, facts, subject),
          )
        : []),
      `Shown at this level: ${verdict.because}`,
    ]);
    const parts = group.rule.partsFor(ingredients);
    const beside = { subject: judged[0]?.subject ?? null, concern: matching.length > 0 || use === "uncertain" };
    const mechanism = /^(not known|varies)\.?$/i.test(drugClass.mechanismText) ? null : drugClass.mechanismText;
    return {
      mechanism,
      general: raised === undefined ? [] : [plainWords(raised.words)],
      title: titleOf(
        ingredients,
        strength,
        use === "stopped" && matches.every(({ drug }) => drug.medication.use === "held") ? "held" : use,
        drugClass.headline,
        matches.some(({ drug }) => drug.medication.dechallenge === "better"),
      ),
      reasons,
      effects: [...parts.effects],
      against: [
        ...judged.flatMap(({ timing: { challenge } }) => challenge.against),
        ...results.doubtsOf(mechanisms),
        ...results.fitting.texts(parts.against, beside),
      ],
      options: results.fitting.texts(parts.options, beside),
      sources: [...parts.sources],
    };
  });
  if (verdict.byFloor) made.byFloor = true;
  return {
    ...(verdict.floor === true ? { floor: true as const } : {}),
    finding: made,
    words: tell,
    role: () => ROLE_OF_STRENGTH[strength],
    rank: rankOf(verdict, loudness, strength, timing, {
      raised: drugClass.strength !== strength,
      inMajorRow: ingredients.some((name) => inMajorRow(name, rows)),
      challenge: judged[0]?.timing.challenge.rank ?? 1,
    }),
    asks: asksOf(group.rule, verdict, loudness, unique(judged.map(({ drug }) => drug))),
  };
}

/** The content names the mechanisms of a class in the order of what it is known for; the first two can speak for a drug whose start is not known. */
const MAIN_MECHANISMS = 2;

/** Without the letters of the grading, which the basis of the finding holds. */
function plainWords(words: string): string {
  return words.replace(/(?<!\s)\s*\((modifier|rule) [A-Z]\d+\)/gi, "");
}

/** A class that is only named in product information, and whose every way to cramps the latest result speaks against, is not told. */
export function isContradicted(match: ClassMatch, results: MatchingResults): boolean {
  const { drugClass } = match.rule;
  const mechanisms = mechanismsOf(match);
  return (
    drugClass.strength === "label-only" &&
    drugClass.commissioned === undefined &&
    mechanisms.length > 0 &&
    mechanisms.every((id) => results.contraryTo(id))
  );
}

interface JudgedMatch {
  readonly subject: Subject;
  readonly timing: DrugTiming;
  /** The drug with its dose and start, for the reason of a test. */
  readonly drug: string;
}

function judgeOne(
  match: ClassMatch,
  rows: readonly MatchedInteraction[],
  facts: Facts,
  reset: ClockReset | null,
): JudgedMatch {
  const { profile, drug } = match;
  const timing = judgeDrugTiming(match, rows, facts, reset);
  const subject: Subject = {
    drug,
    ingredient: profile.name,
    capBreached: capBreachedFor(profile.name, rows),
    startedInsideWindow: timing.inside,
  };
  return { subject, timing, drug: drug.events.length === 0 ? drug.words : `${drug.words}, ${describeStart(drug)}` };
}

/** A stopped drug is told while its effect may last, where the fall of the dose is itself the cause, and where stopping it told something. */
function stillMatters({ rule, drug }: ClassMatch, facts: Facts): boolean {
  const { outlastsStoppingDays, onset } = rule.drugClass;
  if (drug.medication.dechallenge === "better" || drug.medication.rechallenge === "returned") return true;
  if (outlastsStoppingDays === null && onset.anchor !== "dose-fall") return false;
  if (drug.stop === null) return true;
  const lasts = outlastsStoppingDays ?? onset.plausibleToDays ?? 0;
  return facts.today - drug.stop.to <= lasts;
}

function titleOf(
  ingredients: readonly string[],
  strength: Strength,
  use: MedicationPriorityInput["use"] | "held",
  headline: string | undefined,
  better: boolean,
): string {
  const names = capitalised(joinWords(ingredients.map(drugName)));
  if (use === "held") return `${names}, held at present, may still contribute`;
  if (use !== "stopped" && headline !== undefined) return `${names}: ${headline}`;
  if (use === "stopped")
    return better
      ? `${names}, no longer taken: the cramps got better without it`
      : `${names}, no longer taken, may still contribute`;
  if (strength === "label-only") return `${names}: cramp is named in product information only`;
  return strength === "weak" ? `${names}: weak evidence of an association with cramps` : `${names} may contribute`;
}

const ROLE_OF_STRENGTH: Readonly<Record<Strength, string>> = {
  strong: "strong association",
  moderate: "moderate association",
  weak: "weak evidence",
  "label-only": "named in product information only",
};

const STRENGTH_RANK: Readonly<Record<Strength, number>> = { strong: 0, moderate: 1, weak: 2, "label-only": 3 };

interface RankReasons {
  readonly raised: boolean;
  readonly inMajorRow: boolean;
  readonly challenge: number;
}

/** What stopping told, matching result, partner in a major interaction, timing, strength; drugs that stand at the floor alone come last. */
function rankOf(
  verdict: PriorityDecision,
  loudness: MedicationPriorityInput,
  strength: Strength,
  timing: Timing,
  { raised, inMajorRow: inRow, challenge }: RankReasons,
): number[] {
  return [
    verdict.byFloor && !inRow ? 1 : 0,
    challenge,
    loudness.matchingResult ? 0 : 1,
    inRow ? 0 : 1,
    raised ? 0 : 1,
    timingRank(timing),
    STRENGTH_RANK[strength],
    loudness.use === "current" ? 0 : 1,
  ];
}

/** Whether an ingredient stands in a contraindicated or major row that holds. */
function inMajorRow(ingredient: string, rows: readonly MatchedInteraction[]): boolean {
  return rows.some(
    ({ severity, slots }) =>
      severityRank(severity) <= severityRank("major") &&
      slots.some((slot) => slot.some(({ profile }) => profile.name === ingredient)),
  );
}

/** Label-only drugs ask for nothing of their own; nor do those at `info` without a result, or at the floor where nothing raises them. */
function asksOf(
  { drugClass }: ClassRule,
  verdict: PriorityDecision,
  loudness: MedicationPriorityInput,
  drugs: readonly string[],
): TestRequest | null {
  if (loudness.strength === "label-only" || drugClass.labs.length === 0 || loudness.undatedStop) return null;
  if (verdict.byFloor && drugClass.raisedTo.length > 0) return null;
  return {
    labs: drugClass.labs,
    reason: () => drugs.toSorted(byText).join("; "),
    essentials: essentialsOf(verdict, loudness),
  };
}

function essentialsOf(verdict: PriorityDecision, loudness: MedicationPriorityInput): number {
  if (verdict.priority === "review") return 4;
  if (verdict.priority === "consider" && !verdict.byFloor) return 3;
  return verdict.byFloor || loudness.matchingResult ? 2 : 1;
}
