import { describe, expect, it } from "vitest";
import type { ReadLabResult } from "@/lib/domain/lab";
import { readLabs } from "@/lib/reading/labs/read-labs";

const ASOF = "2026-11-22";
const results = (text: string): ReadLabResult[] => readLabs(text, { asOf: ASOF }).flatMap((piece) => piece.results);
const short = (text: string): (string | number | null)[][] =>
  results(text).map((result) => [result.loinc, result.value, result.unit]);

describe("a value beside a test's name", () => {
  it.each([
    ["K 3.1", [["2823-3", 3.1, null]]],
    ["K+ 2.9 mmol/L", [["2823-3", 2.9, "mmol/L"]]],
    ["serum potassium was 2.4 mEq/L", [["2823-3", 2.4, "mEq/L"]]],
    ["Potassium: 3,4 mmol/l", [["2823-3", 3.4, "mmol/L"]]],
    ["hypokalaemia of 2.6mmol/l", [["2823-3", 2.6, "mmol/L"]]],
    ["Urea nitrogen31 mg/dL", [["3094-0", 31, "mg/dL"]]],
    ["parathyroid hormone (PTH) level of 6.1pmol/L", [["14866-8", 6.1, "pmol/L"]]],
    ["creatinine climbed; creatinine rose from 1.1 to 2.4 mg/dL", [["2160-0", 2.4, "mg/dL"]]],
    ["CK peaked at 48,200 IU/L", [["2157-6", 48200, "U/L"]]],
    [
      "Ca 2.2mmol/L Mg 0.7mmol/L",
      [
        ["2000-8", 2.2, "mmol/L"],
        ["2601-3", 0.7, "mmol/L"],
      ],
    ],
    [
      "Na/K 131/3.0",
      [
        ["2951-2", 131, null],
        ["2823-3", 3.0, null],
      ],
    ],
    ["Cr 154 (baseline 90 µmol/L)", [["14682-9", 154, "umol/L"]]],
    ["platelets 203,000/mm3", [["777-3", 203000, "/uL"]]],
    ["eGFR 44", [["98979-8", 44, "mL/min/1.73 m2"]]],
  ])("%s", (text, expected) => expect(short(text)).toEqual(expected));

  it("keeps words as words, and the number where both are given", () => {
    expect(short("magnesium low")).toEqual([["19123-9", "low", null]]);
    expect(short("potassium low at 2.8 mmol/L")).toEqual([["2823-3", 2.8, "mmol/L"]]);
  });

  it("keeps a value between two numbers as it was reported", () => {
    expect(short("K 2.9-3.1 mmol/L")).toEqual([["2823-3", "2.9-3.1", "mmol/L"]]);
  });

  it.each([
    ["CK >20,000", ">", 20000],
    ["TSH < 0.01", "<", 0.01],
    ["CRP ≤5", "<=", 5],
    ["eGFR less than 15", "<", 15],
  ])("reads the comparator of %s", (text, comparator, value) => {
    expect(results(text)).toMatchObject([{ comparator, value }]);
  });
});

describe("what is not a result", () => {
  it.each([
    "potassium chloride 20 mEq daily",
    "magnesium 400 mg daily",
    "vitamin D 1000 units",
    "iron 65 mg",
    "calcium carbonate 500 mg bd",
    "no K result yet",
    "lithium 400 mg",
    "TSH normal",
    "Vitamin K 5 mg",
    "Na 12/02/26",
  ])("%s", (text) => {
    expect(results(text)).toEqual([]);
  });
});

describe("the code follows the unit, or the size of a bare number", () => {
  it.each([
    ["magnesium 1.4 mg/dL", "19123-9"],
    ["magnesium 0.58 mmol/L", "2601-3"],
    ["creatinine 1.3", "2160-0"],
    ["creatinine 131", "14682-9"],
    ["HbA1c 7.1 %", "4548-4"],
    ["HbA1c 54 mmol/mol", "59261-8"],
    ["iCa 1.02", "1995-0"],
    ["Calcium (albumin adjusted) 2.02 mmol/L", "2000-8"],
    ["adj Ca 1.98", "2000-8"],
    ["calcium 8.2 mg/dL", "17861-6"],
  ])("%s", (text, loinc) => expect(results(text)[0]?.loinc).toBe(loinc));
});

describe("what stands beside the value", () => {
  it.each([
    ["Sodium, Serum\t131\tmmol/L\t(135-148)\tL", 135, 148, "L"],
    ["Magnesium 0.49 mmol/L 0.70 - 1.00 **", 0.7, 1, "**"],
    ["K 3.0 (3.5-5.3) L", 3.5, 5.3, "L"],
    ["Potassium 2.9 mmol/L (L) [3.5-5.1]", 3.5, 5.1, "L"],
    ["POTASSIUM 3.2 L 3.5 5.1 mmol/L", 3.5, 5.1, "L"],
  ])("%s", (text, referenceLow, referenceHigh, flag) =>
    expect(results(text)).toMatchObject([{ referenceLow, referenceHigh, flag }]),
  );

  it("finds the unit behind the range", () => {
    expect(short("Adjusted calcium 1.79 (2.20-2.60) mmol/L")).toEqual([["2000-8", 1.79, "mmol/L"]]);
  });

  it("does not take a range for the value that follows it", () => {
    expect(short("Potassium 3.5 - 5.1 mmol/L 2.9 L")).toEqual([["2823-3", 2.9, "mmol/L"]]);
  });
});

describe("which test is meant, by the words around its name", () => {
  it.each([
    ["K 24h urine 80 mmol/L", "potassium urine", 80],
    ["urine K 12", "potassium urine", 12],
    ["Ca++ 1.05 mmol/L ionized", "calcium ionised", 1.05],
    ["ionised calcium 1.05", "calcium ionised", 1.05],
    ["Corrected calcium 1.78 mmol/L", "calcium adjusted", 1.78],
    ["Ca (adj) 1.78", "calcium adjusted", 1.78],
    ["calcium 1.78 mmol/L (corrected)", "calcium adjusted", 1.78],
    ["Calcium 7.1 mg/dL", "calcium total", 7.1],
  ])("%s", (text, name, value) => expect(results(text)).toMatchObject([{ name, value }]));

  it.each(["CSF glucose 30", "K 24h urine 80 mmol/d", "pleural fluid LDH 400", "ascitic albumin 9 g/L"])(
    "is not the blood in %s",
    (text) => expect(results(text)).toEqual([]),
  );

  it("takes the later of two values", () => {
    expect(results("K 2.4 -> 4.1 mmol/L 2026-11-20")).toMatchObject([{ value: 4.1, date: "2026-11-20" }]);
    expect(results("Na 118 → 131")).toMatchObject([{ value: 131 }]);
  });
});

describe("dates", () => {
  it.each([
    ["K 3.1 on 20 Nov 2026", "2026-11-20"],
    ["K 3.1 (2026-11-20)", "2026-11-20"],
    ["A1C 6.9 (3/2024)", "2024-03"],
    ["K 3.1 25/10/2026", "2026-10-25"],
    ["20 Dec: K 3.1", "2025-12-20"],
    ["K 3.1 today", "2026-11-22"],
    ["K 3.1 yesterday", "2026-11-21"],
    ["K 3.1 (3 days ago)", "2026-11-19"],
    ["Bloods 3 Nov 2026: Na 131, K 3.0", "2026-11-03"],
    ["U&E 03/11/26: K 3.0", "2026-11-03"],
    ["BMP 11/03/26: K 3.0", "2026-11-03"],
  ])("%s", (text, date) => expect(results(text).map((result) => result.date)).toContain(date));

  it("reads an ambiguous date the way of the country", () => {
    expect(readLabs("K 3.1 (03/04/2026)", { asOf: ASOF, jurisdiction: "UK" })[0]?.results[0]?.date).toBe("2026-04-03");
    expect(readLabs("K 3.1 (03/04/2026)", { asOf: ASOF, jurisdiction: "US" })[0]?.results[0]?.date).toBe("2026-03-04");
  });

  it("dates the whole line by the date that closes it, and only what stands beside a date within it", () => {
    expect(results("Ca 1.9, Mg 0.5 mmol/L (3 Nov 2026)").map((result) => result.date)).toEqual([
      "2026-11-03",
      "2026-11-03",
    ]);
    expect(results("K 3.1 on 20 Nov 2026, Mg 0.6").map((result) => result.date)).toEqual(["2026-11-20", null]);
  });

  it("dates what stands under a date of its own", () => {
    expect(
      results("3 Nov 2026\nPotassium 3.0\nMagnesium 1.5\n10 Nov 2026\nPotassium 3.6").map((result) => result.date),
    ).toEqual(["2026-11-03", "2026-11-03", "2026-11-10"]);
  });
});

describe("pieces", () => {
  it("keeps every line, read or not, with its place", () => {
    const text = "Labs:\n  K 3.1\nawaiting the rest\n";
    const pieces = readLabs(text, { asOf: ASOF });
    expect(pieces.map((piece) => [piece.text, piece.status])).toEqual([
      ["Labs:", "not-lab"],
      ["K 3.1", "recognised"],
      ["awaiting the rest", "unrecognised"],
    ]);
    for (const piece of pieces) expect(text.slice(piece.start, piece.end)).toBe(piece.text);
  });

  it("gives nothing for nothing", () => expect(readLabs(" \n\t", { asOf: ASOF })).toEqual([]));
});
