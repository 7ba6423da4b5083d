import type { Jurisdiction } from "@/lib/domain/vocabulary";
import { before, fullYear, isoDate, isRealDate } from "./calendar";
import type { Span } from "@/lib/reading/medications/text/list-parts";
import { phraseTable } from "@/lib/reading/medications/text/phrase-table";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { NUMBER_WORDS, TIME_UNITS } from "@/lib/reading/medications/vocabulary/frequencies";

export type ReadDate = { date: string; choices: string[]; length: number };
export type Course = {
  start: string | null;
  /** The end; with `lastDose` the latest dose of a drug that goes on (an injection every six months). */
  stop: string | null;
  lastDose: boolean;
  startChoices: string[];
  stopChoices: string[];
};
type Options = {
  asOf: string;
  jurisdiction: Jurisdiction;
  /** What the other dates of the same text say of the order; `both` where they contradict each other. */
  dateOrder?: DateOrder | "both" | null;
};
export type DateOrder = "day-first" | "month-first";

/** "25/12/2025" can only be a day before its month: what it says of the order holds for the whole paste. */
export function dateOrderOf(tokens: readonly Token[]): DateOrder | "both" | null {
  let order: DateOrder | null = null;
  for (let at = 0; at + 4 < tokens.length; at += 1) {
    const [a, b, c] = [numeral(tokens[at]), numeral(tokens[at + 2]), numeral(tokens[at + 4])];
    const tie = tokens[at + 1]?.text ?? "";
    if (a === null || b === null || c === null || (tie !== "/" && tie !== "-") || tokens[at + 3]?.text !== tie)
      continue;
    if (a > 31 || b > 31 || a < 1 || b < 1 || (tokens[at + 4]?.text.length ?? 0) < 2 || a > 12 === b > 12) continue;
    const own = a > 12 ? "day-first" : "month-first";
    if (order !== null && order !== own) return "both";
    order = own;
  }
  return order;
}

const MONTHS = new Map<string, number>(
  [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
  ].flatMap((name, index) => [
    [name, index + 1],
    [name.slice(0, 3), index + 1],
    ...(name === "september" ? [["sept", 9] as [string, number]] : []),
  ]),
);

type Edge = "start" | "stop" | "last";
const rows = (edge: Edge, phrases: string): [string, Edge][] => phrases.split(",").map((phrase) => [phrase, edge]);
const DATE_CUES = phraseTable<Edge>([
  ...rows(
    "start",
    "since,started,start,starting,start date,started on,begun,began,begun on,commenced,commenced on,initiated,initiated on,on since,from,restarted,restarted on,started in,begun in,since about,since approximately,new since,began in,started around,first prescribed,prescribed since,for the past,for the last,over the past,for past,x past,for about,for over,for more than,new,new on,new from",
  ),
  ...rows(
    "stop",
    "stopped,stopped on,stopped in,stop date,end date,ended,ended on,discontinued,discontinued on,discontinued in,dcd,dcd on,until,till,off since,ceased,ceased in,finished,finished on,completed,completed on,last taken,d c,stop on,through,thru,held since,held on,on hold since,to finish,to end,ends,end,stop,not taken since,stopped about,discontinued about,stopped around,off",
  ),
  ...rows(
    "last",
    "last dose,last dose on,last given,last given on,last injection,last injection on,last infusion,last infusion on,last administered,last administered on,last done,last had,latest dose,most recent dose,last dose given,given on,last cycle,last shot",
  ),
]);

/** Reads when a medication was begun and ended: "since March 2024", "stopped 2 weeks ago", "x 6 mo", "from 3/4/25 to 10/4/25". */
export function readCourse(tokens: readonly Token[], span: Span, options: Options): Course {
  const course: Course = { start: null, stop: null, lastDose: false, startChoices: [], stopChoices: [] };
  const set = (edge: Edge, found: ReadDate): void => {
    const field = edge === "start" ? "start" : "stop";
    if (course[field] !== null) return;
    course[field] = found.date;
    course[field === "start" ? "startChoices" : "stopChoices"] = found.choices;
    if (edge === "last") course.lastDose = true;
  };
  for (let at = span.from; at < span.to;) {
    const cue = DATE_CUES.at(tokens, at, span.to);
    if (cue !== null) {
      const from = skipSmall(tokens, at + cue.length, span.to);
      const found =
        dateAt(tokens, from, span.to, options) ??
        (cue.value === "start" && isPast(tokens, at, cue.length)
          ? lengthAt(tokens, from, span.to, options.asOf)
          : null);
      if (found !== null && !(cue.value === "start" && isDose(tokens, from, found))) {
        set(cue.value, found);
        at = from + found.length;
        const to = tokens[at]?.text;
        const end = to === "to" || to === "-" || to === "until" ? dateAt(tokens, at + 1, span.to, options) : null;
        if (end !== null) {
          set("stop", end);
          at += 1 + end.length;
        }
        continue;
      }
    }
    const lasting = cue === null ? lastingAt(tokens, at, span.to, options.asOf) : null;
    if (lasting !== null) set("start", lasting);
    at += lasting?.length ?? cue?.length ?? 1;
  }
  return course;
}

function isPast(tokens: readonly Token[], at: number, length: number): boolean {
  return tokens.slice(at, at + length).some((token) => ["past", "last", "about", "over", "than"].includes(token.text));
}

/** A year alone is a date only behind its cue and in a plausible range; "from 20 mg" is a dose. */
function isDose(tokens: readonly Token[], from: number, found: ReadDate): boolean {
  return (
    found.length === 1 &&
    found.date.length === 4 &&
    tokens[from + 1]?.kind === "word" &&
    ["mg", "mcg", "g", "units", "ml"].includes(tokens[from + 1]?.text ?? "")
  );
}

function skipSmall(tokens: readonly Token[], at: number, to: number): number {
  let next = at;
  while (
    next < to &&
    [
      "on",
      "in",
      "about",
      "approximately",
      "approx",
      "around",
      "early",
      "late",
      "mid",
      "the",
      "of",
      "date",
      ":",
      "(",
      "~",
      "-",
      "at",
    ].includes(tokens[next]?.text ?? "")
  )
    next += 1;
  return next;
}

const PLANNED_ENDS = new Set(["then", "review", "stop", "reassess", "recheck", "course", "total", "thereafter"]);
const PLANNED_TIES = new Set([",", ";", ".", "and", "(", "-", "until", "in"]);

/** "x 6 months", "for 2 years": being taken that long. Days and weeks are the length of a prescription and no start. */
function lastingAt(tokens: readonly Token[], at: number, to: number, asOf: string): ReadDate | null {
  const lead = tokens[at]?.text;
  if (lead !== "x" && lead !== "for") return null;
  const found = lengthAt(tokens, at + 1, to, asOf);
  if (found === null || found.date.length > 7) return null;
  // "for 6 months then review": how long it is meant to be taken, and not since when.
  const next = tokens[at + 1 + found.length]?.text ?? "";
  const second = tokens[at + 2 + found.length]?.text ?? "";
  if (PLANNED_ENDS.has(next) || (PLANNED_TIES.has(next) && PLANNED_ENDS.has(second))) return null;
  return { ...found, length: found.length + 1 };
}

/** "6 mo", "two years", "the past 3 months": an amount of time before `asOf`. */
export function lengthAt(tokens: readonly Token[], from: number, to: number, asOf: string): ReadDate | null {
  let at = from;
  while (
    at < to &&
    [
      "the",
      "past",
      "last",
      "about",
      "over",
      "approximately",
      "at",
      "least",
      "nearly",
      "almost",
      "more",
      "than",
    ].includes(tokens[at]?.text ?? "")
  )
    at += 1;
  const token = tokens[at];
  const amount = token?.kind === "number" ? Number(token.text) : (NUMBER_WORDS.get(token?.text ?? "") ?? null);
  const unit = TIME_UNITS.get(tokens[at + 1]?.text ?? "");
  if (
    amount === null ||
    !Number.isFinite(amount) ||
    amount <= 0 ||
    amount > 1200 ||
    unit === undefined ||
    at + 1 >= to ||
    unit === "minute" ||
    unit === "hour"
  )
    return null;
  return { date: before(asOf, amount, unit), choices: [], length: at + 2 - from };
}

/** Reads a date at a token; `choices` holds both readings of an ambiguous one, the likelier first. */
export function dateAt(tokens: readonly Token[], from: number, to: number, options: Options): ReadDate | null {
  return (
    relativeDate(tokens, from, to, options.asOf) ??
    namedMonth(tokens, from, to, options.asOf) ??
    numericDate(tokens, from, to, options) ??
    yearAlone(tokens, from, options.asOf)
  );
}

function relativeDate(tokens: readonly Token[], from: number, to: number, asOf: string): ReadDate | null {
  const word = tokens[from]?.text ?? "";
  if (word === "today" || word === "now") return { date: asOf, choices: [], length: 1 };
  if (word === "yesterday") return { date: before(asOf, 1, "day"), choices: [], length: 1 };
  const unit = TIME_UNITS.get(tokens[from + 1]?.text ?? "");
  if (
    (word === "last" || word === "this") &&
    unit !== undefined &&
    from + 1 < to &&
    !["minute", "hour"].includes(unit)
  ) {
    const amount = word === "last" ? 1 : 0;
    return {
      date: unit === "week" || unit === "day" ? before(asOf, amount, unit) : before(asOf, amount, unit),
      choices: [],
      length: 2,
    };
  }
  const length = lengthAt(tokens, from, to, asOf);
  return length !== null &&
    (tokens[from + length.length]?.text === "ago" ||
      tokens[from + length.length]?.text === "back" ||
      tokens[from + length.length]?.text === "prior")
    ? { ...length, length: length.length + 1 }
    : null;
}

function numeral(token: Token | undefined): number | null {
  return token?.kind === "number" && !token.text.includes(".") ? Number(token.text) : null;
}

const ORDINALS = new Set(["st", "nd", "rd", "th"]);

/** "March 2024", "3 Mar 2024", "Mar 3, 2024", "14-Mar-2025", "March". */
function namedMonth(tokens: readonly Token[], from: number, to: number, asOf: string): ReadDate | null {
  let at = from;
  const skipTies = (): void => {
    while (at < to && ["-", "/", ",", "of", "."].includes(tokens[at]?.text ?? "")) at += 1;
  };
  let day = numeral(tokens[at]);
  if (day !== null) {
    at += 1;
    if (ORDINALS.has(tokens[at]?.text ?? "")) at += 1;
    skipTies();
  }
  const month = at < to ? MONTHS.get(tokens[at]?.text ?? "") : undefined;
  if (month === undefined) return null;
  at += 1;
  let end = at;
  skipTies();
  const next = at < to ? numeral(tokens[at]) : null;
  if (
    next !== null &&
    day === null &&
    next <= 31 &&
    (tokens[at]?.text.length ?? 0) <= 2 &&
    (numeral(tokens[at + (tokens[at + 1]?.text === "," ? 2 : 1)]) ?? 0) > 1900
  ) {
    day = next;
    at += 1;
    skipTies();
  }
  const year = at < to ? numeral(tokens[at]) : null;
  if (year !== null && ((year > 1900 && year < 2200) || (tokens[at]?.text.length === 2 && day !== null))) {
    end = at + 1;
    const full = fullYear(year, asOf);
    return {
      date: day !== null && isRealDate(full, month, day) ? isoDate(full, month, day) : isoDate(full, month),
      choices: [],
      length: end - from,
    };
  }
  const current = Number(asOf.slice(0, 4));
  const likely = isoDate(current, month) <= asOf.slice(0, 7) ? current : current - 1;
  return {
    date: day !== null && isRealDate(likely, month, day) ? isoDate(likely, month, day) : isoDate(likely, month),
    choices: [],
    length: end - from,
  };
}

/** "2024-03-04", "3/4/24", "03.04.2024", "3/2024". */
function numericDate(tokens: readonly Token[], from: number, to: number, options: Options): ReadDate | null {
  const dotted = dottedDate(tokens, from);
  const a = dotted?.[0] ?? numeral(tokens[from]);
  const tie = dotted !== null ? "." : (tokens[from + 1]?.text ?? "");
  const b = dotted?.[1] ?? numeral(tokens[from + 2]);
  if (a === null || b === null || a === undefined || b === undefined || !["/", "-", "."].includes(tie)) return null;
  const thirdAt = dotted !== null ? from + 2 : from + 4;
  const c = dotted?.[2] ?? (tokens[from + 3]?.text === tie && thirdAt < to ? numeral(tokens[thirdAt]) : null);
  const length = dotted?.length ?? (c === null ? 3 : 5);
  if (a > 1900) {
    if (c !== null && isRealDate(a, b, c)) return { date: isoDate(a, b, c), choices: [], length };
    return b >= 1 && b <= 12 ? { date: isoDate(a, b), choices: [], length: 3 } : null;
  }
  if (c === null)
    return b > 1900 && b < 2200 && a >= 1 && a <= 12 ? { date: isoDate(b, a), choices: [], length: 3 } : null;
  const year = fullYear(c, options.asOf);
  const monthFirst = isRealDate(year, a, b) ? isoDate(year, a, b) : null;
  const dayFirst = isRealDate(year, b, a) ? isoDate(year, b, a) : null;
  const known = options.dateOrder ?? null;
  const country = options.jurisdiction === "US" ? "month-first" : "day-first";
  const order = known === null || known === "both" ? country : known;
  const [first, second] = order === "month-first" ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  const date = first ?? second;
  if (date === null) return null;
  // The country or another date of the paste settles the order; only dates that contradict each other leave it open.
  const open = known === "both" && first !== null && second !== null && first !== second;
  return { date, choices: open ? [first, second] : [], length };
}

/** "03.04.2024" is the number 03.04, a point and 2024. */
function dottedDate(tokens: readonly Token[], from: number): [number, number, number] | null {
  const parts = tokens[from]?.kind === "number" ? (tokens[from]?.text.split(".") ?? []) : [];
  const year = numeral(tokens[from + 2]);
  if (parts.length !== 2 || tokens[from + 1]?.text !== "." || year === null || tokens[from + 2]?.gap === true)
    return null;
  return [Number(parts[0]), Number(parts[1]), year];
}

function yearAlone(tokens: readonly Token[], from: number, asOf: string): ReadDate | null {
  const year = numeral(tokens[from]);
  return year !== null && year >= 1950 && year <= Number(asOf.slice(0, 4)) + 1
    ? { date: isoDate(year), choices: [], length: 1 }
    : null;
}
