import { displayDate } from "@/lib/domain/display-date";
import type { PatientCase } from "@/lib/domain/case";
import type { Medication, MedicationPiece } from "@/lib/domain/medication";
import type { Finding, Review } from "@/lib/domain/review";
import { PRIORITIES, type Priority, type Timing } from "@/lib/domain/vocabulary";
import type { Knowledge } from "@/lib/knowledge/schema";
import type { ListedDrug } from "@/lib/review/facts/medications/listed-drugs";
import type { MedicationDifference } from "@/lib/review/compare/compare-cases";
import type { Facts } from "@/lib/review/facts/facts";
import { shortName } from "@/lib/review/facts/results/interpret-result";
import { classesOf } from "@/lib/review/rules/match-classes";
import { anchorOf } from "@/lib/review/facts/medications/dose-history";
import { judgeTiming } from "@/lib/review/rules/onset-window";
import { whyNotFlaggedIn, type WhyNotFlagged } from "@/lib/review/suggestions/not-flagged";
import { drugWord } from "@/app/_view-models/drug-runs";
import { formatValue } from "./lab-view";
import { formatDetail, formatName } from "./medication-words";
import type { MedicationPart, MedicationRow } from "./review-view";

/** A low potassium is urgent by itself; the drugs that it names are no more urgent for that than their own findings say. */
const OF_THE_PATIENT: ReadonlySet<Finding["kind"]> = new Set([
  "red-flag",
  "lab-result",
  "missing-information",
  "condition",
]);

/** What the rows of one review are made from. */
interface Given {
  readonly review: Review;
  readonly facts: Facts;
  readonly knowledge: Knowledge;
  readonly whyNot: WhyNotFlagged;
}

/** The medication table: one row for every medication and for every line that is none, so that nothing entered is missing. */
export function medicationRows(
  patientCase: PatientCase,
  review: Review,
  facts: Facts,
  knowledge: Knowledge,
): MedicationRow[] {
  const given = { review, facts, knowledge, whyNot: whyNotFlaggedIn(facts) };
  const listed = [...facts.drugs.current, ...facts.drugs.uncertain, ...facts.drugs.stopped, ...facts.drugs.notTaken];
  return patientCase.medications.flatMap((piece, index) => {
    if (piece.status === "recognised") {
      return piece.medications.map((medication, part) => {
        const drug = listed.find((one) => one.medication === medication);
        return medicationRow(`${index}-${part}`, { piece, medication, drug }, given);
      });
    }
    return [otherRow(String(index), piece)];
  });
}

/** The rows of a follow-up, each with what became of it since the review before. */
export function withSince(
  rows: readonly MedicationRow[],
  patientCase: PatientCase,
  differences: readonly MedicationDifference[],
): MedicationRow[] {
  const words = new Map(differences.map((difference) => [difference.after, difference.words]));
  const byId = new Map(
    patientCase.medications.flatMap((piece, index) =>
      piece.medications.map((medication, part): [string, string] => [`${index}-${part}`, words.get(medication) ?? ""]),
    ),
  );
  return rows.map((row) => ({ ...row, since: byId.get(row.id) ?? "" }));
}

function medicationRow(
  id: string,
  { piece, medication, drug }: { piece: MedicationPiece; medication: Medication; drug: ListedDrug | undefined },
  given: Given,
): MedicationRow {
  const { review, facts, knowledge } = given;
  const names = medication.ingredients.map((ingredient) => ingredient.name);
  const about = review.findings.filter((finding) => finding.ingredients.some((name) => names.includes(name)));
  const taken = medication.use === "current" || medication.use === "uncertain";
  const unjudged = taken ? "not-flagged" : "not-current";
  const parts = names.map((name) => partOf(name, drug, about, given));
  const priority =
    PRIORITIES.find((level) =>
      about.some((finding) => finding.priority === level && !OF_THE_PATIENT.has(finding.kind)),
    ) ?? null;
  return {
    id,
    line: piece.text.trim(),
    name: formatName(medication),
    sortName: names.join(" "),
    detail: formatDetail(medication),
    use: medication.use === "current" ? null : medication.use,
    priority,
    state: priority === null ? unjudged : "judged",
    parts,
    classes: unique(parts.map((part) => part.className ?? "No class of our list")).join("; "),
    mechanisms:
      unique(
        parts.flatMap((part) =>
          part.mechanismIds.map((one) => knowledge.mechanisms.find((mechanism) => mechanism.id === one)?.name ?? one),
        ),
      ).join("; ") || "No mechanism of our list",
    start: medication.start,
    findingIds: about.map((finding) => finding.id),
    lastResult: describeLastResult(
      parts.flatMap((part) => part.labIds),
      facts,
    ),
    since: null,
  };
}

/** “Potassium 2.4 mmol/L, 20 Nov 2026” of the first test of its classes that was measured. */
function describeLastResult(labIds: readonly string[], facts: Pick<Facts, "labs">): string {
  if (labIds.length === 0) return "no test of its class";
  const [measured] = labIds.flatMap((id) => facts.labs.latest.get(id) ?? []);
  if (measured === undefined) return "not measured";
  const { result } = measured;
  return `${shortName(measured.lab)} ${formatValue(result)}, ${result.date === null ? "date not given" : displayDate(result.date)}`;
}

function partOf(
  name: string,
  drug: ListedDrug | undefined,
  about: readonly Finding[],
  { facts, whyNot }: Pick<Given, "facts" | "whyNot">,
): MedicationPart {
  const classes =
    drug === undefined ? [] : classesOf(drug, facts.drugs.current).filter(({ match }) => match.profile.name === name);
  const counting =
    classes.find(
      ({ not, match }) => not === null && about.some((finding) => finding.ruleId === match.rule.drugClass.ruleId),
    ) ?? classes.find(({ not }) => not === null);
  const empty = {
    name: [drugWord(name)],
    className: null,
    association: "not flagged",
    mechanism: "none of our list",
    mechanismIds: [],
    timing: describeTiming(drug, null, facts),
    evidence: "none of our list",
    labIds: [],
  };
  if (counting === undefined)
    return {
      ...empty,
      whyNot: describeWhyNot(name, drug, whyNot),
    };
  const { drugClass } = counting.match.rule;
  const finding = about.find((one) => one.ruleId === drugClass.ruleId && one.kind === "medication");
  return {
    name: [drugWord(name)],
    className: drugClass.name,
    association: finding === undefined ? "not flagged" : describeAssociation(finding),
    mechanism: drugClass.mechanismText,
    mechanismIds: drugClass.mechanisms,
    timing: describeTiming(drug, drugClass.onset, facts, finding?.timing),
    labIds: drugClass.labs,
    evidence: describeEvidence(
      drugClass.evidence.map((figure) => figure.kind),
      drugClass.sources.length,
      drugClass.evidenceKind,
    ),
    whyNot: finding === undefined ? describeWhyNot(name, drug, whyNot) : null,
  };
}

/** “strong, 1.48 (1.29 to 1.68)”: the strength, with the first figure that has an interval. */
function describeAssociation(finding: Finding): string {
  const figure = finding.effects.find(
    (effect) => effect.estimate !== null && effect.low !== null && effect.high !== null,
  );
  const strength =
    finding.strength === "label-only" ? "named in product information only" : (finding.strength ?? "by rule");
  return figure === undefined ? strength : `${strength}, ${figure.estimate} (${figure.low} to ${figure.high})`;
}

/** @param judged the timing of its finding, which also knows what stopping told; “unknown” where there is none */
function describeTiming(
  drug: ListedDrug | undefined,
  window: Parameters<typeof judgeTiming>[0] | null,
  facts: Pick<Facts, "onset">,
  judged: Timing = "unknown",
): string {
  const anchor = drug === undefined || window === null ? null : anchorFor(drug, window, facts);
  if (drug === undefined || (drug.medication.start === null && anchor === null)) return "start not given";
  const started = drug.medication.start === null ? "start not given" : `started ${displayDate(drug.medication.start)}`;
  if (facts.onset === null) return `${started}; onset not entered`;
  const verdict = window === null ? null : judgeTiming(window, anchor?.day ?? null, facts.onset, anchor?.kind);
  if (verdict === null || verdict.words === null) return started;
  const timing = judged === "unknown" ? verdict.timing : judged;
  const from = anchor === null || anchor.kind === "started" || anchor.words === "" ? "" : `${anchor.words}, `;
  return `${from}${verdict.words} · ${timing}`;
}

/** What the window counts from; where a dose that falls matters, stopping is the deepest fall. */
function anchorFor(drug: ListedDrug, { anchor }: Parameters<typeof judgeTiming>[0], facts: Pick<Facts, "onset">) {
  const { stop } = drug;
  const events: ListedDrug["events"] =
    anchor === "dose-fall" && stop !== null ? [...drug.events, { kind: "stopped", day: stop, words: "" }] : drug.events;
  return anchorOf(events, anchor, facts.onset);
}

function describeEvidence(kinds: readonly string[], sources: number, kindInWords: string): string {
  const named = unique(kinds.map((kind) => kind.replace(/-/g, " ")));
  const words = named.length === 0 ? kindInWords : named.join(", ");
  return `${words} · ${sources} ${sources === 1 ? "source" : "sources"}`;
}

/** Why an ingredient has no finding of its own, as the review itself answers it (lib/review/suggestions/not-flagged.ts). */
function describeWhyNot(name: string, drug: ListedDrug | undefined, whyNot: WhyNotFlagged): string {
  const reasons = drug === undefined ? [] : whyNot(drug).filter(({ ingredient }) => ingredient === name);
  return reasons.length === 0
    ? "It has no finding of its own in this review."
    : reasons.map(({ reason }) => reason).join(" ");
}

function otherRow(id: string, piece: MedicationPiece): MedicationRow {
  const read = piece.status === "not-medication";
  return {
    id,
    line: piece.text.trim(),
    name: [`“${piece.text.trim()}”`],
    sortName: piece.text.trim().toLowerCase(),
    detail: read ? "not a medication" : "not read",
    use: null,
    priority: null,
    state: read ? "not-medication" : "not-read",
    parts: [],
    classes: read ? "Not a medication" : "Not read",
    mechanisms: read ? "Not a medication" : "Not read",
    start: null,
    findingIds: [],
    lastResult: read ? "not a medication" : "not read",
    since: null,
  };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** For sorting: loudest first, then what was not read, then what is not flagged, then what is not taken. */
export function rowRank(row: Pick<MedicationRow, "priority" | "state">): number {
  if (row.priority !== null) return PRIORITIES.indexOf(row.priority as Priority) * 2;
  return RANK_OF_STATE.get(row.state) ?? 12;
}

const RANK_OF_STATE: ReadonlyMap<string, number> = new Map([
  ["not-read", 3],
  ["not-flagged", 10],
  ["not-current", 11],
]);
