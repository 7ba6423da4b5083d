import { describe, expect, it } from "vitest";
import { readLabs } from "@/lib/reading/labs/read-labs";

const ASOF = "2026-11-22";
const read = (text: string, jurisdiction: "US" | "UK" = "US") => readLabs(text, { asOf: ASOF, jurisdiction });
const values = (text: string, jurisdiction: "US" | "UK" = "US") =>
  read(text, jurisdiction).flatMap(({ results }) => results.map(({ name, value, date }) => [name, value, date]));
const asked = (text: string) => read(text).flatMap(({ leftover }) => leftover ?? []);

describe("several values of one test", () => {
  it.each([
    ["Sodium 128 previously, now 119", "sodium", 119],
    ["Mg 0.9 on admission, 0.5 now", "magnesium", 0.5],
    ["Calcium 2.3 then 1.8", "calcium total", 1.8],
    ["Phosphate (baseline 1.1) 0.4", "phosphate", 0.4],
    ["CK 300 → 4,200 → 17,000", "creatine kinase", 17000],
    ["K fell from 4.2 to 2.7", "potassium", 2.7],
  ])("the present one counts: %s", (text, name, value) => expect(values(text)).toEqual([[name, value, null]]));

  it("keeps the earlier one as its history", () => {
    expect(read("Sodium 128 previously, now 119")[0]?.history).toMatchObject([{ value: 128 }]);
    expect(read("eGFR 28 (was 55 in May)")[0]?.history).toMatchObject([{ value: 55 }]);
  });

  it("gives each of them its own date", () => {
    expect(values("Sodium 131 (14/11) 122 (21/11)", "UK")).toEqual([
      ["sodium", 131, "2026-11-14"],
      ["sodium", 122, "2026-11-21"],
    ]);
  });

  it("never judges a dated old value before an undated one of the same line", () => {
    expect(values("K 2.4 (4.1 on 01/03/26)", "UK")).toEqual([["potassium", 2.4, null]]);
  });

  it("asks where two numbers say nothing of their order", () => {
    expect(asked("Mg 0.8 0.5")).toEqual(["0.5"]);
    expect(asked("Na 138 mmol/L (135-145)")).toEqual([]);
    expect(asked("K 3.1 after 40 mEq KCl on day 3")).toEqual([]);
  });
});

describe("columns", () => {
  it("takes every dated column of a head of dates", () => {
    expect(values("01/11/26 15/11/26 20/11/26\nMagnesium 0.8 0.6 0.4", "UK")).toEqual([
      ["magnesium", 0.8, "2026-11-01"],
      ["magnesium", 0.6, "2026-11-15"],
      ["magnesium", 0.4, "2026-11-20"],
    ]);
  });

  it.each(["Test | Previous | Current\nSodium | 138 | 121", "Analyte\tPrior\tLatest\nSodium\t138\t121"])(
    "takes the present column of %j",
    (text) => {
      expect(values(text)).toEqual([["sodium", 121, null]]);
      expect(read(text)[1]?.history).toMatchObject([{ value: 138 }]);
    },
  );

  it("reads unit, range and flag by their heads", () => {
    const [, piece] = read("Component | Value | Units | Ref Range | Flag\nMagnesium | 1.2 | mg/dL | 1.7-2.4 | L");
    expect(piece?.results).toMatchObject([
      { value: 1.2, unit: "mg/dL", referenceLow: 1.7, referenceHigh: 2.4, flag: "L" },
    ]);
  });

  it("reads a table whose columns are tests", () => {
    expect(values("Date | K | Mg (mmol/L)\n2026-11-02 | 3.9 | 0.8\n2026-11-20 | 2.6 | 0.5")).toEqual([
      ["potassium", 3.9, "2026-11-02"],
      ["magnesium", 0.8, "2026-11-02"],
      ["potassium", 2.6, "2026-11-20"],
      ["magnesium", 0.5, "2026-11-20"],
    ]);
  });

  it("reads one field a line, and an object", () => {
    expect(values("Test: Calcium\nResult: 1.9\nUnit: mmol/L\nDate: 2026-11-03")).toEqual([
      ["calcium total", 1.9, "2026-11-03"],
    ]);
    expect(values('{"name": "Sodium", "value": 121, "unit": "mmol/L"}')).toEqual([["sodium", 121, null]]);
  });
});

describe("a head that begins with the word for its row of dates", () => {
  it("stands over every column, none of which is lost", () => {
    expect(values("Date 01/11/26 15/11/26 20/11/26\nSodium 121 128 135", "UK")).toEqual([
      ["sodium", 121, "2026-11-01"],
      ["sodium", 128, "2026-11-15"],
      ["sodium", 135, "2026-11-20"],
    ]);
  });
});

describe("a range in brackets before a value with its flag", () => {
  it.each([
    ["Sodium (133-146) 121 L", "sodium", 121],
    ["Creatine kinase (25-200) 44000 H", "creatine kinase", 44000],
    ["Potassium (3.5-5.3) 6.7 H mmol/L", "potassium", 6.7],
  ])("gives the value: %s", (text, name, value) =>
    expect(values(text).map(([n, v]) => [n, v])).toEqual([[name, value]]),
  );
});

describe("panels in shorthand", () => {
  it("reads a metabolic panel that is named, and asks about one that is not", () => {
    expect(values("BMP 131/2.9/92/30/22/1.1<104").map(([, value]) => value)).toEqual([131, 2.9, 92, 30, 22, 1.1, 104]);
    expect(read("131/2.9/92/30/22/1.1")[0]?.status).toBe("confirm");
  });

  it("reads a fishbone and a blood count", () => {
    expect(values("131|92|22<104/2.9|30|1.1")[4]).toEqual(["potassium", 2.9, null]);
    expect(values("WBC 7.2>10.1/31<180")[3]).toEqual(["platelets", 180, null]);
  });

  it.each(["BP 120/80", "tel 0161/496/0123", "12/11/10/9/8/7"])("takes %s for no panel", (text) =>
    expect(values(text)).toEqual([]),
  );

  it("joins names and values that stand in two lists", () => {
    expect(
      values("magnesium, calcium and phosphate were 0.5, 1.9 and 0.7 respectively").map(([, value]) => value),
    ).toEqual([0.5, 1.9, 0.7]);
  });
});

describe("figures that belong to something else", () => {
  it.each([
    ["LDH 1 204 U/L", "LDH", 1204],
    ["platelets 203 000", "platelets", 203000],
    ["CK 4'210 U/L", "creatine kinase", 4210],
    ["Ferritin 2 months ago 9", "ferritin", 9],
    ["vitamin D3 21 nmol/L", "25-OH vitamin D", 21],
    ["CRP, high sensitivity 6", "CRP high sensitivity", 6],
    ["Mg 2+ 0.5", "magnesium", 0.5],
    ["Na [mmol/L]: 118", "sodium", 118],
  ])("%s", (text, name, value) => expect(values(text).map(([n, v]) => [n, v])).toContainEqual([name, value]));

  it("takes a blank between figures for a mark of thousands only where the test runs to thousands", () => {
    expect(values("Na 138 140")).toEqual([["sodium", 138, null]]);
    expect(asked("Na 138 140")).toEqual(["140"]);
  });

  it("does not judge a number that may be a thousand times as large", () => {
    expect(read("CK 12.450 U/L")[0]?.status).toBe("confirm");
    expect(read("TSH 2.345")[0]?.status).toBe("recognised");
  });
});

describe("the date of a group", () => {
  it("belongs to all that stands before it", () => {
    expect(values("Na 128 Mg 0.6 Ca 2.0 (3/11/26)", "UK").map(([, , date]) => date)).toEqual([
      "2026-11-03",
      "2026-11-03",
      "2026-11-03",
    ]);
  });

  it("heads what follows it after a semicolon or before a colon", () => {
    expect(values("3/11/26: K 3.1, Na 132; 5/11/26: K 2.9, Na 130", "UK").map(([, , date]) => date)).toEqual([
      "2026-11-03",
      "2026-11-03",
      "2026-11-05",
      "2026-11-05",
    ]);
  });

  it("gives an albumin the day of the calcium on its line", () => {
    expect(values("Ca 1.95 (3 Nov 2026), albumin 28 g/L")[1]?.[2]).toBe("2026-11-03");
  });

  it("is read day first where another date of the text can be nothing else", () => {
    expect(values("K 3.1 (25/10/2026)\nMg 0.5 (03/11/2026)").map(([, , date]) => date)).toEqual([
      "2026-10-25",
      "2026-11-03",
    ]);
  });
});
