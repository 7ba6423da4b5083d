import type { Predicate } from "./predicate-schema";

/** A predicate in plain words, for the knowledge pages and for what changed: "dialysis or eGFR under 30". */
export function wordsOfPredicate(predicate: Predicate): string {
  if ("all" in predicate) return predicate.all.map(inside).join(" and ");
  if ("any" in predicate) return predicate.any.map(inside).join(" or ");
  if ("not" in predicate) return `not ${inside(predicate.not)}`;
  if ("symptom" in predicate) return `symptom ${spaced(predicate.symptom)}`;
  if ("ticked" in predicate) return `symptom ${spaced(predicate.ticked)} ticked`;
  if ("sign" in predicate) return `told: ${predicate.sign.map(spaced).join(" or ")}`;
  if ("stopped" in predicate) return `stopped ${predicate.stopped.join(", ")}`;
  if ("condition" in predicate) return `condition ${predicate.condition}`;
  if ("icd10cm" in predicate) return `code ${predicate.icd10cm.join(", ")}`;
  if ("lab" in predicate)
    return "is" in predicate
      ? `${predicate.lab} ${predicate.is.replace("-", "ly ")}`
      : `${predicate.lab} ${bounds(predicate)} ${predicate.unit}`;
  if ("egfrBelow" in predicate) return `eGFR under ${predicate.egfrBelow}`;
  if ("ageAtLeast" in predicate) return `age ${predicate.ageAtLeast} and over`;
  if ("ageBelow" in predicate) return `age under ${predicate.ageBelow}`;
  if ("sex" in predicate) return predicate.sex;
  if ("pregnant" in predicate) return "pregnant";
  if ("dialysis" in predicate) return "dialysis";
  if ("alcoholUnitsAbove" in predicate) return `alcohol above ${predicate.alcoholUnitsAbove} units a week`;
  if ("drug" in predicate) return `taking ${predicate.drug.join(", ")}`;
  if ("dailyDoseAbove" in predicate) return `above ${predicate.dailyDoseAbove} ${predicate.unit} a day`;
  if ("takenForDays" in predicate) return `taken for ${predicate.takenForDays} days or longer`;
  if ("doseFellWithinDays" in predicate) return `lowered or ended within ${predicate.doseFellWithinDays} days`;
  if ("overuse" in predicate) return "used more often than meant";
  if ("capBreached" in predicate) return "above the label's limit with another drug";
  return "started or raised inside the usual window";
}

function inside(predicate: Predicate): string {
  const words = wordsOfPredicate(predicate);
  return ("all" in predicate && predicate.all.length > 1) || ("any" in predicate && predicate.any.length > 1)
    ? `(${words})`
    : words;
}

function bounds({ below, above }: { below?: number; above?: number }): string {
  return [below === undefined ? "" : `under ${below}`, above === undefined ? "" : `above ${above}`]
    .filter(Boolean)
    .join(" and ");
}

function spaced(symptom: string): string {
  return symptom.replace(/([A-Z])/g, " $1").toLowerCase();
}
