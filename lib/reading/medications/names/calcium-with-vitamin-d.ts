import { drugNames } from "@/lib/terminology/drugs/drug-names";
import type { NameHit } from "@/lib/reading/medications/text/list-parts";
import type { Token } from "@/lib/reading/medications/text/tokens";

const BETWEEN = new Set(["with", "w", "plus", "and", "/", "+", "-", "&", "mg", "vit", "."]);

/** "Calcium with D", "Caltrate 600 + D3": behind a calcium product a bare D is vitamin D. */
export function withVitaminD(tokens: readonly Token[], hits: readonly NameHit[]): NameHit[] {
  const taken = new Set(hits.map((hit) => hit.from));
  return hits.flatMap((hit) => {
    if (!hit.entries.some((entry) => entry.ingredients.some((one) => one.name.startsWith("calcium")))) return [hit];
    if (hit.entries.some((entry) => entry.ingredients.some((one) => /vitamin d|calciferol/.test(one.name))))
      return [hit];
    const vitamin = vitaminDBehind(tokens, hit.to, taken);
    return vitamin === null ? [hit] : [hit, vitamin];
  });
}

function vitaminDBehind(tokens: readonly Token[], from: number, taken: ReadonlySet<number>): NameHit | null {
  let at = from;
  if (wrapsToVitamin(tokens, from)) at = nextLine(tokens, from);
  while (at < from + 4 && (BETWEEN.has(tokens[at]?.text ?? "") || tokens[at]?.kind === "number")) at += 1;
  if (tokens[at]?.text !== "d" || taken.has(at)) return null;
  const three = tokens[at + 1]?.gap === false && tokens[at + 1]?.text === "3";
  if (!three && tokens[at + 1]?.gap === false && tokens[at + 1]?.kind !== "mark") return null;
  const entries = drugNames().lookup(three ? "vitamind3" : "vitamind");
  return entries.length === 0 ? null : { from: at, to: at + (three ? 2 : 1), entries, everyday: false };
}

/** "Calcium citrate 600 mg" and "with D" on the line below: the line goes on only where it begins with the word that ties them. */
function wrapsToVitamin(tokens: readonly Token[], from: number): boolean {
  const next = nextLine(tokens, from);
  return next > from && ["with", "plus", "w", "+", "and", "&"].includes(tokens[next]?.text ?? "");
}

/** Where the next line begins, if no more than a strength and a form stand before the line's end; else `from`. */
function nextLine(tokens: readonly Token[], from: number): number {
  for (let at = from; at < from + 4; at += 1) if (tokens[at]?.kind === "newline") return at + 1;
  return from;
}
