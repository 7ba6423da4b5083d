import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readFhir } from "@/lib/fhir/in/read-fhir";
import { reviewFhir } from "@/lib/fhir/in/review-fhir";
import { fhirDocument } from "@/lib/fhir/out/document";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";

const knowledge = loadKnowledge();
const today = "2026-11-22";
const options = { asOf: today, conditionIdOf: () => null };

function written(): string {
  const { patientCase, review } = reviewInput(
    { medications: ["bumetanide 1 mg daily", "qwxyz 5 mg"], labs: "K 3.1 mmol/L 2026-11-20", conditions: ["Gout"] },
    { knowledge, today },
  );
  return JSON.stringify(fhirDocument(patientCase, review));
}

describe("our own document, changed on its way", () => {
  it("holds what was changed: a status", () => {
    const stopped = written().replace(
      '"status":"active","medicationCodeableConcept"',
      '"status":"stopped","medicationCodeableConcept"',
    );
    expect(readFhir(stopped, options).medications[0]?.medications[0]?.use).toBe("stopped");
  });

  it("holds what was changed: a drug", () => {
    const other = written().replace('"text":"bumetanide 1 mg"', '"text":"digoxin 0.125 mg"');
    const [row] = readFhir(other, options).medications;
    expect([row?.status, JSON.stringify(row?.suggestions)]).toEqual(["confirm", expect.stringContaining("bumetanide")]);
  });

  it("holds what was changed: a value", () => {
    const other = written().replace('"valueQuantity":{"value":3.1', '"valueQuantity":{"value":4.4');
    expect(readFhir(other, options).labs[0]?.results[0]?.value).toBe(4.4);
  });

  it("keeps what was not read in words, in a section that everybody can read", () => {
    expect(written()).toContain("qwxyz 5 mg (medications, ");
    expect(readFhir(written(), options).medications[1]).toMatchObject({ text: "qwxyz 5 mg", status: "unrecognised" });
  });
});

describe("docs/integration.md", () => {
  const document = readFileSync(path.join(import.meta.dirname, "../../../docs/integration.md"), "utf8");
  const blocks = [...document.matchAll(/```json\n(\{.*?\})\n```/gs)].map(([, block = ""]) => block);

  it("has an example that is read as it says", () => {
    const [given = "", said = ""] = blocks;
    expect(readFhir(given, options)).toMatchObject(JSON.parse(said));
    expect(reviewFhir(given, { knowledge, today }).review.findings.length).toBeGreaterThan(0);
  });
});
