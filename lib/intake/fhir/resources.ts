import { z } from "zod";

/**
 * The parts of FHIR R4 resources that the entry takes. Everything else in a resource is let through unread; a part named here
 * that does not have its FHIR form makes the whole resource one that is listed as not read, so that nothing is half read.
 * Where STU3 differs in form only (a code instead of a concept, one dosage quantity), both are taken.
 */
const Coding = z.looseObject({
  system: z.string().optional(),
  code: z.string().optional(),
  display: z.string().optional(),
});
export const Concept = z.looseObject({ text: z.string().optional(), coding: z.array(Coding).optional() });
export type Concept = z.infer<typeof Concept>;

export const Reference = z.looseObject({ reference: z.string().optional(), display: z.string().optional() });
export type Reference = z.infer<typeof Reference>;

const Period = z.looseObject({ start: z.string().optional(), end: z.string().optional() });
export const Quantity = z.looseObject({
  value: z.number().optional(),
  comparator: z.string().optional(),
  unit: z.string().optional(),
  code: z.string().optional(),
});
export type Quantity = z.infer<typeof Quantity>;
const Range = z.looseObject({ low: Quantity.optional(), high: Quantity.optional() });

const Repeat = z.looseObject({
  frequency: z.number().optional(),
  frequencyMax: z.number().optional(),
  period: z.number().optional(),
  periodMax: z.number().optional(),
  periodUnit: z.string().optional(),
  boundsPeriod: Period.optional(),
  when: z.array(z.string()).optional(),
});
const Amount = { doseQuantity: Quantity.optional(), doseRange: Range.optional() };

export const Dosage = z.looseObject({
  text: z.string().optional(),
  patientInstruction: z.string().optional(),
  timing: z.looseObject({ repeat: Repeat.optional(), code: Concept.optional() }).optional(),
  asNeededBoolean: z.boolean().optional(),
  asNeededCodeableConcept: Concept.optional(),
  route: Concept.optional(),
  doseAndRate: z.array(z.looseObject(Amount)).optional(),
  ...Amount,
});
export type Dosage = z.infer<typeof Dosage>;

const Of = { subject: Reference.optional() };
/** What the three resources about a drug share. `dosage` is a list in a statement and one in an administration. */
export const MedicationResource = z.looseObject({
  ...Of,
  resourceType: z.enum(["MedicationRequest", "MedicationStatement", "MedicationAdministration"]),
  status: z.string().optional(),
  intent: z.string().optional(),
  doNotPerform: z.boolean().optional(),
  taken: z.string().optional(),
  medicationCodeableConcept: Concept.optional(),
  medicationReference: Reference.optional(),
  dosageInstruction: z.array(Dosage).optional(),
  dosage: z.union([z.array(Dosage), Dosage.extend({ dose: Quantity.optional() })]).optional(),
  effectivePeriod: Period.optional(),
  effectiveDateTime: z.string().optional(),
  authoredOn: z.string().optional(),
  contained: z
    .array(z.looseObject({ id: z.string().optional(), resourceType: z.string(), code: Concept.optional() }))
    .optional(),
});
export type MedicationResource = z.infer<typeof MedicationResource>;

export const Medication = z.looseObject({
  resourceType: z.literal("Medication"),
  id: z.string().optional(),
  code: Concept.optional(),
});

/** A status is a concept in R4 and a bare code in STU3. */
const Status = z.union([z.string(), Concept]).optional();
export const Condition = z.looseObject({
  ...Of,
  resourceType: z.literal("Condition"),
  code: Concept.optional(),
  clinicalStatus: Status,
  verificationStatus: Status,
});
export type Condition = z.infer<typeof Condition>;

export const AllergyIntolerance = z.looseObject({
  patient: Reference.optional(),
  resourceType: z.literal("AllergyIntolerance"),
  code: Concept.optional(),
  clinicalStatus: Status,
  verificationStatus: Status,
});
export type AllergyIntolerance = z.infer<typeof AllergyIntolerance>;

const Measured = {
  code: Concept.optional(),
  valueQuantity: Quantity.optional(),
  valueString: z.string().optional(),
  valueCodeableConcept: Concept.optional(),
  valueInteger: z.number().optional(),
  interpretation: z.union([z.array(Concept), Concept]).optional(),
  referenceRange: z.array(z.looseObject({ low: Quantity.optional(), high: Quantity.optional() })).optional(),
};
export const Observation = z.looseObject({
  ...Of,
  ...Measured,
  resourceType: z.literal("Observation"),
  status: z.string().optional(),
  category: z.union([z.array(Concept), Concept]).optional(),
  effectiveDateTime: z.string().optional(),
  effectivePeriod: Period.optional(),
  component: z.array(z.looseObject(Measured)).optional(),
});
export type Observation = z.infer<typeof Observation>;

export const Patient = z.looseObject({
  resourceType: z.literal("Patient"),
  id: z.string().optional(),
  birthDate: z.string().optional(),
  gender: z.string().optional(),
});

/** Any resource: all that is asked of it is its kind. */
export const AnyResource = z.looseObject({ resourceType: z.string(), id: z.string().optional() });
export type AnyResource = z.infer<typeof AnyResource>;

export const Bundle = z.looseObject({
  resourceType: z.literal("Bundle"),
  entry: z.array(z.looseObject({ fullUrl: z.string().optional(), resource: z.unknown() })).optional(),
});

/** The words of a concept: its text, else the first display, else nothing. */
export function wordsOf(concept: Concept | undefined): string | null {
  const written = [concept?.text, ...(concept?.coding ?? []).map((coding) => coding.display)].find(
    (words) => words !== undefined && words.trim() !== "",
  );
  return written === undefined ? null : written.replace(/\s+/g, " ").trim();
}

/** The first code of a concept in a system whose address contains `system`. */
export function codeOf(concept: Concept | undefined, system: string): string | null {
  return concept?.coding?.find((coding) => coding.system?.toLowerCase().includes(system) === true)?.code ?? null;
}

/** The bare code of a status, however it is written. */
export function statusCode(status: string | Concept | undefined): string {
  return (typeof status === "string" ? status : (status?.coding?.[0]?.code ?? "")).toLowerCase();
}

/** SNOMED's tag at the end of a name, which is no part of it: “Anaemia (disorder)”. */
export function withoutTag(words: string): string {
  return words.replace(/(?<!\s)\s*\((?:disorder|finding|situation|morphologic abnormality|substance|product)\)$/i, "");
}
