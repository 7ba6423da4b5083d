const CYRILLIC: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ґ: "g",
  д: "d",
  е: "e",
  є: "e",
  ж: "zh",
  з: "z",
  и: "i",
  і: "i",
  ї: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "h",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "sh",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
  ђ: "d",
  ј: "j",
  љ: "l",
  њ: "n",
  ћ: "c",
  џ: "dz",
};
const GREEK: Readonly<Record<string, string>> = {
  α: "a",
  β: "v",
  γ: "g",
  δ: "d",
  ε: "e",
  ζ: "z",
  η: "i",
  θ: "th",
  ι: "i",
  κ: "k",
  λ: "l",
  μ: "m",
  ν: "n",
  ξ: "x",
  ο: "o",
  π: "p",
  ρ: "r",
  σ: "s",
  ς: "s",
  τ: "t",
  υ: "y",
  φ: "f",
  χ: "ch",
  ψ: "ps",
  ω: "o",
};

/**
 * A name in Cyrillic or Greek letters in the Latin letters of the INN ("симвастатин", "σιμβαστατινη" → "simvastatin"); null where the
 * word has no such letter. It is looked up and offered, never applied.
 */
export function inLatinLetters(word: string): string | null {
  let latin = "";
  let changed = false;
  for (const letter of word) {
    const own = CYRILLIC[letter] ?? GREEK[letter];
    changed ||= own !== undefined;
    latin += own ?? letter;
  }
  if (!changed) return null;
  // The INN writes c, x, ph and the bare stem where the other scripts write k, ks, f and an ending.
  return latin
    .replace(/(?:ks)/g, "x")
    .replace(/k(?=[aou])/g, "c")
    .replace(/(?<=[a-z]{5}n)[ia]$/, "")
    .replace(/iya$/, "ium");
}
