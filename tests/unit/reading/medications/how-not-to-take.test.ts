import { describe, expect, it } from "vitest";
import { readMedications } from "@/lib/reading/medications/read-medications";

const uses = (text: string) =>
  readMedications(text, { asOf: "2026-11-30", jurisdiction: "UK" }).flatMap(({ medications }) =>
    medications.map(({ name, use }) => `${name} ${use}`),
  );

describe("a direction that says how a drug is not to be taken", () => {
  it.each([
    ["simvastatin 40 mg nocte, do not take with grapefruit juice", "simvastatin current"],
    ["amlodipine 5 mg - do not take with milk", "amlodipine current"],
    ["levothyroxine 100 micrograms od, not to be taken within 4 hours of food", "levothyroxine current"],
    ["doxycycline 100 mg od. Do not take if lying down", "doxycycline current"],
    ["paracetamol 1 g qds prn, do not take more than 8 tablets a day", "acetaminophen current"],
  ])("does not stop it: %s", (text, expected) =>
    expect(uses(text).map((one) => one.replace("paracetamol", "acetaminophen"))).toContain(expected),
  );

  it.each([
    ["simvastatin 40 mg - do not take", "simvastatin stopped"],
    ["do not take ramipril 5 mg", "ramipril stopped"],
    ["furosemide 40 mg, not to be taken", "furosemide stopped"],
  ])("stops it where it says no more: %s", (text, expected) => expect(uses(text)).toContain(expected));
});
