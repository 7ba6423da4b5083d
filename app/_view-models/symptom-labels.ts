import type { SymptomId } from "@/lib/domain/context";

/** The symptoms that are asked for, as a clinician reads them; the ones that decide urgency first. */
export const SYMPTOM_LABELS: Readonly<Record<SymptomId, string>> = {
  darkUrine: "Dark urine",
  weakness: "Weakness",
  oneSidedSwelling: "Swelling of one leg",
  fever: "Fever",
  severeLocalPain: "Severe pain in one place",
  coldLimb: "Cold or pale limb",
  restPain: "Pain at rest",
  bladderChange: "Change in bladder or bowel control",
  palpitations: "Palpitations",
  collapse: "Collapse or fainting",
  confusion: "Confusion",
  seizure: "Seizure",
  tetany: "Tingling or spasm of hands or face",
  wasting: "Muscle wasting",
  fasciculation: "Muscle twitching",
  numbness: "Numbness",
  walkingPain: "Pain on walking, eased by rest",
  urgeToMove: "Urge to move the legs",
  rigidity: "Stiffness or rigidity",
  bleeding: "Bleeding",
  vomitingDiarrhoea: "Vomiting or diarrhoea",
  heatExposure: "Heat or heavy sweating",
};

/** How many are shown before “More questions”. */
export const FIRST_SYMPTOMS = 8;
