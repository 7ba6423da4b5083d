import type { IngredientTable } from "./ingredient-table";
import { cell, members, type Row } from "./source-tables";

const STRENGTH = /(?<!\d)(\d+(?:\.\d+)?) (MG|MCG|UNT|MEQ|G|MG\/ML|UNT\/ML|MG\/ACTUAT|MCG\/ACTUAT)\b/g;

/** The strengths in which an ingredient is sold alone, from the names of its clinical drugs: ingredient, then `10 mg|20 mg`. */
export function strengthRows(rows: readonly Row[], ingredients: IngredientTable): string[] {
  const found = new Map<number, Set<string>>();
  for (const row of rows) {
    const codes = members(cell(row, "ingredient_rxcuis"));
    const index = codes.length === 1 ? ingredients.ofRxcui(codes[0] ?? "") : null;
    if (index === null || !/^(SCD|SBD|CD|SCDC)$/.test(cell(row, "tty"))) continue;
    for (const [, amount = "", unit = ""] of cell(row, "name").matchAll(STRENGTH)) {
      const known = found.get(index) ?? new Set<string>();
      found.set(index, known.add(`${amount} ${unit.toLowerCase()}`));
    }
  }
  return [...found.keys()]
    .sort((a, b) => a - b)
    .map((index) => `${index}\t${[...(found.get(index) ?? [])].sort().join("|")}`);
}
