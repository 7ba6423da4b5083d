import { describe, expect, it } from "vitest";
import { readMedications } from "@/lib/reading/medications/read-medications";

const OPTIONS = { asOf: "2026-12-01", jurisdiction: "UK" as const };
const uses = (text: string): string[] =>
  readMedications(text, OPTIONS)
    .flatMap((piece) => piece.medications)
    .map(({ name, use }) => `${name} ${use}`);

describe("heads that hold what is taken and what is not", () => {
  it("two lists side by side, or in one section, are asked and none is called stopped", () => {
    expect(uses("Current\tStopped\nDoxazosin 4 mg\tRamipril 5 mg")).toEqual([
      "doxazosin uncertain",
      "ramipril uncertain",
    ]);
    expect(uses("Current and past medications:\nDoxazosin 4 mg")).toEqual(["doxazosin uncertain"]);
    expect(uses("Stopped medications:\nDoxazosin 4 mg")).toEqual(["doxazosin stopped"]);
    expect(uses("Stop taking:\nDoxazosin 4 mg")).toEqual(["doxazosin stopped"]);
  });

  it("ticks below aligned heads belong to the head above them", () => {
    const text = ["            Continue   Stop   Change", "Ramipril       X", "Naproxen                X"].join("\n");
    expect(uses(text)).toEqual(["ramipril current", "naproxen stopped"]);
  });

  it("a head may say in brackets how it is filled in", () => {
    const text = "| Drug | Taking (Y/N) |\n| lisinopril 10 mg | Y |\n| naproxen 500 mg | N |";
    expect(uses(text)).toEqual(["lisinopril current", "naproxen stopped"]);
  });
});
