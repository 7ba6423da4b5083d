import { describe, expect, it } from "vitest";
import { only } from "./read";

/** Lines that stand in no list of samples: every name with every form and every way of giving directions. */
const NAMES: readonly [string, readonly string[]][] = [
  ["torasemide", ["torsemide"]],
  ["Demadex", ["torsemide"]],
  ["xipamide", ["xipamide"]],
  ["Edarbyclor", ["azilsartan", "chlorthalidone"]],
  ["pitavastatin calcium", ["pitavastatin"]],
  ["lercanidipine", ["lercanidipine"]],
  ["Striverdi Respimat", ["olodaterol"]],
  ["indacaterol", ["indacaterol"]],
  ["eplerenone", ["eplerenone"]],
  ["trandolapril/verapamil", ["trandolapril", "verapamil"]],
  ["bisoprolol-hydrochlorothiazide", ["bisoprolol", "hydrochlorothiazide"]],
  ["co-tenidone", ["atenolol", "chlorthalidone"]],
  ["magnesium citrate", ["magnesium citrate"]],
  ["rivaroxaban (Xarelto)", ["rivaroxaban"]],
];
const STRENGTHS = ["", "7.5 mg", "12.5mg", "2.5 mg/5 mL", "250 micrograms", "0.75%"];
const FORMS = ["", "tablets", "caps", "oral solution"];
const DIRECTIONS = [
  "",
  "OD",
  "t.i.d.",
  "one to be taken at night",
  "Take 2 tablets (15 mg total) by mouth every 12 (twelve) hours as needed for swelling",
  "q8h prn",
  "mane and nocte",
  "twice weekly on Tuesdays and Fridays",
  "with breakfast x 14 days",
];

describe("the grammar reads lines that nobody gave it", () => {
  it.each(NAMES)("%s in every form and with every direction", (name, ingredients) => {
    for (const strength of STRENGTHS)
      for (const form of FORMS)
        for (const directions of DIRECTIONS) {
          const line = [name, strength, form, directions].filter(Boolean).join(" ");
          const medication = only(line);
          expect(medication.ingredients.map((one) => one.name).sort(), line).toEqual([...ingredients].sort());
          expect(medication.use, line).toBe("current");
          if (strength !== "") expect(medication.strength, line).not.toBeNull();
          if (directions.includes("prn") || directions.includes("as needed"))
            expect(medication.asNeeded, line).toBe(true);
          if (directions === "t.i.d.") expect(medication.frequency, line).toBe("three times daily");
        }
  });
});
