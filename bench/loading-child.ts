/** Prints what each part of lib/terminology takes the first time in a process; run by loading.ts. */
import { drugNames } from "@/lib/terminology/drugs/drug-names";
import { icd10cm } from "@/lib/terminology/icd10cm/icd10cm";
import { ingredientIndex } from "@/lib/terminology/drugs/ingredients";
import { loinc } from "@/lib/terminology/loinc";
import { nearNames } from "@/lib/terminology/spelling/near-names";
import { ingredientsOfRxcui } from "@/lib/terminology/drugs/rxcui";
import { hasStrength } from "@/lib/terminology/drugs/strengths";
import { lookAlikesOf, tallMan } from "@/lib/terminology/drugs/tall-man";
import { timed } from "./measure";

const steps: readonly [string, () => unknown][] = [
  ["ingredients and drug names", () => drugNames()],
  ["spelling index, first suggestion", () => nearNames("furosemde")],
  [
    "strengths, tall-man letters, look-alikes",
    () => [
      hasStrength([...ingredientIndex().all().keys()].slice(0, 1), "40 mg"),
      tallMan("hydralazine"),
      lookAlikesOf("hydralazine"),
    ],
  ],
  ["RXCUI", () => ingredientsOfRxcui("4603")],
  ["ICD-10-CM", () => icd10cm()],
  ["ICD-10-CM, first search", () => icd10cm().search("cramp")],
  ["LOINC", () => loinc()],
];
const figures = steps.flatMap(([label, step]) => {
  const { milliseconds, cpu, megabytes } = timed(step);
  return [
    [`${label}|ms`, milliseconds],
    [`${label}|cpu`, cpu],
    [`${label}|MB`, megabytes],
  ];
});
process.stdout.write(`${JSON.stringify(Object.fromEntries(figures))}\n`);
