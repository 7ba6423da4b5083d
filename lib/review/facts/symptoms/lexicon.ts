import type { SymptomId } from "@/lib/domain/context";
import type { LooseWords } from "./phrase-book";

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
  restPain: ["rest pain", "pain at rest in the foot", "pain in the foot at rest", "foot pain at night eased by hanging", "has to hang the leg out of bed", "hang my leg out of bed", "hang my foot out of bed", "sleeps in a chair because of the leg", "sleep in the chair because of my leg", "hanging it over the bed", "hanging it out of bed", "hangs it out of bed"],
  coldLimb: ["cold leg", "cold foot", "leg is cold and pale", "foot is cold and pale", "foot cold and white", "leg cold and white", "foot is blue", "foot has gone blue", "leg went white", "foot went white", "leg went pale", "foot went pale", "leg went cold", "foot went cold", "pulseless leg", "pulseless foot", "no pulse in the foot"],
  bladderChange: ["bladder change", "cannot pass urine", "can't pass urine", "can't pee", "can't hold urine", "cannot hold urine", "wet myself", "saddle numbness", "saddle anaesthesia", "saddle anesthesia", "lost control of the bladder", "lost control of my bladder", "lost control of the bowels", "bowel incontinence", "faecal incontinence", "fecal incontinence"],
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

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const LIMB = set("leg calf thigh arm foot hand grip shoulder shoulders thighs arms legs hands feet ankle knee hip hips");

/** Words that mean a symptom in any order, near each other: "urine dark like Coke", "leg is swollen on the left". */
export const LOOSE_SYMPTOM_WORDS: readonly LooseWords<SymptomId>[] = [
  { meaning: "darkUrine", sets: [set("urine wee pee water peeing urinating"), set("dark darker brown brownish cola coke tea black blackish rust rusty port reddish")], unless: set("normal clear pale tablets iron stool stools rinse retention") },
  { meaning: "oneSidedSwelling", sets: [set("left right one unilateral l r lt rt"), set("leg calf thigh lower"), set("swollen swelling swelled puffy bigger")], unless: set("both bilateral bilaterally equal equally") },
  { meaning: "weakness", sets: [LIMB, set("weaker weakening paralysed paralyzed")], unless: set("not") },
  { meaning: "coldLimb", sets: [set("leg foot toes calf limb"), set("cold icy cool freezing"), set("white pale blue pulseless mottled numb dusky")], unless: set("both feet hands always winter raynaud") },
  { meaning: "walkingPain", sets: [set("calf calves leg legs thigh thighs buttock"), set("cramp cramps cramping pain pains painful ache aches aching tight tightness tightens"), set("walking walk walks uphill yards metres meters blocks")], unless: set("unable cannot can't night nights bed better eases relieves after help helps gets") },
  { meaning: "restPain", sets: [set("foot toes forefoot leg"), set("hang hangs hanging dangle dangles dangling"), set("bed chair relief relieves better eases helps")], unless: set("gliding") },
  { meaning: "bladderChange", sets: [set("bladder urine pee bowel bowels"), set("lost loss losing unable cannot can't retention leaking"), set("control pass hold empty feel sensation retention urine")], unless: set("dark brown years cough coughing laugh sneeze stress burning") },
  { meaning: "wasting", sets: [set("losing lost loss shrinking shrunk thinning wasting wasted thinner"), set("muscle muscles bulk")], unless: set("weight cramps power strength") },
];

/** Words that say that a symptom is not there. */
export const NORMAL_WORDS: Readonly<Partial<Record<SymptomId, readonly string[]>>> = {
  weakness: ["strength normal", "normal strength", "full strength", "strength intact", "strength is normal", "power normal", "normal power", "full power", "power intact", "strength 5/5", "power 5/5", "5/5 strength", "5/5 power", "5/5 throughout", "mrc 5/5", "strength preserved"],
  darkUrine: ["urine normal", "normal urine", "urine clear", "clear urine", "urine is clear", "urine is normal", "urine colour normal", "urine color normal", "urine yellow", "urine pale"],
  numbness: ["sensation intact", "sensation normal", "normal sensation", "intact sensation", "sensation is normal", "sensation preserved"],
  fever: ["afebrile", "apyrexial"],
  bladderChange: ["continent", "bladder normal", "bladder and bowels normal", "bowels and bladder normal", "bladder function normal", "sphincters intact", "passing urine normally", "urinating normally", "perianal sensation intact", "saddle sensation intact", "anal tone normal"],
  restPain: ["no pain at rest", "pain free at rest", "comfortable at rest"],
  coldLimb: ["feet warm and pink", "legs warm and pink", "good capillary refill", "pulses palpable", "pulses intact", "pulses full", "all pulses present", "legs warm", "feet warm", "warm and well perfused", "pulses present", "foot pulses present"],
};

/** Words that, where they are denied, deny a symptom that they name only in part. */
export const DENIED_WORDS: Readonly<Partial<Record<SymptomId, readonly string[]>>> = {
  oneSidedSwelling: ["swelling", "oedema", "edema", "swollen"],
  bladderChange: ["bladder", "incontinence", "bowel"],
  weakness: ["motor deficit", "focal deficit"],
  numbness: ["sensory loss", "sensory symptoms"],
  darkUrine: ["urine changes", "change in urine", "urine discolouration", "urine discoloration"],
};

/** Beside these a bare "weak" is how one feels after a long day, not a loss of power. */
export const EVERYDAY_WORDS = set("tired tiredness fatigued fatigue exhausted sleepy worn");
/** Phrases of the same kind. */
export const EVERYDAY_PHRASES = ["after a long day", "end of the day", "after work", "at times", "after exercise", "after the gym", "after a run", "after walking far"] as const;
/** Beside these it is told as weakness all the same. */
export const FOCAL_WORDS = set("can't cannot unable climb stairs rise chair drop falls fell dropping tripping proximal grip arm hand one left right very worse worsening progressive sudden suddenly severely lift stand walk");

/** The symptom as the page asks for it, in words for a question or a reason. */
export const SYMPTOM_NAMES: Readonly<Record<string, string>> = {
  oneSidedSwelling: "swelling of one leg", weakness: "weakness", wasting: "muscle wasting", fasciculation: "twitching", numbness: "numbness",
  darkUrine: "dark urine", fever: "fever", restPain: "pain at rest in the foot", coldLimb: "a cold or pale limb", bladderChange: "bladder or bowel change",
  tetany: "spasm of hands and feet (tetany)", palpitations: "palpitations", confusion: "confusion", seizure: "a seizure", walkingPain: "pain on walking",
  urgeToMove: "an urge to move the legs", rigidity: "rigidity", collapse: "collapse", bleeding: "bleeding or bruising", severeLocalPain: "severe local pain",
  vomitingDiarrhoea: "vomiting or diarrhoea", heatExposure: "work or exercise in heat",
};
