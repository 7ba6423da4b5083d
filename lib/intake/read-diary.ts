import { CrampWeek } from "@/lib/domain/context";
import { IsoDate, type Jurisdiction } from "@/lib/domain/vocabulary";
import { findDate } from "@/lib/reading/dates/lab-dates";

/** No diary that a person keeps is longer; what is beyond is reported as not read. */
const MOST_WEEKS = 520;
/** “5”, “5 cramps”, with “6 days” or “6 of 7 days” where not every day was written down. */
const COUNT = /^\W*(\d{1,3})(?:\s*(?:cramps?|x|times))?(?:\W*(\d)(?:\s*(?:of|\/)\s*7)?\s*(?:days?|d))?\W*$/i;

/**
 * Reads a cramp diary: weeks as fields, or lines of “16 Nov 2026: 5” with “6 days” behind where days are missing. One week
 * is kept once; where it is given twice the later line counts. What is no such line is handed back as it was written.
 */
export function readDiary(
  value: unknown,
  { asOf, jurisdiction }: { asOf: IsoDate; jurisdiction: Jurisdiction },
): { weeks: CrampWeek[]; unread: unknown[] } {
  const entries = entriesOf(value);
  const weeks = new Map<string, CrampWeek>();
  const unread: unknown[] = [];
  for (const entry of entries) {
    const week =
      typeof entry === "string"
        ? readLine(entry, asOf, jurisdiction === "UK")
        : (CrampWeek.safeParse(entry).data ?? null);
    if (week === null || week.weekOf > asOf || weeks.size >= MOST_WEEKS) unread.push(entry);
    else weeks.set(week.weekOf, week);
  }
  return { weeks: [...weeks.values()].sort((a, b) => (a.weekOf < b.weekOf ? -1 : 1)), unread };
}

function readLine(line: string, asOf: string, dayFirst: boolean): CrampWeek | null {
  const mention = findDate(line, dayFirst, asOf);
  if (mention === null || !IsoDate.safeParse(mention.date).success) return null;
  const rest = `${line.slice(0, mention.start).replace(/\b(?:week|w\/?c|commencing|of|from|beginning)\b/gi, "")} ${line.slice(mention.end)}`;
  const [, count, days] = COUNT.exec(rest.trim()) ?? [];
  if (count === undefined) return null;
  return (
    CrampWeek.safeParse({
      weekOf: mention.date,
      count: Number(count),
      ...(days === undefined || days === "7" ? {} : { days: Number(days) }),
    }).data ?? null
  );
}

/** Lines of a text, a list, or one value. */
function entriesOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== "string") return Array.isArray(value) ? value : [value];
  return value
    .split(/\r?\n|;/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
