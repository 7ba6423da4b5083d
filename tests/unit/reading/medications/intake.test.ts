import { describe, expect, it } from "vitest";
import type { Intake } from "@/lib/domain/medication";
import { only } from "./read";

const unit = (low: number, high = low, per: Intake["per"] = "dose"): Intake => ({ of: "unit", low, high, per });
const mg = (low: number, high = low, per: Intake["per"] = "dose"): Intake => ({ of: "mg", low, high, per });

describe("how much is taken at once or in a day", () => {
  it.each<[string, Intake]>([
    ["Pravastatin 20 mg tablets: take 2 tablets at night", unit(2)],
    ["LOVASTATIN 20MG TAB TAKE THREE TABLETS BY MOUTH AT BEDTIME", unit(3)],
    ["TORSEMIDE 20MG TAB TAKE ONE-HALF TABLET BY MOUTH DAILY", unit(0.5)],
    ["bisoprolol 5mg ½ tab om", unit(0.5)],
    ["warfarin 1 mg 3½ tabs daily", unit(3.5)],
    ["furosemide 40 mg, one and a half tablets mane", unit(1.5)],
    ["bumetanide 1 mg two (2) tablets daily", unit(2)],
    ["furosemide 20 mg tablet. Take 1-2 tablets by mouth twice a day", unit(1, 2)],
    ["indapamide 1.5 mg ii mane", unit(2)],
    ["methotrexate 2.5 mg tablets: 10 tablets once a week", unit(10)],
    ["metformin 500 mg 1-0-1", unit(2, 2, "day")],
    ["metformin 500 mg 1 - 1 - 1", unit(3, 3, "day")],
    ["carvedilol 6.25 mg ½-0-½", unit(1, 1, "day")],
    ["metformin 500 mg 1+0+2", unit(3, 3, "day")],
    ["gabapentin 100 mg 2 mane 1 nocte", unit(3, 3, "day")],
    ["pregabalin 75 mg Morning: 1 capsule, Night: 2 capsule", unit(3, 3, "day")],
    ["gabapentin 300 mg: morning 1, midday 1, night 2", unit(4, 4, "day")],
    ["furosemide 80 mg mane 40 mg midday", mg(120, 120, "day")],
    ["torsemide 20 in the morning and ten in the afternoon", mg(30, 30, "day")],
    ["sertraline 50 mg tablets 100 mg od", mg(100)],
    ["pravastatin 2 x 20 mg nocte", mg(40)],
    ["prednisolone 5 mg tabs 30 mg od reducing by 5 mg weekly", mg(5, 30)],
    ["prednisone 60 mg x 3 days, then 40 mg x 3 days, then 20 mg", mg(20, 60)],
    ["bisoprolol 5 mg daily and 2.5 mg every other day", mg(5, 7.5, "day")],
    ["methotrexate 7 tabs (17.5 mg) weekly", mg(17.5)],
    ["prednisolone 5 mg tabs: 8 tabs daily x 3 days, 6 tabs daily x 3 days, 4 tabs daily", unit(4, 8)],
    ["guaifenesin 100 mg/5 mL take 10 mL tds", { of: "mL", low: 10, high: 10, per: "dose" }],
  ])("%s", (line, intake) => {
    expect(only(line).intake).toEqual(intake);
  });

  it("amounts for days of the week have a most and a mean", () => {
    const { intake } = only("Torsemide 20 mg Mon Wed Fri, 10 mg other days");
    expect(intake).toMatchObject({ of: "mg", low: 10, high: 20, per: "day" });
    expect(intake?.mean).toBeCloseTo((3 * 20 + 4 * 10) / 7, 9);
  });

  it.each([
    "ramipril 5 mg capsules, 28 capsules",
    "atorvastatin 40 mg 30 tablets, take 1 daily, 5 refills",
    "finasteride 5 mg tablets 28 tablet - one a day",
    "Lasix 40 mg PO BID, #60",
    "amlodipine 10 mg one daily",
    "amoxicillin 250 mg/5 mL suspension",
    "olmesartan-amlodipine-HCTZ 40-10-25 mg daily",
    "Truqap 400 mg bid 4 on 3 off",
    "midodrine 10 mg tid; last dose before 6 pm",
    "codeine 30 mg tablets, maximum 8 tablets a day",
    "lisinopril 10 mg daily, mitte 56 tablets",
    "apixaban 5 mg bd started 1-2-2024",
  ])("a pack, a limit or a date is no dose: %s", (line) => {
    expect(only(line).intake).toBeUndefined();
  });

  it("a total that the count and strength do not come to leaves the strength open", () => {
    expect(only("pravastatin 40 mg: take 2 tablets (40 mg) nocte").doubts).toEqual([
      { field: "strength", choices: ["40 mg", "20 mg"] },
    ]);
    expect(only("pravastatin 20 mg tablet, take 2 tablets (40 mg total) nocte").doubts).toEqual([]);
  });
});

describe("times that are no frequency of the drug", () => {
  it.each([
    ["Rosuvastatin 20 mg nocte, weekly blister pack", "at bedtime"],
    ["Pravastatin 40 mg at night, review every 6 months", "at bedtime"],
    ["Warfarin 3 mg daily, check INR weekly", "daily"],
    ["Lithium 400 mg nocte, levels every 3 months", "at bedtime"],
    ["Methadone 40 mg od, dispensed weekly", "daily"],
    ["Furosemide 40 mg bd, monthly supply", "twice daily"],
    ["Prednisolone 30 mg od reducing by 5 mg every week", "daily"],
    ["Codeine 30 mg qds, max 8 a day", "four times daily"],
    ["Alendronate 70 mg once weekly", "weekly"],
    ["Methotrexate 15 mg once a week, bloods monthly", "weekly"],
    ["Denosumab 60 mg every 6 months", "every 6 months"],
    ["Levothyroxine 100 micrograms 5 days a week", "5 days a week"],
  ])("%s: %s", (line, frequency) => {
    const read = only(line);
    expect(read.frequency).toBe(frequency);
    expect(read.doubts).toEqual([]);
  });

  it.each([
    ["methotrexate 10 mg daily weekly", ["daily", "weekly"]],
    ["metoprolol 50 mg once daily twice daily", ["daily", "twice daily"]],
  ])("%s leaves the frequency open", (line, choices) => {
    expect(only(line).doubts).toEqual([{ field: "frequency", choices }]);
  });
});
