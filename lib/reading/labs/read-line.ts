import type { ReadLabResult } from "@/lib/domain/lab";
import type { PartialDate } from "@/lib/domain/vocabulary";
import { type AnalyteMention, findAnalytes } from "./find-analytes";
import { readPanelShorthand } from "./layout/panel-shorthand";
import { listedValue } from "./listed-values";
import { analyteInContext } from "./specimen";
import { toResult, type UnitSystem } from "./to-result";
import { leftoverNumbers } from "./values/leftover";
import { type DateFinder, readSeries, type Series } from "./values/read-series";

/** What the whole text tells: how its dates are written, and in which system of units it is. */
export interface TextHabits {
  findDate: DateFinder;
  units: UnitSystem | null;
}

/** What a line gives: results, earlier values of the same tests, and numbers that nothing accounts for. */
export interface ReadLine {
  results: ReadLabResult[];
  history: ReadLabResult[];
  leftover: string[];
  /** Something in it can be read in two ways, so that it is asked before it is judged. */
  doubtful: boolean;
  /** The date of a line without a test: it dates what stands below. */
  date: PartialDate | null;
}

/** Two tests named side by side without a value are a salt: "potassium chloride", "calcium carbonate". */
const SALT_AFTER =
  /^\s*(?:chloride|citrate|carbonate|bicarbonate|gluconate|oxide|sulfate|sulphate|phosphate|acetate|lactate|aspartate|glycinate|hydroxide|fumarate|supplement|supplements|tablets?|sparing|replacement)\b/i;

function isSalt(line: string, mention: AnalyteMention, previous: AnalyteMention | undefined): boolean {
  if (SALT_AFTER.test(line.slice(mention.end, mention.end + 40))) return true;
  return (
    previous !== undefined &&
    SALT_AFTER.test(line.slice(previous.end, previous.end + 40)) &&
    line.slice(previous.end, mention.start).trim() === ""
  );
}

/** A result while the dates of its line are not settled yet. */
interface Found {
  result: ReadLabResult;
  /** The date that stands before the group it is in. */
  headed: PartialDate | null;
}

/** "U&E 3/11: K 3.1, Na 132; 5/11: K 2.9": a date that ends a stretch behind a semicolon, or before a colon, dates what follows. */
function datesWhatFollows(tail: string, findDate: DateFinder): PartialDate | null {
  const mention = findDate(tail);
  if (mention === null) return null;
  const [before, after] = [tail.slice(0, mention.start), tail.slice(mention.end)];
  if (!/^[\s:,–-]*$/.test(after)) return null;
  return /^\s*:/.test(after) || /[;.]\s*(?:on\s+)?$/.test(before) ? mention.date : null;
}

/** A date behind a group of results belongs to all of the group; an albumin is of the day of the calcium on its line. */
function withDates(found: readonly Found[], standing: PartialDate | null): ReadLabResult[] {
  let following: PartialDate | null = null;
  const dated = [...found].reverse().map(({ result, headed }) => {
    if (result.date !== null) following = result.date;
    return { ...result, date: result.date ?? headed ?? following };
  });
  dated.reverse();
  const calcium = dated.find(({ name, date }) => name.startsWith("calcium") && date !== null)?.date ?? null;
  return dated.map((result) => {
    const date = result.date ?? (result.name === "albumin" ? calcium : null) ?? standing;
    return { ...result, date };
  });
}

function seriesOf(line: string, mentions: readonly AnalyteMention[], index: number, findDate: DateFinder) {
  const mention = mentions[index];
  if (mention === undefined) return null;
  const stretch = line.slice(mention.end, mentions[index + 1]?.start ?? line.length);
  const listed = listedValue(line, mentions, index);
  const text = listed ?? stretch;
  const series = readSeries(text, mention.analyte.runsToThousands, findDate);
  return series === null ? null : { series, text, isListed: listed !== null };
}

/** The tail of a stretch: what stands behind its last value. */
function readTail(text: string, series: Series, findDate: DateFinder): PartialDate | null {
  return findDate(text.slice(series.end))?.date ?? findDate(text.slice(0, series.start))?.date ?? null;
}

/** Reads the results of one line of prose or of a list. */
export function readLine(line: string, standing: PartialDate | null, { findDate, units }: TextHabits): ReadLine {
  const mentions = findAnalytes(line);
  const [firstMention] = mentions;
  // "WBC 9.8>12.1/36<210": the first name of a panel in shorthand is not the only one meant.
  const panel = mentions.length === 1 ? readPanelShorthand(line) : null;
  const heading = findDate(line.slice(0, firstMention?.start ?? line.length))?.date ?? null;
  if (firstMention === undefined || panel?.sure === true) return readUnnamed(line, heading ?? standing, heading);
  const read: ReadLine = { results: [], history: [], leftover: [], doubtful: false, date: null };
  const found: Found[] = [];
  let headed = heading;
  mentions.forEach((mention, index) => {
    const previous = mentions[index - 1];
    const one = isSalt(line, mention, previous) ? null : seriesOf(line, mentions, index, findDate);
    if (one === null) return;
    const { series, text, isListed } = one;
    const meant = analyteInContext(mention.analyte, {
      before: line.slice(previous?.end ?? 0, mention.start).slice(-40),
      between: text.slice(0, series.start),
      after: text.slice(series.firstEnd, series.firstEnd + 200),
    });
    if (meant === null) return;
    const tail = text.slice(series.end);
    const next = index < mentions.length - 1 && !isListed ? datesWhatFollows(tail, findDate) : null;
    const own = next === null && !isListed ? readTail(text, series, findDate) : null;
    const single = series.current.length === 1;
    for (const value of series.current) {
      const date = value.date ?? (single ? own : null);
      found.push({ result: toResult(meant, { ...value, date }, units), headed });
      if (value.doubtful) read.doubtful = true;
    }
    read.history.push(...series.earlier.map((value) => toResult(meant, value, units)));
    read.leftover.push(...series.unplaced, ...(isListed ? [] : leftoverNumbers(tail, findDate)));
    if (next !== null) headed = next;
  });
  return { ...read, results: withDates(found, standing) };
}

/** A line without a test's name: a panel in shorthand, or a line that may date what follows. */
function readUnnamed(line: string, date: PartialDate | null, heading: PartialDate | null): ReadLine {
  const panel = readPanelShorthand(line);
  const nothing: ReadLine = { results: [], history: [], leftover: [], doubtful: false, date: heading };
  if (panel === null) return nothing;
  const results = panel.values.map(({ analyte, value }) =>
    toResult(
      analyte,
      {
        value,
        comparator: null,
        doubtful: false,
        unit: null,
        low: null,
        high: null,
        flag: null,
        date,
        time: null,
      },
      "mass",
    ),
  );
  return { ...nothing, results, doubtful: !panel.sure, date: null };
}
