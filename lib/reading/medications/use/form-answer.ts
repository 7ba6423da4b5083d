import type { MedicationUse } from "@/lib/domain/vocabulary";
import { phraseTable } from "@/lib/reading/medications/text/phrase-table";
import type { Token } from "@/lib/reading/medications/text/tokens";
import type { UseCue } from "@/lib/reading/medications/vocabulary/use-cues";

/** What a form asks of a drug, and what yes and no to it mean. */
type Asked = { readonly yes: MedicationUse; readonly no: MedicationUse };

const asked = (yes: MedicationUse, no: MedicationUse, words: string): [string, Asked][] =>
  words.split(",").map((word) => [word, { yes, no }]);

/** The words of forms and column heads that ask whether a drug is taken. */
export const ASKED = phraseTable([
  ...asked(
    "current",
    "stopped",
    "continue,continued,continuing,taking,still taking,currently taking,patient taking,pt taking,taking now,taking currently,still takes,active,current,in use,taken,ongoing,is taking,still on,continue on discharge,to continue,cont",
  ),
  ...asked("stopped", "current", "stop,stopped,discontinue,discontinued,dc,d c,ceased,cease,inactive,not taking,ended"),
  ...asked("held", "current", "hold,held,on hold,withheld,withhold,suspended"),
]);

const YES: ReadonlySet<string> = new Set(["y", "yes", "true", "☒", "☑", "✓", "✔", "✅"]);
const NO: ReadonlySet<string> = new Set(["n", "no", "false", "✗", "✘", "✖", "❌", "nil", "none"]);
const BOXES: ReadonlySet<string> = new Set(["☐", "□", "◻", "⬜", "▢", "❏"]);

/** "Continue: N", "Taking? No", "Stopped = yes": a question of a form with its answer, which ends the field. */
export function formAnswer(tokens: readonly Token[], at: number): { length: number; value: UseCue[] } | null {
  const phrase = ASKED.at(tokens, at, at + 4);
  if (phrase === null) return null;
  let end = at + phrase.length;
  let asks = false;
  while ([":", "?", "="].includes(tokens[end]?.text ?? "")) {
    asks = true;
    end += 1;
  }
  const answer = asks ? answerAt(tokens, end) : null;
  if (answer === null) return null;
  const next = tokens[end + answer.length];
  if (next !== undefined && next.kind !== "mark" && next.kind !== "newline") return null;
  const use = answer.yes ? phrase.value.yes : phrase.value.no;
  return { length: end + answer.length - at, value: [{ use, reach: ["before", "after"] }] };
}

/** A yes or no, a tick, or a box that is crossed or empty. */
export function answerAt(tokens: readonly Token[], at: number): { yes: boolean; length: number } | null {
  const text = tokens[at]?.text ?? "";
  if (YES.has(text)) return { yes: true, length: 1 };
  if (NO.has(text)) return { yes: false, length: 1 };
  if (BOXES.has(text)) return { yes: false, length: 1 };
  if (text === "x" && tokens[at + 1]?.kind !== "number") return { yes: true, length: 1 };
  if (text !== "[" && text !== "(") return null;
  const close = text === "[" ? "]" : ")";
  if (tokens[at + 1]?.text === close) return { yes: false, length: 2 };
  const inner = tokens[at + 1]?.text ?? "";
  return tokens[at + 2]?.text === close && (inner === "x" || YES.has(inner)) ? { yes: true, length: 3 } : null;
}

/** Whether an empty box stands right before: what it offers was not chosen ("☒ Continue ☐ Stop"). */
export function isUnticked(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text ?? "";
  if (BOXES.has(before)) return true;
  return (before === "]" && tokens[at - 2]?.text === "[") || (before === ")" && tokens[at - 2]?.text === "(");
}
