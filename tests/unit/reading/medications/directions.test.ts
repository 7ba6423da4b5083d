import { describe, expect, it } from "vitest";
import { readMedications } from "@/lib/reading/medications/read-medications";
import { medications, only } from "./read";

describe("strength", () => {
  it.each([
    ["furosemide 40mg", "40 mg"],
    ["furosemide 40.0 mg", "40 mg"],
    ["digoxin .125 mg", "0.125 mg"],
    ["salbutamol 100mcg/dose inhaler", "100 micrograms per dose"],
    ["Entresto 49/51mg bd", "49/51 mg"],
    ["amoxicillin 250mg/5ml suspension 5 ml tds", "250 mg/5 mL"],
    ["vitamin D3 50,000 IU weekly", "50,000 units"],
    ["heparin 5000 u sc", "5,000 units"],
    ["fentanyl 25 micrograms/hour patch", "25 micrograms per hour"],
    ["amlodipine 10", "10 mg"],
    ["bumetanide 1 mg - 2 tablets daily", "1 mg"],
    ["10 ML furosemide 10 MG/ML Injection", "10 mg/mL"],
    ["lisinopril 10 MG / hydrochlorothiazide 12.5 MG Oral Tablet", "10 mg / 12.5 mg"],
    ["Mag-Ox 400 daily", "400"],
    ["potassium chloride 20 mEq", "20 mEq"],
    ["timolol 0.5% eye drops", "0.5 %"],
    ["folic acid 2 by mouth every day", null],
    ["senna 2 tabs at night", null],
    ["aspirin daily", null],
  ])("%s", (line, strength) => {
    expect(only(line).strength).toBe(strength);
  });

  it("a number without unit is a question only where more than one unit is in use", () => {
    expect(only("levothyroxine 100 daily").doubts).toEqual([
      { field: "strength", choices: ["100 micrograms", "100 mg"] },
    ]);
    expect(only("amlodipine 10 daily").doubts).toEqual([]);
  });
});

describe("form and route", () => {
  it.each([
    ["furosemide 40 mg tablet", "tablet", "oral"],
    ["nifedipine m/r tablets 20 mg", "modified-release tablet", "oral"],
    ["Symbicort Turbohaler 200/6 1 puff bd", "inhaler", "inhaled"],
    ["beclometasone nasal spray", "nasal spray", "nasal"],
    ["estradiol patch", "patch", "transdermal"],
    ["timolol eye drops", "eye drops", "eye"],
    ["hydrocortisone cream", "cream", "topical"],
    ["bisacodyl suppository", "suppository", "rectal"],
    ["GTN spray 2 puffs sublingually", "spray", "sublingual"],
    ["furosemide 20 mg IV", null, "intravenous"],
    ["cyanocobalamin 1 mg IM", null, "intramuscular"],
    ["enoxaparin 40 mg subcut", null, "subcutaneous"],
    ["aspirin p.o.", null, "oral"],
    ["aspirin", null, null],
  ])("%s", (line, form, route) => {
    expect(only(line)).toMatchObject({ form, route });
  });
});

describe("frequency", () => {
  it.each([
    ["OD", "daily"],
    ["q.d.", "daily"],
    ["once a day", "daily"],
    ["BD", "twice daily"],
    ["b.i.d.", "twice daily"],
    ["2 (two) times a day", "twice daily"],
    ["TDS", "three times daily"],
    ["QDS", "four times daily"],
    ["ON", "at bedtime"],
    ["nocte", "at bedtime"],
    ["q.h.s.", "at bedtime"],
    ["OM", "in the morning"],
    ["mane", "in the morning"],
    ["One To Be Taken Each Morning", "in the morning"],
    ["q6h", "every 6 hours"],
    ["q.4-6h.", "every 4 to 6 hours"],
    ["every 4 to 6 hours", "every 4 to 6 hours"],
    ["every other day", "every other day"],
    ["weekly", "weekly"],
    ["q2 weeks", "every 2 weeks"],
    ["every 72 hours", "every 72 hours"],
    ["on Mondays and Thursdays", "on Monday, Thursday"],
    ["M/W/F", null],
    ["3x/day", "three times daily"],
  ])("%s", (words, frequency) => {
    expect(only(`torsemide 10 mg ${words}`).frequency).toBe(frequency);
  });

  it.each(["prn", "p.r.n.", "as needed", "when required", "PRN pain"])("%s is as needed", (words) => {
    expect(only(`naproxen 250 mg ${words}`).asNeeded).toBe(true);
  });

  it("under a PRN header all are as needed", () => {
    expect(medications("PRN:\nparacetamol 1 g\nlactulose 10 ml").every((one) => one.asNeeded)).toBe(true);
    expect(medications("paracetamol 1 g\nlactulose 10 ml").some((one) => one.asNeeded)).toBe(false);
  });
});

describe("start and stop", () => {
  it.each([
    ["since March 2024", "2024-03"],
    ["started 3 weeks ago", "2026-11-01"],
    ["since 2019", "2019"],
    ["x 6 mo", "2026-05"],
    ["for 2 years", "2024"],
    ["started 14-Mar-2025", "2025-03-14"],
    ["since 2025-06-01", "2025-06-01"],
    ["started yesterday", "2026-11-21"],
    ["since 2/2/26", "2026-02-02"],
    ["started last month", "2026-10"],
    ["since Mar 3, 2025", "2025-03-03"],
    ["for 7 days", null],
    ["x 10 days", null],
    ["increased from 20 mg", null],
  ])("indapamide 1.5 mg %s", (words, start) => {
    expect(only(`indapamide 1.5 mg ${words}`).start).toBe(start);
  });

  it("a date that can be read in two ways is settled by the country", () => {
    expect(only("amlodipine 5 mg since 3/4/26", "US")).toMatchObject({ start: "2026-03-04", doubts: [] });
    expect(only("amlodipine 5 mg since 3/4/26", "UK")).toMatchObject({ start: "2026-04-03", doubts: [] });
    expect(only("amlodipine 5 mg since 13/4/26", "US")).toMatchObject({ start: "2026-04-13", doubts: [] });
  });

  it("an end that has passed makes it stopped; one to come does not", () => {
    expect(only("prednisone 20 mg until 1 March 2026")).toMatchObject({ stop: "2026-03-01", use: "stopped" });
    expect(only("prednisone 20 mg until 1 March 2027")).toMatchObject({ stop: "2027-03-01", use: "current" });
  });
});

describe("a number without a unit", () => {
  it.each([
    ["amlodipine 10", "10 mg"],
    ["aspirin 81 daily", "81 mg"],
    ["metformin 1", "1 g"],
    ["Qvar 80 2 puffs bid", "80 micrograms"],
    ["lisinopril 60", "60 mg"],
  ])("%s is %s, the one unit in which it is sold", (line, strength) => {
    const medication = readMedications(line, { asOf: "2026-11-22", jurisdiction: "US" })[0]?.medications[0];
    expect(medication?.strength).toBe(strength);
    expect(medication?.doubts).toEqual([]);
  });

  it.each([
    ["levothyroxine 50", "50"],
    ["digoxin 125", "125"],
    ["clonidine 0.1", "0.1"],
  ])("%s stays as written and is asked about", (line, strength) => {
    const medication = readMedications(line, { asOf: "2026-11-22", jurisdiction: "US" })[0]?.medications[0];
    expect(medication?.strength).toBe(strength);
    expect(medication?.doubts.map((doubt) => doubt.field)).toEqual(["strength"]);
    expect(medication?.doubts[0]?.choices.length).toBeGreaterThan(1);
  });

  it("is no strength where it counts what the pack holds, or where no product is known", () => {
    expect(
      readMedications("Ventolin HFA (200 actuations) 2 puffs q4h", { asOf: "2026-11-22", jurisdiction: "US" })[0]
        ?.medications[0]?.strength,
    ).toBeNull();
    expect(readMedications("Lantus 20", { asOf: "2026-11-22", jurisdiction: "US" })[0]?.medications[0]?.strength).toBe(
      "20",
    );
  });
});

describe("what belongs to a date or to the past is no direction", () => {
  it.each([
    "Bactrim DS started 2026-11-17",
    "Bactrim DS started 17/11/2026",
    "Bactrim DS since 3/24",
    "Bactrim DS 17/11/2026",
    "Entresto started 11-17-2026",
    "citalopram June 2026",
    "sertraline 2025",
  ])("a date gives no strength: %s", (text) => {
    expect(only(text).strength).toBeNull();
  });

  it.each([
    ["Bactrim 400/80 bid", "400/80"],
    ["Exforge HCT 10-320-25 daily", "10-320-25"],
    ["Entresto 49/51 started 2026-11-17", "49/51"],
  ])("a strength stays one: %s", (text, strength) => {
    expect(only(text).strength).toBe(strength);
  });

  it.each([
    ["furosemide 40 mg twice daily (was once daily)", "twice daily"],
    ["Mestinon 60 mg 5 times a day, up from 3 times a day", "5 times daily"],
    ["baclofen 10 mg, up from 3 times a day", null],
  ])("a former frequency is not the present one: %s", (text, frequency) => {
    expect(only(text).frequency).toBe(frequency);
  });
});
