import { describe, expect, it } from "vitest";
import { readMedications } from "@/lib/reading/medications/read-medications";

const OPTIONS = { asOf: "2026-12-01", jurisdiction: "UK" as const };
const read = (text: string) => readMedications(text, OPTIONS);

describe("what stands beside a name and is in no list", () => {
  it.each(["bisoprolol 5 mg vraplu od", "kignedro bisoprolol 5 mg od", "bisoprolol vraplu 5 mg od"])(
    "%s: asked, and the directions stay with the drug",
    (text) => {
      const [piece] = read(text);
      expect(piece?.status).toBe("confirm");
      expect(piece?.medications[0]).toMatchObject({ strength: "5 mg", frequency: "daily" });
      expect(piece?.suggestions[0]?.name).toBe("bisoprolol");
    },
  );

  it.each([
    "Lansoprazole 30mg gastro-resistant capsules one daily",
    "perindopril erbumine 4 mg od",
    "bisoprolol 5 mg od for tachycardia",
    "Cardio: bisoprolol 5 mg od",
  ])("%s: a form, a salt, an illness or a label is not asked about", (text) =>
    expect(read(text).map(({ status }) => status)).toEqual(["recognised"]),
  );

  it.each(["Pan 40", "Rick 20", "Lot 5"])("%s: a word and a bare number may be a brand", (text) =>
    expect(read(text).map(({ status }) => status)).toEqual(["unrecognised"]),
  );

  it.each(["Day 3", "Bed 7", "Weight 82", "May 2026"])("%s is counted, and no brand", (text) =>
    expect(read(text).map(({ status }) => status)).toEqual(["not-medication"]),
  );

  it("a maker before a brand is a brand that was not read; before a generic it is its maker", () => {
    expect(read("APO-HYDRO 25 mg")[0]?.status).not.toBe("recognised");
    expect(read("Apo-Bisoprolol 5 mg")[0]?.status).toBe("recognised");
  });

  it.each(["amlodipine 50 mg od", "simvastatin 400 mg nocte"])(
    "%s: five times the strongest tablet is a doubt",
    (text) => expect(read(text)[0]?.medications[0]?.doubts.map(({ field }) => field)).toContain("strength"),
  );

  it.each(["amlodipine 15 mg od", "Furosemide 500 mg tablets one daily"])("%s is no doubt", (text) =>
    expect(read(text)[0]?.medications[0]?.doubts).toEqual([]),
  );

  it("grapefruit that is eaten is read, and a warning of the label is not", () => {
    expect(read("grapefruit juice daily")[0]?.medications[0]?.ingredients[0]?.name).toBe("grapefruit juice");
    const warned = read("felodipine 5 mg od. Do not take with grapefruit juice");
    expect(warned.flatMap(({ medications }) => medications).map(({ name }) => name)).toEqual(["felodipine"]);
  });
});
