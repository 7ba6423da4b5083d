import type { NameHit, Span } from "@/lib/reading/medications/text/list-parts";
import type { Token } from "@/lib/reading/medications/text/tokens";
import type { UseCue } from "@/lib/reading/medications/vocabulary/use-cues";

const CROSSES = new Set(["❌", "✗", "✘", "✖", "❎", "🚫", "⛔", "🛑"]);

/**
 * What is crossed out is not taken: "❌ HCTZ", "HCTZ ✗", "~~amlodipine 10 mg~~", a name struck through letter by letter, and a
 * bare "no" that ends the item ("riluzole no").
 */
export function crossedOut(
  tokens: readonly Token[],
  at: number,
  segment: Span & { content: number },
  names: readonly NameHit[],
): { length: number; value: UseCue[] } | null {
  const before = { length: 1, value: [{ use: "stopped", reach: ["before"] }] satisfies UseCue[] };
  const after = { length: 1, value: [{ use: "stopped", reach: ["after"] }] satisfies UseCue[] };
  const token = tokens[at];
  const named = names.some((hit) => hit.to <= at);
  if (token !== undefined && CROSSES.has(token.text)) return named ? before : after;
  if (token?.text === "~" && tokens[at + 1]?.text === "~" && tokens[at + 1]?.gap === false && names.length > 0)
    return named ? { ...before, length: 2 } : { ...after, length: 2 };
  if (token?.text === "no" && named && onlyMarks(tokens, at + 1, segment.to)) return before;
  const asked = [":", "-", "=", "|"].includes(tokens[at - 1]?.text ?? "");
  if (["nil", "none", "n"].includes(token?.text ?? "") && asked && named && onlyMarks(tokens, at + 1, segment.to))
    return before;
  return null;
}

function onlyMarks(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (tokens[at]?.kind !== "mark") return false;
  return true;
}
