import { drugNames, type DrugNameEntry } from "@/lib/terminology/drug-names";
import { nameKey } from "@/lib/terminology/name-key";
import { nearNames } from "@/lib/terminology/near-names";

/** Names that begin with the words, shortest first, then names that are near to them; each once, at most `limit`. */
export function findDrugNames(words: string, limit: number): DrugNameEntry[] {
  const near = nearNames(words, { limit }).map((one) => one.entry);
  return distinct([...beginningWith(nameKey(words), limit), ...near]).slice(0, limit);
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

function distinct(entries: readonly DrugNameEntry[]): DrugNameEntry[] {
  return entries.filter((entry, index) => entries.findIndex((other) => nameKey(other.name) === nameKey(entry.name)) === index);
}
