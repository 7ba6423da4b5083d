import type { PartialDate } from "@/lib/domain/vocabulary";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?";
const PATTERNS: readonly {
  pattern: RegExp;
  read: (parts: string[], dayFirst: boolean, asOf: string) => PartialDate | null;
}[] = [
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/, read: ([y = "", m = "", d = ""]) => date(y, Number(m), Number(d)) },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH},?[ -](\\d{4}|\\d{2})\\b`, "i"),
    read: ([d = "", m = "", y = ""]) => date(fullYear(y), month(m), Number(d)),
  },
  {
    pattern: new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, "i"),
    read: ([m = "", d = "", y = ""]) => date(y, month(m), Number(d)),
  },
  { pattern: new RegExp(`\\b${MONTH},? (\\d{4})\\b`, "i"), read: ([m = "", y = ""]) => date(y, month(m), null) },
  {
    pattern: /\b(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})\b/,
    read: ([a = "", , b = "", y = ""], dayFirst) => numeric(Number(a), Number(b), fullYear(y), dayFirst),
  },
  {
    // A day and a month without a year, only where brackets say that they are no ratio.
    pattern: /\((\d{1,2})\/(\d{1,2})\)/,
    read: ([a = "", b = ""], dayFirst, asOf) => {
      const [day, monthNumber] = dayFirst ? [Number(a), Number(b)] : [Number(b), Number(a)];
      return latest(monthNumber, day, asOf) ?? latest(day, monthNumber, asOf);
    },
  },
  { pattern: /\b(\d{1,2})\/(\d{4})\b/, read: ([m = "", y = ""]) => date(y, Number(m), null) },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${MONTH}(?![a-z])`, "i"),
    read: ([d = "", m = ""], _dayFirst, asOf) => latest(month(m), Number(d), asOf),
  },
];

const RELATIVE: readonly { pattern: RegExp; days: (count: number) => number }[] = [
  { pattern: /\btoday\b|\bthis morning\b/i, days: () => 0 },
  { pattern: /\byesterday\b/i, days: () => 1 },
  { pattern: /\blast week\b/i, days: () => 7 },
  { pattern: /\b(\d{1,2}) days? ago\b/i, days: (count) => count },
  { pattern: /\b(\d{1,2}) (?:weeks?|wks?) ago\b/i, days: (count) => count * 7 },
];

/** "yesterday", "3 days ago": reckoned back from the day of the review. */
function findRelativeDate(text: string, asOf: string): DateMention | null {
  for (const { pattern, days } of RELATIVE) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const day = new Date(`${asOf}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() - days(Number(match[1] ?? 0)));
    return { date: day.toISOString().slice(0, 10), start: match.index, end: match.index + match[0].length };
  }
  return null;
}

const NUMERIC = /(?<![\d/.-])(\d{1,2})([/.])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/.-])/g;

const SHORT = /\((\d{1,2})\/(\d{1,2})\)/g;

/**
 * Whether the numeric dates of a text are day first, as far as one of them settles it (a figure above 12 can be no month);
 * null where none does.
 */
export function settledDayFirst(text: string): boolean | null {
  const short = [...text.matchAll(SHORT)].map(([, first = "", second = ""]) => [first, second]);
  const whole = [...text.matchAll(NUMERIC)].map(([, first = "", , second = ""]) => [first, second]);
  for (const [first, second] of [...whole, ...short]) {
    if (Number(first) > 12 && Number(second) <= 12) return true;
    if (Number(second) > 12 && Number(first) <= 12) return false;
  }
  return null;
}

const month = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
const fullYear = (year: string): string => (year.length === 2 ? `20${year}` : year);
const pad = (number: number): string => String(number).padStart(2, "0");

function date(year: string, monthNumber: number, day: number | null): PartialDate | null {
  if (monthNumber < 1 || monthNumber > 12) return null;
  if (day === null) return `${year}-${pad(monthNumber)}`;
  const lastDay = new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate();
  return day >= 1 && day <= lastDay ? `${year}-${pad(monthNumber)}-${pad(day)}` : null;
}

/** Day or month first, as far as the figures leave it open. */
function numeric(first: number, second: number, year: string, dayFirst: boolean): PartialDate | null {
  const [day, monthNumber] = dayFirst ? [first, second] : [second, first];
  return date(year, monthNumber, day) ?? date(year, day, monthNumber);
}

/** A day and month without a year: the last such day up to `asOf`. */
function latest(monthNumber: number, day: number, asOf: string): PartialDate | null {
  const thisYear = date(asOf.slice(0, 4), monthNumber, day);
  if (thisYear === null || thisYear <= asOf) return thisYear;
  return date(String(Number(asOf.slice(0, 4)) - 1), monthNumber, day);
}

/** A date in a text, with its place. */
export interface DateMention {
  date: PartialDate;
  start: number;
  end: number;
}

/**
 * The first date in a text. `12/02/25` is ambiguous: day first where `dayFirst`, unless the figures allow only the other.
 * @param asOf the day of the review; a date without a year is the last such day before it
 */
export function findDate(text: string, dayFirst: boolean, asOf: string): DateMention | null {
  let best: DateMention | null = findRelativeDate(text, asOf);
  for (const { pattern, read } of PATTERNS) {
    const match = pattern.exec(text);
    const found = match === null ? null : read(match.slice(1), dayFirst, asOf);
    if (match === null || found === null) continue;
    if (best === null || match.index < best.start)
      best = { date: found, start: match.index, end: match.index + match[0].length };
  }
  return best;
}
