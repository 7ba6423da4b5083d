/** What stands beside a value: the laboratory's own range and its flag. */
export interface RangeAndFlag {
  low: number | null;
  high: number | null;
  flag: string | null;
  end: number;
}

const NUMBER = String.raw`(\d+(?:[.,]\d+)?)`;
const RANGE = new RegExp(
  String.raw`^[\s,;|*!]{0,6}[([]?\s*(?:(?:ref(?:erence)?|normal|nr|rr|n)\b\.?\s*)?(?:(?:range|interval)\s*)?(?:[:=]\s*)?${NUMBER}\s*(?:-|–|—|to)\s*${NUMBER}[^)\]\n]{0,24}?[)\]]`,
  "i",
);
const RANGE_BARE = new RegExp(
  String.raw`^[\s,;|]{0,6}(?:(?:ref(?:erence)?|normal|nr|rr)\b\.?\s*(?:(?:range|interval)\s*)?(?:[:=]\s*)?)?${NUMBER}\s*(?:-|–|—|to)\s*${NUMBER}(?![\d/])`,
  "i",
);
/** Columns "Low High Units" without a dash between. */
const COLUMNS = new RegExp(String.raw`^[ \t|]{1,6}${NUMBER}[ \t|]+${NUMBER}(?=[ \t|]+[a-zµμ%/])`, "i");
const UPPER = new RegExp(
  String.raw`^[\s,;|]{0,6}[([]?\s*(?:(?:ref|normal|nr|rr|n)\b[:=.\s]*)?<\s*(?:=\s*)?${NUMBER}\s*[)\]]?`,
  "i",
);
const FLAG =
  /^[\s,;|]{0,6}[([]?\s*(\*{1,3}|!{1,3}|HH?(?![a-z])|LL?(?![a-z])|N(?![a-z])|A(?![a-z])|crit(?:ical)?(?:ly)?(?:\s+(?:low|high))?|very (?:low|high)|low|high|normal|abnormal|raised|elevated|WNL)(?:\s*\((?:normal|low|high)\))?\s*[)\]]?(?=$|[\s,;|.)\]])/i;

const toNumber = (text: string | undefined): number | null =>
  text === undefined ? null : Number(text.replace(",", "."));

/** A range that cannot be one (`12/02-25`, high below low) is left alone. */
function readRange(text: string): { low: number | null; high: number | null; end: number } | null {
  const match = RANGE.exec(text) ?? RANGE_BARE.exec(text) ?? COLUMNS.exec(text);
  if (match !== null) {
    const [low, high] = [toNumber(match[1]), toNumber(match[2])];
    return low !== null && high !== null && low < high ? { low, high, end: match[0].length } : null;
  }
  const upper = UPPER.exec(text);
  return upper === null || !/[([]|ref|normal|nr|rr/i.test(upper[0])
    ? null
    : { low: null, high: toNumber(upper[1]), end: upper[0].length };
}

/** Reads the range and the flag after a value, in either order. */
export function readRangeAndFlag(text: string): RangeAndFlag {
  const before = FLAG.exec(text);
  const offset = before?.[0].length ?? 0;
  const range = readRange(text.slice(offset));
  const afterRange = offset + (range?.end ?? 0);
  const after = before === null ? FLAG.exec(text.slice(afterRange)) : null;
  return {
    low: range?.low ?? null,
    high: range?.high ?? null,
    flag: before?.[1] ?? after?.[1] ?? null,
    end: afterRange + (after?.[0].length ?? 0),
  };
}
