import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { readFhir, type FhirReading } from "@/lib/fhir/in/read-fhir";

const options = { asOf: "2026-11-22", conditionIdOf: () => null };
const subject = { reference: "Patient/p" };
const RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
const dosage = [
  {
    text: "1 tablet daily",
    sequence: 1,
    timing: {
      repeat: { frequency: 1, period: 1, periodUnit: "d", boundsPeriod: { start: "2026-01-02" } },
      code: { text: "daily" },
    },
    asNeededBoolean: false,
    route: { coding: [{ code: "26643006", display: "Oral route" }] },
    doseAndRate: [{ doseQuantity: { value: 1, unit: "tablet" } }],
  },
];

/** Files in three shapes, each with drugs that no field of the directions names. */
const FILE = {
  resourceType: "Bundle",
  type: "searchset",
  total: 6,
  entry: [
    {
      fullUrl: "https://ehr.example/fhir/Patient/p",
      resource: { resourceType: "Patient", id: "p", birthDate: "1950-02-03", gender: "female" },
    },
    {
      fullUrl: "https://ehr.example/fhir/MedicationRequest/1",
      search: { mode: "match" },
      resource: {
        resourceType: "MedicationRequest",
        id: "1",
        status: "active",
        intent: "order",
        subject,
        authoredOn: "2026-10-01",
        medicationCodeableConcept: {
          text: "furosemide 40 mg",
          coding: [{ system: RXNORM, code: "310429", display: "furosemide 40 MG Oral Tablet" }],
        },
        dosageInstruction: dosage,
        note: [{ text: "x" }],
      },
    },
    {
      resource: {
        resourceType: "MedicationStatement",
        id: "2",
        status: "active",
        subject,
        medicationCodeableConcept: { text: "ramipril 5 mg" },
        effectivePeriod: { start: "2025-01-01" },
        dosage,
      },
    },
    {
      resource: {
        resourceType: "MedicationRequest",
        id: "3",
        status: "stopped",
        intent: "order",
        subject,
        contained: [{ resourceType: "Medication", id: "m", code: { text: "simvastatin 20 mg" } }],
        medicationReference: { reference: "#m" },
        dosageInstruction: dosage,
      },
    },
    {
      resource: {
        resourceType: "MedicationAdministration",
        id: "4",
        status: "completed",
        subject,
        medicationCodeableConcept: { text: "digoxin 0.25 mg" },
        effectiveDateTime: "2026-11-01",
        dosage: { dose: { value: 0.25, unit: "mg" } },
      },
    },
    {
      resource: {
        resourceType: "MedicationDispense",
        id: "5",
        status: "completed",
        subject,
        medicationCodeableConcept: { text: "salbutamol inhaler" },
        whenHandedOver: "2026-11-01",
        dosageInstruction: dosage,
      },
    },
  ],
};
const DRUGS = ["furosemide", "ramipril", "simvastatin", "digoxin", "albuterol"];

type Place = { path: readonly (string | number)[] };

/** Every place of a value, but for the drug itself, the status and whose it is. */
function placesOf(value: unknown, path: readonly (string | number)[] = []): Place[] {
  const kept = /^(?:medicationCodeableConcept|medicationReference|contained|status|subject|resourceType|resource)$/;
  if (typeof value !== "object" || value === null) return [{ path }];
  const inner = Object.entries(value).flatMap(([key, one]) => {
    const at = Array.isArray(value) ? Number(key) : key;
    return kept.test(key) && key !== "resource" ? [] : placesOf(one, [...path, at]);
  });
  const isHolder = path.length < 3 || path.at(-1) === "resource";
  return isHolder ? inner : [{ path }, ...inner];
}

function withValue(file: unknown, path: readonly (string | number)[], put: unknown): unknown {
  const copy = structuredClone(file);
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[path.at(-1) ?? ""] = put;
  return copy;
}

const rowsAndNames = ({ medications, notRead }: FhirReading): string =>
  JSON.stringify([medications.map((row) => [row.text, row.medications]), notRead]).toLowerCase();

const JUNK = [null, "text", 12, {}, [], true, [null], { value: "x" }, [["a"]], ""] as const;

describe("one broken field", () => {
  const places = placesOf(FILE);

  it.each(JUNK.map((junk) => [JSON.stringify(junk), junk] as const))("costs no drug: %s", (_, junk) => {
    for (const { path } of places) {
      const reading = readFhir(JSON.stringify(withValue(FILE, path, junk)), options);
      const said = rowsAndNames(reading);
      for (const drug of DRUGS) expect(said, `${drug} after ${path.join(".")}`).toContain(drug);
    }
  });

  it("costs no drug, whatever stands in its place", () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 3 }), ({ path }, put) => {
        const said = rowsAndNames(readFhir(JSON.stringify(withValue(FILE, path, put)), options));
        return DRUGS.every((drug) => said.includes(drug));
      }),
      { numRuns: 300 },
    );
  });

  it("is named by its path", () => {
    const path = ["entry", 1, "resource", "dosageInstruction", 0, "timing"];
    const { medications } = readFhir(JSON.stringify(withValue(FILE, path, 7)), options);
    expect(medications[0]?.notReadParts).toEqual([
      { path: "$.entry[1].resource.dosageInstruction[0].timing", reason: "has another form than in FHIR" },
    ]);
  });
});
