import type { Ingredient } from "@/lib/domain/medication";
import { ingredientIndex } from "./ingredients";
import { nameKey } from "./name-key";
import { readTable } from "@/lib/terminology/read-table";

/** What a brand is in another country. */
export interface BrandElsewhere {
  readonly ingredient: Ingredient;
  /** In which it is sold there. */
  readonly strengths: readonly string[];
  readonly country: string;
}

let brands: Map<string, BrandElsewhere[]> | null = null;

/** The drugs that a brand name stands for in countries that the tables do not cover. */
export function brandsElsewhere(name: string): readonly BrandElsewhere[] {
  brands ??= load();
  return brands.get(nameKey(name)) ?? [];
}

function load(): Map<string, BrandElsewhere[]> {
  const found = new Map<string, BrandElsewhere[]>();
  for (const [name = "", ingredientName = "", strengths = "", country = ""] of readTable(
    "curated/brands-elsewhere.tsv",
  )) {
    const ingredient = ingredientIndex().byName(ingredientName);
    if (ingredient === null) continue;
    const key = nameKey(name);
    found.set(key, [...(found.get(key) ?? []), { ingredient, strengths: strengths.split("|"), country }]);
  }
  return found;
}
