import type { PatientCase } from "@/lib/domain/case";
import type { ConditionPiece } from "@/lib/domain/condition";
import type { LabPiece, ReadLabResult } from "@/lib/domain/lab";
import type { Medication, MedicationPiece } from "@/lib/domain/medication";
import { drugText, PIECE_EXTENSION, STATUS_OF_USE } from "@/lib/fhir/own-extension";
import { CONTEXT_SYSTEM } from "@/lib/fhir/in/own-context";
import { concept, element, type Element, type Entry } from "./elements";

/** Adds a resource to the document under an id of its own. */
export type AddEntry = (name: string, resource: Element & { resourceType: string }) => Entry;

const kept = (piece: unknown): Element[] => [{ url: PIECE_EXTENSION, valueString: JSON.stringify(piece) }];

/** The lines of the list: one statement for each medication, and one in words for each line that was not read. */
export function medicationEntries(
  pieces: readonly MedicationPiece[],
  patient: Element,
  add: AddEntry,
): Map<Entry, Medication | null> {
  const entries = new Map<Entry, Medication | null>();
  pieces.forEach((piece, index) => {
    const { text, status, suggestions } = piece;
    const single = { text, status, suggestions };
    if (status === "not-medication") return;
    if (status !== "recognised") {
      const extension = kept({ ...single, medications: piece.medications });
      const statement = {
        resourceType: "MedicationStatement",
        extension,
        status: "unknown",
        medicationCodeableConcept: { text },
      };
      entries.set(add(`medication ${index}`, { ...statement, subject: patient }), null);
      return;
    }
    piece.medications.forEach((medication, at) => {
      const extension = kept({ ...single, medications: [medication] });
      const name = `medication ${index} ${at}`;
      entries.set(add(name, medicationResource(medication, text, { extension, patient })), medication);
    });
  });
  return entries;
}

function medicationResource(
  medication: Medication,
  text: string,
  { extension, patient }: { extension: Element[]; patient: Element },
): Element & { resourceType: string } {
  const [only, more] = medication.ingredients;
  const code = only?.rxcui ?? null;
  const coding =
    code === null || more !== undefined
      ? []
      : [{ system: "http://www.nlm.nih.gov/research/umls/rxnorm", code, display: only?.name }];
  const drug = concept(drugText(medication), coding);
  if (medication.use === "allergy")
    return { resourceType: "AllergyIntolerance", extension, clinicalStatus: ALLERGY_ACTIVE, code: drug, patient };
  const words = [medication.frequency, medication.asNeeded ? "as needed" : null]
    .filter((one) => one !== null)
    .join(", ");
  const route = medication.route === null ? undefined : { text: medication.route };
  const dosage = element({ text: words, asNeededBoolean: medication.asNeeded || undefined, route });
  const fields = {
    resourceType: "MedicationStatement",
    extension,
    status: STATUS_OF_USE[medication.use],
    statusReason: medication.useReason === null ? [] : [{ text: medication.useReason }],
    medicationCodeableConcept: drug,
    subject: patient,
    effectivePeriod: periodOf(medication),
    note: [{ text }],
    dosage: Object.keys(dosage).length === 0 ? [] : [dosage],
  };
  return { ...element(fields), resourceType: "MedicationStatement" };
}

const ALLERGY_ACTIVE: Element = {
  coding: [{ system: "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", code: "active" }],
};

/** A period must not end before it begins. */
function periodOf({ start, stop }: Medication): Element | undefined {
  if (start === null && stop === null) return undefined;
  return start !== null && stop !== null && stop < start ? element({ start }) : element({ start, end: stop });
}

const CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical";
const VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
const coded = (system: string, code: string): Element => ({ coding: [{ system, code }] });

/** The conditions, each with whose and how sure it is. */
export function conditionEntries(pieces: readonly ConditionPiece[], patient: Element, add: AddEntry): Entry[] {
  return pieces.flatMap((piece, index) => {
    if (piece.status === "not-condition") return [];
    const { start: _, end: __, ...rest } = piece;
    const coding = piece.codes.map(({ code, display }) => ({
      system: "http://hl7.org/fhir/sid/icd-10-cm",
      code,
      display,
    }));
    const code = concept(piece.text, coding);
    const extension = kept(rest);
    if (piece.polarity === "family")
      return add(`condition ${index}`, {
        resourceType: "FamilyMemberHistory",
        status: "completed",
        patient,
        relationship: coded("http://terminology.hl7.org/CodeSystem/v3-RoleCode", "FAMMEMB"),
        condition: [{ extension, code }],
      });
    const verification = { present: "confirmed", past: "confirmed", negated: "refuted", uncertain: "provisional" }[
      piece.polarity
    ];
    const clinical = piece.polarity === "past" ? "resolved" : "active";
    const resource = {
      resourceType: "Condition",
      extension,
      clinicalStatus: piece.polarity === "negated" ? undefined : coded(CLINICAL, clinical),
      verificationStatus: coded(VERIFICATION, verification),
      code,
      subject: patient,
    };
    return add(`condition ${index}`, { ...element(resource), resourceType: "Condition" });
  });
}

const LABORATORY = [
  { coding: [{ system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "laboratory" }] },
];

/** The results, and in words each line that was not read. */
export function resultEntries(pieces: readonly LabPiece[], patient: Element, add: AddEntry): Entry[] {
  return pieces.flatMap((piece, index) => {
    if (piece.status === "not-lab") return [];
    const { start: _, end: __, results, ...rest } = piece;
    const base = { resourceType: "Observation", status: "final", category: LABORATORY, subject: patient };
    const [first] = results;
    if (first === undefined)
      return add(`result ${index}`, {
        ...base,
        extension: kept({ ...rest, results }),
        code: { text: piece.text },
        dataAbsentReason: { text: "not understood" },
      });
    return results.map((result, at) => {
      const own = at === 0 ? rest : { text: piece.text, status: piece.status };
      const extension = kept({ ...own, results: [result] });
      const fields = { ...base, extension, ...measured(result), note: [{ text: piece.text }] };
      return add(`result ${index} ${at}`, { ...element(fields), resourceType: "Observation" });
    });
  });
}

function measured(result: ReadLabResult): Element {
  const { loinc, name, value, unit, comparator, date, flag, referenceLow, referenceHigh } = result;
  const quantity = (number: number): Element => element({ value: number, unit });
  const range = element({
    low: referenceLow === null ? undefined : quantity(referenceLow),
    high: referenceHigh === null ? undefined : quantity(referenceHigh),
  });
  return {
    code: concept(name, loinc === null ? [] : [{ system: "http://loinc.org", code: loinc }]),
    effectiveDateTime: date,
    ...(typeof value === "number" ? { valueQuantity: element({ value, comparator, unit }) } : { valueString: value }),
    interpretation: flag === null ? [] : [{ text: flag }],
    referenceRange: Object.keys(range).length === 0 ? [] : [range],
  };
}

/** Each field of the context that was entered, under a code of our own; what FHIR has elements for stands in the Patient too. */
export function contextEntries({ context, unread }: PatientCase, patient: Element, add: AddEntry): Entry[] {
  const fields = [...Object.entries(context), ["unread", unread] as const];
  return fields.flatMap(([code, value]) => {
    const isEmpty = value === null || (typeof value === "object" && Object.keys(value).length === 0);
    if (isEmpty) return [];
    return add(`context ${code}`, {
      resourceType: "Observation",
      status: "final",
      code: { text: code, coding: [{ system: CONTEXT_SYSTEM, code }] },
      subject: patient,
      valueString: JSON.stringify(value),
    });
  });
}
