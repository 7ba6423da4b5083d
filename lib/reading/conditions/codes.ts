import { icd10cm } from "@/lib/terminology/icd10cm/icd10cm";
import type { ConditionMention } from "./find-conditions";
import { readRows, type Word } from "./words";

const CODE = /\b([A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?|[a-tv-z]\d[0-9a-z]\.[0-9a-z]{1,4})\b/g;
/** "T2 DM", "L4/5" and "C5" are no codes; only a code with a dot, or one that stands beside its words or alone. */
const SPINE_OR_GRADE = /^[TLSCG]\d$/;

/** A code that is written out counts as a mention; it must be one of ICD-10-CM. */
export function codeMentions(line: string, words: readonly Word[]): ConditionMention[] {
  const found: ConditionMention[] = [];
  let at = 0;
  for (const match of line.matchAll(CODE)) {
    const written = match[1] ?? "";
    const entry = SPINE_OR_GRADE.test(written) ? null : icd10cm().byCode(written);
    if (entry === null) continue;
    const end = match.index + match[0].length;
    while ((words[at]?.end ?? Infinity) <= match.index) at += 1;
    let to = at;
    while ((words[to + 1]?.start ?? Infinity) < end) to += 1;
    found.push({ codes: [entry.code], sure: true, start: match.index, end, from: at, to });
  }
  return found;
}

/** Words and their code side by side ("Hypertension I10") are one mention: the code is the more exact. */
export function mergeCodes(
  words: readonly ConditionMention[],
  codes: readonly ConditionMention[],
  line: string,
): ConditionMention[] {
  if (codes.length === 0) return [...words];
  const written = new Set(codes);
  const kept: ConditionMention[] = [];
  let at = 0;
  for (const word of words) {
    while ((codes[at]?.end ?? Infinity) <= word.start) at += 1;
    if ((codes[at]?.start ?? Infinity) >= word.end) kept.push(word);
  }
  const merged = [...kept, ...codes].sort((a, b) => a.start - b.start);
  const result: ConditionMention[] = [];
  for (const mention of merged) {
    const previous = result.at(-1);
    const joined =
      previous !== undefined && isBeside(previous, mention, line) ? joinedMention(previous, mention, written) : null;
    if (joined === null) result.push(mention);
    else result[result.length - 1] = joined;
    if (joined !== null && previous !== undefined && (written.has(previous) || written.has(mention)))
      written.add(joined);
  }
  return result;
}

function isBeside(left: ConditionMention, right: ConditionMention, line: string): boolean {
  if (right.start - left.end > 30) return false;
  if (!/^(?:[\s\-–:(,[\]|]|icd(?:-?10)?(?:-?cm)?|code){0,12}$/i.test(line.slice(left.end, right.start))) return false;
  return !left.sure || !right.sure || left.codes[0]?.slice(0, 3) === right.codes[0]?.slice(0, 3);
}

/** One mention of words and a written code; null where neither or both are a written code. */
function joinedMention(
  left: ConditionMention,
  right: ConditionMention,
  written: ReadonlySet<ConditionMention>,
): ConditionMention | null {
  if (written.has(left) === written.has(right)) return null;
  const { codes } = written.has(left) ? left : right;
  return { codes, sure: true, start: left.start, end: right.end, from: left.from, to: right.to };
}

/** An explanation in brackets that names the same thing again: "chronic obstructive pulmonary disease (COPD)". */
export function withoutRepeats(mentions: readonly ConditionMention[], line: string): ConditionMention[] {
  return mentions.filter((mention, index) => {
    const previous = mentions[index - 1];
    if (previous === undefined || mention.start - previous.end > 8) return true;
    const code = mention.codes[0] ?? "";
    const same =
      previous.codes.some((other) => other.slice(0, 3) === code.slice(0, 3)) ||
      mention.codes.includes(previous.codes[0] ?? "");
    return !(same && /^\s*[([]\s*$/.test(line.slice(previous.end, mention.start)));
  });
}

const WEEKS = /\b(\d{1,2})\s?(?:\+\s?\d\s?)?(?:weeks?|wks?|\/40)/i;
const GONE_BY =
  /\b(?:19|20)\d\d\b|\b(?:(?:years?|yrs?|y|months?|mths?) ago|h\/o|hx|history of|s\/p|status post|post|previous|prior|old)\b|'\d\d\b|\bx\s?[2-9]\b/i;

/** "28 weeks pregnant" is coded to its week; an infarct with a year is an old one. */
export function preciseCode(code: string, text: string): string {
  if (code.startsWith("I21") && GONE_BY.test(text)) return "I25.2";
  if (code !== "Z3A.00" && code !== "Z33.1") return code;
  const weeks = Number(WEEKS.exec(text)?.[1] ?? 0);
  return weeks >= 8 && weeks <= 42 ? `Z3A.${String(weeks).padStart(2, "0")}` : code;
}

let loaded: ReadonlyMap<string, string> | null = null;

/** The code whose condition is certain from this code: a bypass is made for coronary artery disease. */
export function impliedBy(code: string): string | null {
  loaded ??= new Map(readRows("implied.tsv").map(([from = "", to = ""]): [string, string] => [from, to]));
  return loaded.get(code) ?? null;
}
