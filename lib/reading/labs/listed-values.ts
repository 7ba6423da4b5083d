import type { AnalyteMention } from "./find-analytes";

const SLASH = /^\s*\/\s*$/;
const WORDS = /^\s*(?:,|&|and|,\s*and)\s*$/i;
const LEAD =
  /^[\s:=]{0,8}(?:serum |plasma )?(?:levels?|concentrations?|values?|results?)?[\s:=]{0,8}(?:was|were|are|is|of|at)?[\s:=]{0,8}/i;

/** Nobody joins more names than this; it keeps the work on a line linear. */
const LONGEST_LIST = 12;

/** The names that are joined with the one at `index`, as a range of indexes; one alone: no list. */
function listAround(line: string, mentions: readonly AnalyteMention[], index: number, joint: RegExp): [number, number] {
  const joined = (at: number): boolean => {
    const [left, right] = [mentions[at], mentions[at + 1]];
    return (
      left !== undefined &&
      right !== undefined &&
      right.start - left.end < 16 &&
      joint.test(line.slice(left.end, right.start))
    );
  };
  let first = index;
  while (index - first < LONGEST_LIST && joined(first - 1)) first -= 1;
  let last = index;
  while (last - index < LONGEST_LIST && joined(last)) last += 1;
  return [first, last];
}

/**
 * "Na/K 138/3.2" and "calcium and phosphate were 2.0 and 0.6 respectively": names and values in two lists belong together in
 * order. Gives the name at `index` its own value as text; empty where names joined by strokes have not as many values; null
 * where there is no list.
 */
export function listedValue(line: string, mentions: readonly AnalyteMention[], index: number): string | null {
  const behind = (last: number) => line.slice(mentions[last]?.end ?? 0, mentions[last + 1]?.start ?? line.length);
  const [first, last] = listAround(line, mentions, index, SLASH);
  if (last > first) {
    const run = /^[\s:=]{0,8}(\d+(?:\.\d+)?(?:\s{0,3}\/\s{0,3}\d+(?:\.\d+)?){1,12})/.exec(behind(last))?.[1];
    const values = run?.split("/") ?? [];
    return values.length === last - first + 1 ? (values[index - first] ?? "").trim() : "";
  }
  const [from, to] = listAround(line, mentions, index, WORDS);
  if (to === from) return null;
  const tail = behind(to).slice(0, 300);
  const values = tail.slice(LEAD.exec(tail)?.[0].length ?? 0).split(/,\s*and\s+|,\s+|(?<!\s)\s+(?:and|&)\s+/);
  const wanted = to - from + 1;
  if (values.length < wanted || !values.slice(0, wanted).every((value) => /^[<>]?\s*\d/.test(value))) return null;
  return values[index - from] ?? null;
}
