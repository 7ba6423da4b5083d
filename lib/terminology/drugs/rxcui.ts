import type { Ingredient } from "@/lib/domain/medication";
import { ingredientIndex } from "./ingredients";
import { readBytes } from "@/lib/terminology/read-table";

const NONE: readonly Ingredient[] = [];
/** The table as one text: it is asked for a few codes at a time, so that a search costs less than a map of all. */
let text: string | null = null;

/**
 * The ingredients of any RxNorm concept (ingredient, brand, clinical drug, pack). Empty where the code is not known, retired
 * codes among them: the reader then falls back on the display text.
 */
export function ingredientsOfRxcui(rxcui: string): readonly Ingredient[] {
  text ??= readBytes("rxcui.tsv.gz").toString("latin1");
  const index = ingredientIndex();
  const at = /^\d{1,9}$/.test(rxcui) ? text.indexOf(`\n${rxcui}\t`) : -1;
  if (at < 0) {
    const own = index.byRxcui(rxcui);
    return own === null ? NONE : [own];
  }
  const positions = text.slice(at + rxcui.length + 2, text.indexOf("\n", at + 1)).split(",");
  const found = positions.map((position) => index.at(Number(position)));
  return [...new Set(found.filter((one) => one !== null))];
}
