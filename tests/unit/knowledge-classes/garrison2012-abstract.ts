/**
 * The ratios of Garrison and others, Arch Intern Med 2012;172:120-126 (PMID 22157068), typed from the abstract:
 * adjusted sequence ratio and 95 % confidence interval of new quinine prescriptions in the year after the drug was started.
 * Not derived from the content; when one of the two is wrong the test must say so.
 */
export const GARRISON_2012: readonly {
  group: string;
  ratio: number;
  low: number;
  high: number;
  classIds: readonly string[];
}[] = [
  {
    group: "diuretics",
    ratio: 1.47,
    low: 1.33,
    high: 1.63,
    classIds: ["thiazide-thiazide-like", "loop-diuretic", "ksparing-enac", "mra"],
  },
  { group: "statins", ratio: 1.16, low: 1.04, high: 1.29, classIds: ["statin-class"] },
  { group: "long-acting beta agonists", ratio: 2.42, low: 2.02, high: 2.89, classIds: ["laba", "laba-ics"] },
  { group: "potassium-sparing diuretics", ratio: 2.12, low: 1.61, high: 2.78, classIds: ["ksparing-enac", "mra"] },
  { group: "thiazidelike diuretics", ratio: 1.48, low: 1.29, high: 1.68, classIds: ["thiazide-thiazide-like"] },
  { group: "loop diuretics", ratio: 1.2, low: 1.0, high: 1.44, classIds: ["loop-diuretic"] },
  { group: "long-acting beta agonists alone", ratio: 2.17, low: 1.56, high: 3.02, classIds: ["laba"] },
  {
    group: "long-acting beta agonists with corticosteroid",
    ratio: 2.55,
    low: 2.06,
    high: 3.12,
    classIds: ["laba-ics"],
  },
];
