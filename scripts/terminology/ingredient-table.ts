import { nameKey } from "@/lib/terminology/drugs/name-key";
import { ingredientNames } from "./ingredient-names";
import { cell, members, type Row } from "./source-tables";

/** Ingredients in the order of their first letter, each with its RXCUI where one is known; the other tables refer to the index. */
export class IngredientTable {
  readonly rows: { rxcui: string; name: string }[] = [];
  private readonly byName = new Map<string, number>();
  private readonly byRxcui = new Map<string, number>();

  constructor(drugNames: readonly Row[], rxcuiRows: readonly Row[]) {
    const rxcuiOfName = new Map<string, string>();
    for (const row of drugNames) {
      const names = ingredientNames(row);
      const rxcuis = members(cell(row, "ingredient_rxcuis"));
      if (names.length === 1 && rxcuis.length === 1) rxcuiOfName.set(nameKey(names[0] ?? ""), rxcuis[0] ?? "");
      for (const name of names) if (!rxcuiOfName.has(nameKey(name))) rxcuiOfName.set(nameKey(name), "");
    }
    for (const row of rxcuiRows) {
      if (cell(row, "tty") === "IN" && cell(row, "name") !== "")
        rxcuiOfName.set(nameKey(cell(row, "name")), cell(row, "rxcui"));
    }
    const spelling = new Map<string, string>();
    for (const row of drugNames) for (const name of ingredientNames(row)) keepFirst(spelling, nameKey(name), name);
    for (const row of rxcuiRows)
      if (cell(row, "tty") === "IN") keepFirst(spelling, nameKey(cell(row, "name")), cell(row, "name"));
    const keys = [...spelling.keys()].filter((key) => key !== "").sort();
    for (const key of keys) {
      const rxcui = rxcuiOfName.get(key) ?? "";
      this.byName.set(key, this.rows.length);
      if (rxcui !== "" && !this.byRxcui.has(rxcui)) this.byRxcui.set(rxcui, this.rows.length);
      this.rows.push({ rxcui, name: (spelling.get(key) ?? "").toLowerCase() });
    }
  }

  /** The index of an ingredient by name, or null. */
  ofName(name: string): number | null {
    return this.byName.get(nameKey(name)) ?? null;
  }

  /** The index of an ingredient by RXCUI, or null. */
  ofRxcui(rxcui: string): number | null {
    return this.byRxcui.get(rxcui) ?? null;
  }
}

function keepFirst(map: Map<string, string>, key: string, value: string): void {
  if (!map.has(key)) map.set(key, value);
}
