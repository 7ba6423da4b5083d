import type { ContentFile } from "@/lib/knowledge/load/content-files";

/** A knowledge base small enough to read at a glance and whole enough to pass every check. Tests break one thing at a time. */
export const SAMPLE: Record<string, string> = {
  "sources.yaml": `
- id: paper-one
  citation: A paper. Journal 2012.
  pmid: "1"
  whatWasVerified: The ratio.
`,
  "history.yaml": `
- id: first-edition
  date: 2026-11-22
  about: all
  change: First edition.
  why: To begin with.
`,
  "labs.yaml": `
- id: potassium
  name: Potassium
  loinc: [{ code: 2823-3, unit: mmol/L }]
  specimen: serum
  units: [{ unit: mmol/L, toFirst: 1 }]
  panels: [BMP]
  ranges: [{ unit: mmol/L, low: 3.5, high: 5.3, source: paper-one }]
  why: Low potassium goes with cramps.
  lowMeans: hypokalaemia
  sources: [paper-one]
  checked: 2026-11-22
  verified: true
`,
  "mechanisms.yaml": `
- id: low-potassium
  name: Potassium loss
  clusterWords: can lower potassium
  labs: [potassium]
`,
  "problems.yaml": `
- id: kalium
  title: Low potassium
  covers:
    mechanisms: [low-potassium]
    conditions: [hypokalaemia]
    labs: [{ lab: potassium, is: low }, { lab: potassium, is: high }]
    rest: [medication, check-failed, unread, missing-information, scope]
`,
  "classes/diuretics.yaml": `
- id: loop
  ruleId: DIU-01
  name: Loop diuretics
  topic: Diuretics
  members:
    - { rxcui: "4603", name: furosemide }
  mechanisms: [low-potassium]
  mechanismText: Potassium loss.
  strength: weak
  gradeRule: W1
  evidenceKind: sequence symmetry
  evidence:
    - text: 1.20 (95 % CI 1.00 to 1.44)
      measure: adjusted sequence ratio
      estimate: 1.2
      low: 1
      high: 1.44
      outcome: new cramp treatment within a year
      kind: sequence-symmetry
      source: paper-one
  against: []
  options: []
  onset: { anchor: start, typicalFromDays: 0, typicalToDays: 90, plausibleToDays: 365, verified: false }
  ceiling: consider
  labs: [potassium]
  sources: [paper-one]
  reviewBy: 2027-11-22
  checked: 2026-11-22
  verified: true
`,
  "conditions/electrolytes.yaml": `
- id: hypokalaemia
  ruleId: CON-01
  name: Low potassium
  category: electrolyte
  role: cause
  icd10cm: [E87.6]
  why: Cramps are among its symptoms.
  redFlag: conditional
  askFor: [palpitations]
  labs: [potassium]
  options: [Consider the cause.]
  sources: [paper-one]
  reviewBy: 2027-11-22
  checked: 2026-11-21
  verified: true
`,
};

/** The sample with some files replaced, added or, with null, taken away. */
export function sampleFiles(changes: Record<string, string | null> = {}): ContentFile[] {
  const files: Record<string, string | null> = { ...SAMPLE, ...changes };
  return Object.entries(files).flatMap(([path, text]) => (text === null ? [] : [{ path, text }]));
}

/** One file of the sample with one replacement, which has to apply. */
export function edited(path: string, from: string | RegExp, to: string): Record<string, string> {
  const text = SAMPLE[path];
  if (text === undefined) throw new Error(`the sample has no ${path}`);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to replace in ${path}`);
  return { [path]: changed };
}
