import type { EvidenceFigure } from "@/lib/knowledge/schema";
import { KIND_WORDS } from "@/app/knowledge/_view-models/kind-words";
import { sentenceCase } from "@/app/_view-models/sentence-case";

/** A figure with where it stands. `figure.text` holds the numbers as the source prints them. */
export type PlacedFigure = { figure: EvidenceFigure; label: string; href: string | null };

export type ForestLine = {
  key: string;
  /** Whose figure it is: one class, or several that share it. */
  labels: readonly { words: string; href: string | null }[];
  outcome: string;
  comparison: string | null;
  kind: EvidenceFigure["kind"];
  year: number | null;
  estimate: number;
  low: number;
  high: number;
  /** “1.48 (1.29 to 1.68)”, with the decimals of the source. */
  numbers: string;
  /** Drawn as a diamond. */
  pooled: boolean;
  /** The study's own negative control: drawn hollow. */
  control: boolean;
  source: string;
};

/** A negative control whose interval was not read: said in words, drawn nowhere. */
export type ForestNote = Pick<ForestLine, "key" | "labels" | "outcome" | "kind" | "year" | "source"> & {
  words: string;
};

/** What more of it means: more cramps, more people who are better, or neither. */
export type Counted = "cramps" | "relief" | "other";

/** One axis: one measure of one sort of outcome, so that ratios never share it with differences nor cramps with blood results. */
export type ForestPanel = {
  id: string;
  measure: string;
  counts: Counted;
  scale: "log" | "linear";
  title: string;
  lines: readonly ForestLine[];
  notes: readonly ForestNote[];
};

const KIND_ORDER: readonly EvidenceFigure["kind"][] = [
  "meta-analysis",
  "trial",
  "sequence-symmetry",
  "cohort",
  "case-control",
  "case-series",
  "regulator",
  "guideline",
  "review",
  "label",
  "case-report",
];
const COUNT_ORDER: readonly Counted[] = ["cramps", "relief", "other"];
const RATIO = /ratio|relative risk/i;
const DIFFERENCE = /difference|percentage change/i;

/** Figures with an interval, one panel for each measure, cramps first; figures without one are left out. The same figure of several classes is one line. */
export function forestPanels(figures: readonly PlacedFigure[]): ForestPanel[] {
  const panels = new Map<string, { panel: PanelHead; lines: Map<string, ForestLine> }>();
  for (const placed of figures) {
    const interval = intervalOf(placed.figure);
    if (interval === null) continue;
    const panel = panelOf(placed.figure, interval);
    const held = panels.get(panel.id) ?? { panel, lines: new Map<string, ForestLine>() };
    panels.set(panel.id, held);
    const line = lineOf(placed, interval);
    const same = held.lines.get(line.key);
    held.lines.set(line.key, same === undefined ? line : { ...same, labels: [...same.labels, ...line.labels] });
  }
  return [...panels.values()]
    .map(({ panel, lines }) => ({ ...panel, lines: [...lines.values()].sort(inOrder), notes: notesOf(figures, panel) }))
    .sort((a, b) => COUNT_ORDER.indexOf(a.counts) - COUNT_ORDER.indexOf(b.counts) || b.lines.length - a.lines.length);
}

type PanelHead = Omit<ForestPanel, "lines" | "notes">;

/** Negative controls of the panel's measure and outcome that have no interval. */
function notesOf(figures: readonly PlacedFigure[], { id, scale }: PanelHead): ForestNote[] {
  return figures.flatMap(({ figure, label, href }) => {
    const { negativeControl, measure, outcome, kind, year, source, text } = figure;
    if (negativeControl !== true || measure === null || intervalOf(figure) !== null) return [];
    if (panelOf(figure, { measure, scale }).id !== id) return [];
    return [
      {
        key: [source, label, outcome].join(" "),
        labels: [{ words: label, href }],
        outcome,
        kind,
        year,
        source,
        words: text,
      },
    ];
  });
}

type Interval = { estimate: number; low: number; high: number; measure: string; scale: "log" | "linear" };

function intervalOf({ estimate, low, high, measure }: EvidenceFigure): Interval | null {
  if (estimate === null || low === null || high === null || measure === null) return null;
  if (RATIO.test(measure) && low > 0) return { estimate, low, high, measure, scale: "log" };
  return DIFFERENCE.test(measure) ? { estimate, low, high, measure, scale: "linear" } : null;
}

const TITLES: Readonly<Record<Counted, string>> = {
  cramps: "cramps or new cramp treatment",
  relief: "people with fewer cramps",
  other: "other outcomes, not cramps",
};

/** “At least a quarter fewer cramps” counts people who are better: there a ratio above 1 is a benefit. */
function countedBy(outcome: string): Counted {
  if (!/cramp/i.test(outcome)) return "other";
  return /fewer|without|free of|respon|relie[fv]|recover/i.test(outcome) ? "relief" : "cramps";
}

/** Two names of one measure. */
const SAME_MEASURE: Readonly<Record<string, string>> = {
  "adjusted odds ratio": "odds ratio",
  "relative risk": "risk ratio",
};

function panelOf(figure: EvidenceFigure, { measure: written, scale }: Pick<Interval, "measure" | "scale">): PanelHead {
  const measure = SAME_MEASURE[written] ?? written;
  const counts = countedBy(figure.outcome);
  // Differences are in the unit of their outcome, so each outcome has an axis of its own.
  const own = scale === "linear" ? ` ${figure.outcome}` : "";
  const of = scale === "linear" ? figure.outcome : TITLES[counts];
  return {
    id: `${measure} ${counts}${own}`.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
    measure,
    counts,
    scale,
    title: `${sentenceCase(measure)}: ${of}`,
  };
}

function lineOf({ figure, label, href }: PlacedFigure, { estimate, low, high }: Interval): ForestLine {
  const print = (value: number) => printed(figure.text, value);
  return {
    key: [figure.source, estimate, low, high, figure.outcome].join(" "),
    labels: [{ words: label, href }],
    outcome: figure.outcome,
    comparison: figure.comparison,
    kind: figure.kind,
    year: figure.year,
    estimate,
    low,
    high,
    numbers: `${print(estimate)} (${print(low)} to ${print(high)})`,
    pooled: figure.kind === "meta-analysis",
    control: figure.negativeControl === true,
    source: figure.source,
  };
}

/** A number with the decimals that the source gives it: 1.00 stays 1.00. */
function printed(text: string, value: number): string {
  const [longest] = [...text.matchAll(/-?\d+(?:\.\d+)?/g)]
    .map(([token]) => token)
    .filter((token) => Number(token) === value)
    .sort((a, b) => b.length - a.length);
  return longest ?? String(value);
}

function inOrder(a: ForestLine, b: ForestLine): number {
  return (
    KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) || (a.year ?? 0) - (b.year ?? 0) || b.estimate - a.estimate
  );
}

/** One sentence on a panel, which weighs results on either side alike. */
export function panelSentence({ lines, scale }: Pick<ForestPanel, "lines" | "scale">): string {
  const none = scale === "log" ? 1 : 0;
  const above = lines.filter((line) => line.low > none).length;
  const below = lines.filter((line) => line.high < none).length;
  const including = lines.length - above - below;
  const parts = [
    above && `${above} above ${none}`,
    below && `${below} below ${none}`,
    including && `${including} including ${none}`,
  ].filter((part) => part !== 0);
  const shared = sharedKind(lines);
  return `${lines.length === 1 ? "1 figure with an interval" : `${lines.length} figures with an interval`}${shared === null ? "" : ` (${shared})`}: ${parts.join(", ")}. ${none} is no difference.`;
}

/** “meta-analysis, 2022” where all lines are of one kind and year; then the lines need not repeat it. */
export function sharedKind(lines: readonly ForestLine[]): string | null {
  const all = new Set(lines.map(kindAndYear));
  const [only] = all;
  return all.size === 1 && only !== undefined ? only : null;
}

export function kindAndYear({ kind, year }: Pick<ForestLine, "kind" | "year">): string {
  return year === null ? KIND_WORDS[kind] : `${KIND_WORDS[kind]}, ${year}`;
}
