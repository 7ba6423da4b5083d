import type { Token } from "@/lib/reading/medications/text/tokens";
import { NUMBER_WORDS, TIME_UNITS } from "@/lib/reading/medications/vocabulary/frequencies";
import { OTHER_OWNERS, type UseCue } from "@/lib/reading/medications/vocabulary/use-cues";

const REFUSALS = new Set(["not", "never", "dont", "didnt", "hasnt", "havent", "wasnt"]);
const TAKEN_UP = /^(?:restart|resum|continu|reintroduc|start|given|prescribed)/;

/** "Not restarted", "never resumed": what is not taken up is not taken. */
export function refusedAt(
  tokens: readonly Token[],
  at: number,
  { length, value }: { length: number; value: readonly UseCue[] },
): { length: number; cues: readonly UseCue[]; words: string } | null {
  const word = tokens[at]?.text ?? "";
  const before = tokens[at - 1]?.text ?? "";
  if (!REFUSALS.has(before) || !TAKEN_UP.test(word) || !value.some(({ use }) => use === "current")) return null;
  return { length, cues: [{ use: "stopped", reach: ["before", "after"] }], words: `${before} ${word}` };
}

const SPAN_WORDS = new Set([
  "few",
  "couple",
  "several",
  "two",
  "three",
  "day",
  "days",
  "week",
  "month",
  "fortnight",
  "24",
  "48",
]);

/** "In the past 5 days", "in the past week": a time that goes on until now. */
export function ofRecentTime(tokens: readonly Token[], at: number, length: number): boolean {
  if (tokens[at + length - 1]?.text !== "past") return false;
  const next = tokens[at + length];
  return (
    next?.kind === "number" ||
    SPAN_WORDS.has(next?.text ?? "") ||
    TIME_UNITS.has(next?.text ?? "") ||
    NUMBER_WORDS.has(next?.text ?? "")
  );
}

const BORROWS = new Set([
  "takes",
  "taking",
  "took",
  "take",
  "uses",
  "used",
  "using",
  "borrowed",
  "borrows",
  "shares",
  "sharing",
]);

/** "Takes his wife's simvastatin": another's, and taken. */
export function borrowed(tokens: readonly Token[], at: number): boolean {
  if (!OTHER_OWNERS.has(tokens[at]?.text ?? "")) return false;
  return [1, 2, 3, 4].some((back) => BORROWS.has(tokens[at - back]?.text ?? ""));
}

const TAKES = new Set(["take", "taken", "give", "given", "use", "used"]);
/** What follows where a direction says how, when or with what not to take it. */
const HOW = new Set(
  "with without within at if more after before near together alongside beside when until unless while during in lying double extra late later less than other alcohol grapefruit milk antacids food crushed chewed whole".split(
    " ",
  ),
);

/** "Do not take with grapefruit juice", "not to be taken within 2 hours of iron": how it is taken, not that it is not. */
export function aboutHow(tokens: readonly Token[], from: number, to: number): boolean {
  if (!TAKES.has(tokens[to - 1]?.text ?? "")) return false;
  const isRefusal = tokens.slice(from, to).some(({ text }) => text === "not" || text === "dont");
  return isRefusal && HOW.has(tokens[to]?.text ?? "");
}

const NOT_YET = new Set(
  "consider considering reluctant unwilling refuses refused declines declined planning plans plan due going aim aiming hoping hopes discuss discussed".split(
    " ",
  ),
);
const MAYBE = new Set("? possibly maybe perhaps may might probably apparently presumably unclear unsure".split(" "));
/** Small words between such a word and its cue: "refuses to stop", "may have been stopped". */
const LINKS = new Set(["to", "be", "have", "has", "been", "it", "this", "about", "on"]);
/** "Refuses to stop", "declined to come off it": what is refused is the end. */
const ENDINGS = new Set(["stop", "discontinue", "come", "cease", "reduce", "change", "switch"]);
const BACK = 4;

/**
 * "Consider stopping", "refuses to stop", "due to be stopped": it is taken still (`not-yet`). "?stopped", "possibly stopped",
 * "may have finished", "stopped?": nobody knows (`maybe`). Looked for in the few words before a cue and right behind it.
 */
export function doubtedAt(
  tokens: readonly Token[],
  from: number,
  to: number,
  cues: readonly UseCue[],
): "not-yet" | "maybe" | null {
  if (!cues.some(({ use }) => use === "stopped" || use === "held")) return null;
  if (tokens[to]?.text === "to" && ENDINGS.has(tokens[to + 1]?.text ?? "")) return "not-yet";
  if (NOT_YET.has(tokens[from]?.text ?? "")) return null;
  if (tokens[to]?.text === "?") return "maybe";
  for (let back = 1; back <= BACK; back += 1) {
    const text = tokens[from - back]?.text ?? "";
    if (MAYBE.has(text)) return "maybe";
    if (NOT_YET.has(text)) return "not-yet";
    if (!LINKS.has(text)) return null;
  }
  return null;
}
