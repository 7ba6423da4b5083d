import type { Priority } from "@/lib/domain/vocabulary";
import { linesOf, printableText, widthOf } from "./pdf/font-metrics";
import { withTallMan } from "@/lib/report/text/tall-man-text";
import type { DrawnTimeline } from "@/lib/report/timeline/timeline";
import type { TimelineDrug } from "@/lib/report/timeline/drug-bars";
import type { TimelineLane } from "@/lib/report/timeline/result-lanes";

/** A drawing of the timeline for paper: greys only, every mark told apart by shape, so that a photocopy keeps it (UI.md §5). */
export interface TimelineStrip {
  /** The shapes alone, as a whole SVG: the PDF sets the words itself. */
  readonly shapes: string;
  readonly words: readonly StripWords[];
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** Drugs with a date or an unknown start that the room had no place for. */
  readonly drugsLeft: number;
}

/** Words at their place: left end of the baseline, in points. */
export interface StripWords {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly bold: boolean;
}

/** Size of all words of the strip, in points. */
export const STRIP_FONT = 8;
const FONT = STRIP_FONT;
const LINE = 10;
const BAR = 6;
const INK = "#000000";
const GREY = "#666666";
const NAMES = 0.36;
/** Room for the flag of the onset above and the months below. */
const TOP = 14;
const FOOT = 22;

/**
 * Draws the drugs nearest to the onset first, then the results that fit.
 * @param room width and greatest height in points
 * @returns null where nothing has a date or the room is too low for a single row
 */
export function timelineStrip(timeline: DrawnTimeline, room: { width: number; height: number }): TimelineStrip | null {
  const drugs = timeline.groups.flatMap((group) => (group.id === "undated" ? [] : group.drugs));
  if (drugs.length === 0) return null;
  const left = Math.round(room.width * NAMES);
  const scale = { left, width: room.width - left - 8 };
  const most = room.height - TOP - FOOT;
  const rows: Row[] = [];
  let y = TOP;
  const add = (row: Row): boolean => {
    if (y + row.height > TOP + most) return false;
    rows.push(row);
    y += row.height;
    return true;
  };
  const drawn = drugs.filter((drug) => add(drugRow(drug, left, y, scale))).length;
  if (drawn === 0) return null;
  for (const lane of timeline.results.lanes) add(laneRow(lane, left, y, scale));
  const foot = y + 2;
  const parts = [onsetPart(timeline, scale, foot), ...rows, axisPart(timeline, scale, foot)];
  const height = foot + FOOT;
  return {
    shapes: `<svg xmlns="http://www.w3.org/2000/svg" width="${n(room.width)}" height="${n(height)}" viewBox="0 0 ${n(room.width)} ${n(height)}">${parts.map(({ shapes }) => shapes).join("")}</svg>`,
    words: parts.flatMap(({ words: own }) => own),
    width: room.width,
    height,
    drugsLeft: drugs.length - drawn,
  };
}

/** The whole drawing as one SVG, words included, for a page that sets it itself. */
export function stripSvg(strip: TimelineStrip): string {
  const texts = strip.words.map(
    ({ text, x, y, bold }) =>
      `<text x="${n(x)}" y="${n(y)}" font-size="${FONT}"${bold ? ' font-weight="600"' : ""} fill="${INK}">${escaped(text)}</text>`,
  );
  return strip.shapes.replace("</svg>", `${texts.join("")}</svg>`);
}

interface Part {
  readonly shapes: string;
  readonly words: readonly StripWords[];
}
interface Row extends Part {
  readonly height: number;
}
interface Scale {
  readonly left: number;
  readonly width: number;
}

const at = (scale: Scale, x: number): number => scale.left + x * scale.width;

/** Two decimals: the same picture on every machine. */
const n = (value: number): string => String(Math.round(value * 100) / 100);

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

function words(
  text: string,
  x: number,
  y: number,
  look: { anchor?: "start" | "middle" | "end"; bold?: boolean } = {},
): StripWords {
  const bold = look.bold === true;
  const width = widthOf(text, FONT, bold ? "bold" : "normal");
  return { text, x: x - width * (LEFT_OF.get(look.anchor ?? "start") ?? 0), y, bold };
}

const line = (x1: number, y1: number, x2: number, y2: number, width: number): string =>
  `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${INK}" stroke-width="${width}"/>`;

const polygon = (points: readonly (readonly [number, number])[], fill: string): string =>
  `<polygon points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(" ")}" fill="${fill}" stroke="${INK}" stroke-width="0.75"/>`;

/** A name in as many lines as it needs; none is cut. */
function nameLines(text: string, points: number): string[] {
  const lines = [""];
  for (const word of printableText(text, { points, fontSize: FONT }).split(" ")) {
    const longer = lines.at(-1) === "" ? word : `${lines.at(-1) ?? ""} ${word}`;
    if (linesOf(longer, { points, fontSize: FONT }) > 1) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function label(text: string, left: number, y: number): Row {
  const lines = nameLines(text, left - 8);
  return {
    shapes: "",
    words: lines.map((part, index) => words(part, 0, y + 8 + index * LINE)),
    height: lines.length * LINE + 2,
  };
}

function drugRow(drug: TimelineDrug, left: number, y: number, scale: Scale): Row {
  const { medication } = drug;
  const name = withTallMan(medication.ingredients.map((ingredient) => ingredient.name).join(" and "));
  const side = label([name, medication.strength].filter((part) => part !== null).join(" "), left, y);
  const middle = y + 5;
  const bars = drug.bars
    .map((bar) => barShape(at(scale, bar.x), middle, bar.width * scale.width, bar.vague ? BAR / 2 : BAR, drug.priority))
    .join("");
  const marks = [
    drug.since === null
      ? ""
      : line(at(scale, 0) + 2, middle - 4, at(scale, 0) - 1, middle + 4, 1) +
        line(at(scale, 0) + 5, middle - 4, at(scale, 0) + 2, middle + 4, 1),
    drug.unknownStart === null
      ? ""
      : `<rect x="${n(at(scale, drug.unknownStart) - 9)}" y="${n(middle - 4.5)}" width="8" height="9" fill="#ffffff" stroke="${INK}" stroke-width="0.75"/>`,
    drug.end === null ? "" : endMark(drug.end.kind, at(scale, drug.end.x), middle),
    ...drug.doses.map(({ x, direction }) => {
      const place = at(scale, x);
      return direction === "up"
        ? polygon(
            [
              [place - 4, middle + 4],
              [place + 4, middle + 4],
              [place, middle - 4],
            ],
            "#ffffff",
          )
        : polygon(
            [
              [place - 4, middle - 4],
              [place + 4, middle - 4],
              [place, middle + 4],
            ],
            "#ffffff",
          );
    }),
  ];
  const question =
    drug.unknownStart === null ? [] : [words("?", at(scale, drug.unknownStart) - 5, middle + 3, { anchor: "middle" })];
  return { shapes: `${bars}${marks.join("")}`, words: [...side.words, ...question], height: Math.max(side.height, 12) };
}

/** Act now solid black, review hatched, consider dotted, for information outlined, not flagged grey. */
function barShape(x: number, middle: number, width: number, height: number, priority: Priority | null): string {
  const y = middle - height / 2;
  const box = (fill: string, stroke: string): string =>
    `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill}"${stroke === "" ? "" : ` stroke="${stroke}" stroke-width="0.75"`}/>`;
  if (priority === null) return box(GREY, "");
  if (priority === "act-now") return box(INK, INK);
  if (priority === "info") return box("#ffffff", INK);
  const step = priority === "review" ? 3 : 5;
  const marks: string[] = [];
  for (let from = x + step / 2; from < x + width - (priority === "review" ? height : 1); from += step) {
    marks.push(
      priority === "review"
        ? line(from, y + height, from + height, y, 0.75)
        : `<circle cx="${n(from)}" cy="${n(middle)}" r="0.8" fill="${INK}"/>`,
    );
  }
  return box("#ffffff", INK) + marks.join("");
}

/** One line of results: the value beside its mark, or below the others where they are close. */
function laneRow(lane: TimelineLane, left: number, y: number, scale: Scale): Row {
  const side = label(lane.name, left, y);
  const takenTo: number[] = [];
  const marks = lane.marks.map((mark) => {
    const x = at(scale, mark.x);
    const text = printableText(mark.words, { points: scale.width / 2, fontSize: FONT });
    const width = widthOf(text, FONT, mark.abnormal ? "bold" : "normal") + 6;
    const before = x + width > scale.left + scale.width + 8;
    const from = before ? x - width : x;
    let row = takenTo.findIndex((to) => to <= from);
    if (row === -1) row = takenTo.length;
    takenTo[row] = before ? x + 4 : x + width;
    const middle = y + 5 + row * LINE;
    return {
      shape: `<circle cx="${n(x)}" cy="${n(middle)}" r="2" fill="${mark.abnormal ? INK : "#ffffff"}" stroke="${INK}" stroke-width="0.75"/>`,
      words: words(text, before ? x - 4 : x + 4, middle + 3, { anchor: before ? "end" : "start", bold: mark.abnormal }),
    };
  });
  return {
    shapes: marks.map(({ shape }) => shape).join(""),
    words: [...side.words, ...marks.map((mark) => mark.words)],
    height: Math.max(side.height, takenTo.length * LINE + 2),
  };
}

function onsetPart(timeline: DrawnTimeline, scale: Scale, foot: number): Part {
  if (timeline.onset === null) return { shapes: "", words: [] };
  const from = at(scale, timeline.onset.x);
  const width = timeline.onset.width * scale.width;
  const shapes =
    width < 1
      ? line(from, TOP - 2, from, foot, 1.5)
      : `<rect x="${n(from)}" y="${TOP - 2}" width="${n(width)}" height="${n(foot - TOP + 2)}" fill="#dddddd" stroke="${INK}" stroke-width="0.75"/>`;
  const flag = widthOf(timeline.onset.words, FONT, "bold");
  const x = Math.max(0, Math.min(from + width / 2 - flag / 2, scale.left + scale.width + 6 - flag));
  return { shapes, words: [words(timeline.onset.words, x, 8, { bold: true })] };
}

/** The line of time with its months; words that would touch their neighbour are left out, the ticks stay. */
function axisPart(timeline: DrawnTimeline, scale: Scale, foot: number): Part {
  let monthTo = -Infinity;
  let yearTo = -Infinity;
  const ticks = timeline.axis.ticks.map((tick) => {
    const x = at(scale, tick.x);
    const half = widthOf(tick.month, FONT) / 2;
    const month = x - half > monthTo && x + half < scale.left + scale.width + 8;
    if (month) monthTo = x + half + 3;
    const yearWidth = tick.year === null ? 0 : widthOf(tick.year, FONT, "bold");
    const year = tick.year !== null && x - half > yearTo && x - half + yearWidth < scale.left + scale.width + 8;
    if (year) yearTo = x - half + yearWidth + 3;
    return {
      shape: line(x, foot, x, foot + 3, 0.75),
      words: [
        ...(month ? [words(tick.month, x, foot + 11, { anchor: "middle" })] : []),
        ...(year ? [words(tick.year ?? "", x - half, foot + 20, { bold: true })] : []),
      ],
    };
  });
  return {
    shapes: line(scale.left, foot, scale.left + scale.width, foot, 0.75) + ticks.map(({ shape }) => shape).join(""),
    words: ticks.flatMap((tick) => tick.words),
  };
}

/** How much of words lies left of where they are anchored. */
const LEFT_OF: ReadonlyMap<string, number> = new Map([
  ["end", 1],
  ["middle", 0.5],
]);

function endMark(kind: string, x: number, middle: number): string {
  if (kind !== "arrow") return `<rect x="${n(x - 2)}" y="${n(middle - 4)}" width="3" height="8" fill="${INK}"/>`;
  return polygon(
    [
      [x, middle - 4],
      [x + 6, middle],
      [x, middle + 4],
    ],
    INK,
  );
}
