import { describe, expect, it } from "vitest";
import { findDrugNames } from "@/lib/terminology/find-drug-names";

const names = (words: string) => findDrugNames(words, 10).map(({ name }) => name.toLowerCase());

describe("names found by a few letters", () => {
  it("give a drug by its own name and not by its names in other languages", () => {
    expect(names("metola")).toContain("metolazone");
    expect(names("metola").filter((name) => name.startsWith("metolazon"))).toEqual(["metolazone"]);
  });

  it("begin with the letters before they are near to them, each once, and no more than asked for", () => {
    const found = names("furo");
    expect(found[0]?.startsWith("furo")).toBe(true);
    expect(new Set(found).size).toBe(found.length);
    expect(findDrugNames("met", 5)).toHaveLength(5);
  });

  it("keep the name that another country uses", () => {
    for (const name of ["paracetamol", "salbutamol"]) expect(names(name)[0]).toBe(name);
  });

  it("offer what is near to a misspelling", () => {
    expect(names("zaroxlyn")).toContain("zaroxolyn");
  });
});
