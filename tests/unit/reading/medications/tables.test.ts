import { describe, expect, it } from "vitest";
import { medications, read, usesOf } from "./read";

describe("columns are known by their heads", () => {
  it("a date under Stop ends the drug, and one under Start begins it", () => {
    const all = medications(
      "Drug\tDose\tRoute\tFreq\tStart\tEnd\nPravastatin\t40 mg\tPO\tON\t13/02/2020\t14/06/2025\nBumetanide\t1 mg\tPO\tOM\t15/03/2022\t",
      "UK",
    );
    expect(all.map(({ use, start, stop }) => [use, start, stop])).toEqual([
      ["stopped", "2020-02-13", "2025-06-14"],
      ["current", "2022-03-15", null],
    ]);
    expect(all.map(({ strength, route, frequency }) => [strength, route, frequency])).toEqual([
      ["40 mg", "oral", "at bedtime"],
      ["1 mg", "oral", "in the morning"],
    ]);
  });

  it("an end that is still to come ends nothing yet", () => {
    const [only] = medications("Medication | Dose | Stop date\nDoxycycline | 100 mg | 25/12/2026", "UK");
    expect([only?.use, only?.stop]).toEqual(["current", "2026-12-25"]);
  });

  it.each([
    ["pipes with ticks", "| Medicine | Continue | Stop |\n|---|---|---|\n| Atenolol | | x |\n| Digoxin | x | |"],
    ["a status", "Medication\tStatus\nAtenolol\tDiscontinued\nDigoxin\tActive"],
    ["yes and no", "Medication\tDose\tTaking?\nAtenolol\t50 mg\tNo\nDigoxin\t125 mcg\tYes"],
    ["boxes", "Medication\tDose\tCurrently taking\nAtenolol\t50 mg\t☐\nDigoxin\t125 mcg\t☒"],
    [
      "aligned blanks",
      "Name            Dose      Status\nAtenolol        50 mg     stopped\nDigoxin         125 mcg   active",
    ],
    ["the status first", "Status | Drug\nStopped | Atenolol 50 mg\nActive | Digoxin 125 mcg"],
    ["a status below each", "Atenolol 50 mg\nDiscontinued\nDigoxin 125 mcg\nActive"],
    [
      "JSON",
      '[{"name":"Atenolol","dose":"50 mg","status":"stopped"},{"name":"Digoxin","dose":"125 mcg","status":"active"}]',
    ],
    [
      "JSON with the status first",
      '[{"status":"stopped","medication":"Atenolol 50 mg"},{"status":"active","medication":"Digoxin"}]',
    ],
    ["YAML", "- name: Atenolol\n  dose: 50 mg\n  status: stopped\n- name: Digoxin\n  dose: 125 mcg\n  status: active"],
    [
      "one field a line",
      "Medication: Atenolol\nDose: 50 mg\nTaking: No\n\nMedication: Digoxin\nDose: 125 mcg\nTaking: Yes",
    ],
  ])("%s", (_, text) => {
    expect(usesOf(text)).toEqual({ atenolol: "stopped", digoxin: "current" });
  });

  it("a comma-separated export has columns, too", () => {
    const all = medications(
      "Name,Dose,Units,Route,Frequency,Start,End\nAtenolol,50,mg,oral,daily,2018-01-10,2020-11-14\nBumetanide,1,mg,oral,daily,2022-02-20,",
    );
    expect(all.map(({ use, start, stop }) => [use, start, stop])).toEqual([
      ["stopped", "2018-01-10", "2020-11-14"],
      ["current", "2022-02-20", null],
    ]);
  });

  it("a key without a value heads the records below it", () => {
    const text =
      "medications:\n  - name: Digoxin\n    dose: 125 mcg\nceased:\n  - name: Atenolol\n    dose: 50 mg\nallergies:\n  - name: Codeine";
    expect(usesOf(text)).toEqual({ digoxin: "current", atenolol: "stopped", codeine: "allergy" });
  });

  it("a field on the line below a drug speaks of it and heads no section", () => {
    expect(usesOf("Atenolol 50 mg od\nStop date: 01/02/2024\nDigoxin 125 mcg od")).toEqual({
      atenolol: "stopped",
      digoxin: "current",
    });
    expect(usesOf("Atenolol 50 mg od\nStatus: discontinued\nDigoxin 125 mcg od\nStatus: active")).toEqual({
      atenolol: "stopped",
      digoxin: "current",
    });
    expect(usesOf("Digoxin 125 mcg od\nStopped: none\nAtenolol 50 mg")).toEqual({
      digoxin: "current",
      atenolol: "current",
    });
    expect(usesOf("Digoxin 125 mcg od\nStopped: atenolol")).toEqual({ digoxin: "current", atenolol: "stopped" });
  });

  it("a status that ends the list is asked of the drug above it", () => {
    const all = medications("Atenolol 50 mg\nDigoxin 125 mcg\nStopped");
    expect(all.map(({ use }) => use)).toEqual(["current", "uncertain"]);
    expect(all[1]?.doubts).toEqual([{ field: "use", choices: ["stopped", "current"] }]);
  });

  it("an end in words that is still to come ends nothing", () => {
    expect(usesOf("Digoxin 125 mcg daily start 01/05/2025 stop 01/05/2027")).toEqual({ digoxin: "current" });
    expect(usesOf("Digoxin 125 mcg daily, stopped 01/05/2025")).toEqual({ digoxin: "stopped" });
  });

  it("what is started by the plan is planned, and what is withheld on discharge is held", () => {
    const plan = "Medication\tCurrent dose\tPlan\nMirtazapine\t-\tstart 15 mg nocte\nSertraline\t50 mg om\tcontinue";
    expect(usesOf(plan)).toEqual({ mirtazapine: "planned", sertraline: "current" });
    const before =
      "Medicine | Before admission | On discharge | Comment\nEnalapril | 5 mg bd | withheld | GP to restart if BP >120\nDigoxin | 125 mcg od | 125 mcg od | unchanged";
    expect(usesOf(before)).toEqual({ enalapril: "held", digoxin: "current" });
  });

  it("a name in the column of the indication or the prescriber is no drug of the list", () => {
    const text =
      "Drug\tDose\tIndication\tPrescriber\nRamipril\t5 mg\tprotein loss on lithium\tDr Lasix\nColchicine\t500 mcg\tpotassium\tDr Coumadin";
    expect(medications(text).map(({ name }) => name)).toEqual(["ramipril", "colchicine"]);
  });

  it("fields of a record go on with its drug", () => {
    const pieces = read("Medication: Bumetanide\nDose: 1 mg\nFrequency: BD\nIndication: oedema");
    expect(pieces.map(({ status }) => status)).toEqual(["recognised"]);
    expect(pieces[0]?.medications[0]).toMatchObject({ strength: "1 mg", frequency: "twice daily" });
  });

  it("two columns that contradict each other are asked", () => {
    const [only] = medications("Medication\tStatus\tTaking?\nAtenolol\tActive\tNo");
    expect(only?.use).toBe("uncertain");
    expect(only?.doubts).toEqual([{ field: "use", choices: ["current", "stopped"] }]);
  });

  it("headers of sections stay what they are", () => {
    expect(usesOf("Stopped\natenolol\ndigoxin")).toEqual({ atenolol: "stopped", digoxin: "stopped" });
    expect(usesOf("Current\natenolol\nStopped\ndigoxin")).toEqual({ atenolol: "current", digoxin: "stopped" });
    expect(usesOf("Medications: atenolol 50 mg\nStop: digoxin")).toEqual({ atenolol: "current", digoxin: "stopped" });
  });
});

describe("the order of day and month", () => {
  it.each([
    ["the country settles it", "ramipril 5 mg since 03/04/2025", "US", "2025-03-04"],
    ["the country settles it", "ramipril 5 mg since 03/04/2025", "UK", "2025-04-03"],
    [
      "another date of the paste settles it",
      "ramipril 5 mg since 03/04/2025\ndigoxin since 25/12/2024",
      "US",
      "2025-04-03",
    ],
  ] as const)("%s: %s (%s)", (_, text, country, start) => {
    const [first] = medications(text, country);
    expect(first?.start).toBe(start);
    expect(first?.doubts).toEqual([]);
  });

  it("is asked where the dates of the paste contradict each other", () => {
    const [first] = medications("ramipril since 03/04/2025\ndigoxin since 25/12/2024\natenolol since 12/25/2024");
    expect(first?.doubts).toEqual([{ field: "start", choices: ["2025-03-04", "2025-04-03"] }]);
  });
});
