import { codeOf, statusCode, withoutTag, wordsOf, type AllergyIntolerance, type Condition } from "./resources";

const PAST: ReadonlySet<string> = new Set(["inactive", "remission", "resolved"]);
const DOUBTED: ReadonlySet<string> = new Set(["unconfirmed", "provisional", "differential"]);

/** A condition as it would be typed: its ICD-10-CM code where it has one, else its words; refuted, past and uncertain ones say so. Null: entered in error. */
export function conditionLine(condition: Condition, position: number): string | null {
  const verification = statusCode(condition.verificationStatus);
  if (verification === "entered-in-error") return null;
  const words = wordsOf(condition.code);
  const what =
    codeOf(condition.code, "icd-10-cm") ??
    (words === null ? `Condition without a name (${position})` : withoutTag(words));
  if (verification === "refuted") return `no ${what}`;
  if (PAST.has(statusCode(condition.clinicalStatus))) return `resolved: ${what}`;
  return DOUBTED.has(verification) ? `possible ${what}` : what;
}

const SAYS_SO = /^(allerg|intoleran|no known|nkd?a\b)|\b(allergy|intolerance)$/i;

/** An allergy as a line of the medication list, where reading sets it aside as what is not taken. Null: refuted or entered in error. */
export function allergyLine(allergy: AllergyIntolerance, position: number): string | null {
  const verification = statusCode(allergy.verificationStatus);
  if (verification === "entered-in-error" || verification === "refuted") return null;
  const words = withoutTag(wordsOf(allergy.code) ?? `substance without a name (AllergyIntolerance ${position})`);
  return SAYS_SO.test(words) ? words : `Allergy to ${words}`;
}
