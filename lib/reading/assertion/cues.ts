/**
 * What a word says about the words around it, after NegEx and ConText: denied, another's, past, not sure, only possible.
 * Language and no clinical content; one table for symptoms and conditions.
 */
export type CueKind =
  /** Denies what follows, to the comma; over a list only where the list shows it. */
  | "no"
  /** Denies all that follows in the sentence: "denies", "without". */
  | "denies"
  /** Denies what follows closely: "not", "didn't". */
  | "not"
  /** Denies what stands before: "absent". */
  | "absent"
  | "past"
  /** What stands before is over: "resolved". */
  | "over"
  /** The whole clause is of long ago: "as a child". */
  | "then"
  | "family"
  | "uncertain"
  /** The words before it are not sure: "hard to tell". */
  | "unsure"
  /** Advice, a worry, what may come: to the end of the sentence. */
  | "advice"
  /** "if": only possible where the sentence advises. */
  | "if"
  /** Looks like a cue and is none. */
  | "none";

const PHRASES: Readonly<Record<CueKind, string>> = {
  no: `no longer has|no longer have|no longer had|no longer any|no longer suffers|no longer gets|no longer get|no longer complains of|no longer feels|no longer feel|no longer experiences|no|nil|none|zero|never|never had|never any|no more|no further|no signs of|no sign of|no evidence of|no hx of|no history of|no h/o|no c/o|no complaint of|no complaints of|no new|
    no obvious|free of|free from|absence of|absent|ruled out|not had any|not had|no reported|no reports of|nor any|excluded|⊖|neg|negative|nothing like|not any|no suggestion of|no features of|no symptoms of|no sx of|
    haven't had|hasn't had|hadn't had|haven't noticed|hasn't noticed|haven't seen|hasn't seen|haven't felt|hasn't felt|not noticed|didn't notice|not aware of any|never suffered|never experienced|can't say there's|i don't get any|touch wood no|there isn't|there isn't any|there wasn't|there wasn't any|there aren't|there aren't any|there weren't any|don't have|doesn't have|didn't have|don't get|doesn't get|haven't got|hasn't got|have no|has no|had no|not got`,
  denies: `denies|denied|denying|deny|denies any|without|without any|nor|neither|negative for|neg for|ros negative|ros neg|lacks|not complaining of|doesn't report|didn't report|doesn't describe|didn't describe|doesn't complain of|didn't complain of|doesn't endorse|didn't endorse|doesn't admit to|didn't have any|doesn't have any|not endorsing|not reporting|can't say i've|can't say i have|don't think i've`,
  not: `not|isn't|isnt|wasn't|aren't|weren't|hasn't|haven't|hadn't|doesn't|don't|didn't|ain't|not been|not really|not particularly|not especially|not actually|not at all`,
  absent: `absent|denied|nil|none|neg|negative|excluded|⊖|no|denies|free|not present|not reported|not noted|not seen|not found|not felt|not observed|not elicited|not evident|not there|ruled out|not a problem|not an issue|never`,
  past: `before that|before this i had|before she had|before he had|before i had|before they had|beforehand|earlier this year had|earlier in the year|in the past|previous|previously|prior|former|formerly|history of|hx of|h/o|past history of|past hx of|pmh|pmhx|pmh of|past medical history|used to have|used to get|used to be|used to|s/p|known old|old|recovered from|
    after having had|years of previous|previous episode of|previous episodes of|last had|had once|had one once`,
  over: `resolved|subsided|recovered|cleared|cleared up|settled|gone now|gone away|went away|has gone|have gone|has now gone|have now gone|all gone|long gone|better now|fine now|ok now|okay now|back to normal|resolved now|since resolved|has settled|have settled|
    no longer there|no longer present|stopped now|sorted|in remission|healed|completely better|fully recovered|been treated|got over it|got over|now better|now gone|now resolved|now settled|now fine|gone by|gone within|fine by|better by|ok by|passes in|passes within`,
  then: `as a child|as a kid|as a teenager|as a teen|as a boy|as a girl|as a baby|when younger|when i was|when he was|when she was a|in childhood|in my twenties|in his twenties|in her twenties|in my teens|in his teens|in her teens|in my youth|at school|
    back then|years ago|year ago|yrs ago|yr ago|decades ago|a long time ago|ages ago|years back|last year|last summer|last winter|last spring|last autumn|the year before|a few years ago|once before|once had|years since`,
  family: `family history of|family history|fhx|fh|f/h|fam hx|family hx|fhx of|fh of|runs in family|runs in the family|in the family`,
  uncertain: `?|possible|possibly|maybe|perhaps|might be|might have|may be|may have|might|could be|could have been|query|suspected|suspect|suspicion of|suspicious of|suspicious for|not sure if|not sure whether|unsure if|unsure whether|not certain|
    probable|probably|questionable|equivocal|?any|concern for|?new|?possible|rule out|r/o|to exclude|exclude|can't exclude|can't rule out|wonder if|wonders if|wondered if|wondering if|wonder whether|not sure about|i think maybe|borderline`,
  unsure: `hard to tell|hard to say|difficult to tell|difficult to say|not sure|unsure|uncertain|can't be sure|unclear|not convinced|doubtful|questionable|equivocal`,
  advice: `risk of|at risk of|watch for|watch out for|look for|look out for|looking out for|report any|return if|return to|call if|come back if|back if|help if|precautions|red flags discussed|safety net|safety netted|safetynet|safetynetted|safety netting|safetynetting|
    warning signs|monitor for|counselled|counseled|advised|advised to|advised re|warned|warned about|warned of|educated|educated on|in case of|in case|should i|should he|should she|develop any|ask about|asked about|symptoms to|a&e if|999 if|911 if|r/v if|
    review if|seek help|worried that|worried i might|scared of|afraid of|frightened of|terrified of|fear of|side effects include|can cause|may cause|might cause|could cause|known to cause|supposed to cause|leaflet|leaflet says|read that|read about|google|googled|
    told to|aware of|discussed|explained|to return|to call|to ring|to attend|to report|prevent|to prevent|to avoid|avoid|prevention of|prophylaxis|screening for|vaccinated|if any|any new|would be|awaiting|plan|heard that|they say|people say|sign of a|signs of a|is it a sign|a sign of`,
  if: `if|unless|should he|should she|should they|should it`,
  none: `no change|no change in|no improvement|no improvement in|no better|no relief|no different|no idea|no idea why|no reason|no obvious reason|no apparent reason|for no reason|no warning|without warning|no matter|not only|not just|not getting better|not improving|not better|not settling|not resolving|
    not settled|not resolved|not gone|no cause|no known cause|no obvious cause|no clear cause|no cause found|not eased|not helped|not relieved|not responding|not controlled|not slept|not sleeping|not well|not right|not great|not good|not feeling well|no doubt|no end|no way|no help|no benefit|no effect|no use|nothing helps|not sure why|don't know why|don't know what|
    not able|not been able|no strength|no power|no feeling|no sensation|no pulse|no pulses|no longer|no urine|no appetite|not himself|not herself|not myself|not making sense|not working|don't work|doesn't work|won't|not moving|not move|doesn't move|not passed|not passing|not urinated|not peed|not weed|no wee|no pee|
    not themselves|not walking|not talking|not waking|not responding|not rousable|not rouseable|not weight bearing|not eating|not drinking|not going away|not go away|doesn't go away|don't go away|not stopping|won't stop|doesn't stop|not helping|doesn't help|didn't help|don't help|not like my usual|not like the usual|not like usual|not the usual|not my usual|no worse|no history available|not yet`,
};

/** Cue phrases with what each means. "absent" and "no" hold both ways; the engine tells by what stands beside them. */
const AUXILIARIES = [
  "isn't",
  "wasn't",
  "aren't",
  "weren't",
  "hasn't",
  "haven't",
  "doesn't",
  "don't",
  "didn't",
  "ain't",
];

/** "not going away" is no denial, nor is "isn't going away". */
function withAuxiliaries(kind: CueKind, list: readonly string[]): readonly string[] {
  if (kind !== "none") return list;
  const ends = list.filter((phrase) => phrase.startsWith("not ")).map((phrase) => phrase.slice(4));
  return [...list, ...ends.flatMap((end) => AUXILIARIES.map((word) => `${word} ${end}`))];
}

export const FORWARD: readonly (readonly [string, CueKind])[] = (
  ["no", "denies", "not", "past", "family", "uncertain", "advice", "if", "none", "then", "over", "unsure"] as const
).flatMap((kind) => withAuxiliaries(kind, phrases(kind)).map((phrase) => [phrase, kind] as const));
export const BACKWARD: readonly (readonly [string, CueKind])[] = phrases("absent").map(
  (phrase) => [phrase, "absent"] as const,
);

function phrases(kind: CueKind): string[] {
  return PHRASES[kind]
    .split("|")
    .map((phrase) => phrase.replace(/\s+/g, " ").trim())
    .filter((phrase) => phrase !== "");
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/[\s|]+/).filter((word) => word !== ""));

/** Nouns of relatives and others. */
export const PERSONS =
  set(`mother father mum mom mam mummy mommy dad daddy parent parents brother brothers sister sisters sibling siblings bro sis wife husband hubby spouse partner boyfriend girlfriend fella son sons daughter daughters aunt auntie uncle cousin cousins niece nephew
  grandmother grandfather grandma grandpa granny gran nan nana grandad granddad grandson granddaughter grandparent grandparents relative relatives friend friends mate neighbour neighbor flatmate colleague roommate twin dog cat missus stepfather stepmother`);
/** Those whom a carer speaks for: "Mum nods off". The same words are another's where the patient speaks of himself. */
export const CARED_FOR = set(
  `mum mom mam mummy mommy dad daddy husband hubby wife partner son daughter gran granny nan nana grandma grandpa grandad granddad mother father grandson granddaughter missus boyfriend girlfriend`,
);
/** Telling of the patient: "wife says his legs are weak". */
export const TELLING = set(
  `calling ringing phoning rings calls phones contacted contacts requests requesting wants accompanying attending attends speaking asks asking worries confirmed denies denied gives gave provides provided translating interpreting interprets translates said's says said reports reported reporting noticed notices noted notes states stated tells thinks observed describes described saw worried concerned confirms feels found brought mentions mentioned present here heard report witnessed called rang phoned carried helps lifts dresses`,
);
export const BESIDE = set("with by from per to cares for");

/** Begin a statement of their own, so that a denial before a comma does not reach it. */
export const OWN_STATEMENT =
  set(`i i'm i've he she they it it's we my his her he's she's pt patient is are was were has have had feels felt feel gets got get can't couldn't unable won't keeps keep started starts gone went goes reports reported complains complaining c/o now but still since
  worse worsening worsened today yesterday presents presenting presented developed then struggling struggles needs needed found came began became becomes`);
/** Describe a part of the body: with one of them a bare "no" list has ended. */
export const DESCRIBING = set(
  `reduced decreased diminished altered impaired raised increased lost swollen weak weaker numb cold painful tender tight stiff hot red confused drowsy pale blue white jerking twitching giving bent wasted dark brown bigger larger puffy warm hard tense dead heavy locked same equal normal fine ok resolved settled gone better improved improving cleared`,
);
/** After them a denial, a doubt or a past ends inside a clause. */
export const SCOPE_END = set(
  `because since due as while whilst when after before then so presents presenting presented reports reporting complains complaining c/o admits endorses has now ⊕ positive until till despite besides which who cramps cramp`,
);
/** After "and" they begin a statement. */
export const AFTER_AND = set(
  `i i'm i've he she they it it's my his her we is are was has have had now then can't unable couldn't feels felt gets got am been going the there`,
);
/** What answers a question or a heading with no. */
export const ANSWER_NO = set("no nil none denies denied negative neg nope nah never absent ⊖ n");
export const ANSWER_YES = set("yes yeah yep y positive ⊕ sometimes occasionally often yup present");
/** Begin a question that asks whether there is a symptom. */
export const ASKING = set("do does did have has any are can could would will should ever you did");
/** In a sentence with "if" they make it advice. */
export const ADVISING = set(
  `know return call ring phone r/v review seek attend a&e ed 999 911 tell contact advise advised will would should 'll occurs occur develops develop appears appear happens happen worsens contact urgent book rebook`,
);
/** A beginning: what began then goes on. */
export const BEGINNING = set(
  `started began begun start starting since onset developed noticed first ongoing still persistent persists continues continuing came come comes coming diagnosed worsening progressive ever until gradually`,
);
