/** The 124 classes of the clinical dossier by the strength that its grading gives them, typed from its list of results. */
export const DOSSIER_GRADES = {
  strong: [
    "thiazide-thiazide-like", "laba", "laba-ics", "beta-blocker-isa", "cholinesterase-dementia", "estrogen", "serm-raloxifene",
    "calcimimetic", "bcr-abl-tki", "hedgehog-inhibitor", "alcohol", "teprotumumab", "patisiran",
  ],
  moderate: [
    "ksparing-enac", "mra", "saba", "nifedipine", "cholinesterase-mg", "ppi", "pth-analogue", "bisphosphonate-iv", "denosumab",
    "cinacalcet", "amphotericin", "foscarnet-pentamidine", "platinum", "egfr-mab", "imid", "calcineurin-inhibitor",
  ],
  weak: [
    "loop-diuretic", "statin-class", "statin-simvastatin", "statin-atorvastatin", "statin-rosuvastatin", "statin-pravastatin",
    "statin-lovastatin", "statin-fluvastatin", "fibrate", "bempedoic-acid", "oral-beta-agonist", "beta-blocker-isa-other",
    "antipsychotic", "ssri", "snri", "lithium", "opioid-withdrawal", "benzodiazepine-withdrawal", "z-drug", "laxative",
    "corticosteroid-systemic", "estrogen-other", "serm-other", "tamoxifen", "iv-iron", "naproxen", "dopaminergic", "levothyroxine",
    "aminoglycoside", "vinca-taxane", "bcr-abl-tki-other", "other-tki", "proteasome-inhibitor", "colchicine", "antimalarial",
    "nrti-mitochondrial", "xanthine-caffeine", "daptomycin", "desmopressin", "carbamazepine-group", "veligrotug", "vitamin-b6-excess",
  ],
  "label-only": [
    "finerenone", "carbonic-anhydrase-inhibitor", "sglt2-inhibitor", "osmotic-vaptan", "statin-pitavastatin", "niacin", "ezetimibe",
    "pcsk9", "beta-blocker-other", "ccb-dihydropyridine", "ccb-nondhp", "acei", "arb", "other-antidepressant", "cholinesterase-other",
    "gabapentinoid", "h2ra", "combined-hormonal-contraceptive", "progestogen", "aromatase-inhibitor", "gnrh-androgen",
    "bisphosphonate", "romosozumab-vitd", "phosphate-binder", "nsaid", "muscle-relaxant", "antithyroid-iodine",
    "insulin-secretagogue", "metformin", "glp1-dipeptidyl", "mtor-mycophenolate", "nrti-integrase", "interferon", "retinoid",
    "penicillamine-gold", "nicotine-varenicline", "triptan-ergot", "neuromuscular-blocker", "fluoroquinolone-macrolide",
    "antifungal-azole", "antiepileptic", "botulinum", "misc-antihypertensive", "gout-other", "anagrelide-heme", "vitamin-supplement",
    "quinine", "misc-label-signals", "trimethoprim-heparin", "hypokalaemia-misc", "rare-disease-label", "elinzanetant", "digoxin",
  ],
} as const;

/** Where the content grades otherwise than the dossier, and the page that was read since. */
export const REGRADED: Readonly<Record<string, { to: keyof typeof DOSSIER_GRADES; because: string }>> = {
  "penicillamine-gold": { to: "weak", because: "W2: a review of 2002 (butler2002) names penicillamine among drugs reported to cause leg cramps" },
  "statin-pitavastatin": { to: "weak", because: "W2: product information (label-pitava) names muscle spasms after marketing, without a comparison; the other statins are weak too" },
};

/** Not listed at all unless everything on the list is opened. */
export const UNLISTED = [
  "beta-blocker-other", "ccb-nondhp", "digoxin", "gout-other", "h2ra", "misc-antihypertensive", "misc-label-signals",
  "nicotine-varenicline", "pcsk9", "vitamin-supplement",
] as const;

/** The four groups that the product was commissioned for, by class. */
export const COMMISSIONED_CLASSES = {
  diuretic: ["thiazide-thiazide-like", "loop-diuretic", "ksparing-enac", "mra", "finerenone"],
  statin: [
    "statin-class", "statin-simvastatin", "statin-atorvastatin", "statin-rosuvastatin", "statin-pravastatin", "statin-lovastatin",
    "statin-fluvastatin", "statin-pitavastatin",
  ],
  "beta-agonist": ["saba", "laba", "laba-ics", "oral-beta-agonist"],
  ccb: ["nifedipine", "ccb-dihydropyridine", "ccb-nondhp"],
} as const;

/** Classes that the dossier does not have, each after pages that were read since. */
export const ADDED: Readonly<Record<string, { strength: keyof typeof DOSSIER_GRADES; because: string }>> = {
  "checkpoint-inhibitor": { strength: "label-only", because: "two reviews of cases (ici-overlap2021, ici-mg2019) of inflamed muscle, none of cramps" },
};
