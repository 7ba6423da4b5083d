import type { CaseInput } from "@/lib/domain/case";

/** Lists of 12 to 18 drugs as practices hold them, to measure how long a report of them is. None stands in a sample. */
const LISTS: readonly (readonly [medications: string, conditions: string, labs: string, birthYear: number])[] = [
  [
    "Furosemide 80 mg bd; Spironolactone 25 mg od; Ramipril 10 mg od; Bisoprolol 5 mg od; Dapagliflozin 10 mg od; Atorvastatin 40 mg nocte; Apixaban 5 mg bd; Omeprazole 20 mg od; Allopurinol 200 mg od; Ferrous fumarate 210 mg od; Paracetamol 1 g qds prn; Senna 15 mg nocte; Salbutamol 100 mcg inhaler 2 puffs prn",
    "Heart failure; Atrial fibrillation; Gout",
    "Potassium 3.2 mmol/L 10 Nov 2026; Creatinine 142 umol/L 10 Nov 2026; Sodium 134 mmol/L 10 Nov 2026",
    1946,
  ],
  [
    "Indapamide 2.5 mg od; Amlodipine 10 mg od; Simvastatin 40 mg nocte; Metformin 1 g bd; Gliclazide 80 mg bd; Lansoprazole 30 mg od; Sertraline 100 mg od; Fostair 200/6 two puffs bd; Salbutamol 100 mcg prn; Montelukast 10 mg nocte; Vitamin D 800 units od; Co-codamol 30/500 two qds prn",
    "Type 2 diabetes; Asthma; Hypertension",
    "Sodium 127 mmol/L 18 Nov 2026; HbA1c 61 mmol/mol 1 Oct 2026",
    1957,
  ],
  [
    "Rosuvastatin 20 mg nocte; Ezetimibe 10 mg od; Clopidogrel 75 mg od; Bisoprolol 2.5 mg od; Lercanidipine 20 mg od; Losartan 100 mg od; Bendroflumethiazide 2.5 mg od; Levothyroxine 75 mcg od; Fluoxetine 20 mg od; Omeprazole 40 mg od; Tamsulosin 400 mcg od; Quinine sulfate 300 mg nocte; Naproxen 500 mg bd prn",
    "Ischaemic heart disease; Hypothyroidism",
    "TSH 9.8 mU/L 3 Nov 2026; CK 410 U/L 3 Nov 2026",
    1952,
  ],
  [
    "Trelegy Ellipta one puff od; Salbutamol nebules 2.5 mg qds; Prednisolone 10 mg od; Theophylline MR 300 mg bd; Furosemide 40 mg od; Doxycycline 100 mg od; Carbocisteine 750 mg tds; Alendronic acid 70 mg weekly; Calcium carbonate 1.25 g bd; Mirtazapine 30 mg nocte; Amitriptyline 10 mg nocte; Aspirin 75 mg od; Atorvastatin 20 mg od; Omeprazole 20 mg od",
    "COPD; Osteoporosis; Depression",
    "Potassium 3.0 mmol/L 19 Nov 2026; Adjusted calcium 2.02 mmol/L 19 Nov 2026",
    1949,
  ],
  [
    "Tacrolimus 3 mg bd; Mycophenolate 500 mg bd; Prednisolone 5 mg od; Co-trimoxazole 480 mg od; Amlodipine 5 mg od; Doxazosin 4 mg od; Pravastatin 20 mg od; Alfacalcidol 0.5 mcg od; Sodium bicarbonate 1 g tds; Darbepoetin 40 mcg weekly; Omeprazole 20 mg od; Insulin glargine 18 units od",
    "Kidney transplant; CKD stage 4",
    "Magnesium 0.52 mmol/L 15 Nov 2026; Potassium 5.6 mmol/L 15 Nov 2026; Creatinine 230 umol/L 15 Nov 2026",
    1968,
  ],
  [
    "Ropinirole 4 mg tds; Co-careldopa 25/100 five times daily; Donepezil 10 mg od; Memantine 20 mg od; Candesartan 8 mg od; Simvastatin 20 mg od; Furosemide 20 mg od; Macrogol one sachet bd; Mirabegron 50 mg od; Paracetamol 1 g qds; Folic acid 5 mg od; Cyanocobalamin 50 mcg od",
    "Parkinson disease; Dementia",
    "Potassium 4.1 mmol/L 2 Nov 2026; Creatinine 98 umol/L 2 Nov 2026",
    1944,
  ],
  [
    "Lithium carbonate 800 mg nocte; Olanzapine 10 mg nocte; Venlafaxine 225 mg od; Ramipril 5 mg od; Hydrochlorothiazide 25 mg od; Metformin 500 mg bd; Atorvastatin 20 mg od; Ibuprofen 400 mg tds; Lansoprazole 15 mg od; Salmeterol 50 mcg bd; Salbutamol 100 mcg prn; Zopiclone 7.5 mg nocte",
    "Bipolar disorder; Asthma; Type 2 diabetes",
    "Lithium 1.3 mmol/L 21 Nov 2026; Sodium 131 mmol/L 21 Nov 2026",
    1971,
  ],
  [
    "Tamoxifen 20 mg od; Levothyroxine 100 mcg od; Amlodipine 5 mg od; Bumetanide 1 mg od; Citalopram 20 mg od; Gabapentin 300 mg tds; Zoledronic acid 4 mg monthly; Adcal-D3 two od; Codeine 30 mg qds prn; Metoclopramide 10 mg tds prn; Omeprazole 20 mg od; Salbutamol 100 mcg prn",
    "Breast cancer; Hypothyroidism",
    "Adjusted calcium 1.86 mmol/L 17 Nov 2026",
    1960,
  ],
  [
    "Warfarin 3 mg od; Digoxin 125 mcg od; Verapamil SR 240 mg od; Simvastatin 40 mg nocte; Bumetanide 2 mg od; Metolazone 2.5 mg twice weekly; Perindopril 4 mg od; Clarithromycin 500 mg bd; Omeprazole 20 mg od; Levothyroxine 50 mcg od; Allopurinol 100 mg od; Colchicine 500 mcg bd; Ferrous sulfate 200 mg od; Tiotropium 18 mcg od",
    "Atrial fibrillation; Heart failure; Gout",
    "CK 2400 U/L 20 Nov 2026; Potassium 2.9 mmol/L 20 Nov 2026; eGFR 34 mL/min/1.73m2 20 Nov 2026",
    1943,
  ],
  [
    "Bictegravir/emtricitabine/tenofovir alafenamide one od; Atorvastatin 80 mg od; Felodipine 10 mg od; Chlortalidone 25 mg od; Metformin 1 g bd; Empagliflozin 25 mg od; Semaglutide 1 mg weekly; Pantoprazole 40 mg od; Pregabalin 150 mg bd; Duloxetine 60 mg od; Testosterone gel 50 mg od; Aspirin 75 mg od",
    "HIV infection; Type 2 diabetes; Peripheral neuropathy",
    "Potassium 3.4 mmol/L 9 Nov 2026; Magnesium 0.62 mmol/L 9 Nov 2026",
    1965,
  ],
  [
    "Methotrexate 15 mg weekly; Folic acid 5 mg weekly; Hydroxychloroquine 200 mg bd; Prednisolone 7.5 mg od; Raloxifene 60 mg od; Nifedipine MR 30 mg od; Losartan 50 mg od; Torasemide 5 mg od; Fluvastatin 40 mg nocte; Esomeprazole 20 mg od; Tramadol 50 mg qds; Cholecalciferol 1000 units od",
    "Rheumatoid arthritis; Raynaud phenomenon",
    "CK 95 U/L 8 Nov 2026; Potassium 3.9 mmol/L 8 Nov 2026",
    1955,
  ],
  [
    "Eplerenone 50 mg od; Sacubitril/valsartan 97/103 mg bd; Carvedilol 25 mg bd; Ivabradine 5 mg bd; Trimethoprim 200 mg bd; Furosemide 40 mg bd; Rosuvastatin 40 mg od; Ticagrelor 90 mg bd; Aspirin 75 mg od; Lansoprazole 30 mg od; Insulin aspart 12 units tds; Sando-K two bd; Amiodarone 200 mg od",
    "Heart failure; Myocardial infarction; Type 1 diabetes",
    "Potassium 6.3 mmol/L 21 Nov 2026; Creatinine 188 umol/L 21 Nov 2026",
    1950,
  ],
  [
    "Baclofen 20 mg tds; Tizanidine 4 mg tds; Solifenacin 10 mg od; Dimethyl fumarate 240 mg bd; Amitriptyline 25 mg nocte; Gabapentin 600 mg tds; Simvastatin 10 mg od; Amlodipine 5 mg od; Bendroflumethiazide 2.5 mg od; Omeprazole 20 mg od; Laxido one bd; Ergocalciferol 800 units od",
    "Multiple sclerosis; Hypertension",
    "",
    1974,
  ],
  [
    "Spironolactone 100 mg od; Furosemide 40 mg od; Lactulose 20 mL tds; Rifaximin 550 mg bd; Propranolol 40 mg bd; Thiamine 100 mg bd; Omeprazole 20 mg od; Ciprofloxacin 500 mg od; Zinc sulfate 220 mg od; Vitamin B compound two od; Ursodeoxycholic acid 500 mg bd; Nutritional supplement bd",
    "Cirrhosis; Ascites; Alcohol dependence",
    "Sodium 124 mmol/L 20 Nov 2026; Potassium 3.3 mmol/L 20 Nov 2026; Magnesium 0.48 mmol/L 20 Nov 2026",
    1966,
  ],
  [
    "Amlodipine 10 mg od; Valsartan 160 mg od; Hydrochlorothiazide 12.5 mg od; Lovastatin 40 mg od; Fenofibrate 145 mg od; Glipizide 5 mg bd; Pioglitazone 30 mg od; Albuterol inhaler 2 puffs prn; Advair 250/50 bd; Fluticasone nasal od; Famotidine 20 mg bd; Zolpidem 10 mg hs; Cyclobenzaprine 10 mg tid prn; Vitamin B12 1000 mcg od; Fish oil 1 g bd; Aspirin 81 mg od; Diltiazem 120 mg od; Magnesium oxide 400 mg od",
    "Hypertension; Type 2 diabetes; Asthma",
    "CK 620 U/L 12 Nov 2026",
    1958,
  ],
];

export const LONG_LISTS: readonly CaseInput[] = LISTS.map(([medications, conditions, labs, birthYear], at) => ({
  id: `long-${at + 1}`,
  medications: medications.split("; ").join("\n"),
  conditions: conditions.split("; "),
  ...(labs === "" ? {} : { labs: labs.split("; ").join("\n") }),
  context: {
    asOf: "2026-11-22",
    jurisdiction: at === LISTS.length - 1 ? "US" : "UK",
    birthYear,
    sex: at % 2 === 0 ? "female" : "male",
    cramps: { onset: "2026-06", perWeek: 4, timing: "night" },
  },
}));

/** Five drugs: what a report of an ordinary short list is measured on. */
export const SHORT_LIST: CaseInput = {
  id: "short",
  medications: (LISTS[1]?.[0] ?? "").split("; ").slice(0, 5).join("\n"),
  conditions: ["Type 2 diabetes"],
  context: { asOf: "2026-11-22", jurisdiction: "UK", birthYear: 1957, sex: "male" },
};
