import type { RichText } from "@/app/_view-models/rich-text";
import type { BannerFacts } from "@/app/_shell/patient-banner";
import type { FindingKind, Priority, Strength, Timing } from "@/lib/domain/vocabulary";
import type { ProblemView } from "./problem-view";
import type { DecisionView } from "./decision-view";
import type { FindingSince } from "@/app/_view-models/history/since-view";

export type SourceView = { id: string; number: number; citation: string; link: string | null };

/** A figure with what it counts. `ratio`: it can be drawn on a log axis around 1. */
export type FigureView = {
  text: string;
  kind: string | null;
  population: string | null;
  comparison: string | null;
  outcome: string | null;
  year: number | null;
  ratio: { estimate: number; low: number; high: number } | null;
  source: number | null;
};

/** A finding with its whole basis, ready to be drawn. */
export type FindingView = {
  id: string;
  kind: FindingKind;
  priority: Priority;
  strength: Strength | null;
  title: RichText;
  reasons: RichText[];
  /** How it comes about, in one sentence; null where it is not known. */
  mechanism: RichText | null;
  /** Why it stands at its level: the rule in plain words. */
  level: RichText | null;
  against: RichText[];
  options: RichText[];
  figures: FigureView[];
  /** What is known without a figure. */
  statements: RichText[];
  timing: Timing;
  byFloor: boolean;
  ruleId: string;
  /** Digest of the facts that are shown; goes back with a decision, which stands for these. */
  factsDigest: string;
  className: string | null;
  usualWindow: string | null;
  tests: string[];
  sources: number[];
  checked: string | null;
  knowledgeLink: string | null;
  /** Plain words, for searching and speech. */
  names: string[];
  /** In a follow-up: new, moved or as before, and what was decided then. */
  since: FindingSince | null;
};

/** One ingredient of a medication as the table judges it. */
export type MedicationPart = {
  name: RichText;
  className: string | null;
  association: string;
  mechanism: string;
  mechanismIds: string[];
  timing: string;
  evidence: string;
  /** The tests of its class, by id. */
  labIds: readonly string[];
  /** Set where nothing is flagged. */
  whyNot: string | null;
};

export type MedicationRow = {
  id: string;
  line: string;
  name: RichText;
  sortName: string;
  detail: string;
  use: string | null;
  /** The loudest finding about it; null where there is none. */
  priority: Priority | null;
  state: "judged" | "not-flagged" | "not-current" | "not-read" | "not-medication";
  parts: MedicationPart[];
  classes: string;
  mechanisms: string;
  start: string | null;
  findingIds: string[];
  /** The latest result of a test that its class asks for. */
  lastResult: string;
  /** In a follow-up: what became of it since the review before; “unchanged” folds it. */
  since: string | null;
};

export type TestView = {
  id: string;
  name: string;
  priority: Priority;
  /** Drugs, conditions or findings by name. */ askedBy: RichText;
  reasons: RichText[];
  answered: string | null;
  repeat: string | null;
  leftOutOf: string[];
  last: string;
};
export type CauseView = {
  id: string;
  cause: string;
  from: string;
  why: string;
  tellsApart: string;
  sources: number[];
  question: boolean;
  findingId: string;
};
export type ResultView = {
  id: string;
  test: string;
  value: string;
  unit: string;
  reference: string;
  date: string;
  reading: string;
  abnormal: boolean;
  /** In a follow-up: not in the review before. */ isNew: boolean;
};
export type UnreadView = { text: string; where: string };

export type ReviewView = {
  reference: string;
  version: number;
  status: "draft" | "signed" | "superseded" | "archived";
  describeStatus: string;
  isExample: boolean;
  banner: BannerFacts;
  unread: UnreadView[];
  /** What first and why, what else, what was not read; null for a review of before problems were grouped. */
  summary: RichText[] | null;
  /** Null for a review of before problems were grouped. */
  problems: ProblemView[] | null;
  findings: FindingView[];
  decisions: DecisionView[];
  tests: TestView[];
  chosenLabs: string[];
  questions: RichText[];
  notEntered: string[];
  medications: MedicationRow[];
  recognised: number;
  notRead: number;
  causes: CauseView[];
  results: ResultView[];
  conditions: string[];
  sources: SourceView[];
  knowledgeVersion: string;
  /** Set where the draft was judged under another version than the one loaded now. */
  knowledgeChanged: boolean;
  /** Of a signed review that was judged under another version than the one loaded now: where today's differs. */
  differsToday: { sentence: string; first: string[]; more: number } | null;
  /** Classes, windows and ranges of a review that was signed before its page was kept are not known any more. */
  pageNotKept: boolean;
  previousReference: string | null;
  /** In a follow-up: the day of the review before it. */
  sinceDate: string | null;
  /** “Since 22 Nov 2026: cramps a week 5 to 2, 3 drugs changed, 2 new results.” */
  sinceSentence: string | null;
  followedUpBy: string | null;
  supersededBy: string | null;
  followUpDue: string | null;
};
