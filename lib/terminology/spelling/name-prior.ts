import type { DrugNameEntry } from "@/lib/terminology/drugs/drug-names";
import { ingredientIndex } from "@/lib/terminology/drugs/ingredients";
import { readTable } from "@/lib/terminology/read-table";
import type { Ingredient } from "@/lib/domain/medication";

/** How far a source is from what is written on lists today; 0 to 1. */
const SOURCE_WEIGHT: Readonly<Record<string, number>> = {
  rxnorm2025: 0.45,
  curated: 0.45,
  "rxterms2022+rxnav2020": 0.42,
  "drugs@fda2022": 0.22,
  epar2018: 0.15,
  cms2017: 0.2,
  ndc2018: 0.05,
  drugbank_vocab: 0,
};
const TIER_WEIGHT = [0, 0.5, 0.3];
const KIND_WEIGHT: Readonly<Record<DrugNameEntry["kind"], number>> = {
  ingredient: 0.12,
  brand: 0.06,
  synonym: 0,
  salt: -0.1,
  abbreviation: -0.15,
  "multi-ingredient": -0.1,
};

let tiers: Map<Ingredient, number> | null = null;

/** How often a name is meant, from about -0.1 (a foreign synonym of a rarity) to 1.1 (a generic of the first hundred). */
export function namePrior(entry: DrugNameEntry): number {
  const known = priors.get(entry);
  if (known !== undefined) return known;
  const prior = computed(entry);
  priors.set(entry, prior);
  return prior;
}

const priors = new WeakMap<DrugNameEntry, number>();

function computed(entry: DrugNameEntry): number {
  tiers ??= readTiers();
  const known = tiers;
  const weights = entry.ingredients.map((ingredient) => TIER_WEIGHT[known.get(ingredient) ?? 0] ?? 0);
  const use = Math.min(...weights) * (entry.ingredients.length > 1 ? 0.6 : 1);
  const words = entry.name.split(/[\s/]+/).length;
  return (SOURCE_WEIGHT[entry.source] ?? 0) + use + KIND_WEIGHT[entry.kind] - 0.06 * (words - 1);
}

function readTiers(): Map<Ingredient, number> {
  const found = new Map<Ingredient, number>();
  for (const [tier = "", list = ""] of readTable("curated/common-drugs.tsv")) {
    for (const name of list.split(",")) {
      const ingredient = ingredientIndex().byName(name);
      if (ingredient !== null && !found.has(ingredient)) found.set(ingredient, Number(tier));
    }
  }
  return found;
}
