import { describe, expect, it } from "vitest";
import { growth, randomOf, searchWorse, timesPlain, type Reader, type Recipe } from "./support/hostile-search";
import { READERS } from "./support/readers";

/** `npm run nightly` searches for long; here a little, always the same. */
const TRIES = Number(process.env.HOSTILE_TRIES ?? 25);
const SEED = Number(process.env.HOSTILE_SEED ?? 20261201);
const LENGTH = 3_000;
/** The worst found in 2,000 tries took 19 times a plain text, and in the length of the text (docs/performance.md). */
const MOST_TIMES = 60;
/** 2 is linear, 4 quadratic. */
const MOST_GROWTH = 3;
const MEASURED_AGAIN = 6;
const HOUR = 3_600_000;

/** The worst of earlier searches, and what held the server. */
const KNOWN: readonly Recipe[] = [
  { head: "weak", unit: "K0#", tail: "[frosemide" },
  { head: "h;tol🙂,ftrlefty", unit: "é.5h/od&", tail: "mother" },
  { head: '"', unit: "–足", tail: "ß,q" },
  { head: "{", unit: "•\n", tail: "–" },
  { head: "", unit: "\né+", tail: "" },
  { head: "", unit: "\n", tail: "" },
  { head: "", unit: "furosemide", tail: "" },
  { head: "", unit: "01/11/2026 ", tail: "(trend)" },
  { head: "K 1", unit: "->1", tail: "" },
  { head: "", unit: " ", tail: "x" },
  { head: "", unit: "-", tail: " sample" },
  { head: "Na 138 ", unit: "(", tail: "" },
];

/** The machine is shared: what is too much once is measured again, and counts only if it stays too much. */
function least(measure: () => number, enough: number): number {
  let best = Infinity;
  for (let again = 0; again < MEASURED_AGAIN && best >= enough; again += 1) best = Math.min(best, measure());
  return best;
}

function tooSlow(reader: Reader, recipe: Recipe): string[] {
  const grows = least(() => growth(reader, recipe, LENGTH, 2), MOST_GROWTH);
  const times = least(() => timesPlain(reader, recipe, LENGTH, 2), MOST_TIMES);
  const said = `${reader.name} on ${JSON.stringify(recipe)}`;
  return [
    ...(grows < MOST_GROWTH ? [] : [`${said}: twice the length takes ${grows.toFixed(1)} times as long`]),
    ...(times < MOST_TIMES ? [] : [`${said}: ${times.toFixed(0)} times a plain text`]),
  ];
}

describe("texts made ever worse by changes", () => {
  it.each(READERS)(
    "are read in time that grows with their length: $name",
    (reader) => {
      reader.read(reader.plain);
      const found = searchWorse(reader, { tries: TRIES, length: LENGTH, random: randomOf(SEED) });
      const worst = found.slice(0, TRIES > 100 ? 12 : 3).map(({ recipe }) => recipe);
      expect([...KNOWN, ...worst].flatMap((recipe) => tooSlow(reader, recipe))).toEqual([]);
    },
    HOUR,
  );

  it(
    "find a reader that takes quadratic time",
    () => {
      const planted: Reader = { name: "planted", read: (text) => /[-– ]+$/.test(text.repeat(4)), plain: "abc def. " };
      const [worst] = searchWorse(planted, { tries: 150, length: LENGTH, random: randomOf(SEED) });
      expect(worst).toBeDefined();
      if (worst !== undefined) expect(tooSlow(planted, worst.recipe)).not.toEqual([]);
    },
    HOUR,
  );
});
