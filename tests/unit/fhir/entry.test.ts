import { describe, expect, it, vi } from "vitest";
import { readMedications } from "@/lib/reading/medications/read-medications";
import { readConditions } from "@/lib/reading/conditions/read-conditions";
import { readLabs } from "@/lib/reading/labs/read-labs";
import { fhirEntry } from "@/lib/fhir/in/entry";

const fromFhir = (text: string, rest: { most?: number } = {}) =>
  fhirEntry(text, { asOf: "2026-11-22", conditionIdOf: () => null, ...rest });

const RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
const subject = { reference: "Patient/one" };
const bundle = (...resources: unknown[]) =>
  JSON.stringify({ resourceType: "Bundle", type: "collection", entry: resources.map((resource) => ({ resource })) });
const request = (name: string, rest: object = {}) => ({
  resourceType: "MedicationRequest",
  status: "active",
  intent: "order",
  subject,
  medicationCodeableConcept: { text: name },
  ...rest,
});
const laboratory = [{ coding: [{ code: "laboratory" }] }];
const observation = (text: string, value: number, unit: string, rest: object = {}) => ({
  resourceType: "Observation",
  status: "final",
  category: laboratory,
  code: { text },
  subject,
  effectiveDateTime: "2026-11-20T08:15:00Z",
  valueQuantity: { value, unit },
  ...rest,
});
const used = (text: string) =>
  readMedications(fromFhir(text).medications.join("\n"), { asOf: "2026-11-22", jurisdiction: "US" });

describe("medications of a FHIR file", () => {
  it("writes name and directions as a person would, and the ordinary reading understands the line", () => {
    const text = bundle(
      request("Furosemide 40 MG Oral Tablet", {
        dosageInstruction: [{ text: "Take 1 tablet by mouth every morning" }],
      }),
    );
    expect(fromFhir(text).medications).toEqual(["Furosemide 40 MG Oral Tablet, Take 1 tablet by mouth every morning"]);
    expect(used(text)[0]?.medications[0]).toMatchObject({ name: "furosemide", use: "current" });
  });

  it.each([
    [{ repeat: { frequency: 1, period: 1, periodUnit: "d" } }, "daily"],
    [{ repeat: { frequency: 2, period: 1, periodUnit: "d" } }, "twice daily"],
    [{ repeat: { frequency: 1, period: 8, periodUnit: "h" } }, "every 8 hours"],
    [{ repeat: { frequency: 1, period: 1, periodUnit: "wk" } }, "every week"],
    [{ repeat: { frequency: 2, period: 3, periodUnit: "d" } }, "2 times every 3 days"],
    [{ code: { coding: [{ code: "BID" }] } }, "twice daily"],
    [{ code: { text: "at bedtime" } }, "at bedtime"],
  ])("puts a coded timing into words (%#)", (timing, words) => {
    expect(fromFhir(bundle(request("Digoxin 0.125 MG", { dosageInstruction: [{ timing }] }))).medications).toEqual([
      `Digoxin 0.125 MG, ${words}`,
    ]);
  });

  it("puts amount, route and need into words, whichever form the amount has", () => {
    const dosage = { route: { text: "oral" }, asNeededCodeableConcept: { text: "pain" } };
    const rate = (dose: object) =>
      fromFhir(bundle(request("Paracetamol", { dosageInstruction: [{ ...dosage, ...dose }] }))).medications[0];
    expect(rate({ doseAndRate: [{ doseQuantity: { value: 2, unit: "{tablet}" } }] })).toBe(
      "Paracetamol, take 2, oral, as needed for pain",
    );
    expect(rate({ doseAndRate: [{ doseRange: { low: { value: 1 }, high: { value: 2, unit: "tablet" } } }] })).toBe(
      "Paracetamol, take 1 to 2, oral, as needed for pain",
    );
    expect(rate({ doseQuantity: { value: 1, code: "1" } })).toBe("Paracetamol, take 1, oral, as needed for pain");
  });

  it.each([
    ["on-hold", "held"],
    ["stopped", "stopped"],
    ["completed", "stopped"],
    ["cancelled", "stopped"],
    ["draft", "planned"],
    ["unknown", "uncertain"],
    ["active", "current"],
  ])("lets reading see a status of %s as %s", (status, use) => {
    expect(used(bundle(request("Digoxin 0.125 MG Oral Tablet", { status })))[0]?.medications[0]?.use).toBe(use);
  });

  it("counts neither what must not be given nor what is only proposed as current", () => {
    expect(used(bundle(request("Digoxin", { doNotPerform: true })))[0]?.medications[0]?.use).toBe("stopped");
    expect(used(bundle(request("Digoxin", { intent: "proposal" })))[0]?.medications[0]?.use).toBe("planned");
    const statement = {
      resourceType: "MedicationStatement",
      status: "not-taken",
      medicationCodeableConcept: { text: "Digoxin" },
    };
    expect(used(bundle(statement))[0]?.medications[0]?.use).toBe("stopped");
  });

  it("says of a dose that was given when that was, and not that it is taken now", () => {
    const text = bundle({
      resourceType: "MedicationAdministration",
      status: "completed",
      effectiveDateTime: "2026-03-03",
      medicationCodeableConcept: { text: "Furosemide 10 MG/ML Injection" },
      dosage: { dose: { value: 40, unit: "mg" } },
    });
    expect(fromFhir(text).medications).toEqual([
      "Furosemide 10 MG/ML Injection, take 40 mg, given 2026-03-03, unclear whether taken",
    ]);
    expect(used(text)[0]?.medications[0]?.use).toBe("uncertain");
  });

  it("takes a start that is given, and does not take the date of an order for one", () => {
    const started = bundle({
      resourceType: "MedicationStatement",
      status: "active",
      medicationCodeableConcept: { text: "Digoxin 0.125 MG" },
      effectivePeriod: { start: "2026-02-02" },
    });
    expect(used(started)[0]?.medications[0]?.start).toBe("2026-02-02");
    const ordered = bundle(request("Digoxin 0.125 MG", { authoredOn: "2026-02-02T10:00:00Z" }));
    expect(fromFhir(ordered).medications).toEqual(["Digoxin 0.125 MG, prescribed 2 Feb 2026"]);
    expect(used(ordered)[0]?.medications[0]?.start).toBeNull();
  });

  it("writes repeated orders of the same line once and says how many there were", () => {
    const orders = ["2026-02-02", "2026-05-01", "2025-11-10"].map((authoredOn) =>
      request("Digoxin 0.125 MG", { authoredOn }),
    );
    expect(fromFhir(bundle(...orders)).medications).toEqual([
      "Digoxin 0.125 MG, prescribed 3 times, 10 Nov 2025 to 1 May 2026",
    ]);
  });

  it("keeps the same drug in another strength or in another state a line of its own, current ones first", () => {
    const { medications } = fromFhir(
      bundle(
        request("Digoxin 0.25 MG", { status: "stopped" }),
        request("Digoxin 0.125 MG"),
        request("Digoxin 0.25 MG"),
      ),
    );
    expect(medications).toEqual(["Digoxin 0.125 MG", "Digoxin 0.25 MG", "Digoxin 0.25 MG, stopped"]);
  });

  it("finds a drug that is contained, separate, or coded without words", () => {
    const separate = { resourceType: "Medication", id: "m1", code: { text: "Spironolactone 25 MG" } };
    const text = bundle(
      separate,
      request("", { medicationCodeableConcept: undefined, medicationReference: { reference: "Medication/m1" } }),
      request("", {
        medicationCodeableConcept: undefined,
        medicationReference: { reference: "#c" },
        contained: [{ resourceType: "Medication", id: "c", code: { text: "Amiloride 5 MG" } }],
      }),
      request("", { medicationCodeableConcept: undefined, medicationReference: { display: "Metolazone 5 MG" } }),
      request("", { medicationCodeableConcept: { coding: [{ system: RXNORM, code: "4603" }] } }),
    );
    expect(fromFhir(text).notRead).toEqual([]);
    expect(fromFhir(text).medications).toEqual([
      "Spironolactone 25 MG",
      "Amiloride 5 MG",
      "Metolazone 5 MG",
      "furosemide",
    ]);
  });

  it("keeps a drug without a name as a line that is not recognised", () => {
    const text = bundle(request("Digoxin"), request("", { medicationCodeableConcept: {} }));
    expect(fromFhir(text).medications[1]).toBe("Medication without a name (MedicationRequest 2)");
    expect(used(text)[1]?.status).toBe("unrecognised");
  });

  it("sets an allergy among the lines where reading counts it as not taken", () => {
    const text = bundle(
      { resourceType: "AllergyIntolerance", patient: subject, code: { text: "penicillin V" } },
      { resourceType: "AllergyIntolerance", patient: subject, code: { text: "Codeine allergy" } },
    );
    expect(fromFhir(text).medications).toEqual(["Allergy to penicillin V", "Allergy to Codeine"]);
    expect(used(text).flatMap((piece) => piece.medications.map((medication) => medication.use))).toEqual([
      "allergy",
      "allergy",
    ]);
  });
});

describe("conditions of a FHIR file", () => {
  const condition = (text: string, rest: object = {}) => ({
    resourceType: "Condition",
    subject,
    code: { text },
    ...rest,
  });
  const concept = (code: string) => ({ coding: [{ code }] });

  it("takes the ICD-10-CM code where there is one, else the words without SNOMED's tag", () => {
    const coded = {
      resourceType: "Condition",
      subject,
      code: { text: "Kidney disease", coding: [{ system: "http://hl7.org/fhir/sid/icd-10-cm", code: "N18.32" }] },
    };
    expect(fromFhir(bundle(coded, condition("Anaemia (disorder)"))).conditions).toEqual(["N18.32", "Anaemia"]);
  });

  it.each([
    [{ clinicalStatus: concept("resolved") }, "past"],
    [{ clinicalStatus: "inactive" }, "past"],
    [{ verificationStatus: concept("refuted") }, "negated"],
    [{ verificationStatus: concept("provisional") }, "uncertain"],
    [{ clinicalStatus: concept("active"), verificationStatus: concept("confirmed") }, "present"],
  ])("lets reading see the polarity (%#)", (rest, polarity) => {
    const [line = ""] = fromFhir(bundle(condition("Gout", rest))).conditions;
    expect(readConditions(line, { conditionIdOf: () => null })[0]?.polarity).toBe(polarity);
  });
});

describe("results of a FHIR file", () => {
  it("writes value, comparator, unit, range and date so that the result is read again", () => {
    const text = bundle(
      observation("Potassium", 2.4, "mmol/L", { referenceRange: [{ low: { value: 3.5 }, high: { value: 5.1 } }] }),
    );
    expect(fromFhir(text).results).toEqual(["potassium 2.4 mmol/L (3.5-5.1) 20 Nov 2026"]);
    expect(readLabs(fromFhir(text).results[0] ?? "", { asOf: "2026-11-22" })[0]?.results[0]).toMatchObject({
      value: 2.4,
      unit: "mmol/L",
      date: "2026-11-20",
      referenceLow: 3.5,
      referenceHigh: 5.1,
    });
    const below = {
      ...observation("Magnesium", 0.5, "mmol/L"),
      valueQuantity: { value: 0.5, comparator: "<", unit: "mmol/L" },
    };
    expect(readLabs(fromFhir(bundle(below)).results[0] ?? "", { asOf: "2026-11-22" })[0]?.results[0]).toMatchObject({
      comparator: "<",
      value: 0.5,
    });
  });

  it("names a coded test as it is named here, so that a LOINC long name is read", () => {
    const text = bundle(
      observation("K SerPl-sCnc", 4.1, "mmol/L", {
        code: { coding: [{ system: "http://loinc.org", code: "2823-3" }] },
      }),
    );
    expect(readLabs(fromFhir(text).results[0] ?? "", { asOf: "2026-11-22" })[0]?.results[0]?.loinc).toBe("2823-3");
  });

  it("writes each component of a panel, and cuts decimals that no laboratory measures", () => {
    const panel = {
      resourceType: "Observation",
      status: "final",
      category: laboratory,
      code: { text: "Electrolytes" },
      component: [
        { code: { text: "Sodium" }, valueQuantity: { value: 138.123456789, unit: "mmol/L" } },
        { code: { text: "Potassium" }, valueQuantity: { value: 4, unit: "mmol/L" } },
      ],
    };
    expect(fromFhir(bundle(panel)).results).toEqual(["sodium 138.123 mmol/L", "potassium 4 mmol/L"]);
  });

  it("takes the three newest of a test and counts the older ones", () => {
    const years = [2021, 2026, 2024, 2025].map((year) =>
      observation("Potassium", year - 2021, "mmol/L", { effectiveDateTime: `${year}-01-05` }),
    );
    const { results, notRead } = fromFhir(bundle(...years));
    expect(results.map((line) => line.slice(-4))).toEqual(["2026", "2025", "2024"]);
    expect(notRead).toEqual([
      { what: "Observation", why: "older than the 3 newest results of its test", count: 1, names: [] },
    ]);
  });
});

describe("what a FHIR file holds beside", () => {
  it("takes birth year and sex of the patient and nothing that names them", () => {
    const patient = {
      resourceType: "Patient",
      id: "one",
      birthDate: "1953-04-01",
      gender: "female",
      name: [{ family: "Example" }],
      identifier: [{ value: "SECRET-1" }],
    };
    const entry = fromFhir(bundle(patient, request("Digoxin")));
    expect(entry).toMatchObject({ birthYear: "1953", sex: "female" });
    expect(JSON.stringify(entry)).not.toMatch(/Example|SECRET|04-01/);
  });

  it("counts every resource that gave nothing, with why: the file holds as many as were taken and left", () => {
    const resources = [
      request("Digoxin"),
      { resourceType: "Encounter" },
      { resourceType: "Encounter" },
      request("Warfarin", { status: "entered-in-error" }),
      { ...request("Lithium"), medicationCodeableConcept: "Lithium" },
      observation("Heart rate", 70, "/min", { category: [{ coding: [{ code: "vital-signs" }] }] }),
      observation("Cholesterol in HDL2b by made-up method", 1, "mmol/L"),
      observation("Potassium", 4, "mmol/L", { status: "cancelled" }),
      "no resource",
      {
        resourceType: "Condition",
        code: { text: "Gout" },
        verificationStatus: { coding: [{ code: "entered-in-error" }] },
      },
    ];
    const entry = fromFhir(bundle(...resources));
    expect(entry.medications).toEqual(["Digoxin", "Lithium"]);
    expect(entry.notRead.map(({ what, why, count }) => `${count} ${what}: ${why}`)).toEqual([
      "1 Bundle: has another form than in FHIR",
      "2 Encounter: not a kind of resource that is read here",
      "1 MedicationRequest: entered in error",
      "1 Observation: not a laboratory result (vital signs)",
      "1 Observation: no test that is read here",
      "1 Observation: cancelled",
      "1 Condition: entered in error",
    ]);
    expect(entry.notRead.reduce((sum, { count }) => sum + count, 0)).toBe(resources.length - 2);
    expect(entry.notRead.find(({ why }) => why === "no test that is read here")?.names).toEqual([
      "Cholesterol in HDL2b by made-up method",
    ]);
  });

  it("counts a separate drug that nothing refers to", () => {
    expect(fromFhir(bundle({ resourceType: "Medication", id: "m9", code: { text: "Digoxin" } })).notRead).toEqual([
      { what: "Medication", why: "no order or statement refers to it", count: 1, names: [] },
    ]);
  });

  it("takes one resource, a list of them, and one a line", () => {
    const [digoxin, lithium] = [request("Digoxin"), request("Lithium carbonate")];
    expect(fromFhir(JSON.stringify(digoxin)).medications).toEqual(["Digoxin"]);
    expect(fromFhir(JSON.stringify([digoxin, lithium])).medications).toEqual(["Digoxin", "Lithium carbonate"]);
    expect(fromFhir(`${JSON.stringify(digoxin)}\n${JSON.stringify(lithium)}\n`).medications).toEqual([
      "Digoxin",
      "Lithium carbonate",
    ]);
  });

  it("refuses a file about more than one patient", () => {
    expect(() =>
      fromFhir(bundle({ resourceType: "Patient", id: "one" }, { resourceType: "Patient", id: "two" })),
    ).toThrow("This file holds 2 patients. Nothing was changed.");
    expect(() =>
      fromFhir(bundle(request("Digoxin"), request("Lithium", { subject: { reference: "Patient/two" } }))),
    ).toThrow("2 patients");
    expect(() =>
      fromFhir(
        bundle({ resourceType: "Patient", id: "one" }, request("Digoxin", { subject: { reference: "urn:uuid:one" } })),
      ),
    ).not.toThrow();
  });

  it("refuses what is no JSON and what is no FHIR, in words", () => {
    expect(() => fromFhir("{ not json")).toThrow("not valid JSON");
    expect(() => fromFhir('{"drug":"Digoxin"}')).toThrow("not FHIR");
    expect(() => fromFhir("[1, 2]")).toThrow("not FHIR");
  });
});

describe("work on a file grows with its length", () => {
  /** How often something was added to a set or list while a file of so many unknown tests was read. */
  function steps(count: number): number {
    const text = bundle(...Array.from({ length: count }, (_, index) => observation(`Qwx${index}`, 1, "zz")));
    const add = vi.spyOn(Set.prototype, "add");
    const entry = fromFhir(text);
    const { calls } = add.mock;
    const made = calls.length;
    add.mockRestore();
    expect(entry.notRead.reduce((sum, left) => sum + left.count, 0)).toBe(count);
    return made;
  }

  it("for tests that are not known, each with a name of its own", () => {
    expect(steps(800) / steps(200)).toBeLessThan(5);
  });

  it("for many orders of the same drug", () => {
    const text = bundle(
      ...Array.from({ length: 3_000 }, () => request("bumetanide 1 mg", { authoredOn: "2026-11-01" })),
    );
    expect(fromFhir(text).medications[0]).toContain("prescribed 3000 times");
  });

  it("names fifty of the tests that are not read, and how many more", () => {
    const [left] = fromFhir(bundle(...Array.from({ length: 60 }, (_, i) => observation(`Qwx${i}`, 1, "zz")))).notRead;
    expect(left?.names).toHaveLength(51);
    expect(left?.names.at(-1)).toBe("and 10 more");
  });

  it("takes as many resources as it is told, and counts the rest with why", () => {
    const text = bundle(...Array.from({ length: 12 }, (_, index) => request(`drug ${index}`)));
    const entry = fromFhir(text, { most: 10 });
    expect(entry.medications).toHaveLength(10);
    expect(entry.notRead).toEqual([
      { what: "MedicationRequest", count: 2, why: "beyond the limit of 10 resources in one file", names: [] },
    ]);
  });

  it("refuses what is nested without end, in one value or in a line of many", () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    expect(() => fromFhir(deep)).toThrow(/nested deeper/);
    expect(() => fromFhir(`{"resourceType":"Patient"}\n${deep}`)).toThrow(/nested deeper/);
  });
});
