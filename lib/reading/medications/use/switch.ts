import type { NameHit } from "@/lib/reading/medications/text/list-parts";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { EXCHANGE_VERBS, SUBSTITUTION_VERBS, type UseCue } from "@/lib/reading/medications/vocabulary/use-cues";

/**
 * "Changed Lipitor to Crestor", "switched from Zocor to Crestor": the name behind the verb is left, the one behind "to" or "with"
 * is taken. "Substituted losartan for lisinopril": the name behind "for" is left.
 */
export function exchange(
  tokens: readonly Token[],
  at: number,
  starts: ReadonlyMap<number, number>,
): { length: number; value: UseCue[] } | null {
  const text = tokens[at]?.text ?? "";
  const left = { use: "stopped", reach: ["after"] } satisfies UseCue;
  if (text === "for" || text === "from") {
    const exchanged = text === "for" ? substitutedBefore(tokens, at) : exchangedTo(tokens, at);
    return starts.has(at + 1) && exchanged ? { length: 1, value: [left] } : null;
  }
  if (!EXCHANGE_VERBS.has(text)) return null;
  const length = tokens[at + 1]?.text === "from" ? 2 : 1;
  const first = starts.get(at + length);
  if (first === undefined) return null;
  for (let word = first; word < first + MOST_BETWEEN; word += 1) {
    const tie = tokens[word]?.text ?? "";
    if (tie === "\n") return null;
    if ((tie === "to" || tie === "with" || tie === "for") && starts.has(word + 1)) return { length, value: [left] };
  }
  return null;
}

/** Room for strength and directions between the two names of an exchange. */
const MOST_BETWEEN = 8;

/** "Switched to B 20 mg from A": the new drug is named first. */
function exchangedTo(tokens: readonly Token[], at: number): boolean {
  for (let word = at - 1; word >= Math.max(0, at - MOST_BETWEEN); word -= 1) {
    const text = tokens[word]?.text ?? "";
    if (EXCHANGE_VERBS.has(text)) return ["to", "onto"].includes(tokens[word + 1]?.text ?? "");
    if (text === "\n" || text === "." || text === ";") return false;
  }
  return false;
}

function substitutedBefore(tokens: readonly Token[], at: number): boolean {
  for (let word = at - 1; word >= Math.max(0, at - MOST_BETWEEN); word -= 1) {
    const text = tokens[word]?.text ?? "";
    if (SUBSTITUTION_VERBS.has(text)) return tokens[word + 1]?.text !== "for";
    if (text === "\n" || text === ".") return false;
  }
  return false;
}

const ARROWS = new Set(["→", "⇒", "➔", "➜", "➡", "⟶"]);

/**
 * "Warfarin → apixaban 5 mg", "Lipitor 40 -> Leqvio": the name before the arrow is left for the one behind it. Between two names of
 * the same drug it is a change of dose, and anything else behind it says nothing.
 * @param names the names of the arrow's own segment
 * @param starts where each name of the sentence begins, and ends
 */
export function arrowBetween(
  tokens: readonly Token[],
  at: number,
  names: readonly NameHit[],
  starts: ReadonlyMap<number, number>,
): { length: number; value: UseCue[] } | null {
  const length = arrowLength(tokens, at);
  const left = names.at(-1);
  if (length === 0 || left === undefined || left.to > at || at - left.to > MOST_BETWEEN || !starts.has(at + length))
    return null;
  return { length, value: [{ use: "stopped", reach: ["before"] }] };
}

/** The tokens of an arrow, drawn or typed ("->", "-->", "=>"). */
export function arrowLength(tokens: readonly Token[], at: number): number {
  if (ARROWS.has(tokens[at]?.text ?? "")) return 1;
  let end = at;
  while (
    end < at + 4 &&
    (tokens[end]?.text === "-" || tokens[end]?.text === "=") &&
    (end === at || tokens[end]?.gap === false)
  )
    end += 1;
  return end > at && tokens[end]?.text === ">" && tokens[end]?.gap === false ? end + 1 - at : 0;
}
