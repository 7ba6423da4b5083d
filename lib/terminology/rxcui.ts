import type { Ingredient } from "@/lib/domain/medication";
import { ingredientIndex } from "./ingredients";
import { readTable } from "./read-table";

const NONE: readonly Ingredient[] = [];
let positionsOf: Map<string, string> | null = null;

/**
 * The ingredients of any RxNorm concept (ingredient, brand, clinical drug, pack). Empty where the code is not known, retired
 * codes among them: the reader then falls back on the display text.
 */
export function ingredientsOfRxcui(rxcui: string): readonly Ingredient[] {
  positionsOf ??= new Map(readTable("rxcui.tsv.gz").map(([code = "", positions = ""]) => [code, positions]));
  const index = ingredientIndex();
  const positions = positionsOf.get(rxcui);
  if (positions === undefined) {
    const own = index.byRxcui(rxcui);
    return own === null ? NONE : [own];
  }
  const found = positions.split(",").map((position) => index.at(Number(position)));
  return [...new Set(found.filter((one) => one !== null))];
}
