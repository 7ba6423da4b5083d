import { z } from "zod";
import { PartialDate, FindingKind, Priority, Strength, Timing } from "@/lib/domain/vocabulary";
import { Medication } from "@/lib/domain/medication";
import { isFields, upcastTo, type StoredKind } from "@/lib/domain/stored/upcast";
import { OnsetWindow } from "@/lib/knowledge/schema";
import type { DrawnTimeline } from "@/lib/report/timeline/timeline";
import type { ReviewView } from "./review-view";

/** What of a review's page depends on the knowledge base of the day: kept at the signature and shown from then on. */
export type KeptView = Pick<
  ReviewView,
  | "banner"
  | "summary"
  | "problems"
  | "findings"
  | "tests"
  | "questions"
  | "notEntered"
  | "medications"
  | "causes"
  | "results"
  | "conditions"
  | "sources"
  | "knowledgeVersion"
>;

const PAGE_VERSION = "1.1.0";

/** The steps from each version of the kept page to the next; they never add what was not shown. */
const KEPT_PAGE: StoredKind = {
  name: "page of a signed review",
  current: PAGE_VERSION,
  unstated: "1.0.0",
  versionField: "pageVersion",
  // 1.1.0 brought the problems; a page that was kept before shows none.
  upcasters: [{ from: "1.0.0", to: "1.1.0", upcast: (page) => ({ ...page, view: withoutProblems(page.view) }) }],
};

function withoutProblems(view: unknown): unknown {
  return isFields(view) ? { ...view, summary: null, problems: null } : view;
}

const Words = z.array(z.union([z.string(), z.object({ drawn: z.string(), plain: z.string() })]));
const text = z.string();
const maybe = z.string().nullable();
const texts = z.array(z.string());
const number = z.number();

const Figure = z.object({
  text,
  kind: maybe,
  population: maybe,
  comparison: maybe,
  outcome: maybe,
  year: number.nullable(),
  ratio: z.object({ estimate: number, low: number, high: number }).nullable(),
  source: number.nullable(),
});
const FindingShown = z.object({
  id: text,
  kind: FindingKind,
  priority: Priority,
  strength: Strength.nullable(),
  title: Words,
  reasons: z.array(Words),
  mechanism: Words.nullable().default(null),
  level: Words.nullable(),
  against: z.array(Words),
  options: z.array(Words),
  figures: z.array(Figure),
  statements: z.array(Words),
  timing: Timing,
  byFloor: z.boolean(),
  ruleId: text,
  factsDigest: text,
  className: maybe,
  usualWindow: maybe,
  tests: texts,
  sources: z.array(number),
  checked: maybe,
  knowledgeLink: maybe,
  names: texts,
  since: z.object({ words: text, decidedThen: maybe }).nullable(),
});
const MedicationPart = z.object({
  name: Words,
  className: maybe,
  association: text,
  mechanism: text,
  mechanismIds: texts,
  timing: text,
  evidence: text,
  labIds: texts,
  whyNot: maybe,
});
const MedicationShown = z.object({
  id: text,
  line: text,
  name: Words,
  sortName: text,
  detail: text,
  use: maybe,
  priority: Priority.nullable(),
  state: z.enum(["judged", "not-flagged", "not-current", "not-read", "not-medication"]),
  parts: z.array(MedicationPart),
  classes: text,
  mechanisms: text,
  start: PartialDate.nullable(),
  findingIds: texts,
  lastResult: text,
  since: maybe,
});
const TestShown = z.object({
  id: text,
  name: text,
  priority: Priority,
  askedBy: Words,
  reasons: z.array(Words),
  answered: maybe,
  repeat: maybe,
  leftOutOf: texts,
  last: text,
});
const CauseShown = z.object({
  id: text,
  cause: text,
  from: text,
  why: text,
  tellsApart: text,
  sources: z.array(number),
  question: z.boolean(),
  findingId: text,
});
const ResultShown = z.object({
  id: text,
  test: text,
  value: text,
  unit: text,
  reference: text,
  date: text,
  reading: text,
  abnormal: z.boolean(),
  isNew: z.boolean(),
});
const ProblemShown = z.object({
  id: text,
  title: text,
  priority: Priority,
  howSoon: maybe,
  headline: Words,
  options: z.array(Words),
  questions: z.array(Words),
  tests: texts,
  findingIds: texts,
  aloneIds: texts,
  namedIds: texts,
  drugs: z.array(z.object({ line: number, ingredient: text, role: text })),
});
const View = z.object({
  summary: z.array(Words).nullable(),
  problems: z.array(ProblemShown).nullable(),
  banner: z.object({ reference: text, localReference: maybe, born: text, sex: text, further: texts }),
  findings: z.array(FindingShown),
  tests: z.array(TestShown),
  questions: z.array(Words),
  notEntered: texts,
  medications: z.array(MedicationShown),
  causes: z.array(CauseShown),
  results: z.array(ResultShown),
  conditions: texts,
  sources: z.array(z.object({ id: text, number, citation: text, link: maybe })),
  knowledgeVersion: text,
}) satisfies z.ZodType<KeptView>;

const Mark = z.object({ x: number, words: text, level: number.nullable(), abnormal: z.boolean(), date: text });
const Place = z.object({ x: number, width: number });
const DrugShown = z.object({
  id: text,
  medication: Medication,
  priority: Priority.nullable(),
  bars: z.array(Place.extend({ vague: z.boolean() })),
  since: maybe,
  unknownStart: number.nullable(),
  end: z.object({ x: number, kind: z.enum(["arrow", "square"]) }).nullable(),
  doses: z.array(z.object({ x: number, direction: z.enum(["up", "down"]), words: text })),
  usual: OnsetWindow.nullable(),
  window: Place.nullable(),
  words: text,
  change: text,
  beforeOnset: text,
  timing: Timing.nullable(),
  events: z.array(z.object({ from: number, to: number })),
});
const TimelineShown = z.object({
  axis: z.object({
    from: number,
    today: number,
    ticks: z.array(z.object({ x: number, month: text, year: maybe })),
    words: text,
  }),
  onset: Place.extend({ words: text }).nullable(),
  groups: z.array(
    z.object({ id: z.enum(["before", "after", "older", "undated"]), title: text, drugs: z.array(DrugShown) }),
  ),
  results: z.object({
    lanes: z.array(z.object({ id: text, name: text, marks: z.array(Mark), levels: number })),
    notDrawn: number,
  }),
  events: z.object({ marks: z.array(Mark), levels: number }),
  caption: text,
}) satisfies z.ZodType<DrawnTimeline>;

const KeptPageDocument = z.object({ pageVersion: z.literal(PAGE_VERSION), view: View, timeline: TimelineShown });

export interface KeptPage {
  readonly view: KeptView;
  readonly timeline: DrawnTimeline;
}

/** The page as it is kept: JSON of what was shown, with the version of its form. */
export function keptPageText({ view, timeline }: KeptPage): string {
  return JSON.stringify(KeptPageDocument.parse({ pageVersion: PAGE_VERSION, view, timeline }));
}

/** A kept page in the form of today. */
export function readKeptPage(document: string): KeptPage {
  return KeptPageDocument.parse(upcastTo(KEPT_PAGE, JSON.parse(document)));
}
