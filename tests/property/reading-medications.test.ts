import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Medication, MedicationPiece } from "@/lib/domain/medication";
import { findNames } from "@/lib/reading/medications/names/find-names";
import { readMedications, readTokens } from "@/lib/reading/medications/read-medications";
import { tokenise } from "@/lib/reading/medications/text/tokens";
import { FORMS } from "@/lib/reading/medications/vocabulary/forms";
import { AS_NEEDED, FREQUENCIES } from "@/lib/reading/medications/vocabulary/frequencies";
import { ROUTES } from "@/lib/reading/medications/vocabulary/routes";

const OPTIONS = { asOf: "2026-11-22", jurisdiction: "US" as const };
const read = (text: string): MedicationPiece[] => readMedications(text, OPTIONS);
const ingredients = (pieces: readonly MedicationPiece[]): string[] =>
  pieces.flatMap((piece) => piece.medications.flatMap((medication) => medication.ingredients.map((one) => one.name)));
/** What was read, without where it stands. */
const reading = (pieces: readonly MedicationPiece[]) =>
  pieces.map(({ status, medications, suggestions }) => ({ status, medications, suggestions }));

const name = fc.constantFrom(
  "furosemide",
  "Lasix",
  "amlodipine",
  "Norvasc",
  "simvastatin",
  "losartan potassium",
  "potassium chloride",
  "KCl",
  "HCTZ",
  "Exforge HCT",
  "salbutamol",
  "co-amilofruse",
  "lisinopril/hydrochlorothiazide",
  "vitamin D3",
  "insulin glargine",
  "budesonide-formoterol",
  "levothyroxine",
  "Toprol-XL",
);
const strength = fc.constantFrom("", " 5 mg", " 40mg", " 100 mcg", " 2.5 mg", " 20 mEq", " 0.5 %");
const form = fc.constantFrom("", " tablet", " capsules", " inhaler", " oral solution");
const directions = fc.constantFrom(
  "",
  " daily",
  " b.i.d.",
  " PO q6h prn",
  " one to be taken each morning",
  " at bedtime",
  " OD",
  " twice a day with food",
  " take 1 tablet by mouth every other day",
);
const item = fc.tuple(name, strength, form, directions).map((parts) => parts.join(""));
const list = fc.array(item, { minLength: 1, maxLength: 6 });
const messy = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc
    .array(
      fc.oneof(
        item,
        fc.constantFrom(
          "Allergies:",
          "STOPPED:",
          "- ",
          "1. ",
          "\n",
          "\r\n",
          "\t",
          ", ",
          "; ",
          " and ",
          "(",
          ")",
          "was stopped",
          "hold ",
          "≥",
          "\u200b",
          "🙂",
          "e\u0301",
          "ﬁ",
          "½",
          "NKDA",
          "water pill",
          "Zaroxlyn",
        ),
        fc.string({ maxLength: 6 }),
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join(" ")),
);

describe("every character of a list is accounted for", () => {
  it("pieces are in order, do not overlap, cover every non-blank character and hold the text they say", () => {
    fc.assert(
      fc.property(messy, (text) => {
        let end = 0;
        for (const piece of read(text)) {
          expect(text.slice(end, piece.start).trim()).toBe("");
          expect(piece.start).toBeGreaterThanOrEqual(end);
          expect(piece.end).toBeGreaterThan(piece.start);
          expect(text.slice(piece.start, piece.end)).toBe(piece.text);
          end = piece.end;
        }
        expect(text.slice(end).trim()).toBe("");
      }),
      { numRuns: 400 },
    );
  });

  it("a recognised piece has a medication with an ingredient; a piece that is none has no medication", () => {
    fc.assert(
      fc.property(messy, (text) => {
        for (const piece of read(text)) {
          if (piece.status === "recognised" || piece.status === "confirm")
            expect(piece.medications.every((one) => one.ingredients.length > 0) && piece.medications.length > 0).toBe(
              true,
            );
          else expect(piece.medications).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("the same list written otherwise reads the same", () => {
  const variants: [string, (text: string) => string][] = [
    ["upper case", (text) => text.toUpperCase()],
    ["lower case", (text) => text.toLowerCase()],
    ["full-width letters", (text) => text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))],
    ["no-break spaces", (text) => text.replaceAll(" ", "\u00a0")],
    ["more white space", (text) => `  ${text.replaceAll(" ", "   ").replaceAll("\n", "  \r\n\t")} \n\n`],
    ["NFKC", (text) => text.normalize("NFKC")],
    ["NFD", (text) => text.normalize("NFD")],
    ["accents", (text) => text.replaceAll("e", "é").replaceAll("o", "ö")],
    ["accents as marks of their own (NFD)", (text) => text.replaceAll("e", "é").normalize("NFD")],
    ["invisible characters", (text) => text.replace(/[a-z](?=[a-z])/g, (letter) => `${letter}\u200b`)],
    ["soft hyphens", (text) => text.replace(/[a-z]{3}(?=[a-z]{3})/g, (letters) => `${letters}\u00ad`)],
    ["wide spaces", (text) => text.replaceAll(" ", "\u2003")],
  ];
  it.each(variants)("%s", (_, change) => {
    fc.assert(
      fc.property(list, (items) => {
        const text = items.join("\n");
        expect(reading(read(change(text)))).toEqual(reading(read(text)));
      }),
      { numRuns: 60 },
    );
  });
});

describe("directions never change the drug", () => {
  it("adding strength, form or directions leaves the ingredients as they were", () => {
    fc.assert(
      fc.property(name, strength, form, directions, (drug, much, shape, when) => {
        expect(ingredients(read(`${drug}${much}${shape}${when}`))).toEqual(ingredients(read(drug)));
      }),
      { numRuns: 300 },
    );
  });

  it("for any name of the tables and any words of directions that the reader knows", () => {
    const known = readFileSync(path.join(process.cwd(), "lib/terminology/data/drug-names.tsv"), "utf8")
      .split("\n")
      .slice(1)
      .flatMap((line) => line.split("\t")[1] ?? []);
    const any = (words: readonly (readonly [string, ...unknown[]])[]) =>
      fc.constantFrom(...words.map(([phrase]) => phrase));
    const amount = fc.constantFrom("5 mg", "40mg", "100 mcg", "20 mEq", "0.5 %", "250 mg/5 mL", "10 units");
    const sig = fc.oneof(
      fc.tuple(amount, any(FREQUENCIES)),
      fc.tuple(amount, any(FORMS), any(FREQUENCIES), fc.constantFrom(...AS_NEEDED)),
      fc.tuple(amount, any(ROUTES), any(FREQUENCIES)),
      fc.tuple(amount, fc.constant("take 1"), any(FORMS), any(ROUTES)),
    );
    const drugs = (text: string): string[] => [...new Set(ingredients(read(text)))].sort();
    fc.assert(
      fc.property(fc.constantFrom(...known), sig, (drug, words) => {
        expect(drugs(`${drug} ${words.join(" ")}`)).toEqual(drugs(`${drug} 5 mg`));
      }),
      { numRuns: 500 },
    );
  });

  it("the order of the lines is the order of the medications, and no line changes another", () => {
    fc.assert(
      fc.property(list, (items) => {
        expect(ingredients(read(items.join("\n")))).toEqual(items.flatMap((one) => ingredients(read(one))));
      }),
      { numRuns: 150 },
    );
  });

  it("lines with commas between them hold the same drugs as lines below one another", () => {
    fc.assert(
      fc.property(list, (items) => {
        expect(new Set(ingredients(read(items.join(", "))))).toEqual(new Set(ingredients(read(items.join("\n")))));
      }),
      { numRuns: 150 },
    );
  });
});

/** Routes as they are shown, in words that stand on lists. */
const ROUTE_WORDS: Readonly<Record<string, string>> = {
  oral: "by mouth",
  inhaled: "inhaled",
  subcutaneous: "subcutaneously",
  topical: "topically",
};

describe("reading its own words again changes nothing", () => {
  it("name and strength of every medication read back as the same ingredients and strength", () => {
    fc.assert(
      fc.property(list, (items) => {
        const medications = read(items.join("\n")).flatMap((piece) => piece.medications);
        const tidy = medications.map((one) => [one.name, one.strength].filter(Boolean).join(" ")).join("\n");
        const again = read(tidy).flatMap((piece) => piece.medications);
        expect(again.map((one) => one.ingredients)).toEqual(medications.map((one) => one.ingredients));
        expect(again.map((one) => one.strength)).toEqual(medications.map((one) => one.strength));
      }),
      { numRuns: 150 },
    );
  });

  it("a medication written out from its own fields reads back as the same medication, and then never changes", () => {
    const written = (one: Medication): string =>
      [
        one.name,
        one.strength,
        one.form,
        one.route === null ? null : ROUTE_WORDS[one.route],
        one.frequency,
        one.asNeeded ? "as needed" : null,
        one.use === "stopped" ? "- stopped" : null,
        one.start === null ? null : `since ${one.start}`,
      ]
        .filter(Boolean)
        .join(" ");
    const told = fc.constantFrom("", " since 2024-03", " - stopped", " since 2019", " - stopped 2025-05");
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(item, told).map((parts) => parts.join("")),
          { minLength: 1, maxLength: 4 },
        ),
        (items) => {
          const once = read(items.join("\n")).flatMap((piece) => piece.medications);
          const twice = read(once.map(written).join("\n")).flatMap((piece) => piece.medications);
          const fields = (all: readonly Medication[]) =>
            all.map(({ ingredients: drug, strength: much, form: shape, frequency, asNeeded, use, start }) => ({
              drug,
              much,
              shape,
              frequency,
              asNeeded,
              use,
              start,
            }));
          expect(fields(twice)).toEqual(fields(once));
          expect(fields(read(twice.map(written).join("\n")).flatMap((piece) => piece.medications))).toEqual(
            fields(twice),
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("the work grows with the text and no faster", () => {
  /** What a list, a prose sentence or a hostile paste may repeat without end, alone and behind a drug whose piece it then lengthens. */
  const units = [
    "furosemide 40 mg daily\n",
    "furosemide, ",
    "insulin ",
    "(",
    "[)",
    "potassium chloride extended ",
    "cold relief ",
    "every 4 to ",
    "jan 3 ",
    "stopped ",
    "stopped aspirin ",
    "stopped cramps better ",
    "restarted cramps returned ",
    "increased to 5 mg ",
    "in the past ",
    "previously aspirin, ",
    "allergies: ",
    ". Allergies: ",
    "Stopped: ",
    "1-",
    "1/",
    "1. ",
    "1,000 ",
    "from 1 to 2 ",
    "5 -> 6 mg ",
    "-> ",
    "-",
    "- rash ",
    "hives, ",
    "❌ ",
    "~~ ",
    "no ",
    "bid/tid/",
    "bd or ",
    "IM/IV/",
    "daughter ",
    "k 20 meq ",
    "mg oxide ",
    "calcium 600 with ",
    "monday, ",
    "aspirin/",
    "aspirin + ",
    "aspirin -> warfarin ",
    "switched from aspirin to warfarin ",
    "(was aspirin) ",
    "furosemid ",
    "xyzzy ",
    "😀",
    "; ",
    "\n",
  ];
  const cases = ["", "furosemide 40 mg "].flatMap((head) => units.map((unit) => [head, unit] as const));

  /** How often the reading looks at a token: the same on every machine, unlike time. */
  const looks = (text: string): number => {
    let count = 0;
    const counted = new Proxy(tokenise(text), {
      get: (tokens, key, receiver) => ((count += 1), Reflect.get(tokens, key, receiver)),
    });
    readTokens(text, counted, OPTIONS);
    return count;
  };
  const repeated = (head: string, unit: string, size: number): string =>
    head + unit.repeat(Math.ceil(size / unit.length));

  it.each(cases)(
    "%j and %j repeated: four times the text is looked at at most about four times as often",
    (head, unit) => {
      const [small, large] = [looks(repeated(head, unit, 800)), looks(repeated(head, unit, 3_200))];
      expect(large).toBeLessThanOrEqual(small * 4.8 + 200);
    },
    30_000,
  );

  it("a reading that looks back to the beginning for every token would be noticed", () => {
    const quadratic = (size: number): number => {
      let count = 0;
      const tokens = new Proxy(tokenise("a ".repeat(size)), {
        get: (target, key, receiver) => ((count += 1), Reflect.get(target, key, receiver)),
      });
      for (let at = 0; at < size; at += 1) for (let back = at; back >= 0; back -= 1) void tokens[back];
      return count;
    };
    expect(quadratic(400)).toBeGreaterThan(quadratic(100) * 4.8 + 200);
  });

  it.each([
    "a.",
    "a.b.",
    "1,",
    "1,1,",
    "1.",
    "..",
    "d'",
    "'",
    "é",
    "e\u0301",
    "f\u0336",
    "\u200b",
    "ﬁ",
    "½",
    "😀",
    "1/",
    "\r\n",
  ])("%j repeated: the characters are looked at a bounded number of times each", (unit) => {
    const looked = (size: number): number => {
      const spies = [vi.spyOn(String.prototype, "charCodeAt"), vi.spyOn(String.prototype, "codePointAt")];
      try {
        tokenise(unit.repeat(Math.ceil(size / unit.length)) + "bc");
        return spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
      } finally {
        for (const spy of spies) spy.mockRestore();
      }
    };
    expect(looked(4_000)).toBeLessThanOrEqual(looked(1_000) * 4.4 + 100);
  });

  it.each(units)("%j repeated: tokens, names and pieces grow with the text", (unit) => {
    const count = (size: number): { tokens: number; names: number; pieces: number } => {
      const text = repeated("", unit, size);
      const tokens = tokenise(text);
      return { tokens: tokens.length, names: findNames(tokens).length, pieces: read(text).length };
    };
    const [small, large] = [count(1_500), count(6_000)];
    expect(large.tokens).toBeLessThanOrEqual(small.tokens * 4.2 + 4);
    expect(large.names).toBeLessThanOrEqual(small.names * 4.2 + 4);
    expect(large.pieces).toBeLessThanOrEqual(small.pieces * 4.2 + 4);
  });
});

describe("a million characters of anything", () => {
  it.each(["furosemide, ", "(", "stopped ", "furosemide stopped, cramps better. Restarted; cramps came back. "])(
    "%j repeated is read to the end",
    (unit) => {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
      expect(read(text).at(-1)?.end).toBe(text.trimEnd().length);
    },
  );
});
