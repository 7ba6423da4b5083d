import type { PatientCase } from "@/lib/domain/case";
import type { ConditionPiece } from "@/lib/domain/condition";
import { PatientContext } from "@/lib/domain/context";
import type { LabPiece } from "@/lib/domain/lab";
import type { Medication, MedicationPiece } from "@/lib/domain/medication";
import { SCHEMA_VERSION } from "@/lib/domain/vocabulary";
import { conditionIdOf } from "@/lib/knowledge/condition-of-code";
import type { Knowledge } from "@/lib/knowledge/schema";
import { drugNames } from "@/lib/terminology/drugs/drug-names";
import { z } from "zod";

/** One list of cases.yaml. */
export const RowCase = z.strictObject({
  drugs: z.array(z.string()).min(1),
  conditions: z.array(z.string()).default([]),
  labs: z.array(z.strictObject({ id: z.string(), value: z.number(), unit: z.string() })).default([]),
  symptoms: z.record(z.string(), z.enum(["yes", "no"])).default({}),
  symptomText: z.string().optional(),
  ageYears: z.number().optional(),
  dialysis: z.boolean().optional(),
  jurisdiction: z.enum(["US", "UK"]).default("US"),
});
export type RowCase = z.infer<typeof RowCase>;

const AS_OF = "2026-11-22";

/** A patient case without the reader in between, so that a failure is one of the content or of the matcher. */
export function caseOf(given: RowCase, knowledge: Knowledge): PatientCase {
  return {
    id: null,
    schemaVersion: SCHEMA_VERSION,
    medications: given.drugs.map((text) => piece(text)),
    conditions: given.conditions.map((code) => condition(code, knowledge)),
    labs: given.labs.map((lab) => result(lab, knowledge)),
    context: PatientContext.parse({
      asOf: AS_OF,
      jurisdiction: given.jurisdiction,
      ageYears: given.ageYears ?? null,
      dialysis: given.dialysis ?? null,
      cramps: {},
      symptoms: given.symptoms,
      symptomText: given.symptomText ?? null,
    }),
    unread: [],
  };
}

/** "simvastatin 20 mg" is 20 mg daily, "diclofenac @topical" is on the skin, "levodopa + carbidopa" one product. */
function piece(text: string): MedicationPiece {
  const parts = /^(?<names>.*?)(?: (?<dose>[\d.]+ mg))?(?: @(?<route>\w+))?$/.exec(text)?.groups ?? {};
  const ingredients = (parts.names ?? text)
    .split(" + ")
    .map((name) => drugNames().ingredientByName(name) ?? { rxcui: null, name });
  const medication: Medication = {
    name: parts.names ?? text,
    match: "exact",
    ingredients,
    strength: parts.dose ?? null,
    form: null,
    route: parts.route ?? null,
    frequency: parts.dose === undefined ? null : "daily",
    asNeeded: false,
    start: null,
    stop: null,
    use: "current",
    useReason: null,
    doubts: [],
  };
  return { text, start: 0, end: text.length, status: "recognised", medications: [medication], suggestions: [] };
}

function condition(code: string, knowledge: Knowledge): ConditionPiece {
  return {
    text: code,
    start: 0,
    end: code.length,
    status: "recognised",
    polarity: "present",
    codes: [{ system: "icd10cm", code, display: code }],
    conditionId: conditionIdOf(knowledge, code),
  };
}

function result({ id, value, unit }: RowCase["labs"][number], knowledge: Knowledge): LabPiece {
  const lab = knowledge.labs.find((entry) => entry.id === id);
  if (lab === undefined) throw new Error(`no test has the id ${id}`);
  const read = {
    loinc: lab.loinc[0]?.code ?? null,
    name: lab.name,
    value,
    unit,
    comparator: null,
    date: AS_OF,
    flag: null,
    referenceLow: null,
    referenceHigh: null,
  };
  return { text: `${lab.name} ${value} ${unit}`, start: 0, end: 1, status: "recognised", results: [read] };
}
