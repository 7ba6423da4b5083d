import { describe, expect, it } from "vitest";
import { icd10cm } from "@/lib/terminology/icd10cm/icd10cm";
import { loinc } from "@/lib/terminology/loinc";
import { readTable } from "@/lib/terminology/read-table";

const codes = icd10cm();
const first = (query: string): string | undefined => codes.search(query, 1)[0]?.code;

describe("ICD-10-CM", () => {
  it.each(["E87.6", "e876", "E876"])("finds a code written %s", (code) => {
    expect(codes.byCode(code)).toEqual({ code: "E87.6", display: "Hypokalemia", billable: true });
  });

  it("knows headers, and answers null to what is no code", () => {
    expect(codes.byCode("E11")?.billable).toBe(false);
    expect(codes.byCode("E99.99")).toBeNull();
    expect(codes.byCode("")).toBeNull();
  });

  it.each([
    ["hypokalaemia", "E87.6"],
    ["leg cramps", "R25.2"],
    ["night cramps", "G47.62"],
    ["CKD 3", "N18.30"],
    ["T2DM", "E11.9"],
    ["heart failure", "I50.9"],
    ["HTN", "I10"],
    ["low magnesium", "E83.42"],
    ["ms", "G35"],
    ["DVT", "I82.409"],
    ["restless legs", "G25.81"],
  ])("puts %s first as %s", (query, code) => {
    expect(first(query)).toBe(code);
  });

  it("takes words in any order and by their beginnings", () => {
    const one = codes.search("diab kidn").map((entry) => entry.code);
    expect(one).toEqual(codes.search("kidn diab").map((entry) => entry.code));
    expect(one.every((code) => /^E(08|09|10|11|13)|^O24/.test(code))).toBe(true);
  });

  it("lists the codes under a prefix in order", () => {
    const under = codes.search("E87", 50).map((entry) => entry.code);
    expect(under[0]).toBe("E87");
    expect(under).toContain("E87.6");
    expect([...under].sort()).toEqual(under);
  });

  it("finds official wording whatever its case", () => {
    expect(codes.codesOfTerm("chronic kidney disease, STAGE 5")).toContain("N18.5");
    expect(codes.codesOfTerm("no such thing at all")).toEqual([]);
  });

  it("has a code for every synonym", () => {
    const missing = [...readTable("curated/icd10cm-terms.tsv")].filter(([code = ""]) => codes.byCode(code) === null);
    expect(missing).toEqual([]);
  });

  it("bears any query", () => {
    for (const query of ["", "   ", "%%%", "💊", "x".repeat(5000), "a b c d e f g h i j k l"])
      expect(Array.isArray(codes.search(query))).toBe(true);
  });
});

describe("LOINC", () => {
  it.each([
    ["K", "potassium"],
    ["Na+", "sodium"],
    ["BUN", "urea nitrogen (BUN)"],
    ["vit D", "25-OH vitamin D"],
    ["Hgb A1c", "HbA1c"],
    ["CPK", "creatine kinase"],
    ["PO4", "phosphate"],
    ["alk phos", "ALP"],
  ])("reads %s as %s", (term, analyte) => {
    expect(loinc().analyteOf(term)).toBe(analyte);
    expect(loinc().byAnalyte(analyte).length).toBeGreaterThan(0);
  });

  it("does not take a small k for potassium, nor other words for a test", () => {
    expect(loinc().analyteOf("k")).toBeNull();
    expect(loinc().analyteOf("daily")).toBeNull();
  });

  it("gives code, unit kind and whether it was seen in published data", () => {
    expect(loinc().byCode("2823-3")).toMatchObject({ analyte: "potassium", kind: "substance", verified: true });
    expect(loinc().byCode("2532-0")?.verified).toBe(false);
  });

  it("has every synonym point to an analyte that has codes", () => {
    expect(
      loinc()
        .synonyms()
        .filter(({ analyte }) => loinc().byAnalyte(analyte).length === 0),
    ).toEqual([]);
  });
});
