import { describe, expect, it } from "vitest";
import { readFhir } from "@/lib/fhir/in/read-fhir";
import { reviewFhir } from "@/lib/fhir/in/review-fhir";
import { reviewInput } from "@/lib/intake/review-input";
import { conditionIdOf } from "@/lib/knowledge/condition-of-code";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";

const knowledge = loadKnowledge();
const today = "2026-11-22";
const options = { asOf: today, conditionIdOf: (code: string) => conditionIdOf(knowledge, code) };
const read = (...resources: unknown[]) => readFhir(JSON.stringify(resources), options);
const subject = { reference: "Patient/1" };
const RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
const order = (concept: object, rest: object = {}) => ({
  resourceType: "MedicationRequest",
  status: "active",
  intent: "order",
  subject,
  medicationCodeableConcept: concept,
  ...rest,
});
const result = (text: string, quantity: object, rest: object = {}) => ({
  resourceType: "Observation",
  status: "final",
  code: { text },
  valueQuantity: quantity,
  effectiveDateTime: "2026-11-20",
  ...rest,
});

describe("codes beside words", () => {
  const coded = (code: string) => [{ system: RXNORM, code }];

  it("take the code's drug where the words are not understood, and say so", () => {
    const [row] = read(order({ text: "Wassertablette 40 mg", coding: coded("4603") })).medications;
    expect(row).toMatchObject({
      status: "recognised",
      by: "code",
      medications: [{ name: "furosemide", strength: "40 mg" }],
    });
    expect(row?.notReadParts?.[0]?.reason).toContain("taken from its RxNorm code");
  });

  it("ask where they name different drugs", () => {
    const [row] = read(order({ text: "Ramipril 5 mg", coding: coded("4603") })).medications;
    expect(row).toMatchObject({
      status: "confirm",
      medications: [{ name: "ramipril" }],
      suggestions: [{ name: "furosemide" }],
    });
  });

  it("ask nothing where they agree, in brand and in salt", () => {
    expect(read(order({ text: "Lasix 40 mg", coding: coded("4603") })).medications[0]?.status).toBe("recognised");
  });

  it("are shown where they are all there is and no open map knows them", () => {
    const concept = { coding: [{ system: "http://hl7.org/fhir/sid/ndc", code: "55111-0343-01" }] };
    expect(read(order(concept)).medications[0]).toMatchObject({
      status: "unrecognised",
      text: "Medication without a name (NDC 55111-0343-01)",
    });
  });
});

describe("a resource is one row", () => {
  it("whose status holds for every part of its name", () => {
    const { medications } = read(order({ text: "bumetanide 1 mg; potassium chloride 8 mEq" }, { status: "stopped" }));
    expect(medications).toHaveLength(1);
    expect(medications[0]?.medications.map(({ use }) => use)).toEqual(["stopped", "stopped"]);
  });

  it("whose directions create and stop no drug", () => {
    const { medications } = read(
      order({ text: "torasemide 10 mg" }, { dosageInstruction: [{ text: "with spironolactone, stop digoxin" }] }),
    );
    expect(medications[0]?.medications.map(({ name, use }) => [name, use])).toEqual([["torasemide", "current"]]);
  });

  it("whose dose, timing and need come from their fields", () => {
    const dosageInstruction = [
      {
        timing: { repeat: { frequency: 3, period: 1, periodUnit: "d" } },
        asNeededBoolean: true,
        route: { text: "Oral" },
        doseAndRate: [{ doseQuantity: { value: 2, unit: "tablet" } }],
      },
    ];
    expect(read(order({ text: "baclofen 10 mg" }, { dosageInstruction })).medications[0]?.medications[0]).toMatchObject(
      {
        strength: "10 mg",
        frequency: "3 times a day",
        asNeeded: true,
        route: "oral",
        intake: { of: "unit", low: 2, high: 2, per: "dose" },
      },
    );
  });
});

describe("references", () => {
  const drug = { resourceType: "Medication", id: "m", code: { text: "indapamide 2.5 mg" } };
  const ordered = (reference: string) => ({
    ...order({}),
    medicationCodeableConcept: undefined,
    medicationReference: { reference },
  });

  it.each(["Medication/m", "Medication/m/_history/3", "https://ehr.example/fhir/Medication/m"])(
    "lead to %s",
    (reference) => {
      expect(read(drug, ordered(reference)).medications[0]?.medications[0]?.name).toBe("indapamide");
    },
  );

  it("are asked where they lead to two drugs", () => {
    const entry = [
      { fullUrl: "https://a.example/Medication/m", resource: drug },
      { fullUrl: "https://b.example/Medication/m", resource: { ...drug, code: { text: "nifedipine 30 mg" } } },
      { resource: ordered("Medication/m") },
    ];
    const { medications } = readFhir(JSON.stringify({ resourceType: "Bundle", entry }), options);
    expect(medications[0]).toMatchObject({ status: "confirm", suggestions: [{ name: "nifedipine" }] });
  });
});

describe("results", () => {
  it.each([
    ["u[IU]/mL", "TSH", "uIU/mL"],
    ["[IU]/L", "Creatine kinase", "U/L"],
    ["mmol/L", "Magnesium", "mmol/L"],
  ])("take the UCUM code %s", (code, test, unit) => {
    const quantity = { value: 2, code, system: "http://unitsofmeasure.org" };
    expect(read(result(test, quantity)).labs[0]?.results[0]?.unit).toBe(unit);
  });

  it("ask where unit and code are different units", () => {
    const quantity = { value: 2, unit: "mg/dL", code: "mmol/L", system: "http://unitsofmeasure.org" };
    expect(read(result("Calcium", quantity)).labs[0]?.status).toBe("confirm");
  });

  it("never take a test for another whose name its name holds", () => {
    const { labs, notRead } = read(result("Mean corpuscular haemoglobin (MCH)", { value: 29, unit: "pg" }));
    expect([labs, notRead[0]?.name]).toEqual([[], "Mean corpuscular haemoglobin (MCH)"]);
    expect(read(result("Sodium [Moles/volume] in Cerebral spinal fluid", { value: 140, unit: "mmol/L" })).labs).toEqual(
      [],
    );
  });

  it("say why there is no value", () => {
    const absent = { ...result("Potassium", {}), valueQuantity: undefined, dataAbsentReason: { text: "haemolysed" } };
    expect(read(absent).notRead[0]).toMatchObject({ reason: "no value: haemolysed", path: "$[0]" });
  });
});

describe("conditions and context", () => {
  it("take every ICD-10 code, and those of WHO by the head that they share", () => {
    const coding = [
      { system: "http://hl7.org/fhir/sid/icd-10", code: "E10.22" },
      { system: "urn:oid:2.16.840.1.113883.6.90", code: "N18.6" },
    ];
    const { conditions } = read({ resourceType: "Condition", subject, code: { coding } });
    expect(conditions[0]?.codes.map(({ code }) => code)).toEqual(["E10.22", "N18.6"]);
  });

  it("are past where their end has passed, whatever the status", () => {
    const past = {
      resourceType: "Condition",
      clinicalStatus: "active",
      abatementDateTime: "2020-01-01",
      code: { text: "Gout" },
    };
    expect(read(past).conditions[0]?.polarity).toBe("past");
  });

  it("know a pregnancy of now, and not one of last year", () => {
    const pregnancy = (effectiveDateTime: string) => ({
      resourceType: "Observation",
      status: "final",
      code: { coding: [{ system: "http://loinc.org", code: "82810-3" }] },
      effectiveDateTime,
      valueCodeableConcept: { coding: [{ system: "http://snomed.info/sct", code: "77386006" }] },
    });
    expect(read(pregnancy("2026-10-01")).context).toEqual({ pregnant: true });
    expect(read(pregnancy("2025-10-01")).context).toEqual({});
  });

  it("show a muscle reaction to a drug, and never count its drug as taken", () => {
    const allergy = {
      resourceType: "AllergyIntolerance",
      code: { text: "Product containing rosuvastatin (medicinal product)" },
      reaction: [{ manifestation: [{ text: "Muscle cramp" }] }],
    };
    const { allergies } = read(allergy);
    expect(allergies[0]).toMatchObject({ muscle: true, medications: [{ use: "allergy" }] });
    const { review } = reviewFhir(JSON.stringify(allergy), { knowledge, today });
    expect(review.unread).toContainEqual(expect.objectContaining({ status: "muscle reaction, not judged" }));
  });
});

describe("a file", () => {
  it("of two patients is never mixed, and says so", () => {
    const two = [order({ text: "digoxin" }), order({ text: "lithium" }, { subject: { reference: "Patient/2" } })];
    const reading = read(...two);
    expect(reading).toMatchObject({ patients: 2, complete: false, medications: [] });
    expect(reading.notRead.map(({ name }) => name)).toEqual([undefined, "digoxin", "lithium"]);
    expect(() => reviewFhir(JSON.stringify(two), { knowledge, today })).toThrow("2 patients");
  });

  it("that is one page of a longer answer says so", () => {
    const page = {
      resourceType: "Bundle",
      link: [{ relation: "next", url: "x" }],
      entry: [{ resource: order({ text: "digoxin" }) }],
    };
    expect(readFhir(JSON.stringify(page), options).complete).toBe(false);
  });

  it("with a byte-order mark, a bad line or prototype keys is read", () => {
    expect(readFhir(`\uFEFF${JSON.stringify(order({ text: "digoxin" }))}`, options).medications).toHaveLength(1);
    const lines = readFhir(`${JSON.stringify(order({ text: "digoxin" }))}\n{ bad\n`, options);
    expect([lines.medications.length, lines.notRead[0]?.reason, lines.complete]).toEqual([
      1,
      "is not valid JSON",
      false,
    ]);
    const hostile =
      '{"resourceType":"MedicationRequest","status":"active","__proto__":{"status":"stopped"},"constructor":1,"medicationCodeableConcept":{"text":"digoxin"}}';
    expect(readFhir(hostile, options).medications[0]?.medications[0]?.use).toBe("current");
  });

  it("of XML, of no FHIR, or nested without end is refused in words", () => {
    expect(() => readFhir("<Bundle/>", options)).toThrow("This is XML");
    expect(() => readFhir("{}", options)).toThrow("not FHIR");
    expect(() => readFhir(`${"[".repeat(100_000)}${"]".repeat(100_000)}`, options)).toThrow("nested deeper");
  });

  it("of 15,000 results is read in linear time", () => {
    const many = (count: number) =>
      JSON.stringify(
        Array.from({ length: count }, (_, index) => result(`Test ${index % 40}`, { value: index, unit: "mmol/L" })),
      );
    const [few, all] = [many(1_500), many(15_000)];
    readFhir(few, options);
    const began = process.cpuUsage();
    const { notRead } = readFhir(all, options);
    const used = process.cpuUsage(began);
    expect(notRead).toHaveLength(15_000);
    expect((used.user + used.system) / 1_000).toBeLessThan(3_000);
  });
});

describe("the same case", () => {
  it("through FHIR and as words gives the same findings", () => {
    const words = reviewInput(
      {
        medications: ["furosemide 40 mg daily", "digoxin 0.125 mg daily"],
        conditions: ["N18.4"],
        context: { asOf: today },
      },
      { knowledge, today },
    );
    const daily = [{ timing: { repeat: { frequency: 1, period: 1, periodUnit: "d" } } }];
    const coding = [{ system: "http://hl7.org/fhir/sid/icd-10-cm", code: "N18.4" }];
    const file = [
      order({ text: "furosemide 40 mg" }, { dosageInstruction: daily }),
      order({ text: "digoxin 0.125 mg" }, { dosageInstruction: daily }),
      { resourceType: "Condition", subject, code: { coding } },
    ];
    const fhir = reviewFhir(JSON.stringify(file), { knowledge, today });
    const told = (review: typeof fhir.review) => review.findings.map(({ id, priority }) => `${priority} ${id}`);
    expect(told(fhir.review)).toEqual(told(words.review));
  });
});
