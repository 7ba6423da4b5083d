import { codesOf, conceptIn, statusIn, wordsOf, type Concept } from "./concept";
import { dateIn, firstDate } from "./dates";
import type { Part } from "./part";
import type { Held } from "./resources";

/** What the file says of the patient, in the fields of a case's context; what it does not say is left out. */
export type FhirContext = {
  birthYear?: number;
  sex?: "male" | "female" | "other";
  deceased?: boolean;
  pregnant?: boolean;
  gestationWeeks?: number;
  dialysis?: boolean;
  /** Further fields of a case, as our own export writes them. */
  [field: string]: unknown;
};

const PREGNANCY_STATUS = "82810-3";
const GESTATIONAL_AGE = "11884-4";
const PREGNANT: ReadonlySet<string> = new Set(["LA15173-0", "77386006"]);
const NOT_PREGNANT: ReadonlySet<string> = new Set(["LA26683-5", "60001007"]);
/** A pregnancy lasts no longer. */
const MOST_WEEKS = 42;

/** Birth year, sex and death of a Patient. Names, addresses and numbers are not looked at. */
export function patientContext({ part }: Held): FhirContext {
  const year = /^\d{4}/.exec(part.text("birthDate") ?? "")?.[0];
  const gender = part.text("gender")?.toLowerCase();
  const deceased = part.has("deceasedDateTime") || part.flag("deceasedBoolean") === true;
  return {
    ...(year === undefined ? {} : { birthYear: Number(year) }),
    ...(gender === "male" || gender === "female" || gender === "other" ? { sex: gender } : {}),
    ...(deceased ? { deceased: true } : {}),
  };
}

/** What of an Observation is of the context; null where it is of something else, a reason where it is too old. */
export function observedContext({ part }: Held, asOf: string): FhirContext | { reason: string } | null {
  const concept = conceptIn(part, "code");
  const ofPregnancy = isOf(concept, PREGNANCY_STATUS, "pregnancy status");
  if (!ofPregnancy && !isOf(concept, GESTATIONAL_AGE, "gestational age")) return null;
  if (statusIn(part, "status") === "entered-in-error") return { reason: "entered in error" };
  const date = firstDate(part, "effectiveDateTime", "effectiveInstant", "issued") ?? periodEnd(part);
  const weeksAgo = date === null ? 0 : weeksBetween(date, asOf);
  if (!ofPregnancy) return gestationIn(part, date, weeksAgo);
  const pregnant = pregnantIn(part);
  if (pregnant === null) return { reason: "pregnancy status without an answer that is read here" };
  return weeksAgo > MOST_WEEKS ? { reason: `of ${date}, more than ${MOST_WEEKS} weeks ago` } : { pregnant };
}

/** The weeks on the day of the review. */
function gestationIn(part: Part, date: string | null, weeksAgo: number): FhirContext | { reason: string } {
  const quantity = part.part("valueQuantity");
  const value = quantity?.number("value") ?? null;
  const unit = quantity?.text("code") ?? quantity?.text("unit") ?? "wk";
  if (value === null) return { reason: "gestational age without a value" };
  const weeks = Math.floor(/^d/i.test(unit) ? value / 7 : value) + Math.floor(weeksAgo);
  return weeks >= 1 && weeks <= MOST_WEEKS
    ? { pregnant: true, gestationWeeks: weeks }
    : { reason: `of ${date ?? "no date"}, that pregnancy is over` };
}

const isOf = (concept: Concept | null, code: string, name: string): boolean =>
  codesOf(concept, "loinc").includes(code) || wordsOf(concept)[0]?.toLowerCase().startsWith(name) === true;

function periodEnd(part: Part): string | null {
  const period = part.part("effectivePeriod");
  return period === null ? null : (dateIn(period, "end") ?? dateIn(period, "start"));
}

function pregnantIn(part: Part): boolean | null {
  const flag = part.flag("valueBoolean");
  if (flag !== null) return flag;
  const concept = conceptIn(part, "valueCodeableConcept");
  if (has(concept, NOT_PREGNANT)) return false;
  if (has(concept, PREGNANT)) return true;
  const words = (wordsOf(concept)[0] ?? part.text("valueString") ?? "").toLowerCase();
  if (/possibl|unknown|unsure|suspect|unclear/.test(words)) return null;
  if (/\bnot\b|\bno\b|negative/.test(words)) return false;
  return /pregnant|\byes\b|positive/.test(words) ? true : null;
}

const has = (concept: Concept | null, codes: ReadonlySet<string>): boolean =>
  concept?.codes.some(({ code }) => codes.has(code)) === true;

function weeksBetween(date: string, asOf: string): number {
  const full = date.length === 10 ? date : `${date}-01-01`.slice(0, 10);
  return (Date.parse(asOf) - Date.parse(full)) / (7 * 86_400_000);
}

/** Dialysis that goes on or was done within the last month. */
export function dialysisIn({ part }: Held, asOf: string): boolean {
  const words = wordsOf(conceptIn(part, "code")).join(" ");
  if (!/dialysis/i.test(words)) return false;
  const status = statusIn(part, "status");
  if (status === "in-progress") return true;
  const period = part.part("performedPeriod") ?? part.part("occurrencePeriod");
  const date =
    firstDate(part, "performedDateTime", "occurrenceDateTime") ??
    (period === null ? null : (dateIn(period, "end") ?? dateIn(period, "start")));
  return status === "completed" && date !== null && weeksBetween(date, asOf) <= 5;
}
