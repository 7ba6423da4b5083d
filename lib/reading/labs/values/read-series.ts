import type { PartialDate } from "@/lib/domain/vocabulary";
import type { DateMention } from "@/lib/reading/dates/lab-dates";
import type { LabUnit } from "@/lib/reading/labs/lab-vocabulary";
import { readRangeAndFlag } from "./read-range";
import { readUnit } from "./read-unit";
import { readValue, type ReadValue } from "./read-value";

/** One of the values that stand behind a test's name, with its own date and what the words say of its age. */
export interface SeriesValue extends Pick<ReadValue, "value" | "comparator" | "doubtful"> {
  unit: LabUnit | null;
  low: number | null;
  high: number | null;
  flag: string | null;
  date: PartialDate | null;
  time: "past" | "now" | null;
}

/** The values behind one name: which of them count, which are earlier ones, and which say nothing of when they were. */
export interface Series {
  current: SeriesValue[];
  earlier: SeriesValue[];
  /** Numbers that could as well be the result: they are asked about. */
  unplaced: string[];
  /** Where the first value begins. */
  start: number;
  /** Where the first value ends: what follows may say which kind of test it is. */
  firstEnd: number;
  /** Where the last value ends. */
  end: number;
}

export type DateFinder = (text: string) => DateMention | null;

const PAST =
  /^(?:previous(?:ly)?|prev\.?|baseline|prior|earlier|before|originally|initial(?:ly)?|at baseline|on admission|adm(?:ission)?|last (?:time|month|year|week)|old|formerly|pre-?op(?:erative(?:ly)?)?|usual(?:ly)?)(?![\p{L}\d])/iu;
const NOW =
  /^(?:now|today|current(?:ly)?|latest|most recent(?:ly)?|this (?:morning|week|time)|on repeat|repeat(?:ed)?|recheck(?:ed)?|then|(?:falling|fell|dropped|dropping|down|rising|rose|risen|up|improved|improving|increased|decreased) to|subsequently)(?![\p{L}\d])/iu;
const BETWEEN = /^(?:[\s,;|:=()[\]~–—-]|(?:and|was|were|is|but|at|of|on|to|it|level|value)(?![\p{L}\d]))/iu;
const LOOK_AHEAD = 48;
const MOST_VALUES = 40;

interface Cue {
  time: "past" | "now";
  end: number;
}

function cueAt(text: string): Cue | null {
  const past = PAST.exec(text);
  if (past !== null) return { time: "past", end: past[0].length };
  const now = NOW.exec(text);
  return now === null ? null : { time: "now", end: now[0].length };
}

/** "31 (was 45 in March)": only behind a value, in brackets or after a comma. */
function wasAt(text: string): Cue | null {
  const was = /^(?:was|from)\s+(?=[<>]?\d)/i.exec(text);
  return was === null ? null : { time: "past", end: was[0].length };
}

/** `(01/11)`: a day and a month in brackets or before a colon; elsewhere two figures and a stroke are a ratio. */
const SHORT_DATE = /^\(?\s*(\d{1,2}\/\d{1,2})\s*(?=[):])/;

function dateAt(text: string, findDate: DateFinder): { date: PartialDate; end: number } | null {
  const short = SHORT_DATE.exec(text);
  if (short?.[1] !== undefined) {
    const mention = findDate(`(${short[1]})`);
    if (mention !== null) return { date: mention.date, end: short[0].length };
  }
  const mention = findDate(text.slice(0, LOOK_AHEAD));
  return mention !== null && mention.start === 0 ? { date: mention.date, end: mention.end } : null;
}

/** What is collected while the text behind a name is walked from left to right. */
interface Walk {
  values: SeriesValue[];
  date: PartialDate | null;
  /** A date stands before the first value: dates then belong to what follows them. */
  datesLead: boolean;
  time: "past" | "now" | null;
  start: number;
  firstEnd: number;
  end: number;
}

/** "138 mmol/L 135 145": the limits in two columns behind a value with its unit. */
function bareLimits(text: string): { low: number; high: number; end: number } | null {
  const match = /^[ \t|]{1,6}(\d+(?:\.\d+)?)[ \t|]{1,6}(\d+(?:\.\d+)?)(?=\s*(?:$|[HLN*]))/.exec(text.slice(0, 40));
  const [low, high] = [Number(match?.[1]), Number(match?.[2])];
  return match !== null && low < high ? { low, high, end: match[0].length } : null;
}

function addValue(walk: Walk, read: ReadValue, text: string, at: number): number {
  const after = text.slice(at + read.end);
  const beside = readRangeAndFlag(after);
  const behindRange = beside.low === null && beside.high === null ? null : readUnit(after.slice(beside.end));
  const limits = read.unit !== null && beside.end === 0 ? bareLimits(after) : null;
  walk.values.push({
    value: read.value,
    comparator: read.comparator,
    doubtful: read.doubtful,
    unit: read.unit ?? behindRange?.unit ?? null,
    low: limits?.low ?? beside.low,
    high: limits?.high ?? beside.high,
    flag: beside.flag,
    date: walk.datesLead ? walk.date : null,
    time: walk.time,
  });
  walk.time = null;
  if (walk.values.length === 1) {
    walk.start = at + read.start;
    walk.firstEnd = at + read.end;
  }
  walk.end = at + read.end + beside.end + (limits?.end ?? 0) + (read.unit === null ? (behindRange?.end ?? 0) : 0);
  return walk.end;
}

/** "3.9 previously, now 2.1": a word behind its value, where no number follows it directly. */
function belongsBefore(text: string, cueEnd: number, separated: boolean): boolean {
  return !separated && !/^[\s:=]{0,4}(?:at |of |was )?[<>(]?\d/i.test(text.slice(cueEnd, cueEnd + 12));
}

function walkValues(text: string, runsToThousands: boolean, findDate: DateFinder): Walk {
  const walk: Walk = { values: [], date: null, datesLead: false, time: null, start: 0, firstEnd: 0, end: 0 };
  let separated = false;
  let ended = false;
  for (let at = 0, steps = 0; at < text.length && steps < 400 && walk.values.length < MOST_VALUES; steps += 1) {
    const rest = text.slice(at, at + 200);
    const dated = dateAt(rest, findDate);
    if (dated !== null) {
      const last = walk.values.at(-1);
      // "…; 5/11: K 2.9": it dates what follows.
      if (last !== undefined && !walk.datesLead && (ended || /^\s*:/.test(rest.slice(dated.end)))) break;
      if (last === undefined) walk.datesLead = true;
      if (last !== undefined && !walk.datesLead && last.date === null) last.date = dated.date;
      else walk.date = dated.date;
      at += dated.end;
      if (last !== undefined) walk.end = Math.max(walk.end, at);
      continue;
    }
    const cue = cueAt(rest) ?? (separated && walk.values.length > 0 ? wasAt(rest) : null);
    if (cue !== null) {
      const last = walk.values.at(-1);
      if (last !== undefined && last.time === null && belongsBefore(rest, cue.end, separated)) last.time = cue.time;
      else walk.time = cue.time;
      at += cue.end;
      separated = false;
      continue;
    }
    const read = walk.values.length === 0 || /^[<>≤≥.]?\d/.test(rest) ? readValue(rest, runsToThousands) : null;
    if (read !== null && (walk.values.length === 0 ? !hidesMore(rest, read, findDate) : read.start === 0)) {
      at = addValue(walk, read, text, at);
      separated = false;
      continue;
    }
    const between = BETWEEN.exec(rest);
    if (between === null) {
      if (walk.values.length > 0) break;
      const skipped = /^\([a-z][^()]{0,30}\)|^\*{1,3}/iu.exec(rest);
      if (skipped === null || steps > 6) break;
      at += skipped[0].length;
      continue;
    }
    if (/[,;(|]/.test(between[0])) separated = true;
    if (between[0] === ";") ended = true;
    at += between[0].length;
  }
  return walk;
}

/** Before the first value: a date or a word of time that stands before it is read first, so that it is not lost. */
function hidesMore(rest: string, read: ReadValue, findDate: DateFinder): boolean {
  const before = rest.slice(0, read.start);
  if (before.trim() === "") return false;
  for (let at = 1; at < before.length; at += 1) {
    if (/[\p{L}\d]/u.test(before[at - 1] ?? "")) continue;
    if (cueAt(before.slice(at)) !== null) return true;
  }
  return findDate(before) !== null;
}

/** Sorts the values into what counts now, what was earlier, and what nobody can place. */
function placed(values: readonly SeriesValue[]): Pick<Series, "current" | "earlier"> & { unplaced: SeriesValue[] } {
  const now = values.filter(({ time }) => time === "now");
  if (now.length > 0) {
    const last = now.at(-1);
    return {
      current: last === undefined ? [] : [last],
      earlier: values.filter((value) => value !== last),
      unplaced: [],
    };
  }
  const present = values.filter(({ time }) => time === null);
  const earlier = values.filter(({ time }) => time === "past");
  if (present.length === 0) return { current: [...values].slice(0, 1), earlier: [...values].slice(1), unplaced: [] };
  if (present.every(({ date }) => date !== null)) return { current: present, earlier, unplaced: [] };
  const undated = present.filter(({ date }) => date === null);
  const [first, ...others] = undated;
  return {
    current: first === undefined ? [] : [first],
    earlier: [...earlier, ...present.filter(({ date }) => date !== null)],
    unplaced: others,
  };
}

/** "HbA1c 7.5 % (58 mmol/mol)": one result in two units. */
function isSameInOtherUnit(value: SeriesValue, first: SeriesValue): boolean {
  return value.unit !== null && first.unit !== null && value.unit.unit !== first.unit.unit && value.date === null;
}

/**
 * Reads the values behind a test's name: one, or several with their dates or words of time ("3.9 previously, now 2.1";
 * "3.9 (01/11) 2.1 (29/11)").
 * @returns null where no value follows
 */
export function readSeries(text: string, runsToThousands: boolean, findDate: DateFinder): Series | null {
  const walk = walkValues(text.slice(0, 1200), runsToThousands, findDate);
  const [first] = walk.values;
  if (first === undefined) return null;
  const values = walk.values.filter((value, index) => index === 0 || !isSameInOtherUnit(value, first));
  const { current, earlier, unplaced } = placed(values);
  return {
    current: current.map((value) => ({ ...value, unit: value.unit ?? first.unit })),
    earlier: earlier.map((value) => ({ ...value, unit: value.unit ?? first.unit })),
    unplaced: unplaced.map(({ value }) => String(value)),
    start: walk.start,
    firstEnd: walk.firstEnd,
    end: walk.end,
  };
}
