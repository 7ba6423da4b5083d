import type { Doubt, Medication } from "@/lib/domain/medication";
import type { Jurisdiction } from "@/lib/domain/vocabulary";
import { type CombinationHints, combinationStrengths } from "@/lib/terminology/drugs/combination-strengths";
import { canBeMade, nearestStrengths, unitsOfAmount } from "@/lib/terminology/drugs/strengths";
import { isClinicalDrug } from "@/lib/reading/medications/names/clinical-drug";
import type { RowFacts } from "@/lib/reading/medications/layout/row-facts";
import { type Course, type DateOrder, dateAt, readCourse } from "@/lib/reading/dates/medication-dates";
import { type DoseHistory, readDoseHistory } from "@/lib/reading/medications/history/dose-changes";
import type { NameGroup, SectionState, Span, UseMark } from "@/lib/reading/medications/text/list-parts";
import { type ResolvedName, resolveNames } from "@/lib/reading/medications/names/resolve-names";
import { type ReadIntake, readIntake } from "@/lib/reading/medications/directions/intake";
import { readSig } from "@/lib/reading/medications/directions/sig";
import { readStrength, type Strength } from "@/lib/reading/medications/directions/strength";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { NUMBER_WORDS } from "@/lib/reading/medications/vocabulary/frequencies";
import { SEVERAL_UNITS } from "@/lib/reading/medications/vocabulary/units";

export type MedicationContext = {
  section: SectionState;
  mark: UseMark | null;
  asOf: string;
  jurisdiction: Jurisdiction;
  /** What the columns of its table or the fields of its record say. */
  row?: RowFacts | null;
  dateOrder?: DateOrder | "both" | null;
};

/** One medication with everything its stretch of the text says of it. */
export function buildMedication(
  tokens: readonly Token[],
  span: Span,
  group: NameGroup,
  context: MedicationContext,
  resolved: ResolvedName = resolveNames(tokens, group),
): Medication {
  const strength = readStrength(tokens, span, group);
  const sig = readSig(tokens, span, group);
  const history = readDoseHistory(tokens, span, group, context);
  const course = { ...readCourse(tokens, span, context), ...datesOf(tokens, context) };
  if (history.changes?.some(({ kind, date }) => kind === "restarted" && date !== null && date === course.start))
    Object.assign(course, { start: null, startChoices: [] });
  if (history.paused) Object.assign(course, { stop: null, stopChoices: [] });
  const doubts: Doubt[] = [];
  if (course.startChoices.length > 1) doubts.push({ field: "start", choices: course.startChoices });
  if (course.stopChoices.length > 1) doubts.push({ field: "stop", choices: course.stopChoices });
  if (context.mark?.choices !== undefined) doubts.push({ field: "use", choices: [...context.mark.choices] });
  const amount = readAmount(strength, resolved, () => combinationHints(tokens, span));
  const taken = intakeOf(tokens, { from: group.to, to: span.to }, strength, amount.text, resolved);
  if (amount.choices.length > 1) doubts.push({ field: "strength", choices: amount.choices });
  else if (taken.strengths.length > 1)
    doubts.push({ field: "strength", choices: taken.strengths.map((mg) => `${mg} mg`) });
  else if (sig.route === null || sig.route === "oral") {
    const odd = oddStrength(resolved, amount.text);
    if (odd !== null) doubts.push({ field: "strength", choices: odd });
  }
  doubts.push(...sig.choices.map(({ field, choices }) => ({ field, choices: [...choices] })));
  return {
    name: resolved.name,
    match: isClinicalDrug(tokens, span, group) ? "clinical-drug" : resolved.match,
    ingredients: resolved.ingredients,
    strength: doseNow(history) ?? amount.text,
    form: sig.form,
    route: sig.route,
    frequency: sig.frequency ?? taken.frequency,
    ...(taken.intake === null ? {} : { intake: taken.intake }),
    asNeeded: sig.asNeeded || context.section.asNeeded,
    start: course.start,
    stop: course.stop,
    ...takingOf(
      history.paused ? withoutStop(context) : context,
      course.lastDose && sig.route !== "oral" ? null : course.stop,
    ),
    doubts,
    ...told(history, amount.text),
  };
}

/**
 * "amlodipine 10" is 10 mg, because amlodipine is sold in no other unit; where several fit, the number stays as it is written and
 * the clinician is asked.
 */
function readAmount(
  strength: Strength | null,
  resolved: ResolvedName,
  hints: () => CombinationHints,
): { text: string | null; choices: string[] } {
  if (strength === null) return { text: null, choices: [] };
  const single = /^([\d.,]+)(?: (?:mg|micrograms|g))?$/.exec(strength.text)?.[1];
  if (single !== undefined && resolved.ingredients.length > 1) {
    const products = combinationStrengths(
      resolved.name,
      resolved.ingredients,
      Number(single.replaceAll(",", "")),
      hints(),
    );
    if (products.length > 1) return { text: strength.text, choices: [...products] };
  }
  if (strength.unitGiven || !/^[\d.,]+$/.test(strength.text)) return { text: strength.text, choices: [] };
  const listed = severalUnits(resolved);
  const sold = unitsOfAmount(resolved.ingredients, Number(strength.text.replaceAll(",", "")));
  const units = listed.length > 0 ? listed : sold;
  if (listed.length === 0 && sold.length === 1) return { text: `${strength.text} ${sold[0] ?? ""}`, choices: [] };
  return { text: strength.text, choices: units.map((unit) => `${strength.text} ${unit}`) };
}

/** A strength that no product of the drug makes: as written, and what may have been meant. Null where it can be made, or is not known. */
export function oddStrength(resolved: ResolvedName, strength: string | null): string[] | null {
  const [, number = "", unit = ""] = /^([\d.,]+) (mg|micrograms|g)$/.exec(strength ?? "") ?? [];
  const factor = IN_MG[unit];
  const [only, ...more] = resolved.ingredients;
  if (strength === null || factor === undefined || only === undefined || more.length > 0) return null;
  const mg = Number(number.replaceAll(",", "")) * factor;
  const made = canBeMade(only, mg);
  // An abbreviation may stand for another drug, so that its strength has to fit well.
  if (made === null || (made.size && (made.exact || resolved.match !== "abbreviation"))) return null;
  const slip = [mg / 1000, mg * 1000].filter((other) => canBeMade(only, other)?.exact === true);
  const meant = slip.length > 0 ? slip : nearestStrengths(only, mg).slice(0, 2);
  return [
    strength,
    ...meant.map((other) => (other < 1 ? `${tidied(other * 1000)} micrograms` : `${tidied(other)} mg`)),
  ];
}

const IN_MG: Readonly<Record<string, number>> = { mg: 1, micrograms: 0.001, g: 1000 };
const tidied = (value: number): string => String(Number(value.toPrecision(6)));

/** Start and end by their columns. */
function datesOf(tokens: readonly Token[], context: MedicationContext): Partial<Course> {
  const { row = null } = context;
  const at = (cell: Span | null) => (cell === null ? null : dateAt(tokens, cell.from, cell.to, context));
  const [start, stop] = [at(row?.start ?? null), at(row?.stop ?? null)];
  return {
    ...(start === null ? {} : { start: start.date, startChoices: start.choices }),
    ...(stop === null ? {} : { stop: stop.date, stopChoices: stop.choices, lastDose: false }),
  };
}

function intakeOf(
  tokens: readonly Token[],
  stretch: Span,
  strength: Strength | null,
  ...[text, resolved]: [string | null, ResolvedName]
): ReadIntake {
  const mg = /^([\d.,]+) mg$/.exec(text ?? "")?.[1];
  const read = readIntake(tokens, stretch, {
    at: strength?.at ?? -1,
    mg: mg === undefined ? null : Number(mg.replaceAll(",", "")),
  });
  // An amount in mg does not say of which part of a combination it is.
  return read.intake?.of === "mg" && resolved.ingredients.length > 1 ? { ...read, intake: null } : read;
}

/** The words of the line, among which may be the inhaler's device, and how many puffs one dose is. */
function combinationHints(tokens: readonly Token[], span: Span): CombinationHints {
  const words = tokens.slice(span.from, Math.min(span.to, span.from + MOST_HINTS));
  const puffs = words.findIndex(
    ({ text }) =>
      text === "puff" || text === "puffs" || text === "inhalation" || text === "inhalations" || text === "p",
  );
  const before = words[puffs - 1];
  const amount = before === undefined ? null : numberIn(before);
  return {
    words: new Set(words.map(({ text }) => text)),
    puffs: puffs < 1 || amount === null || !Number.isInteger(amount) ? null : amount,
  };
}

/** As many words as a line about one medication has. */
const MOST_HINTS = 60;

/** The units that a bare number may stand for, where more than one is in use for an ingredient. */
function severalUnits(resolved: ResolvedName): readonly string[] {
  for (const ingredient of resolved.ingredients) {
    const units = SEVERAL_UNITS.get(ingredient.name);
    if (units !== undefined) return units;
  }
  return [];
}

/** What the words say comes before what the section says; an end that has passed makes a drug stopped. */
function takingOf(context: MedicationContext, stop: string | null): Pick<Medication, "use" | "useReason"> {
  const { section } = context;
  // "stop 01/05/2027": an end that is still to come stops nothing yet.
  const toCome = stop !== null && context.mark?.use === "stopped" && stop > context.asOf.slice(0, stop.length);
  const mark = toCome ? null : context.mark;
  if (mark !== null && mark.use !== "current") return { use: mark.use, useReason: mark.reason };
  if (stop !== null && stop < context.asOf.slice(0, stop.length)) return { use: "stopped", useReason: `ended ${stop}` };
  // Under "Plan:" a "start" speaks of what is to come; under "Allergies:" nothing is taken, whatever the words.
  const isOfSection = mark === null || (section.use === "planned" && mark.use === "current");
  if (isOfSection && section.use !== "current")
    return { use: section.use, useReason: `under “${section.words ?? section.use}”` };
  return { use: "current", useReason: null };
}

/** Where the drug is taken again, the word "stopped" speaks of what was. */
function withoutStop(context: MedicationContext): MedicationContext {
  return context.mark?.use === "stopped" || context.mark?.use === "held" ? { ...context, mark: null } : context;
}

/** The dose that the last change led to: "sertraline 25 mg, increased to 50 mg" is 50 mg now. */
function doseNow(history: DoseHistory): string | null {
  const last = history.changes?.filter(({ kind }) => kind === "increased" || kind === "decreased").at(-1)?.to ?? null;
  return last !== null && /[a-z%]/i.test(last) ? last : null;
}

/** The history as the medication carries it; "5 mg, increased from 2.5 mg" names the dose that it was raised to. */
function told(
  { changes, dechallenge, rechallenge }: DoseHistory,
  strength: string | null,
): Pick<Medication, "changes" | "dechallenge" | "rechallenge"> {
  const whole = changes?.map((change) =>
    change.from !== null && change.to === null && strength !== null && strength !== change.from
      ? { ...change, to: strength }
      : change,
  );
  return {
    ...(whole === undefined ? {} : { changes: whole }),
    ...(dechallenge === undefined ? {} : { dechallenge }),
    ...(rechallenge === undefined ? {} : { rechallenge }),
  };
}

function numberIn({ kind, text }: Token): number | null {
  return kind === "number" ? Number(text) : (NUMBER_WORDS.get(text) ?? null);
}
