import { nameKey } from "./name-key";
import { readTable } from "./read-table";

let lettering: Map<string, string> | null = null;
let partners: Map<string, string[]> | null = null;

/**
 * A drug name in tall-man letters where the FDA and ISMP lists give them, word by word; other names as they are.
 * `tallMan("hydralazine")` is `hydrALAZINE`.
 */
export function tallMan(name: string): string {
  lettering ??= new Map(readTable("curated/tall-man.tsv").map(([plain = "", tall = ""]) => [plain, tall]));
  const letters = lettering;
  return letters.get(name.toLowerCase()) ?? name.replace(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu, (word) => letters.get(word.toLowerCase()) ?? word);
}

/** The names that this one has been confused with, in alphabetical order; empty where none is listed. */
export function lookAlikesOf(name: string): readonly string[] {
  partners ??= readPairs();
  return partners.get(nameKey(name)) ?? [];
}

function readPairs(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (from: string, to: string): void => {
    const known = found.get(nameKey(from)) ?? [];
    if (!known.includes(to)) found.set(nameKey(from), [...known, to].sort());
  };
  for (const [a = "", b = ""] of readTable("curated/look-alikes.tsv")) {
    add(a, b);
    add(b, a);
  }
  return found;
}
