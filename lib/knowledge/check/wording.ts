import type { FieldPath } from "./content-problem";

/** A word or spelling that the product does not use, with the reason (UI.md, section 6). */
export interface WordingRule {
  id: string;
  /** What is looked for. */
  pattern: RegExp;
  /** `advice`: titles and options only, where words steer. `copy`: all words that a clinician or patient reads. */
  scope: "advice" | "copy";
  /** Why, and what to write instead. */
  why: string;
  /** The text holds this as well, so the word is in order: "rare" beside a number, "statistically significant". */
  unless?: RegExp;
}

const SENTENCE_START = "(?:^|[.;:]\\s+)";
const NUMBER = /\d/;

/** The rules. The only verbs of advice are consider, review, discuss and check. */
export const WORDING_RULES: readonly WordingRule[] = [
  { id: "must", pattern: /\bmust\b/i, scope: "advice", why: "recommends, never directs" },
  {
    id: "should-stop",
    pattern: /\bshould (?:stop|start|switch|be stopped|be started|be switched|not)\b/i,
    scope: "advice",
    why: "recommends, never directs",
  },
  {
    id: "command",
    pattern: new RegExp(
      `${SENTENCE_START}(?:(?:then|and|or) )?(?:stop|start|switch|change|give|take|increase|reduce|raise|lower|withdraw|withhold|hold|suspend|replace|refer|order|treat|use|avoid|add(?! up)|do not (?!stop|end|interrupt|delay))\\b`,
      "i",
    ),
    scope: "advice",
    why: "an order; say consider, review, discuss or check",
  },
  { id: "prescribe", pattern: /\bprescrib(?:e|es|ing)\b/i, scope: "advice", why: "the clinician decides" },
  {
    id: "diagnosis",
    pattern: /\b(?:diagnosis|diagnosed|diagnostic of)\b/i,
    scope: "advice",
    why: "the product makes none",
  },
  {
    id: "caused-by",
    pattern: /\bcaused by\b|\bculprits?\b|\bproves?\b|\brules? out\b/i,
    scope: "copy",
    why: "an association is no cause; say may contribute or is associated with",
  },
  {
    id: "safe",
    pattern: /\b(?:safe|safely|harmless|all clear|normal review|no problems|nothing to worry)\b/i,
    scope: "copy",
    why: "reassurance that no data carries",
  },
  {
    id: "always",
    pattern: /\b(?:always|definitely|guaranteed)\b/i,
    scope: "copy",
    why: "no statement here is without exception",
  },
  {
    id: "significant",
    pattern: /\bsignificant(?:ly)?\b/i,
    scope: "copy",
    why: "say statistically significant, or the size",
    unless: /statistically significant/i,
  },
  {
    id: "frequency-word",
    pattern: /\b(?:common|commonly|rare|rarely|likely|unlikely)\b/i,
    scope: "advice",
    why: "a frequency needs a number",
    unless: NUMBER,
  },
  {
    id: "demeaning",
    pattern: /\b(?:non-compliant|suffer(?:s|ing|ed)?|elderly|abuse|abuser)\b/i,
    scope: "copy",
    why: "say older adults, people with, has",
  },
  {
    id: "machine",
    pattern: /\b(?:AI|smart|oops|override)\b|\balert fatigue\b/,
    scope: "copy",
    why: "not the voice of a colleague",
  },
  { id: "please", pattern: /\bplease\b/i, scope: "copy", why: "not the voice of a colleague" },
  { id: "exclamation", pattern: /!/, scope: "copy", why: "no alarm in punctuation" },
  {
    id: "unit-abbreviation",
    pattern: /µg|μg|\bmcg\b|\bug\b|\bIU\b|\d\s?U\b(?!\/)|\b(?:QD|QOD|HS|BID|TID|OD)\b/,
    scope: "copy",
    why: "ISMP: micrograms, units, daily, at bedtime",
  },
  {
    id: "naked-point",
    pattern: /(?<![\d.])\.\d+ ?(?:mg|g|micrograms?|mL|L|units?|mmol|mEq|%)/,
    scope: "copy",
    why: "ISMP: a leading zero",
  },
  {
    id: "trailing-zero",
    pattern: /\b\d+\.0 ?(?:mg|g|micrograms?|mL|units?)\b/,
    scope: "copy",
    why: "ISMP: no trailing zero in a dose",
  },
  {
    id: "dose-without-space",
    pattern: /\b\d+(?:mg|mcg|g|ml|mL|mmol)\b/,
    scope: "copy",
    why: "ISMP: a space before the unit",
  },
  { id: "comparison-sign", pattern: /[<>≥≤]|\d ?\+ ?\d|~\d/, scope: "copy", why: "say at least, above, under, about" },
  { id: "percent", pattern: /\d%/, scope: "copy", why: "write 5 %, with a space" },
  { id: "numeric-date", pattern: /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/, scope: "copy", why: "write 3 Nov 2026" },
  {
    id: "american",
    pattern:
      /\b(?:hypokalemia|hypomagnesemia|hypocalcemia|hyponatremia|anemia|edema|ischemia|estrogens?|color|tumor|hemoglobin|diarrhea|pediatric)\b/i,
    scope: "copy",
    why: "British spelling; names of products and drugs are excepted",
  },
];

/** A place where the wording is in order although a rule finds it, with the reason. */
export interface WordingException {
  rule: string;
  /** Text that is quoted or named, exactly. */
  text: RegExp;
  reason: string;
}

export const WORDING_EXCEPTIONS: readonly WordingException[] = [
  {
    rule: "significant",
    text: /^A review puts .*(?:calls significant|may be significant|whose effect may be)/,
    reason: "reports the word by which the review sorts its drugs; not a claim about statistics",
  },
  {
    rule: "frequency-word",
    text: /with any re-exposure/,
    reason:
      "safety text on quinine: the label gives no number for a second reaction, and leaving the warning out would be worse",
  },
];

/** Fields whose words steer: titles, options, urgency. */
const ADVICE_FIELDS = new Set([
  "title",
  "headline",
  "optionsWhen",
  "options",
  "clusterOptions",
  "clusterOptionsWhen",
  "urgency",
  "howSoon",
  "position",
  "alternatives",
  "question",
]);
/** Fields that are no copy: ids, codes, units, citations, notes for editors, names of drugs. */
const NOT_COPY = new Set([
  "id",
  "ruleId",
  "citation",
  "pmid",
  "doi",
  "url",
  "whatWasVerified",
  "code",
  "unit",
  "loinc",
  "units",
  "members",
  "ingredients",
  "classes",
  "sets",
  "except",
  "drugs",
  "icd10cm",
  "icd10cmExcept",
  "historyCodes",
  "when",
  "unsafeWhen",
  "onlyWhen",
  "matchingResults",
  "sources",
  "codeSources",
  "source",
  "onlyFor",
  "treatmentId",
  "conditionId",
  "labs",
  "mechanisms",
  "replaces",
  "words",
  "checked",
  "reviewBy",
  "gradeRule",
  "panels",
  "leftOutOf",
]);

/** A rule broken in a text. */
export interface WordingProblem {
  rule: WordingRule;
  found: string;
}

/** What is wrong with the words of one text. `advice`: it stands in a title, an option or another place that steers. */
export function wordingProblems(text: string, advice: boolean): WordingProblem[] {
  return WORDING_RULES.filter((rule) => advice || rule.scope === "copy").flatMap((rule) => {
    const found = rule.pattern.exec(text)?.[0];
    if (found === undefined || rule.unless?.test(text)) return [];
    if (WORDING_EXCEPTIONS.some((exception) => exception.rule === rule.id && exception.text.test(text))) return [];
    return [{ rule, found: found.trim() }];
  });
}

/** All copy of an entry of the content, with its path and whether it steers. `words` of gates (`unsafeWhen.0.words`) are copy too. */
export function copyOf(
  entry: unknown,
  path: FieldPath = [],
  advice = false,
): { path: FieldPath; text: string; advice: boolean }[] {
  if (typeof entry === "string") return [{ path, text: entry, advice }];
  if (typeof entry !== "object" || entry === null) return [];
  return Object.entries(entry).flatMap(([key, value]) => {
    if (NOT_COPY.has(key)) return [];
    return copyOf(value, [...path, Array.isArray(entry) ? Number(key) : key], advice || ADVICE_FIELDS.has(key));
  });
}
