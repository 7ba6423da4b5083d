import type { Assertion } from "@/lib/domain/vocabulary";

/** What colours the conditions near it, and how far. */
export interface Cue {
  polarity: Exclude<Assertion, "present">;
  pattern: RegExp;
  /**
   * Which way from the cue its scope runs, and how far: to the end of its item of an enumeration, of the clause, the sentence
   * or the line, over one word, or back over the item or the clause before it.
   */
  reach: "item" | "clause" | "sentence" | "line" | "before" | "word";
}

const RELATION =
  "(?:(?:half|step|twin|maternal|paternal|mat|pat|older|younger|elder|eldest|1st|first|second|2nd)[- ])?(?:degree )?(?:grand(?:mothers?|fathers?|parents?|m[au]m?s?|pas?|dads?|sons?|daughters?)|mothers?|fathers?|mums?|mommy|dads?|moms?|brothers?|sisters?|bros?|sis|sons?|daughters?|aunt(?:ie)?s?|uncles?|cousins?|parents?|siblings?|nieces?|nephews?|twins?|nans?|husband|wife|spouse|relatives?|mgm|mgf|pgm|pgf|child(?:ren)? (?:has|have|had|with)|offspring|(?:maternal|paternal) side|(?:mother|father)'s side)";
/** A relative who tells, lives with or cares for the patient tells nothing of an illness of his own. */
const NO_ILLNESS =
  "(?!(?:'s)?\\s+(?:of\\b|in[- ]law|reports?|reported|says?|said|states?|stated|noticed|notes|thinks?|feels|worried|concerned|present|visits?|lives|cares|administers|helps|gives|brought|called|and carer|is (?:the |his |her )?carer|aware|interprets|died in an? accident))";
const NOT_LIVED_WITH =
  "(?<!\\b(?:with|by) (?:his |her |their |the |my )?)(?<!\\b(?:carer|cares|caring|lives|living|stays) (?:for|with|near) (?:his |her |their |the |my )?)";

/** From the strongest to the weakest: where scopes overlap, the first in this list counts. */
export const CUES: readonly Cue[] = [
  {
    polarity: "family",
    reach: "line",
    pattern:
      /^[\s\p{P}]{0,8}(?:f\.?\s?hx?|fam(?:ily)?\s{1,3}(?:medical\s{1,3})?(?:h(?:x|istory)|hist)|familial history|fh|family)\b\s{0,3}[:\-–—,;]?/giu,
  },
  {
    polarity: "family",
    reach: "sentence",
    pattern:
      /\b(?:f\.?\s?hx?|fam(?:ily)?\s{1,3}(?:medical\s{1,3})?(?:h(?:x|istory)|hist)|familial history|fh)\b\s{0,3}:?/gi,
  },
  {
    polarity: "family",
    reach: "line",
    pattern: new RegExp(
      `^[\\s\\p{P}]{0,8}${RELATION}(?:\\s?[,&/+]\\s?${RELATION}|\\s+and\\s+${RELATION}){0,4}\\s{0,3}(?:[:=]|\\s[-–—])`,
      "giu",
    ),
  },
  {
    polarity: "family",
    reach: "sentence",
    pattern: new RegExp(`${NOT_LIVED_WITH}\\b${RELATION}\\b(?:'s|’s)?${NO_ILLNESS}`, "gi"),
  },
  {
    polarity: "family",
    reach: "before",
    pattern: new RegExp(
      `(?:\\(\\s?(?:his |her |in |my )?|\\b(?:in|affecting) (?:his |her |their |the |my |both |a )?|\\s[-–—:]\\s?)${RELATION}\\b(?!(?:'s)?\\s+(?:has|had|with|died))|\\b(?:runs in (?:the )?family|in (?:the )?family)\\b`,
      "gi",
    ),
  },
  {
    polarity: "negated",
    reach: "clause",
    pattern:
      /\b(?:(?:no|nil|denied)(?!\s{0,3}(?:$|[,;/|.)\]]))|denies|denying|denial of|without|w\/o|never(?!\s+smok)(?:\s+had)?|not|negative for|neg for|absence of|absent|free of|free from|excluded|ruled out|no evidence of|no h(?:\/o|x|istory) of|doesn'?t have|does not have|hasn'?t|has not had|isn'?t|is not|wasn'?t|nor|neither|unlikely to (?:be|have)|rules? out|refut(?:es|ed))\b/gi,
  },
  {
    polarity: "negated",
    reach: "word",
    pattern: /\b(?:non|never)[- ]?(?=smok|drinker|diabetic|pregnant|asthmatic|hypertensive)/gi,
  },
  {
    polarity: "negated",
    reach: "before",
    pattern:
      /(?:[:=?…]|\.{2,4})\s{0,3}(?:no|nil|none|neg|negative|denied|denies|absent|n)(?=\s{0,3}(?:$|[,;/|.)\]]))|\s[-–—]\s?(?:no|nil|none|denied|absent|n|negative|neg)(?=\s{0,3}(?:$|[,;.)]))|\b(?:ruled out|excluded|negative|not confirmed|not present|not found|not seen|unlikely|r\/o'?d|absent|none|refuted|disproved|disproven|disconfirmed|entered in error|entered-in-error|erroneous entry|wrong patient|recorded in error|denied)\b|\s-ve\b|\bno longer present\b/gi,
  },
  {
    polarity: "uncertain",
    reach: "item",
    pattern:
      /(?<![\p{L}\d)])\?+|\b(?:possible|possibly|poss|probable|probably|prob|suspected|suspect|susp|query|likely|presumed|presumptive|rule out|r\/o|to exclude|exclude|under investigation|might be|may be|may have|maybe|could be|could have|cannot (?:exclude|rule out)|can'?t (?:exclude|rule out)|working diagnosis|differential|ddx?|impression of|provisional|borderline|risk of|at risk of|at risk for|screening for|screen for|screened for|awaiting|await|waiting list for|(?:on )?(?:the )?(?:transplant )?list for|listed for|referred for|referral for|planned|planning|candidate for|work[- ]?up for|evaluat(?:ion|ed) for|assess(?:ment|ed) for|exposure to|contact with|prophylaxis (?:for|against)|prevention of|to prevent|vaccinated against|concern for|suspicious for|suspicion of|\?\s?due to|vs\.?|versus|tested for|monitoring for|unconfirmed|questionable|equivocal|fear of|worried about|family worried about|if|in case of)(?![\p{L}])/giu,
  },
  {
    polarity: "uncertain",
    reach: "before",
    pattern:
      /¿|\?+(?=\s{0,3}(?:$|[,;.)]))|\b(?:suspected|possible|probable|query|under investigation|to be confirmed|to confirm|tbc|unconfirmed|provisional|differential|vs\.?|versus|(?<!hep(?:atitis)? ?[bc] |hbv |mrsa )carrier|contact(?! dermatitis)|(?<!migraine |gout )prophylaxis|vaccine|vaccination|jab|screen|screening|work-?up|not (?:yet )?(?:been )?(?:ruled out|excluded)|cannot be excluded|can'?t be excluded)(?![\p{L}])/giu,
  },
  {
    polarity: "past",
    reach: "item",
    pattern:
      /\b(?:previous(?:ly)?|prior|past episode of|old|former(?:ly)?|childhood|resolved|in remission|treated|cured|healed|corrected|ex|recovered from|used to (?:have|be|get|suffer(?: from)?)|history of resolved|inactive)\b(?!\s+(?:medical|surgical|history|age|fit|well|healthy)\b)/gi,
  },
  {
    polarity: "past",
    reach: "before",
    pattern:
      /\b(?:resolved|in (?:complete |full |partial )?remission|repair(?:ed)?|removed|excised|cured|healed|recovered|corrected|inactive|settled|normalised|normalized|now normal|in childhood|childhood(?= only|\s?\)|\s{0,3}$)|as a child|as child|in (?:19|20)\d\d|(?:\d+|several|many|some) (?:years?|yrs?) ago \(resolved\)|in the past|in past|completed treatment|eradicated|treated (?:in )?(?:19|20)\d\d|full recovery|fully recovered|complete recovery)\b(?! (?:with|for) (?:calcium|valve))/gi,
  },
];

/** Words after which a new statement begins, so that a negation ends there. */
export const CLAUSE_END =
  /[;.\n](?=\s|$)|\s[-–—]\s|\b(?:but|except|apart from|other than|although|however|though|with known|has|takes|on)\b/gi;
export const SENTENCE_END =
  /[;\n]|\.(?=\s|$)|\b(?:patient|pt|he|she|i have|personal history|pmhx?|pmhx?|past medical history)\b/gi;
/** What ends even a line about the family. */
export const LINE_END = /\n|\b(?:patient|pt|personal history|pmhx?|past medical history|own history|personal)\b/gi;

/** Negations that negate nothing of what follows: "no longer controlled", "not only", "no change in". */
const EMPTY_NEGATION =
  /\b(?:not only|no change in|no worsening of|no longer(?! present)|not (?:well |fully |adequately |yet )?controlled|poorly controlled|without mention of complications?|not stated as uncontrolled|without complications?|without heart failure|without (?:coma|aura|status migrainosus|esophagitis|oesophagitis|ascites|gangrene|behavioral disturbance|behavioural disturbance|bleeding|obstruction|crisis|loss of consciousness|myelopathy|radiculopathy|neurogenic claudication|residual deficits?|long[- ]term (?:\(current\) )?use of insulin)|no known cause|not otherwise specified|not elsewhere classified|not (?:intractable|specified)|no improvement in|not on|not taking|not adherent|not compliant|not tolerated|not responding|not using|not (?:yet |been |yet been |be |formally )?(?:ruled out|excluded)|can(?:not|'?t) be excluded|no (?:new|recent|further) (?:issues|problems))\b/gi;
/** Older people, dates and places that only look like a cue. */
const NO_CUE =
  /\bfull[- ]?term\b|\b\d+[- ](?:year|month|week|day)s?[- ]old\b|\bold (?:age|polio|mi|infarct|myocardial infarction|stroke with|cva with|man|woman|lady|gentleman|tb)\b|\bpreviously (?:fit|well|healthy)\b|\bpreviously (?:fit and well|well and fit)\b|\b(?:well|insulin|diet|medically|currently|being|is|are|when|still|partially|poorly|under)[- ]treated\b|\btreated with\b|\bcorrected (?:calcium|ca\b|qt)|\bcongenitally corrected\b|\biron treated\b|\bno\.\s?\d|\bdue to\b|\bnot to\b/gi;

const blank = (words: string): string => " ".repeat(words.length);

/** Hides what would be taken for a cue without being one; keeps every offset. "Not ruled out" stays as a doubt. */
export const withoutFalseCues = (line: string): string =>
  line
    .replace(EMPTY_NEGATION, (words) =>
      /ruled out|excluded/i.test(words) ? `¿${" ".repeat(words.length - 1)}` : blank(words),
    )
    .replace(NO_CUE, blank);
