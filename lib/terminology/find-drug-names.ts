import { drugNames, type DrugNameEntry } from "@/lib/terminology/drugs/drug-names";
import { nameKey } from "@/lib/terminology/drugs/name-key";
import { nearNames } from "@/lib/terminology/spelling/near-names";

/** Names that begin with the words, shortest first, then names that are near to them; each once, at most `limit`. */
export function findDrugNames(words: string, limit: number): DrugNameEntry[] {
  const near = nearNames(words, { limit }).map((one) => one.entry);
  return withoutSynonyms(distinct([...beginningWith(nameKey(words), 3 * limit), ...near])).slice(0, limit);
}

/** Shortest first: “hydroxyzine” before its products. */
function beginningWith(key: string, limit: number): DrugNameEntry[] {
  const index = drugNames();
  const keys: string[] = [];
  for (const nameOfKey of index.keys()) {
    if (key !== "" && nameOfKey.startsWith(key)) keys.push(nameOfKey);
  }
  keys.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return keys.slice(0, limit).flatMap((nameOfKey) => index.lookup(nameOfKey).slice(0, 1));
}

const SAME_STEM = 6;

/** A name in another language (“metolazonum”) goes where the drug's own name is found too; another name (“salbutamol”) stays. */
function withoutSynonyms(entries: readonly DrugNameEntry[]): DrugNameEntry[] {
  const stem = (entry: DrugNameEntry) => nameKey(entry.name).slice(0, SAME_STEM);
  const drugs = new Set(
    entries.filter(({ kind }) => kind === "ingredient").map((entry) => `${stem(entry)} ${sameDrugs(entry)}`),
  );
  return entries.filter((entry) => entry.kind !== "synonym" || !drugs.has(`${stem(entry)} ${sameDrugs(entry)}`));
}

function sameDrugs({ ingredients }: DrugNameEntry): string {
  return ingredients
    .map(({ name }) => name)
    .sort()
    .join(" + ");
}

function distinct(entries: readonly DrugNameEntry[]): DrugNameEntry[] {
  return entries.filter(
    (entry, index) => entries.findIndex((other) => nameKey(other.name) === nameKey(entry.name)) === index,
  );
}
