import { type LabUnit, labVocabulary, unitKey } from "@/lib/reading/labs/lab-vocabulary";

/** The longest known unit at the start of the text, and where it ends. */
export function readUnit(text: string): { unit: LabUnit; end: number } | null {
  const { units, longestUnit } = labVocabulary();
  const lead = /^\s*/.exec(text.slice(0, 20))?.[0].length ?? 0;
  let best: { unit: LabUnit; end: number } | null = null;
  for (let end = lead + 1; end <= Math.min(text.length, lead + longestUnit + 6); end += 1) {
    if (/\s/.test(text[end - 1] ?? "")) continue;
    const unit = units.get(unitKey(text.slice(lead, end)));
    const next = text[end];
    if (unit !== undefined && (next === undefined || !/\p{L}/u.test(next) || /\d/.test(text[end - 1] ?? "")))
      best = { unit, end };
  }
  return best;
}

/** A unit in brackets between name and value: "Potassium (mmol/L) 2.1", "Na [mmol/L]: 131". */
export function readBracketedUnit(text: string): { unit: LabUnit; end: number } | null {
  const match = /^\s*[([]\s*([^()[\]\s][^()[\]]{0,15}?)\s{0,16}[)\]]/.exec(text);
  if (match?.[1] === undefined) return null;
  const unit = readUnit(match[1]);
  return unit === null || unit.end !== match[1].length ? null : { unit: unit.unit, end: match[0].length };
}

/** Per what a result can be given; anything else behind a slash is no unit ("3.1 and/or", "2.1 n/a"). */
const UNKNOWN_UNIT =
  /^\s{0,2}([a-zµμ%][\p{L}µμ%*^\d]{0,11}(?:\s?[a-z]{1,4})?\s?\/\s?(?:d?l|cl|ml|[uµμ]l|litre|liter|kg|g|mg|mol|mmol|min|hr?|24\s?h|d|day|m2|mm3|mm³)(?:\/[\p{L}\d.]{1,8})?)(?![\p{L}\d])/iu;

/**
 * A unit that is in no table, as it is written. It is kept, so that its number is never judged as if it were in the usual one.
 */
export function readUnknownUnit(text: string): { unit: LabUnit; end: number } | null {
  const match = UNKNOWN_UNIT.exec(text.slice(0, 40));
  if (match?.[1] === undefined) return null;
  return { unit: { unit: match[1].replace(/\s/g, ""), family: "other" }, end: match[0].length };
}
