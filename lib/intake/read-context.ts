import type { z } from "zod";
import type { UnreadEntry } from "@/lib/domain/case";
import { CrampHistory, PatientContext } from "@/lib/domain/context";
import { IsoDate, YesNoUnknown, type Jurisdiction } from "@/lib/domain/vocabulary";
import { SIGN_IDS } from "@/lib/domain/symptom";
import { readDiary } from "./read-diary";

type Fields = Record<string, unknown>;

/** Collects what was entered and could not be understood, so that it is reported and never a reason to refuse the case. */
class Unread {
  readonly entries: UnreadEntry[] = [];

  add(where: string, value: unknown, status = "not understood"): void {
    this.entries.push({
      text: typeof value === "string" ? value : (JSON.stringify(value) ?? String(value)),
      where,
      status,
      suggestions: [],
    });
  }
}

/** The value where it fits the schema; else the fallback, and the value is reported as unread. */
function take<Schema extends z.ZodType, Fallback>(
  schema: Schema,
  fields: Fields,
  key: string,
  where: string,
  unread: Unread,
  fallback: Fallback,
): z.output<Schema> | Fallback {
  const value = fields[key];
  if (value === undefined || value === null || value === "") return fallback;
  const parsed = schema.safeParse(TIDY[key]?.(value) ?? value);
  if (parsed.success) return parsed.data;
  unread.add(`${where}.${key}`, value);
  return fallback;
}

const asFields = (value: unknown): Fields | null =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : null;

/** `yes`, `no`, `true` and `false` in whatever case; anything else stays as it is for the schema to judge. */
function yesNo(value: unknown): unknown {
  if (value === true) return "yes";
  if (value === false) return "no";
  return typeof value === "string" ? value.trim().toLowerCase() : value;
}

/** Numbers typed as words of digits ("67"). */
const numeric = (value: unknown): unknown =>
  typeof value === "string" && /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value;

/** A time stamp is cut to its calendar date. */
const dateOnly = (value: unknown): unknown =>
  typeof value === "string" ? value.trim().replace(/^([^T]*)T.*$/, "$1") : value;

const SEX_WORDS: ReadonlyMap<string, string> = new Map([
  ["f", "female"],
  ["m", "male"],
  ["u", "unknown"],
  ["woman", "female"],
  ["man", "male"],
]);

function sexWord(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const word = value.trim().toLowerCase();
  return SEX_WORDS.get(word) ?? word;
}

/** Ways of writing that mean the same; what is still not understood after them is reported. */
const TIDY: Readonly<Record<string, (value: unknown) => unknown>> = {
  asOf: dateOnly,
  onset: dateOnly,
  jurisdiction: (value) => (typeof value === "string" ? value.trim().toUpperCase() : value),
  sex: sexWord,
  ageYears: numeric,
  birthYear: numeric,
  gestationWeeks: numeric,
  alcoholUnitsPerWeek: numeric,
  perWeek: numeric,
};

function readFlag(fields: Fields, key: string, unread: Unread): boolean | null {
  const answer = take(YesNoUnknown, { [key]: yesNo(fields[key]) }, key, "context", unread, "unknown");
  return answer === "unknown" ? null : answer === "yes";
}

function readSymptoms(value: unknown, unread: Unread): Record<string, YesNoUnknown> {
  if (value === undefined || value === null) return {};
  const fields = asFields(value);
  if (fields === null) {
    unread.add("context.symptoms", value);
    return {};
  }
  const symptoms: Record<string, YesNoUnknown> = {};
  for (const [name, answer] of Object.entries(fields)) {
    const parsed = YesNoUnknown.safeParse(yesNo(answer));
    if (parsed.success) {
      symptoms[name] = parsed.data;
      if (!SIGN_IDS.has(name) && parsed.data !== "unknown")
        unread.add(`context.symptoms.${name}`, `${name}: ${parsed.data}`, "unknown symptom");
    } else if (answer !== null) unread.add(`context.symptoms.${name}`, answer);
  }
  return symptoms;
}

function readCramps(
  value: unknown,
  unread: Unread,
  reading: { asOf: IsoDate; jurisdiction: Jurisdiction },
): CrampHistory {
  const fields = value === undefined || value === null ? {} : asFields(value);
  if (fields === null) {
    unread.add("context.cramps", value);
    return CrampHistory.parse({});
  }
  const { onset, perWeek, timing, site } = CrampHistory.shape;
  reportUnknownKeys(fields, Object.keys(CrampHistory.shape), "context.cramps", unread);
  const diary = readDiary(fields.diary, reading);
  for (const line of diary.unread) unread.add("context.cramps.diary", line);
  return {
    onset: take(onset.unwrap(), fields, "onset", "context.cramps", unread, null),
    perWeek: take(perWeek.unwrap(), fields, "perWeek", "context.cramps", unread, null),
    timing: take(timing.unwrap(), fields, "timing", "context.cramps", unread, null),
    site: take(site.unwrap(), fields, "site", "context.cramps", unread, null),
    ...(diary.weeks.length === 0 ? {} : { diary: diary.weeks }),
  };
}

function reportUnknownKeys(fields: Fields, known: readonly string[], where: string, unread: Unread): void {
  for (const [key, value] of Object.entries(fields)) {
    if (!known.includes(key) && value !== null && value !== undefined)
      unread.add(`${where}.${key}`, value, "unknown key");
  }
}

/** The age reached in the year of `asOf`, or null where the year of birth cannot be one. Years; off by at most one. */
function ageFromBirthYear(birthYear: number | null, asOf: string, unread: Unread): number | null {
  if (birthYear === null) return null;
  const age = Number(asOf.slice(0, 4)) - birthYear;
  if (age >= 0 && age <= 130) return age;
  unread.add("context.birthYear", birthYear, age < 0 ? "in the future" : "not a plausible year of birth");
  return null;
}

/**
 * Reads a case's context field by field (CONTRACT.md). What does not fit is reported, and the field is "not entered".
 * @param today used for `asOf` where none is given (ISO date)
 */
export function readContext(value: unknown, today: IsoDate): { context: PatientContext; unread: UnreadEntry[] } {
  const unread = new Unread();
  const fields = value === undefined || value === null ? {} : asFields(value);
  if (fields === null) unread.add("context", value);
  const given = fields ?? {};
  const shape = PatientContext.shape;
  reportUnknownKeys(given, Object.keys(shape), "context", unread);
  const asOf = take(IsoDate, given, "asOf", "context", unread, today);
  const birthYear = take(shape.birthYear.unwrap(), given, "birthYear", "context", unread, null);
  const ageFromYear = ageFromBirthYear(birthYear, asOf, unread);
  const jurisdiction = take(shape.jurisdiction.unwrap(), given, "jurisdiction", "context", unread, "US");
  const context: PatientContext = {
    asOf,
    jurisdiction,
    ageYears: take(shape.ageYears.unwrap(), given, "ageYears", "context", unread, null) ?? ageFromYear,
    birthYear: ageFromYear === null ? null : birthYear,
    sex: take(shape.sex.unwrap(), given, "sex", "context", unread, "unknown"),
    pregnant: readFlag(given, "pregnant", unread),
    gestationWeeks: take(shape.gestationWeeks.unwrap(), given, "gestationWeeks", "context", unread, null),
    dialysis: readFlag(given, "dialysis", unread),
    alcoholUnitsPerWeek: take(
      shape.alcoholUnitsPerWeek.unwrap(),
      given,
      "alcoholUnitsPerWeek",
      "context",
      unread,
      null,
    ),
    cramps: readCramps(given.cramps, unread, { asOf, jurisdiction }),
    symptoms: readSymptoms(given.symptoms, unread),
    symptomText: take(shape.symptomText.unwrap(), given, "symptomText", "context", unread, null),
  };
  return { context, unread: unread.entries };
}
