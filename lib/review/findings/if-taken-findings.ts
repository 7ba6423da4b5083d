import type { Facts } from "@/lib/review/facts/facts";
import { namesOf } from "@/lib/review/facts/facts";
import { priorityRank, retold, type FindingDraft, type JudgedFinding } from "./finding-draft";
import { judgeInteractions } from "./interaction-findings";
import { matchList } from "./medication-findings";
import { judgeRedFlags } from "./red-flag-findings";
import { judgeSafety } from "./safety-findings";
import { matchInteractions, severityRank, type Participant } from "@/lib/review/rules/match-interactions";
import { oneInteractionPerPair, type ReportedInteraction } from "@/lib/review/rules/one-interaction-per-pair";
import type { MatchingResults } from "@/lib/review/rules/mechanism-evidence";
import { byText, drugName, joinWords, lowered, unique } from "@/lib/review/format";

/** What stands in the answer already, and what of it is judged only from what is surely taken. */
export interface Told {
  readonly rows: readonly ReportedInteraction[];
  readonly safety: readonly FindingDraft[];
  readonly redFlags: readonly FindingDraft[];
  readonly results: MatchingResults;
  /** The facts with recent results only, on which red flags are judged. */
  readonly recent: Facts;
}

/**
 * A drug that may or may not be taken is judged as taken where not taking notice could hurt: contraindicated and major pairs, the
 * label's limits, safety flags and red flags. Each is told as "if it is taken", one step lower than it would be and never below
 * `review`; what is told without the drug is left as it is.
 */
export function judgeIfTaken(facts: Facts, told: Told): FindingDraft[] {
  if (facts.drugs.uncertain.length === 0) return [];
  const ifTaken = factsIfTaken(facts);
  const matches = matchList(ifTaken).current.filter(({ drug }) => isUncertain(drug));
  const fired = matchInteractions(ifTaken);
  const rows = oneInteractionPerPair(fired, facts.index.interactionOrder).flatMap(
    (row) => onlyUncertain(row, told.rows) ?? [],
  );
  const pairs = rows.flatMap((row) =>
    judgeInteractions([row], [], ifTaken, told.results).map((draft) =>
      asQuestion(draft, uncertainIn(row.slots.flat()), `a ${row.severity} interaction`),
    ),
  );
  const flags = judgeSafety(matches, fired, ifTaken)
    .filter(({ finding }) => !told.safety.some((other) => covers(other.finding, finding)))
    .map((draft) => asQuestion(draft, draft.finding.ingredients, "a safety flag"));
  const before = new Set(told.redFlags.map(({ finding }) => finding.id));
  const names = uncertainIn(matches);
  const redFlags = judgeRedFlags(factsIfTaken(told.recent))
    .drafts.filter(({ finding }) => !before.has(finding.id))
    .map((draft) => asQuestion(draft, names, "a red flag"));
  return withOwnIds([...pairs, ...flags, ...redFlags], told);
}

/** All that may be taken is taken. */
function factsIfTaken(facts: Facts): Facts {
  const current = [...facts.drugs.current, ...facts.drugs.uncertain].sort((a, b) => byText(a.key, b.key));
  return { ...facts, drugs: { ...facts.drugs, current, uncertain: [] }, drugNames: namesOf(current) };
}

function isUncertain({ medication }: Participant["drug"]): boolean {
  return medication.use === "uncertain";
}

function uncertainIn(partners: readonly Participant[]): string[] {
  return unique(partners.filter(({ drug }) => isUncertain(drug)).map(({ profile }) => profile.name)).sort(byText);
}

/**
 * A row for the pairs that an uncertain drug stands in; null where it says nothing that could hurt, or no more than is told
 * without it. Beside an uncertain drug the others of its own place are left out: their pairs are told already.
 */
function onlyUncertain(row: ReportedInteraction, told: readonly ReportedInteraction[]): ReportedInteraction | null {
  const decides = severityRank(row.severity) <= severityRank("major") || row.cap === "not-read";
  if (!decides) return null;
  const sets = row.slots.map((slot) =>
    slot.filter(({ drug, profile }) => isUncertain(drug) && row.ingredients.includes(profile.name)),
  );
  if (sets.every((slot) => slot.length === 0)) return null;
  const without = told.find((other) => other.row === row.row);
  const sameDrugs = without !== undefined && row.ingredients.every((name) => without.ingredients.includes(name));
  if (sameDrugs && severityRank(without.severity) <= severityRank(row.severity)) return null;
  if (sameDrugs) return row;
  const alone = sets.filter((slot) => slot.length > 0).length === 1;
  const slots = alone ? row.slots.map((slot, at) => (sets[at]?.length ? (sets[at] ?? slot) : slot)) : row.slots;
  const left = unique(slots.flat().map(({ profile }) => profile.name));
  return { ...row, slots, ingredients: row.ingredients.filter((name) => left.includes(name)) };
}

function covers(told: JudgedFinding, finding: JudgedFinding): boolean {
  return told.id === finding.id && finding.ingredients.every((name) => told.ingredients.includes(name));
}

/** One step lower, never below `review` where it was that loud; the reason for its level says why. */
function asQuestion(draft: FindingDraft, names: readonly string[], what: string): FindingDraft {
  const { finding } = draft;
  const drugs = joinWords(names.map(drugName));
  const is = names.length === 1 ? "is" : "are";
  const because = `It is not clear whether ${drugs} ${is} taken; if so, this is ${what}${finding.priority === "act-now" ? " to act on now" : ""}`;
  const priority = priorityRank(finding.priority) <= priorityRank("review") ? "review" : finding.priority;
  const words = retold(draft, ({ title, reasons }) => ({
    title: `If ${drugs} ${is} taken: ${lowered(title)}`,
    reasons: [...reasons.filter((reason) => !reason.startsWith("Shown at this level")), because],
  }));
  return { ...draft, ifTaken: [...names], finding: { ...finding, priority }, words };
}

/** Where the same cause is told of a drug that is surely taken, the finding about the other has an id of its own. */
function withOwnIds(drafts: readonly FindingDraft[], told: Told): FindingDraft[] {
  const ids = new Set([
    ...told.rows.map(({ row }) => `interaction:${row.id}`),
    ...told.safety.map(({ finding }) => finding.id),
    ...told.redFlags.map(({ finding }) => finding.id),
  ]);
  return drafts.map((draft) =>
    ids.has(draft.finding.id) ? { ...draft, finding: { ...draft.finding, id: `${draft.finding.id}:if-taken` } } : draft,
  );
}
