import type { Token } from "@/lib/reading/medications/text/tokens";
import { CHANGING_WORDS, isReviewWord, isSupplyWord } from "@/lib/reading/medications/vocabulary/supply-words";

/** How far from a time the word stands that makes it one of supply, review or change. */
const WITHIN = 3;
/** Times of weeks and months, which packs and visits have too. */
const PERIODS = /week|month|year|every (?:2|3|4|6|8|12)\b/;
/** Words that end a remark: what stands behind them is no longer about it. */
const ENDS = new Set([",", ";", ".", "\n", "(", ")", "|"]);
/** The most that may be taken, and until when, are no frequency. */
const BOUNDS = new Set(["max", "maximum", "exceed", "until", "than"]);

/** "Stopped this morning", "last night": one day, and no day to day. */
const OF_ONE_DAY = new Set(["this", "last", "yesterday", "next", "tomorrow"]);

/**
 * Whether a time that was read as a frequency is one of supply ("weekly blister pack"), of review ("check INR monthly", "see every 6
 * months"), of a change that goes on ("reducing by 5 mg every week") or of a limit ("max 8 a day").
 */
export function isStrayTime(tokens: readonly Token[], at: number, length: number, value: string): boolean {
  if (OF_ONE_DAY.has(tokens[at - 1]?.text ?? "")) return true;
  const period = PERIODS.test(value);
  if (period && goesOnChanging(tokens, at)) return true;
  for (let before = at - 1; before >= at - WITHIN; before -= 1) {
    const text = tokens[before]?.text ?? "\n";
    if (ENDS.has(text)) break;
    if (isReviewWord(text) || BOUNDS.has(text) || (period && isSupplyWord(text))) return true;
  }
  if (!period) return false;
  for (let after = at + length; after < at + length + WITHIN; after += 1) {
    const text = tokens[after]?.text ?? "\n";
    if (ENDS.has(text)) break;
    if (isSupplyWord(text) || isReviewWord(text)) return true;
  }
  return false;
}

/** "Reducing by 5 mg every week", "increase 25 mg weekly": the amount of the change stands between. */
function goesOnChanging(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= at - WITHIN - 2; before -= 1) {
    const text = tokens[before]?.text ?? "\n";
    if (CHANGING_WORDS.has(text)) return true;
    if (ENDS.has(text)) return false;
  }
  return false;
}

const A_DAY = new Set(["once", "daily", "twice daily", "three times daily", "four times daily", "five times daily"]);
const SELDOM =
  /^(?:weekly|twice weekly|three times weekly|every other day|monthly|yearly|every \d+ (?:week|month)s?|\d+ times (?:week|month)ly)$/;

/**
 * Two frequencies of which only one can hold: "daily" and "twice daily", "twice daily" and "weekly". "Daily" and a time of the day go
 * together, and so do "once" and any other.
 */
export function contradicting(frequencies: readonly string[]): string[] {
  const counts = frequencies.filter((one) => A_DAY.has(one) && one !== "once");
  const seldom = frequencies.filter((one) => SELDOM.test(one));
  if (counts.length > 1) return counts;
  if (seldom.length > 1 || (seldom.length > 0 && counts.length > 0)) return [...counts, ...seldom];
  return [];
}
