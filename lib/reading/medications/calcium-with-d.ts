import { drugNames } from "@/lib/terminology/drug-names";
import type { NameHit } from "./list-parts";
import type { Token } from "./tokens";

const BETWEEN = new Set(["with", "w", "plus", "and", "/", "+", "-", "&", "mg", "vit", "."]);

/** "Calcium with D", "Caltrate 600 + D3": behind a calcium product a bare D is vitamin D. */
export function withVitaminD(tokens: readonly Token[], hits: readonly NameHit[]): NameHit[] {
  const taken = new Set(hits.map((hit) => hit.from));
  return hits.flatMap((hit) => {
    if (!hit.entries.some((entry) => entry.ingredients.some((one) => one.name.startsWith("calcium")))) return [hit];
    if (hit.entries.some((entry) => entry.ingredients.some((one) => /vitamin d|calciferol/.test(one.name)))) return [hit];
    const vitamin = vitaminDBehind(tokens, hit.to, taken);
    return vitamin === null ? [hit] : [hit, vitamin];
  });
}

function vitaminDBehind(tokens: readonly Token[], from: number, taken: ReadonlySet<number>): NameHit | null {
  let at = from;
  while (at < from + 4 && (BETWEEN.has(tokens[at]?.text ?? "") || tokens[at]?.kind === "number")) at += 1;
  if (tokens[at]?.text !== "d" || taken.has(at)) return null;
  const three = tokens[at + 1]?.gap === false && tokens[at + 1]?.text === "3";
  if (!three && tokens[at + 1]?.gap === false && tokens[at + 1]?.kind !== "mark") return null;
  const entries = drugNames().lookup(three ? "vitamind3" : "vitamind");
  return entries.length === 0 ? null : { from: at, to: at + (three ? 2 : 1), entries, everyday: false };
}
