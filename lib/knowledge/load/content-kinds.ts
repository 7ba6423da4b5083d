import {
  ConditionHint,
  ContentChange,
  DrugClass,
  DrugSet,
  Interaction,
  KnownCondition,
  LabTest,
  LeafletPiece,
  Mechanism,
  RedFlag,
  Source,
  SourceHost,
  Treatment,
} from "@/lib/knowledge/schema";
import { ClinicalProblem } from "@/lib/knowledge/problem-schema";
import { SymptomSign, SymptomLexicon } from "@/lib/knowledge/symptom-schema";

/** What a content file holds, told by its folder (`classes/diuretics.yaml`) or its own name (`labs.yaml`). */
export const CONTENT_SCHEMAS = {
  classes: DrugClass,
  "drug-sets": DrugSet,
  interactions: Interaction,
  mechanisms: Mechanism,
  problems: ClinicalProblem,
  conditions: KnownCondition,
  "red-flags": RedFlag,
  labs: LabTest,
  hints: ConditionHint,
  treatments: Treatment,
  leaflet: LeafletPiece,
  history: ContentChange,
  sources: Source,
  "source-hosts": SourceHost,
  symptoms: SymptomSign,
  "symptom-words": SymptomLexicon,
} as const;

export type ContentKind = keyof typeof CONTENT_SCHEMAS;

/** Kind of the file at this path, or null where neither folder nor name tells one. */
export function kindOfPath(filePath: string): ContentKind | null {
  const name = filePath.replace(/\.ya?ml$/, "").split("/")[0] ?? "";
  return isKind(name) ? name : null;
}

function isKind(name: string): name is ContentKind {
  return Object.hasOwn(CONTENT_SCHEMAS, name);
}
