import { displayDate } from "@/lib/domain/display-date";
import { ingredientsOfRxcui } from "@/lib/terminology/drugs/rxcui";
import { codeOf, wordsOf, type Concept, type Dosage, type MedicationResource, type Quantity } from "./resources";

/** A line of the medication list made of one resource; `prescribed`: the dates of its orders, for repeats of the same line. */
export type MedicationLine = { words: string; taking: string; prescribed: string[]; current: boolean };

/** How a status is said in the line, in words that reading knows; nothing for what is taken now. */
const TAKING_WORDS: Readonly<Record<string, string>> = {
  "on-hold": "on hold",
  cancelled: "cancelled",
  completed: "completed",
  stopped: "stopped",
  ended: "stopped",
  "not-taken": "not taking",
  "not-done": "not taking",
  draft: "planned",
  intended: "planned",
  unknown: "unclear whether taken",
};

/**
 * One medication resource as a person would write it: name, directions, since when, and what has become of it. Everything that
 * it says about the drug is left to the ordinary reading. Null where it was entered in error.
 * @param conceptOf finds the drug of a reference (a contained or separate Medication)
 */
export function medicationLine(
  resource: MedicationResource,
  position: number,
  conceptOf: (reference: string) => Concept | null,
): MedicationLine | null {
  if (resource.status === "entered-in-error") return null;
  const taking = takingOf(resource);
  const dosages = dosagesOf(resource);
  const words = [
    nameOf(resource, position, conceptOf),
    dosages
      .map(formatDosage)
      .filter((part) => part !== "")
      .join("; "),
    formatSince(resource, dosages),
  ]
    .filter((part) => part !== "")
    .join(", ");
  return {
    words,
    taking,
    prescribed: resource.authoredOn === undefined ? [] : [resource.authoredOn.slice(0, 10)],
    current: taking === "",
  };
}

/** The line as it is written into the list. Several orders of the same are one line that says so. */
export function writtenLine({ words, taking, prescribed }: MedicationLine): string {
  const dates = [...prescribed].sort();
  const [first, last] = [dates[0], dates[dates.length - 1]];
  const orders = first === undefined || last === undefined ? "" : describeOrders(dates.length, first, last);
  return [words, orders, taking].filter((part) => part !== "").join(", ");
}

function takingOf(resource: MedicationResource): string {
  if (resource.doNotPerform === true || resource.taken === "n") return "not taking";
  // A dose that was given says nothing about what is taken now.
  if (resource.resourceType === "MedicationAdministration")
    return resource.status === "not-done" ? "not taking" : "unclear whether still taken";
  if (resource.intent === "proposal" || resource.intent === "plan") return "planned";
  return TAKING_WORDS[resource.status ?? ""] ?? "";
}

function nameOf(
  resource: MedicationResource,
  position: number,
  conceptOf: (reference: string) => Concept | null,
): string {
  const { medicationCodeableConcept, medicationReference } = resource;
  const reference = medicationReference?.reference ?? "";
  const contained = resource.contained?.find((one) => `#${one.id ?? ""}` === reference)?.code;
  const concepts = [medicationCodeableConcept, contained, conceptOf(reference) ?? undefined];
  for (const concept of concepts) {
    const name = wordsOf(concept) ?? nameOfCode(codeOf(concept, "rxnorm"));
    if (name !== null) return name;
  }
  if (medicationReference?.display) return medicationReference.display.trim();
  return `Medication without a name (${resource.resourceType} ${position})`;
}

function nameOfCode(rxcui: string | null): string | null {
  if (rxcui === null) return null;
  const ingredients = ingredientsOfRxcui(rxcui);
  return ingredients.length === 0
    ? `Medication without a name (RxNorm ${rxcui})`
    : ingredients.map((ingredient) => ingredient.name).join(" and ");
}

function dosagesOf({ dosageInstruction, dosage }: MedicationResource): Dosage[] {
  if (dosageInstruction !== undefined) return dosageInstruction;
  if (dosage === undefined) return [];
  return Array.isArray(dosage)
    ? dosage
    : [dosage.dose === undefined ? dosage : { ...dosage, doseQuantity: dosage.dose }];
}

/** The directions: as somebody wrote them, else put into words. */
function formatDosage(dosage: Dosage): string {
  const written = (dosage.text ?? dosage.patientInstruction ?? "").replace(/\s+/g, " ").trim();
  if (written !== "") return written;
  const [rate] = dosage.doseAndRate ?? [];
  const amount =
    formatAmount(rate?.doseQuantity ?? dosage.doseQuantity) || formatRange(rate?.doseRange ?? dosage.doseRange);
  const needed =
    dosage.asNeededBoolean === true || dosage.asNeededCodeableConcept !== undefined ? `as needed${reason(dosage)}` : "";
  return [amount === "" ? "" : `take ${amount}`, wordsOf(dosage.route) ?? "", formatTiming(dosage), needed]
    .filter((part) => part !== "")
    .join(", ");
}

const reason = (dosage: Dosage): string => {
  const words = wordsOf(dosage.asNeededCodeableConcept);
  return words === null ? "" : ` for ${words}`;
};

function formatAmount(quantity: Quantity | undefined): string {
  if (quantity?.value === undefined) return "";
  const unit = (quantity.unit ?? quantity.code ?? "").replace(/[{}]/g, "").trim();
  return `${quantity.value}${unit === "" || unit === "1" ? "" : ` ${unit}`}`;
}

function formatRange(range: { low?: Quantity | undefined; high?: Quantity | undefined } | undefined): string {
  const [low, high] = [formatAmount(range?.low), formatAmount(range?.high)];
  return low !== "" && high !== "" ? `${low} to ${high}` : low || high;
}

const UNIT_WORDS: Readonly<Record<string, string>> = {
  h: "hour",
  d: "day",
  wk: "week",
  mo: "month",
  min: "minute",
  s: "second",
  a: "year",
};

function formatTiming({ timing }: Dosage): string {
  const coded = wordsOf(timing?.code) ?? timing?.code?.coding?.[0]?.code;
  if (coded) return coded;
  const { frequency = 1, period, periodUnit } = timing?.repeat ?? {};
  const unit = UNIT_WORDS[periodUnit ?? ""];
  if (period === undefined || unit === undefined) return "";
  if (period === 1) {
    if (frequency !== 1) return `${frequency} times a ${unit}`;
    return unit === "day" ? "once daily" : `every ${unit}`;
  }
  return frequency === 1 ? `every ${period} ${unit}s` : `${frequency} times every ${period} ${unit}s`;
}

function formatSince(resource: MedicationResource, dosages: readonly Dosage[]): string {
  const bounds = dosages.map((dosage) => dosage.timing?.repeat?.boundsPeriod).find((period) => period !== undefined);
  const start = resource.effectivePeriod?.start ?? bounds?.start;
  const end = resource.effectivePeriod?.end ?? bounds?.end;
  const given = resource.resourceType === "MedicationAdministration";
  const at = given ? (resource.effectiveDateTime ?? start) : undefined;
  if (given) return at === undefined ? "" : `given ${displayDate(at)}`;
  return [
    start === undefined ? "" : `since ${displayDate(start)}`,
    end === undefined ? "" : `until ${displayDate(end)}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}

function describeOrders(times: number, first: string, last: string): string {
  if (times === 1) return `prescribed ${displayDate(first)}`;
  return `prescribed ${times} times, ${displayDate(first)} to ${displayDate(last)}`;
}
