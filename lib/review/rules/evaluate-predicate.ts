import type { Predicate } from "@/lib/knowledge/predicates/predicate-schema";
import type { ReadSign } from "@/lib/reading/symptoms/read-symptoms";
import { nameKey } from "@/lib/terminology/drugs/name-key";
import { fallsOf, takenSince } from "@/lib/review/facts/medications/dose-history";
import { isOver, type DrugsOnList, type ListedDrug } from "@/lib/review/facts/medications/listed-drugs";
import { plainCode, type Facts } from "@/lib/review/facts/facts";
import { fromFirstUnit } from "@/lib/review/facts/results/units";
import { isAbnormal, isHigh, isLow } from "@/lib/review/facts/results/interpret-result";
import { ADULT_AGE } from "@/lib/review/facts/patient";
import { allOf, anyOf, negate, type Ternary } from "@/lib/review/facts/three-valued";

type SignPredicate = Extract<Predicate, { sign: string[] }>;

/** The signs of the free words that a predicate asks for: of the patient, now, with the qualities that it names. */
export function signsTold(predicate: SignPredicate, signs: readonly ReadSign[]): ReadSign[] {
  const { sign: ids, tags, without, only, site, orUncertain, polarity = "present" } = predicate;
  const told = signs.filter(
    (sign) =>
      ids.includes(sign.id) &&
      (sign.polarity === polarity || (orUncertain === true && sign.polarity === "uncertain")) &&
      (tags === undefined || tags.some((tag) => sign.tags.has(tag))) &&
      (without === undefined || !without.some((tag) => sign.tags.has(tag))) &&
      (site === undefined || (sign.site !== null && site.includes(sign.site))),
  );
  return only === undefined || told.every((sign) => only.some((tag) => sign.tags.has(tag))) ? told : [];
}

/** What a predicate may ask of the medication that is being judged. */
export interface Subject {
  readonly drug: ListedDrug;
  readonly ingredient: string;
  /** The label's cap of an interaction is exceeded for this ingredient. */
  readonly capBreached: Ternary;
  /** Started or raised inside the usual window of its class. */
  readonly startedInsideWindow: Ternary;
}

/** What predicates look at; `Facts` has it all, and the conditions may still be growing. */
export type PredicateFacts = Pick<
  Facts,
  "context" | "today" | "drugNames" | "symptoms" | "labs" | "codes" | "pregnant" | "dialysis"
> & {
  readonly drugs: DrugsOnList;
  readonly conditions: { has(id: string): boolean };
  /** For red flags: numbers of the content are compared with a result at every age. */
  readonly everyAge?: true;
};

/**
 * Whether a condition of the content holds, in three values. A condition or drug that is not on a list counts as absent;
 * an answer, a result, an age or a date that was not entered is not known.
 * @param subject the medication that is judged; without one, what asks about it is not known
 */
export function evaluate(predicate: Predicate, facts: PredicateFacts, subject: Subject | null = null): Ternary {
  if ("all" in predicate) return allOf(predicate.all.map((part) => evaluate(part, facts, subject)));
  if ("any" in predicate) return anyOf(predicate.any.map((part) => evaluate(part, facts, subject)));
  if ("not" in predicate) return negate(evaluate(predicate.not, facts, subject));
  if ("symptom" in predicate) return answer(facts.symptoms.answers.get(predicate.symptom));
  if ("ticked" in predicate) return answer(facts.context.symptoms[predicate.ticked]);
  if ("sign" in predicate) return signsTold(predicate, facts.symptoms.signs).length > 0;
  if ("stopped" in predicate)
    return predicate.stopped.some((name) =>
      facts.drugs.stopped.some((drug) =>
        drug.profiles.some(({ names }) => names.has(name) || names.has(nameKey(name))),
      ),
    );
  if ("condition" in predicate) return facts.conditions.has(predicate.condition);
  if ("icd10cm" in predicate)
    return predicate.icd10cm.some((prefix) => facts.codes.some((code) => code.startsWith(plainCode(prefix))));
  if ("lab" in predicate)
    return "is" in predicate ? labIs(predicate.lab, predicate.is, facts) : labAgainst(predicate, facts);
  if ("egfrBelow" in predicate) return egfrBelow(predicate.egfrBelow, facts);
  if ("ageAtLeast" in predicate)
    return facts.context.ageYears === null ? null : facts.context.ageYears >= predicate.ageAtLeast;
  if ("ageBelow" in predicate)
    return facts.context.ageYears === null ? null : facts.context.ageYears < predicate.ageBelow;
  if ("sex" in predicate) return facts.context.sex === "unknown" ? null : facts.context.sex === predicate.sex;
  if ("pregnant" in predicate) return facts.pregnant;
  if ("dialysis" in predicate) return facts.dialysis;
  if ("alcoholUnitsAbove" in predicate)
    return facts.context.alcoholUnitsPerWeek === null
      ? null
      : facts.context.alcoholUnitsPerWeek > predicate.alcoholUnitsAbove;
  if ("drug" in predicate)
    return predicate.drug.some((name) => facts.drugNames.has(name) || facts.drugNames.has(nameKey(name)));
  return subject === null ? null : ofSubject(predicate, facts, subject);
}

type AboutSubject = Extract<
  Predicate,
  | { dailyDoseAbove: number }
  | { takenForDays: number }
  | { doseFellWithinDays: number }
  | { overuse: true }
  | { capBreached: true }
  | { startedInsideWindow: true }
>;

function ofSubject(predicate: AboutSubject, facts: PredicateFacts, subject: Subject): Ternary {
  const { drug } = subject;
  if ("overuse" in predicate) return drug.overuse;
  if ("capBreached" in predicate) return subject.capBreached;
  if ("startedInsideWindow" in predicate) return subject.startedInsideWindow;
  if ("takenForDays" in predicate) {
    const since = takenSince(drug.events);
    if (since === null) return null;
    const until = (isOver(drug) ? drug.stop : null) ?? { from: facts.today, to: facts.today };
    if (until.from - since.to >= predicate.takenForDays) return true;
    // A change of the dose says that it was taken then, and not since when.
    return drug.start !== null && until.to - since.from < predicate.takenForDays ? false : null;
  }
  if ("doseFellWithinDays" in predicate) {
    const falls = [...fallsOf(drug.events), ...(drug.stop === null || !isOver(drug) ? [] : [drug.stop])];
    if (falls.length === 0) return null;
    return anyOf(
      falls.map((day) =>
        day === null ? null : facts.today - day.to >= 0 && facts.today - day.to <= predicate.doseFellWithinDays,
      ),
    );
  }
  return dailyDoseAbove(predicate, facts, subject);
}

/** Of all products together that hold the ingredient: vitamin B6 is in many. */
function dailyDoseAbove(
  predicate: { dailyDoseAbove: number; unit: string },
  facts: PredicateFacts,
  subject: Subject,
): Ternary {
  const limit = predicate.dailyDoseAbove * (MG[predicate.unit.toLowerCase()] ?? 1);
  const doses = facts.drugs.current
    .filter((drug) => drug.profiles.some((profile) => profile.name === subject.ingredient))
    .map((drug) => drug.doseOf(subject.ingredient));
  const read = doses.filter((dose) => dose !== null);
  if (read.reduce((sum, dose) => sum + dose.mg, 0) > limit) return true;
  return read.length < doses.length || read.some((dose) => dose.certainty === "at-least") || read.length === 0
    ? null
    : false;
}

const MG: Readonly<Record<string, number>> = {
  g: 1000,
  mg: 1,
  microgram: 0.001,
  micrograms: 0.001,
  mcg: 0.001,
  ug: 0.001,
};

/** The kidneys of somebody on dialysis are below every limit that is set for a dose. */
function egfrBelow(limit: number, { labs, dialysis }: PredicateFacts): Ternary {
  if (labs.egfr !== null) return labs.egfr.value < limit;
  return dialysis === true && limit >= KIDNEY_FAILURE ? true : null;
}

/** Stage 5 of chronic kidney disease begins here. */
const KIDNEY_FAILURE = 15;

function answer(given: string | undefined): Ternary {
  return given === "yes" || given === "no" ? given === "yes" : null;
}

function labIs(
  labId: string,
  is: "low" | "high" | "critical-low" | "critical-high" | "abnormal" | "normal",
  facts: PredicateFacts,
): Ternary {
  const judged = facts.labs.latest.get(labId);
  if (judged === undefined || judged.interpretation === null) return null;
  if (is === "abnormal") return isAbnormal(judged);
  if (judged.interpretation === "abnormal") return is === "normal" ? false : null;
  if (is === "low") return isLow(judged);
  if (is === "high") return isHigh(judged);
  return judged.interpretation === is;
}

function labAgainst(
  predicate: { lab: string; below?: number; above?: number; unit: string },
  facts: PredicateFacts,
): Ternary {
  const judged = facts.labs.latest.get(predicate.lab);
  // The limits of the content are for adults (DESIGN, scope), except where they make an emergency.
  if (
    judged === undefined ||
    judged.value === null ||
    judged.notInterpretedBecause === "implausible" ||
    (facts.everyAge !== true && (facts.context.ageYears ?? ADULT_AGE) < ADULT_AGE)
  )
    return null;
  const value = fromFirstUnit(judged.lab, judged.value, predicate.unit);
  if (value === null) return null;
  return (
    (predicate.below === undefined || value < predicate.below) &&
    (predicate.above === undefined || value > predicate.above)
  );
}
