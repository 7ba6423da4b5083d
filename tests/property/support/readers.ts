import { readFhir } from "@/lib/fhir/in/read-fhir";
import { conditionIdOf } from "@/lib/knowledge/condition-of-code";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { readConditions } from "@/lib/reading/conditions/read-conditions";
import { readLabs } from "@/lib/reading/labs/read-labs";
import { readMedications } from "@/lib/reading/medications/read-medications";
import { readSymptomText } from "@/lib/reading/symptoms/read-symptoms";
import type { Reader } from "./hostile-search";

const knowledge = loadKnowledge();
const asOf = "2026-11-22";

/** Everything that reads what somebody typed or sent. */
export const READERS: readonly Reader[] = [
  {
    name: "medications",
    read: (text) => readMedications(text, { asOf, jurisdiction: "UK", resolutions: [] }),
    plain: "Furosemide 40 mg once daily\nAtorvastatin 20 mg at night since March 2024\nSalbutamol 100 mcg as needed\n",
  },
  {
    name: "conditions",
    read: (text) => readConditions(text, { conditionIdOf: (code) => conditionIdOf(knowledge, code) }),
    plain: "Type 2 diabetes\nHypertension, well controlled\nNo history of gout\nOsteoarthritis of both knees\n",
  },
  {
    name: "results",
    read: (text) => readLabs(text, { asOf, jurisdiction: "UK" }),
    plain: "Potassium 3.4 mmol/L (3.5-5.3) L\nSodium 138 mmol/L (133-146)\nCreatinine 92 umol/L 12/11/2026\n",
  },
  {
    name: "symptoms",
    read: (text) => readSymptomText(text, { signs: knowledge.symptoms, words: knowledge.symptomWords }),
    plain: "Cramps in the left calf at night for two weeks. No weakness, no swelling. Worse after a long walk. ",
  },
  {
    name: "FHIR resources",
    read: (text) => readFhir(bundleOf(text), { asOf, conditionIdOf: () => null }),
    plain: "Potassium 3.4 mmol/L\nFurosemide 40 mg once daily\nHypertension\n",
  },
];

/** Each line as the name of a result, a drug and a condition. */
function bundleOf(text: string): string {
  const named = (line: string) => ({ coding: [{ display: line, code: line }], text: line });
  const entry = text
    .split("\n")
    .flatMap((line, index) => [
      { resource: { resourceType: "Observation", status: "final", code: named(line), valueString: line } },
      { resource: { resourceType: "MedicationStatement", status: "active", medicationCodeableConcept: named(line) } },
      { resource: { resourceType: "Condition", id: `${index}`, code: named(line), note: [{ text: line }] } },
    ]);
  return JSON.stringify({ resourceType: "Bundle", type: "collection", entry });
}
