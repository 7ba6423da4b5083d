import { describe, expect, it } from "vitest";
import { ambiguityOf } from "./support/ambiguity";
import { expressionsIn, expressionsOf } from "./support/collect-expressions";

/**
 * `recheck` was tried for this: 256 s of processor time for 582 expressions, and no verdict on nine. What it found, this finds.
 * The parser is @eslint-community/regexpp, which eslint brings.
 */
const MINUTES = 60_000;

/** Made while running, of what is no constant; each was read and takes time in the length of the text. */
const MADE_WHILE_RUNNING = ["lib/review/assemble/localise-drug-names.ts", "app/_view-models/entry/lab-question.ts"];

const BAD: readonly (readonly [string, string, string])[] = [
  ["exponential", String.raw`^(?:\p{L}+|[\d/.: -]+|\s)+$`, "u"],
  ["exponential", String.raw`(a+)+b`, ""],
  ["exponential", String.raw`^(?:\d+,?)*$`, ""],
  ["exponential", String.raw`(?:x|x)*y`, ""],
  ["polynomial", String.raw`^[\s\p{P}]*(?:nil)?[\s\p{P}]*$`, "u"],
  ["polynomial", String.raw`\s+$`, ""],
  ["polynomial", String.raw`\s*,\s*`, ""],
  ["polynomial", String.raw`\d+(?:st|nd)\b`, ""],
  ["polynomial", String.raw`stop.*(?:today|now)`, "i"],
  ["polynomial", String.raw`(?=\d*x)y`, ""],
  ["polynomial", String.raw`^\s*(?:range)?\s*[:=]?\s*\d`, ""],
  ["polynomial", String.raw`^a{0,5000}a{0,5000}b`, ""],
];
const GOOD: readonly (readonly [string, string])[] = [
  [String.raw`(?<!\s)\s+$`, ""],
  [String.raw`^\s*(?:range\s*)?(?:[:=]\s*)?\d`, ""],
  [String.raw`^\d+(?:,\d+)*$`, ""],
  [String.raw`\b\d+(?:st|nd)\b`, ""],
  [String.raw`[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*`, "gu"],
  [String.raw`\bstop\b[^.]{0,40}\btoday\b`, "i"],
  [String.raw`“[^”]{0,200}”`, "g"],
];

describe("regular expressions", () => {
  it(
    "take time in the length of the text, whatever the text: all of lib, app and scripts",
    () => {
      const all = expressionsOf().filter(({ source }) => source !== null);
      expect(all.length).toBeGreaterThan(600);
      const checked = new Map(all.map((one) => [`${one.source}/${one.flags}`, one]));
      const bad = [...checked.values()].flatMap(({ place, source, flags }) => {
        const found = ambiguityOf(source ?? "", flags);
        return found === null ? [] : [`${place} is ${found.kind} on ${JSON.stringify(found.repeated)} repeated`];
      });
      expect(bad).toEqual([]);
    },
    10 * MINUTES,
  );

  it("are constant, or were read by a person", () => {
    const made = expressionsOf().filter(({ source }) => source === null);
    expect(new Set(made.map(({ place }) => place.replace(/:\d+$/, "")))).toEqual(new Set(MADE_WHILE_RUNNING));
  });

  it.each(BAD)("that are %s are found: %s", (kind, source, flags) => {
    expect(ambiguityOf(source, flags)?.kind).toBe(kind);
  });

  it.each(GOOD)("that are linear are left: %s", (source, flags) => {
    expect(ambiguityOf(source, flags)).toBeNull();
  });

  it("are found wherever they stand, put together of constants too", () => {
    const text = `
      const DAY = String.raw\`\\d+\`;
      const WORDS = ["one", "two"];
      const a = /x+/giu.test(""), b = new RegExp(\`(?:\${DAY})+\`, "g"), c = RegExp(WORDS.join("|"), "i");
      const d = new RegExp(\`\${a.source}\`);`;
    const found = expressionsIn("planted.ts", text).map(({ source, flags }) => `${source}/${flags}`);
    expect(found).toEqual(["x+/giu", "(?:\\d+)+/g", "one|two/i", "null/"]);
  });
});
