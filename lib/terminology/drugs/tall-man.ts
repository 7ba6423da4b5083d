import { nameKey } from "./name-key";
import { readTable } from "@/lib/terminology/read-table";

let lettering: Map<string, string> | null = null;
/** The names confused with a key: a set as read, in order once they were asked for. */
let partners: Map<string, Set<string> | string[]> | null = null;

/**
 * A drug name in tall-man letters where the FDA and ISMP lists give them, word by word; other names as they are.
 * `tallMan("hydralazine")` is `hydrALAZINE`.
 */
export function tallMan(name: string): string {
  lettering ??= new Map(readTable("curated/tall-man.tsv").map(([plain = "", tall = ""]) => [plain, tall]));
  const letters = lettering;
  return (
    letters.get(name.toLowerCase()) ??
    name.replace(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu, (word) => letters.get(word.toLowerCase()) ?? word)
  );
}

/** The names that this one has been confused with, in alphabetical order; empty where none is listed. */
export function lookAlikesOf(name: string): readonly string[] {
  partners ??= readPairs();
  const key = nameKey(name);
  const found = partners.get(key);
  if (found === undefined || Array.isArray(found)) return found ?? [];
  const sorted = [...found].sort();
  partners.set(key, sorted);
  return sorted;
}

function readPairs(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (key: string, partner: string): void => {
    const known = found.get(key);
    if (known === undefined) found.set(key, new Set([partner]));
    else known.add(partner);
  };
  for (const [a = "", b = ""] of readTable("curated/look-alikes.tsv")) {
    add(nameKey(a), b);
    add(nameKey(b), a);
  }
  return found;
}
