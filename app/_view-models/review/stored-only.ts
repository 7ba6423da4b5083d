import type { PatientCase } from "@/lib/domain/case";
import type { Finding, Review } from "@/lib/domain/review";
import type { Knowledge } from "@/lib/knowledge/schema";
import type { MedicationPart, MedicationRow, ReviewView } from "./review-view";

const NOT_KEPT = "not kept when this was signed";

/**
 * A knowledge base that says nothing: what is drawn with it rests on what was stored alone. For reviews that were signed under
 * another version than the one loaded now and whose page was not kept.
 */
export function withoutContent(knowledge: Knowledge): Knowledge {
  return {
    ...knowledge,
    classes: [],
    drugSets: [],
    interactions: [],
    mechanisms: [],
    conditions: [],
    redFlags: [],
    labs: [],
    hints: [],
    treatments: [],
  };
}

/**
 * A view that was drawn without content, saying of each thing that it was not kept, where the missing content would read as an
 * answer (“no class lists it”, “no range”).
 */
export function describeNotKept(
  view: ReviewView,
  { review, patientCase }: { review: Review; patientCase: PatientCase },
) {
  const answers = patientCase.context.symptoms;
  return {
    ...view,
    pageNotKept: true,
    medications: view.medications.map((row) => rowOfStored(row, review)),
    tests: view.tests.map((test) => (test.last === "not measured" ? { ...test, last: "see the results" } : test)),
    causes: view.causes.map((cause) => ({ ...cause, tellsApart: NOT_KEPT })),
    results: view.results.map((result) => ({ ...result, reference: NOT_KEPT, reading: NOT_KEPT, abnormal: false })),
    notEntered: Object.keys(answers).length === 0 ? view.notEntered : [],
  } satisfies ReviewView;
}

function rowOfStored(row: MedicationRow, review: Review): MedicationRow {
  if (row.state === "not-read" || row.state === "not-medication") return row;
  const about = review.findings.filter(({ id }) => row.findingIds.includes(id));
  return {
    ...row,
    classes: NOT_KEPT,
    mechanisms: NOT_KEPT,
    lastResult: NOT_KEPT,
    parts: row.parts.map((part) => partOfStored(part, about)),
  };
}

function partOfStored(part: MedicationPart, about: readonly Finding[]): MedicationPart {
  const names = part.name.map((word) => (typeof word === "string" ? word : word.plain));
  const own = about.find(
    ({ kind, ingredients }) => kind === "medication" && ingredients.some((one) => names.includes(one)),
  );
  if (own === undefined)
    return {
      ...part,
      mechanism: NOT_KEPT,
      timing: NOT_KEPT,
      evidence: NOT_KEPT,
      whyNot: `Why nothing is flagged was ${NOT_KEPT}.`,
    };
  const figure = own.effects.find(({ estimate, low, high }) => estimate !== null && low !== null && high !== null);
  const strength = own.strength === "label-only" ? "named in product information only" : (own.strength ?? "by rule");
  return {
    ...part,
    association: figure === undefined ? strength : `${strength}, ${figure.estimate} (${figure.low} to ${figure.high})`,
    mechanism: NOT_KEPT,
    timing: own.timing,
    evidence: `${own.sources.length} ${own.sources.length === 1 ? "source" : "sources"}`,
    whyNot: null,
  };
}
