import type { Intake, Medication } from "@/lib/domain/medication";
import type { Jurisdiction } from "@/lib/domain/vocabulary";
import { readMedications } from "@/lib/reading/medications/read-medications";
import { conceptIn, wordsOf } from "./concept";
import { dateIn } from "./dates";
import type { Part } from "./part";

/** What the directions of a resource say; null is not said. */
export type Directions = {
  words: string;
  intake: Intake | null;
  /** The amount in mg of one dose: the strength where the name gives none. */
  mg: number | null;
  frequency: string | null;
  route: string | null;
  asNeeded: boolean;
  start: string | null;
  end: string | null;
};

type Amount = { of: Intake["of"]; low: number; high: number };

/** The directions of a resource; several are added up where all are of a day, else the first is told and the words of all are kept. */
export function directionsOf(dosages: readonly Part[]): Directions {
  const read = dosages.map(readDosage);
  const [first] = read;
  const words = [...new Set(read.map((one) => one.words).filter((one) => one !== ""))].join("; ");
  if (first === undefined) return { ...NOTHING, words };
  const several = read.length > 1 && dosages.every((one) => (one.number("sequence") ?? 1) === 1);
  const summed = several ? sumOf(read) : null;
  return { ...first, words, ...(summed === null ? {} : { intake: summed, mg: null, frequency: "daily" }) };
}

const NOTHING: Directions = {
  words: "",
  intake: null,
  mg: null,
  frequency: null,
  route: null,
  asNeeded: false,
  start: null,
  end: null,
};

/** 2 in the morning and 1 at night are 3 a day. */
function sumOf(read: readonly Directions[]): Intake | null {
  const [first] = read;
  const of = first?.intake?.of ?? "unit";
  let total = 0;
  for (const { intake, frequency } of read) {
    const times = DAILY[frequency ?? ""];
    if (times === undefined || (intake?.of ?? "unit") !== of || (intake?.low ?? 1) !== (intake?.high ?? 1)) return null;
    total += (intake?.low ?? 1) * times;
  }
  return { of, low: total, high: total, per: "day" };
}

const DAILY: Readonly<Record<string, number>> = {
  daily: 1,
  "in the morning": 1,
  "at noon": 1,
  "in the evening": 1,
  "at night": 1,
  "twice daily": 2,
  "3 times a day": 3,
  "4 times a day": 4,
};

function readDosage(dosage: Part): Directions {
  const written = (dosage.text("text") ?? dosage.text("patientInstruction") ?? "").replace(/\s+/g, " ").trim();
  const rate = dosage.list("doseAndRate")[0];
  const amount = (rate === undefined ? null : amountOf(rate)) ?? amountOf(dosage);
  const timing = dosage.part("timing");
  const frequency = timing === null ? null : frequencyOf(timing);
  const route = routeIn(dosage);
  const asNeeded = isAsNeeded(dosage);
  return {
    words: written === "" ? inWords(amount, frequency, route, asNeeded ? neededWords(dosage) : "") : written,
    intake: amount === null || isOneUnit(amount) ? null : { ...amount, per: "dose" },
    mg: amount?.of === "mg" && amount.low === amount.high ? amount.low : null,
    frequency,
    route,
    asNeeded,
    ...boundsOf(timing),
  };
}

const isOneUnit = ({ of, low, high }: Amount): boolean => of === "unit" && low === 1 && high === 1;

function boundsOf(timing: Part | null): { start: string | null; end: string | null } {
  const bounds = timing?.part("repeat")?.part("boundsPeriod") ?? null;
  return bounds === null ? { start: null, end: null } : { start: dateIn(bounds, "start"), end: dateIn(bounds, "end") };
}

function isAsNeeded(dosage: Part): boolean {
  const told = dosage.flag("asNeededBoolean") ?? dosage.flag("asNeeded");
  return told ?? (dosage.has("asNeededCodeableConcept") || dosage.has("asNeededFor"));
}

function routeIn(dosage: Part): string | null {
  const route = wordsOf(conceptIn(dosage, "route"))[0]?.toLowerCase() ?? null;
  return route === null ? null : (ROUTES.find(([mark]) => route.includes(mark))?.[1] ?? route);
}

const ROUTES: readonly (readonly [string, string])[] = [
  ["oral", "oral"],
  ["mouth", "oral"],
  ["intravenous", "intravenous"],
  ["subcutaneous", "subcutaneous"],
  ["intramuscular", "intramuscular"],
  ["inhal", "inhaled"],
  ["transdermal", "transdermal"],
  ["topical", "topical"],
  ["cutaneous", "topical"],
  ["nasal", "nasal"],
  ["ophthalm", "eye"],
  ["rectal", "rectal"],
  ["vaginal", "vaginal"],
  ["sublingual", "sublingual"],
];

function amountOf(holder: Part): Amount | null {
  const quantity = holder.part("doseQuantity") ?? holder.part("dose");
  const range = holder.part("doseRange");
  const [low, high] = range === null ? [quantity, quantity] : [range.part("low"), range.part("high")];
  const [from, to] = [low?.number("value") ?? null, high?.number("value") ?? null];
  const least = from ?? to;
  const most = to ?? from;
  if (least === null || most === null || least < 0 || most < least) return null;
  const unit = unitOf(high ?? low);
  return unit === null ? null : { of: unit.of, low: tidied(least * unit.factor), high: tidied(most * unit.factor) };
}

const tidied = (value: number): number => Number(value.toPrecision(6));
const IN_MG: Readonly<Record<string, number>> = { mg: 1, g: 1000, ug: 0.001, mcg: 0.001, µg: 0.001, microgram: 0.001 };

/** What a dose counts; null where it counts neither units of the strength, nor mass, nor volume. */
function unitOf(quantity: Part | null): { of: Intake["of"]; factor: number } | null {
  const written = [quantity?.text("code") ?? null, quantity?.text("unit") ?? null].filter((one) => one !== null);
  if (written.length === 0) return { of: "unit", factor: 1 };
  for (const one of written.map((unit) =>
    unit
      .replace(/[{}[\]]/g, "")
      .trim()
      .toLowerCase(),
  )) {
    const mg = IN_MG[one];
    if (mg !== undefined) return { of: "mg", factor: mg };
    if (one === "ml" || one === "l") return { of: "mL", factor: one === "ml" ? 1 : 1000 };
    if (one === "1" || /^(?:tab|tbl|cap|puff|patch|drop|spray|lozenge|sachet|unit dose|actuat|each|piece)/.test(one))
      return { of: "unit", factor: 1 };
  }
  return null;
}

const CODED: Readonly<Record<string, string>> = {
  QD: "daily",
  BID: "twice daily",
  TID: "3 times a day",
  QID: "4 times a day",
  AM: "in the morning",
  PM: "in the evening",
  QOD: "every other day",
  HS: "at night",
  BED: "at night",
  WK: "weekly",
  MO: "monthly",
  Q4H: "every 4 hours",
  Q6H: "every 6 hours",
  Q8H: "every 8 hours",
};
const WHEN: Readonly<Record<string, string>> = {
  MORN: "in the morning",
  NOON: "at noon",
  AFT: "in the afternoon",
  EVE: "in the evening",
  NIGHT: "at night",
  HS: "at night",
};
const UNITS: Readonly<Record<string, string>> = { h: "hour", d: "day", wk: "week", mo: "month", a: "year" };

function frequencyOf(timing: Part): string | null {
  const code = conceptIn(timing, "code");
  const coded = code?.codes.map((one) => CODED[one.code.toUpperCase()]).find((one) => one !== undefined);
  const repeat = timing.part("repeat");
  const counted = repeat === null ? null : countedOf(repeat);
  return counted ?? coded ?? wordsOf(code)[0] ?? null;
}

function countedOf(repeat: Part): string | null {
  const when = repeat.value as { when?: unknown };
  const at = (Array.isArray(when.when) ? when.when : []).flatMap((one) =>
    typeof one === "string" && WHEN[one] !== undefined ? [WHEN[one]] : [],
  );
  const period = repeat.number("period");
  const unit = UNITS[repeat.text("periodUnit") ?? ""];
  const times = repeat.number("frequencyMax") ?? repeat.number("frequency") ?? 1;
  if (period === null || unit === undefined) return at.length > 0 ? at.join(" and ") : null;
  if (at.length > 0 && unit === "day" && period === 1) return at.join(" and ");
  if (period !== 1) return times === 1 ? `every ${period} ${unit}s` : `${times} times every ${period} ${unit}s`;
  if (times === 1) return unit === "day" ? "daily" : `every ${unit}`;
  return times === 2 && unit === "day" ? "twice daily" : `${times} times a ${unit}`;
}

function neededWords(dosage: Part): string {
  const [reason] = wordsOf(conceptIn(dosage, "asNeededCodeableConcept"));
  return reason === undefined ? "as needed" : `as needed for ${reason}`;
}

function inWords(amount: Amount | null, ...rest: readonly [string | null, string | null, string]): string {
  const [frequency, route, needed] = rest;
  const unit = amount === null || amount.of === "unit" ? "" : ` ${amount.of}`;
  const range = amount === null || amount.low === amount.high ? "" : ` to ${amount.high}`;
  const dose = amount === null ? "" : `take ${amount.low}${range}${unit}`;
  return [dose, route ?? "", frequency ?? "", needed].filter((one) => one !== "").join(", ");
}

/**
 * What the words of the directions say beside the fields, read behind the name of the drug; only of how it is taken. Words never
 * add, change or stop a drug.
 */
export function fromWords(
  { words }: Directions,
  medication: Medication,
  { asOf, jurisdiction }: { asOf: string; jurisdiction: Jurisdiction },
): Partial<Medication> {
  if (words === "") return {};
  const name = medication.ingredients.length === 1 ? (medication.ingredients[0]?.name ?? "") : medication.name;
  const [piece] = readMedications(`${name} ${medication.strength ?? ""} ${words}`, { asOf, jurisdiction });
  const read = piece?.status === "recognised" ? piece.medications[0] : undefined;
  if (read === undefined) return {};
  const { frequency, intake, route, asNeeded, strength, doubts } = read;
  const kept = doubts.filter(({ field }) => field === "frequency" || field === "route" || field === "strength");
  return { frequency, route, asNeeded, strength, doubts: kept, ...(intake === undefined ? {} : { intake }) };
}
