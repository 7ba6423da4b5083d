/** A drug name as it is drawn (tall-man where it is listed) and as it is spoken (plain lower case). */
export type DrugWord = { readonly drawn: string; readonly plain: string };

/** A sentence with its drug names marked. It is made on the server, where the names are; the browser only draws it. */
export type RichText = readonly (string | DrugWord)[];

/** The sentence as it is spoken or searched. */
export function plainText(words: RichText): string {
  return words.map((word) => (typeof word === "string" ? word : word.plain)).join("");
}

/** The sentence as it is drawn, for copying. */
export function drawnText(words: RichText): string {
  return words.map((word) => (typeof word === "string" ? word : word.drawn)).join("");
}
