import { describe, expect, it } from "vitest";
import type { Doubt, Resolution } from "@/lib/domain/medication";
import { only, read } from "./read";

const doubts = (text: string, jurisdiction: "US" | "UK" = "US"): Record<string, readonly string[]> =>
  Object.fromEntries(only(text, jurisdiction).doubts.map(({ field, choices }) => [field, choices]));

describe("one number of a combination's strength asks which product it is", () => {
  it.each([
    ["Seretide 250 2 puffs bd", ["250/25", "125/25"]],
    ["Seretide 250", ["250/25", "250/50", "125/25"]],
    ["Symbicort 200 bd", ["200/6", "100/6"]],
    ["Hyzaar 12.5", ["50/12.5 mg", "100/12.5 mg"]],
    ["losartan/HCTZ 100 daily", ["100/12.5 mg", "100/25 mg"]],
    ["lisinopril-hydrochlorothiazide 20 mg daily", ["20/12.5 mg", "20/25 mg"]],
    ["co-codamol 500 2 qds", ["8/500 mg", "15/500 mg", "30/500 mg"]],
    ["Fostair 200 2 puffs bd", ["200/6", "100/6"]],
  ])("%s", (text, choices) => {
    const { strength, doubts: open } = only(text);
    expect(new Set(open.find(({ field }) => field === "strength")?.choices)).toEqual(new Set(choices));
    expect(open.find(({ field }) => field === "strength")?.choices[0]).toBe(choices[0]);
    expect(strength).toMatch(/^[\d.]+( mg)?$/);
  });

  it("no more than five are offered, each with the number that is written", () => {
    const choices = doubts("Caduet 10")["strength"] ?? [];
    expect(choices.length).toBe(5);
    for (const choice of choices) expect(choice.replace(" mg", "").split("/")).toContain("10");
  });

  it.each([
    "Seretide 250 Evohaler 2 puffs bd",
    "Seretide 250 Accuhaler 1 puff bd",
    "Advair 250 1 puff bid",
    "Seretide 250/25 2 puffs bd",
    "co-codamol 30/500",
    "co-amoxiclav 625 tds",
    "Sinemet 110 tds",
    "Entresto 97",
    "Norco 5",
    "Augmentin 875 bid",
    "amlodipine 10",
    "Trelegy 200",
    "Symbicort 200/6 Turbohaler",
    "Exforge 5/160",
    "Madopar 125 dispersible",
  ])("%s is not asked about: the number, the total or the device settles it", (text) => {
    expect(doubts(text)["strength"]).toBeUndefined();
  });
});

describe("a number without a unit asks only where several units are in use", () => {
  it.each([
    ["levothyroxine 100", ["100 micrograms", "100 mg"]],
    ["digoxin 125", ["125 micrograms", "125 mg"]],
  ])("%s", (text, choices) => {
    expect(doubts(text)["strength"]).toEqual(choices);
  });
  it.each(["amlodipine 5", "furosemide 40", "levothyroxine 100 mcg"])("%s does not", (text) => {
    expect(doubts(text)).toEqual({});
  });
});

describe("two readings of how it is taken, between which the text itself leaves the choice", () => {
  it.each([
    ["prednisone 5 mg QD/QID", "frequency", ["daily", "four times daily"]],
    ["furosemide 40 mg od or bd", "frequency", ["daily", "twice daily"]],
    ["naproxen 250 mg bd/tds", "frequency", ["twice daily", "three times daily"]],
    ["methotrexate 10 mg daily/weekly", "frequency", ["daily", "weekly"]],
    ["Ramipril 5mg 1 daily at night/ morning", "frequency", ["at bedtime", "in the morning"]],
    ["simvastatin 20 mg in the morning or at night", "frequency", ["in the morning", "at bedtime"]],
    ["promethazine 25 mg IM/IV", "route", ["intramuscular", "intravenous"]],
    ["methotrexate 15 mg IM or SC weekly", "route", ["intramuscular", "subcutaneous"]],
    ["codeine 30 mg tabs/caps", "form", ["tablet", "capsule"]],
    ["hydrocortisone 1% cream or ointment", "form", ["cream", "ointment"]],
  ])("%s: %s", (text, field, choices) => {
    expect(doubts(text)).toEqual({ [field]: choices });
    expect(only(text)[field as "form"]).toBe(choices[0]);
  });

  it.each([
    "metformin 500 mg morning/night",
    "metformin 500 mg mane/nocte",
    "furosemide 40 mg bd",
    "insulin glargine 20 units every morning, 10 units at night",
    "acetaminophen 500 mg every 4 to 6 hours",
    "latanoprost eye drops 1 drop at night",
    "fluticasone nasal spray 1 spray each nostril daily",
    "metoprolol 25 mg tablet, take 1 tablet twice daily",
    "amlodipine tablet 5 mg, one tablet daily",
    "prednisone 5 mg daily and 10 mg every other day",
  ])("%s leaves nothing open", (text) => {
    expect(doubts(text)).toEqual({});
  });
});

/** A line with dates of both orders, so that neither the country nor the paste settles the first. */
const OPEN_DATE = "furosemide since 2/3/26 (seen 25/3/26 and 3/25/26)";

describe("dates that can be read in two ways", () => {
  it("where the paste contradicts itself both readings are offered, the jurisdiction's own first", () => {
    expect(doubts(OPEN_DATE, "US")["start"]).toEqual(["2026-02-03", "2026-03-02"]);
    expect(doubts(OPEN_DATE, "UK")["start"]).toEqual(["2026-03-02", "2026-02-03"]);
    expect(doubts("furosemide since 2/3/26")["start"]).toBeUndefined();
    expect(doubts("furosemide since 23/3/26")["start"]).toBeUndefined();
  });
});

describe("answers to a doubt", () => {
  const answered = (text: string, field: Doubt["field"], choice: string | null) => {
    const resolution: Resolution = { kind: "doubt", text, field, choice };
    return read(text, "US", [resolution])[0]?.medications[0];
  };

  it("a choice settles the field", () => {
    expect(answered("Seretide 250 2 puffs bd", "strength", "125/25")).toMatchObject({ strength: "125/25", doubts: [] });
    expect(answered("prednisone 5 mg QD/QID", "frequency", "four times daily")).toMatchObject({
      frequency: "four times daily",
      doubts: [],
    });
    expect(answered("codeine (nausea)", "use", "current")).toMatchObject({
      use: "current",
      useReason: null,
      doubts: [],
    });
    expect(answered("furosemide since 2/3/26", "start", "2026-03-02")).toMatchObject({
      start: "2026-03-02",
      doubts: [],
    });
  });

  it("left open, it is not asked again and nothing is taken as settled", () => {
    expect(answered("Seretide 250 2 puffs bd", "strength", null)).toMatchObject({
      strength: "250",
      doubts: [{ field: "strength", choices: [] }],
    });
    expect(answered(OPEN_DATE, "start", null)).toMatchObject({
      start: "2026",
      doubts: [{ field: "start", choices: [] }],
    });
    expect(answered("codeine (nausea)", "use", null)).toMatchObject({
      use: "uncertain",
      doubts: [{ field: "use", choices: [] }],
    });
    expect(answered("promethazine 25 mg IM/IV", "route", null)).toMatchObject({
      route: "intramuscular",
      doubts: [{ field: "route", choices: [] }],
    });
  });

  it("leaving open what was never in doubt changes nothing", () => {
    expect(answered("amlodipine 10 mg", "strength", null)).toEqual(only("amlodipine 10 mg"));
  });

  it("a choice that the field cannot have is not taken", () => {
    expect(answered("furosemide since 2/3/26", "start", "soon")).toMatchObject({ start: "2026-02-03" });
    expect(answered("codeine (nausea)", "use", "perhaps")).toMatchObject({ use: "allergy" });
  });
});

describe("the latest dose of an injection is not its end", () => {
  it.each([
    ["Denosumab 60 mg subcutaneous injection every 6 months, last dose 8 Nov 2026", "2026-11-08"],
    ["Prolia 60 mg - last given 8 Nov 2026", "2026-11-08"],
    ["Ferinject 1 g IV infusion, last infusion 8 Nov 2026", "2026-11-08"],
    ["paliperidone depot monthly, last injection 8 Nov 2026", "2026-11-08"],
  ])("%s", (text, day) => {
    expect(only(text)).toMatchObject({ use: "current", useReason: null, stop: day });
  });

  it("what was stopped on a day is stopped, injection or not", () => {
    expect(only("Prolia 60 mg injection stopped 8 Nov 2026")).toMatchObject({ use: "stopped", stop: "2026-11-08" });
    expect(only("furosemide 40 mg tablet po, last taken 1 May 2026")).toMatchObject({ use: "stopped" });
  });

  it("“new” with a date is the start", () => {
    expect(only("Bendroflumethiazide 2.5mg mane (new 1/11/26)", "UK")).toMatchObject({
      start: "2026-11-01",
      use: "current",
    });
  });
});

describe("OD beside eye drops is the right eye or once daily", () => {
  it.each(["latanoprost eye drops 1 drop OD", "timolol 0.5% eye drops 1 gtt OD", "dorzolamide ophthalmic solution OD"])(
    "asks: %s",
    (text) => {
      expect(doubts(text, "UK")["frequency"]).toEqual(["daily", "in the right eye"]);
    },
  );

  it.each([
    "latanoprost eye drops once daily",
    "timolol eye drops 1 drop OD bid",
    "amlodipine 5 mg OD",
    "latanoprost eye drops, one drop each eye daily",
  ])("does not ask: %s", (text) => {
    expect(doubts(text)["frequency"]).toBeUndefined();
  });
});
