import type { SymptomId } from "@/lib/domain/context";

/**
 * How people write the symptoms that the page asks for by name, where no red flag of the content stands for that symptom
 * alone (its words are taken from there). Language, not clinical content: what a symptom leads to is in the content.
 */
export const SYMPTOM_WORDS: Readonly<Partial<Record<SymptomId, readonly string[]>>> = {
  weakness: ["weakness", "weak", "paresis", "paralysis", "paralysed", "paralyzed", "foot drop", "mrc 4/5", "mrc 3/5", "mrc 2/5", "power 4/5", "power 3/5", "4/5 power", "4/5 strength", "getting weaker", "loss of power", "unable to walk", "unable to stand"],
  wasting: ["wasting", "atrophy", "muscle loss", "wasted"],
  numbness: ["numbness", "numb", "loss of sensation", "hypoaesthesia", "hypoesthesia", "paraesthesia", "paraesthesiae", "paresthesia", "paresthesias", "tingling", "pins and needles"],
  oneSidedSwelling: ["swollen left leg", "swollen right leg", "swollen painful left leg", "swollen painful right leg", "unilateral swelling", "calf swelling"],
  fasciculation: ["fasciculation", "fasciculations", "twitching", "muscle twitches"],
  darkUrine: ["dark urine", "brown urine", "cola coloured urine", "cola colored urine", "tea coloured urine", "tea colored urine", "myoglobinuria"],
  fever: ["fever", "febrile", "pyrexia", "rigors"],
  tetany: ["tetany", "carpopedal spasm", "carpopedal spasms", "chvostek", "trousseau"],
  palpitations: ["palpitations", "palpitation", "irregular heartbeat", "heart racing"],
  confusion: ["confusion", "confused", "delirium", "delirious", "disorientated", "disoriented", "drowsy", "encephalopathy"],
  seizure: ["seizure", "seizures", "convulsion", "convulsions", "fit", "fits"],
  walkingPain: ["claudication", "pain on walking", "pain when walking", "calf pain on walking"],
  urgeToMove: ["urge to move", "restless legs", "restlessness in the legs"],
  rigidity: ["rigidity", "rigid", "clonus"],
  collapse: ["collapse", "collapsed", "syncope", "blackout", "passed out"],
  bleeding: ["bleeding", "bruising", "petechiae", "purpura", "nosebleeds", "epistaxis", "haematuria", "hematuria"],
  severeLocalPain: ["severe local pain", "pain out of proportion", "severe pain in one", "exquisitely tender"],
  vomitingDiarrhoea: ["vomiting", "diarrhoea", "diarrhea", "gastroenteritis"],
  heatExposure: ["heat exposure", "working in the heat", "in hot weather", "heatwave", "heat wave", "marathon"],
};

/** The symptom as the page asks for it, in words for a question or a reason. */
export const SYMPTOM_NAMES: Readonly<Record<string, string>> = {
  oneSidedSwelling: "swelling of one leg", weakness: "weakness", wasting: "muscle wasting", fasciculation: "twitching", numbness: "numbness",
  darkUrine: "dark urine", fever: "fever", restPain: "pain at rest in the foot", coldLimb: "a cold or pale limb", bladderChange: "bladder or bowel change",
  tetany: "spasm of hands and feet (tetany)", palpitations: "palpitations", confusion: "confusion", seizure: "a seizure", walkingPain: "pain on walking",
  urgeToMove: "an urge to move the legs", rigidity: "rigidity", collapse: "collapse", bleeding: "bleeding or bruising", severeLocalPain: "severe local pain",
  vomitingDiarrhoea: "vomiting or diarrhoea", heatExposure: "work or exercise in heat",
};
