import { displayDate, displayInstant } from "@/lib/domain/display-date";
import { PRIORITY_WORDS } from "@/lib/domain/priority-words";
import type { PatientCase } from "@/lib/domain/case";
import { isStanding, type Decision, type DecisionAction } from "@/lib/domain/decision";
import type { Finding, LabSuggestion, Review, SourceReference } from "@/lib/domain/review";
import { PRIORITIES, type Priority } from "@/lib/domain/vocabulary";
import { decisionText, formatDecision } from "./decision-text";
import { reportProblems, summarySentences, type ReportProblem } from "./report-problems";
import { readingSummary, type ReadingSummary } from "./reading-summary";
import { medicationRows, resultText, type MedicationRow } from "./medication-rows";
import { withTallMan } from "@/lib/report/text/tall-man-text";
import { drawnTimeline, timelineOf, type DrawnTimeline } from "@/lib/report/timeline/timeline";

/** What of a stored review a report needs besides case and review; the command line has none of it. */
export interface ReportIdentity {
  reviewId: string;
  reference: string | null;
  status: "draft" | "signed" | "superseded" | "archived";
  signedBy: string | null;
  signedAt: string | null;
  organisation: string | null;
  timeZone: string;
  /** ISO instant printed as "generated"; a signed report takes its signing time, so that its bytes never change. */
  generatedAt: string;
  digest: string | null;
}

export interface ReportInput {
  patientCase: PatientCase;
  review: Review;
  decisions: readonly Decision[];
  chosenLabs: readonly string[];
  /** What the signer confirmed to have seen (unread lines, failed checks). */
  acknowledged: readonly string[];
  identity: ReportIdentity;
}

export interface ReportFinding {
  id: string;
  priority: Priority;
  title: string;
  strength: string | null;
  timing: string;
  reasons: string[];
  effects: string[];
  against: string[];
  options: string[];
  /** What was decided, by whom, when and with which comment; null where nothing was. */
  decision: string | null;
  /** What was decided alone: `Monitor`. */
  decisionShort: string | null;
  /** Null also where it was decided before its facts changed: nothing is set aside by such a decision. */
  decisionAction: DecisionAction | null;
  kind: Finding["kind"];
  ruleId: string;
  /** Numbers of the sources list. */
  references: number[];
}

export interface ReportSource {
  number: number;
  citation: string;
  link: string | null;
}

export interface ReportTest {
  id: string;
  name: string;
  loinc: string | null;
  priority: Priority;
  reasons: string[];
  answered: string | null;
  repeat: string | null;
  leftOutOf: string[];
  chosen: boolean;
}

/** Everything a report says, in order, as plain data; every format renders this and nothing else. */
export interface ReportModel {
  title: string;
  /** One line: reference, born, sex, signature. */
  patientLine: string;
  statusLine: string;
  reading: ReadingSummary;
  readingLine: string;
  groups: { priority: Priority; word: string; findings: ReportFinding[] }[];
  /** The findings by problem; null for a review of before problems were grouped. */
  problems: readonly ReportProblem[] | null;
  /** What first, what else, what was not read; null as above. */
  summary: readonly string[] | null;
  tests: ReportTest[];
  questions: string[];
  medications: MedicationRow[];
  conditions: string[];
  /** The symptoms as they were entered, in the words of the entry; empty where none were. */
  symptomWords: string[];
  results: string[];
  unread: { text: string; where: string; status: string; suggestions: string[] }[];
  acknowledged: string[];
  sources: ReportSource[];
  /** Without the usual windows: these are the knowledge base's and may change, a signed report may not. */
  timeline: DrawnTimeline;
  /** Since when and how often, in words: “since about Apr 2026, 5 a week”. */
  crampsLine: string;
  intendedUse: string;
  scope: string;
  /** Printed on each page: review id, knowledge version, digest, generated time. */
  identityLine: string;
  identity: ReportIdentity;
  knowledgeVersion: string;
  asOf: string;
}

const INTENDED_USE =
  "For clinicians. Recommends, does not direct. Not for emergencies and not for use by patients. Each finding names its basis, so that it can be checked.";
const SCOPE =
  "Evidence and ranges are for adults. A drug that is not flagged is not thereby free of this effect: the knowledge base lists what was read. What was not read is named above and is not covered.";

/** Numbers the sources in the order of their first use. */
class SourceNumbers {
  private readonly numbers = new Map<string, number>();
  readonly list: ReportSource[] = [];

  number(source: SourceReference): number {
    const known = this.numbers.get(source.id);
    if (known !== undefined) return known;
    const number = this.list.length + 1;
    this.numbers.set(source.id, number);
    this.list.push({ number, citation: source.citation, link: sourceLink(source) });
    return number;
  }
}

/** The address of a source: PubMed, else its DOI, else its page. */
export function sourceLink(source: SourceReference): string | null {
  if (source.pmid !== undefined) return `https://pubmed.ncbi.nlm.nih.gov/${source.pmid}/`;
  if (source.doi !== undefined) return `https://doi.org/${source.doi}`;
  return source.url ?? null;
}

function patientLine(input: ReportInput): string {
  const { context } = input.patientCase;
  const age = context.ageYears === null ? "birth year not entered" : `${context.ageYears} years`;
  const born = context.birthYear === null ? age : `born ${context.birthYear}`;
  const sex = context.sex === "unknown" ? "sex not entered" : context.sex;
  return [input.identity.reference ?? "no reference", born, sex].join(" · ");
}

function crampsLine({ patientCase }: ReportInput): string {
  const { onset, perWeek, timing, site } = patientCase.context.cramps;
  const about =
    onset === null ? "onset not entered" : `since ${onset.length === 10 ? "" : "about "}${displayDate(onset)}`;
  return [
    about,
    ...(perWeek === null ? [] : [`${perWeek} a week`]),
    ...(timing === null ? [] : [timing]),
    ...(site === null ? [] : [site]),
  ].join(", ");
}

function statusLine({ identity }: ReportInput): string {
  if (identity.signedAt !== null)
    return `Signed by ${identity.signedBy ?? "a clinician"} on ${displayInstant(identity.signedAt, identity.timeZone)}${identity.status === "superseded" ? " (superseded by a newer version)" : ""}`;
  return "DRAFT, not signed";
}

function reportFinding(
  finding: Finding,
  decisions: readonly Decision[],
  numbers: SourceNumbers,
  timeZone: string,
): ReportFinding {
  const decision = decisions.find((candidate) => candidate.findingId === finding.id);
  return {
    id: finding.id,
    priority: finding.priority,
    title: withTallMan(finding.title),
    strength: finding.strength,
    timing: finding.timing,
    reasons: finding.reasons.map(withTallMan),
    effects: finding.effects.map((effect) => effect.text),
    against: finding.against.map(withTallMan),
    options: finding.options.map(withTallMan),
    decision: decision === undefined ? null : decisionText(decision, timeZone),
    decisionShort: decision === undefined ? null : formatDecision(decision),
    decisionAction: decision === undefined || !isStanding(decision) ? null : decision.action,
    kind: finding.kind,
    ruleId: finding.ruleId,
    references: finding.sources.map((source) => numbers.number(source)),
  };
}

function reportTest(lab: LabSuggestion, chosen: readonly string[]): ReportTest {
  return {
    id: lab.id,
    name: lab.name,
    loinc: lab.loinc,
    priority: lab.priority,
    reasons: lab.reasons.map(withTallMan),
    answered: lab.answeredBy === null ? null : resultText(lab.answeredBy),
    repeat: lab.repeat,
    leftOutOf: lab.leftOutOf,
    chosen: chosen.includes(lab.id),
  };
}

/** Builds the report of a draft or signed review. Pure: the same input gives the same model. */
export function buildReportModel(input: ReportInput): ReportModel {
  const { patientCase, review, identity } = input;
  const numbers = new SourceNumbers();
  const groups = PRIORITIES.map((priority) => ({
    priority,
    word: PRIORITY_WORDS[priority],
    findings: review.findings
      .filter((finding) => finding.priority === priority)
      .map((finding) => reportFinding(finding, input.decisions, numbers, identity.timeZone)),
  }));
  const reading = readingSummary(patientCase);
  const digest = identity.digest === null ? [] : [`digest ${identity.digest.slice(0, 12)}`];
  return {
    title: "Medication review: muscle cramps",
    patientLine: patientLine(input),
    statusLine: statusLine(input),
    reading,
    readingLine: reading.sentence,
    groups,
    problems: reportProblems(
      review,
      groups.flatMap(({ findings }) => findings),
    ),
    summary: summarySentences(review),
    tests: review.labs.map((lab) => reportTest(lab, input.chosenLabs)),
    questions: review.questions.map(withTallMan),
    medications: medicationRows(patientCase, review),
    conditions: patientCase.conditions.map((piece) => conditionText(piece)),
    symptomWords: wordsEntered(patientCase),
    results: patientCase.labs.flatMap((piece) => piece.results.map(resultText)),
    unread: review.unread,
    acknowledged: [...input.acknowledged],
    sources: numbers.list,
    timeline: drawnTimeline(timelineOf({ patientCase, review, knowledge: null })),
    crampsLine: crampsLine(input),
    intendedUse: INTENDED_USE,
    scope: SCOPE,
    identityLine: [
      `review ${identity.reviewId}`,
      `knowledge ${review.knowledgeVersion}`,
      ...digest,
      displayInstant(identity.generatedAt, identity.timeZone),
    ].join(" · "),
    identity,
    knowledgeVersion: review.knowledgeVersion,
    asOf: review.asOf,
  };
}

/** Line by line, as typed: nothing of them is shortened or put in other words. */
function wordsEntered({ context }: PatientCase): string[] {
  return (context.symptomText ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function conditionText(piece: PatientCase["conditions"][number]): string {
  const codes = piece.codes.map((code) => code.code).join(", ");
  const polarity = piece.polarity === "present" ? "" : `, ${piece.polarity}`;
  const text = piece.text.trim();
  // A code entered alone says nothing to a reader, so its meaning stands in its place.
  const words = piece.codes.find(({ code }) => code === text.toUpperCase())?.display ?? text;
  return `${words}${codes === "" ? " (no code)" : ` (${codes}${polarity})`}`;
}
