import { tallMan } from "@/lib/terminology/drugs/tall-man";

/** Writes drug names of the look-alike lists in tall-man letters wherever they stand in a sentence. */
export function withTallMan(text: string): string {
  return text.replace(/[A-Za-z]{5,}/g, (word) => {
    const drawn = tallMan(word.toLowerCase());
    return drawn === word.toLowerCase() ? word : drawn;
  });
}
