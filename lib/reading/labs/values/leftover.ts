import type { DateFinder } from "./read-series";

/** What may stand behind a result without being one: times, doses, ages, counts of days, stages, footnotes, ranges. */
const NO_RESULT = [
  /\b\d{1,2}:\d{2}(?::\d{2})?\b/g,
  /\b\d{1,4}(?:[.,]\d+)?\s{0,3}-?\s{0,3}(?:d|days?|w|wks?|weeks?|mths?|months?|y|yrs?|years?|yo|y\/o|h|hrs?|hours?|mins?|minutes?|am|pm|f|m)\b/gi,
  /\b\d+(?:[.,]\d+)?\s*(?:mg|mcg|µg|micrograms?|g|grams?|meq|mmol|units?|iu|ml|l|litres?|liters?|kg|cm|mm|tabs?|tablets?|caps?|puffs?|doses?|bags?|bpm|mmhg|°?c|%|x)(?![\p{L}/])/giu,
  /\b(?:day|week|month|age|aged|stage|grade|type|class|ckd|g|room|bed|ward|no|number|nr|mrn|id|ref|tel|phone|dob|visit|page|line|sample|specimen|lab|accession|x|q|t|days?)[.:#\s]{0,3}\d[\d./-]*\b/gi,
  /#\s*\d+/g,
  /(?:ref(?:erence)?|normal|range|nr|rr|n|uln|lln)\b[^\d\n]{0,12}[<>]?\s*\d[\d.,]*(?:\s*(?:-|–|to)\s*\d[\d.,]*)?/gi,
  /\d[\d.,]{0,15}\s{0,5}(?:-|–|—|to)\s{0,5}\d[\d.,]*/g,
  /(?<!\d)\d+(?:st|nd|rd|th)\b/gi,
  /\d{1,3}\s?\/\s?\d{1,3}(?:\s?\/\s?\d{1,3})?/g,
  /\p{L}[-\p{L}]{0,30}\d[\p{L}\d-]*/gu,
  /\[\d+\]/g,
  /\b(?:19|20)\d{2}\b/g,
];
const NUMBER = /(?<![\p{L}\d.,])\d+(?:[.,]\d+)?(?![\p{L}\d])/gu;
const SHOWN = 5;

/** Numbers of a text that nothing accounts for; the clinician is asked about them. At most five are named. */
export function leftoverNumbers(text: string, findDate: DateFinder): string[] {
  let rest = text.slice(0, 2000);
  for (let date = findDate(rest), guard = 0; date !== null && guard < 20; date = findDate(rest), guard += 1)
    rest = rest.slice(0, date.start) + " ".repeat(date.end - date.start) + rest.slice(date.end);
  for (const pattern of NO_RESULT) rest = rest.replace(pattern, (match) => " ".repeat(match.length));
  return [...rest.matchAll(NUMBER)].slice(0, SHOWN).map(([number]) => number);
}
