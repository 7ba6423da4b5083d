import type { Intake } from "@/lib/domain/medication";
import { rangeAt } from "./quantities";
import { TIMES_OF_DAY } from "./times-of-day";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { DOSE_UNITS } from "@/lib/reading/medications/vocabulary/units";

export type Schedule = { intake: Intake; frequency: string | null };

const TIES = new Set(["-", "+"]);
const SLOTS: Readonly<Record<number, readonly string[]>> = {
  3: ["in the morning", "at noon", "in the evening"],
  4: ["in the morning", "at noon", "in the evening", "at bedtime"],
};

/** "1-0-1", "2 - 0 - 1 - 0", "1+1+1", "½-0-½": so many in the morning, at noon, in the evening (and at night). */
export function scheduleIn(tokens: readonly Token[], from: number, to: number): Schedule | null {
  for (let at = from; at + 4 < to; at += 1) {
    const tie = tokens[at + 1]?.text ?? "";
    const before = tokens[at - 1]?.text ?? "";
    if (tokens[at]?.kind !== "number" || !TIES.has(tie) || before === "/" || TIES.has(before)) continue;
    const { counts, end } = countsAt(tokens, at, to, tie);
    const slots = SLOTS[counts.length];
    // A run that counts up is a numbering or a date, and one with a unit is the strength of a combination.
    const plausible = counts.every((count) => count <= MOST && Number.isInteger(count * 4));
    const numbered = counts.every((count, index) => count === index + 1);
    const strength = DOSE_UNITS.has(tokens[end]?.text ?? "") || tokens[end]?.text === "/";
    if (slots === undefined || !plausible || numbered || strength) continue;
    const total = counts.reduce((all, count) => all + count, 0);
    const times = slots.filter((_, index) => (counts[index] ?? 0) > 0);
    return { intake: { of: "unit", low: total, high: total, per: "day" }, frequency: times.join(", ") || null };
  }
  return byTime(tokens, from, to);
}

/** More at one time of the day is no number of tablets. */
const MOST = 6;

function countsAt(tokens: readonly Token[], from: number, to: number, tie: string): { counts: number[]; end: number } {
  const counts: number[] = [];
  let at = from;
  while (at < to && tokens[at]?.kind === "number" && counts.length <= 4) {
    counts.push(Number(tokens[at]?.text));
    at += 1;
    let next = at;
    while (next < to && tokens[next]?.text === tie) next += 1;
    if (next === at || next >= to || tokens[next]?.kind !== "number") break;
    at = next;
  }
  return { counts, end: at };
}

/** "Morning 1, night 2", "AM: 1 PM: 2": a time before each count, without a word for the tablet. */
function byTime(tokens: readonly Token[], from: number, to: number): Schedule | null {
  const times = new Set<string>();
  let [low, high] = [0, 0];
  for (let at = from; at < to; at += 1) {
    const time = TIMES_OF_DAY.at(tokens, at, to);
    if (time === null || tokens[at - 1]?.kind === "number") continue;
    const colon = [":", "="].includes(tokens[at + time.length]?.text ?? "") ? 1 : 0;
    const count = rangeAt(tokens, at + time.length + colon, to);
    if (count === null || count.high > MOST) continue;
    const end = at + time.length + colon + count.length;
    if (
      DOSE_UNITS.has(tokens[end]?.text ?? "") ||
      (TIMES_OF_DAY.at(tokens, end, to) !== null && tokens[end]?.gap === true && colon === 0 && times.size === 0)
    )
      return null;
    times.add(time.value);
    low += count.low;
    high += count.high;
  }
  return times.size < 2 ? null : { intake: { of: "unit", low, high, per: "day" }, frequency: [...times].join(", ") };
}
