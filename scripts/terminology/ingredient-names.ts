import { readTable } from "@/lib/terminology/read-table";
import { cell, members, type Row } from "./source-tables";

let splits: ReadonlyMap<string, readonly string[]> | null = null;

/**
 * The ingredient names of a source row, each one substance. A few FDA rows hold a whole product as one ingredient
 * ("irbesartan: hydrochlorothiazide") or tear a bracket apart ("liotrix (t4", "t3)"); what they mean stands in
 * `curated/ingredient-splits.tsv`.
 */
export function ingredientNames(row: Row): string[] {
  splits ??= new Map(
    readTable("curated/ingredient-splits.tsv").map(([source = "", list = ""]) => [
      source,
      list === "" ? [] : list.split("|"),
    ]),
  );
  const known = splits;
  return members(cell(row, "ingredient_names")).flatMap((name) => known.get(name.toLowerCase()) ?? [name]);
}
