import type { NameGroup, Span, UseMark } from "@/lib/reading/medications/text/list-parts";
import { phraseTable } from "@/lib/reading/medications/text/phrase-table";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { REACTION_FILLERS, REACTIONS } from "@/lib/reading/medications/vocabulary/reactions";

const REACTION_TABLE = phraseTable(REACTIONS);
const TIES = new Set(["-", ":", "(", "[", "=", "→", "/", "causes", "caused", "gives", "gave", "made", "makes"]);
const INNER_MARKS = new Set([",", ";", "/", "(", ")", "[", "]", "-", "?", "&", "+", ".", "!", "*", '"', ":", "|"]);

/**
 * "PCN - hives", "codeine (nausea)", "Lisinopril: cough": a bare name and nothing behind it but what it did. An allergy or
 * intolerance, unless it is a drug that is taken for just that ("ondansetron (nausea)"). A name with a dose is left alone.
 * @returns null where the words say nothing of the kind; otherwise the mark, as an open question for the clinician
 */
export function reactionMark(tokens: readonly Token[], span: Span, content: number, group: NameGroup): UseMark | null {
  if (group.from !== content || !isReaction(tokens, group.to, span.to, ingredientsOf(group))) return null;
  const words = tokens
    .slice(group.to, span.to)
    .map((token, place) => (place > 0 && token.gap ? " " : "") + token.text)
    .join("")
    .replace(/^[-:(=[\s]+/, "")
    .replace(/(?<![)\].,;\s])[)\].,;\s]+$/, "");
  return { use: "allergy", reason: words, choices: ["allergy", "current"] };
}

/** Whether the stretch is a tie and nothing but a reaction that none of the ingredients is taken for. */
export function isReaction(
  tokens: readonly Token[],
  from: number,
  to: number,
  ingredients: readonly string[],
): boolean {
  if (!TIES.has(tokens[from]?.text ?? "")) return false;
  let reactions = 0;
  for (let at = from + 1; at < to;) {
    const token = tokens[at];
    if (token === undefined || token.kind === "number") return false;
    const phrase = REACTION_TABLE.at(tokens, at, to);
    if (phrase !== null) {
      if (ingredients.some((name) => phrase.value.has(name))) return false;
      reactions += 1;
      at += phrase.length;
    } else if (token.kind === "mark" ? INNER_MARKS.has(token.text) : REACTION_FILLERS.has(token.text)) at += 1;
    else return false;
  }
  return reactions > 0;
}

function ingredientsOf(group: NameGroup): string[] {
  return group.hits.flatMap((hit) => hit.entries.flatMap((entry) => entry.ingredients.map((one) => one.name)));
}
