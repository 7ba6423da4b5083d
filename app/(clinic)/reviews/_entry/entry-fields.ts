import type { CaseInput } from "@/lib/domain/case";
import type { Resolution } from "@/lib/domain/medication";
import { splitAtLimit, wholeInput } from "@/lib/intake/within-limits";

export type YesNo = "" | "yes" | "no" | "unknown";

/** What the entry page holds: every field as it was typed. */
export type EntryFields = {
  medications: string;
  resolutions: Resolution[];
  conditions: string[];
  labs: string;
  localReference: string;
  birthYear: string;
  sex: string;
  onset: string;
  perWeek: string;
  /** Weekly counts, one line each. */
  diary: string;
  site: string;
  timing: string;
  pregnant: YesNo;
  gestationWeeks: string;
  dialysis: YesNo;
  alcoholUnitsPerWeek: string;
  symptoms: Record<string, string>;
  symptomText: string;
};
export type FieldName = keyof EntryFields;

export const EMPTY_ENTRY: EntryFields = {
  medications: "",
  resolutions: [],
  conditions: [],
  labs: "",
  localReference: "",
  birthYear: "",
  sex: "",
  onset: "",
  perWeek: "",
  diary: "",
  site: "",
  timing: "",
  pregnant: "",
  gestationWeeks: "",
  dialysis: "",
  alcoholUnitsPerWeek: "",
  symptoms: {},
  symptomText: "",
};

/** The entry as the contract has it. Numbers stay as typed: what is no number is reported, not dropped. */
export function inputFromEntry(entry: EntryFields, kept: CaseInput | null): CaseInput {
  const { read, beyond } = splitAtLimit(entry.medications);
  const whole = kept === null ? null : wholeInput(kept);
  const given = Object.fromEntries(
    Object.entries({
      birthYear: entry.birthYear.trim(),
      sex: entry.sex,
      pregnant: entry.pregnant,
      gestationWeeks: entry.gestationWeeks.trim(),
      dialysis: entry.dialysis,
      alcoholUnitsPerWeek: entry.alcoholUnitsPerWeek.trim(),
      symptomText: entry.symptomText,
    }).filter(([, value]) => value !== ""),
  );
  const cramps = Object.fromEntries(
    Object.entries({
      onset: partialDate(entry.onset),
      perWeek: entry.perWeek.trim(),
      diary: entry.diary.trim(),
      site: entry.site,
      timing: entry.timing,
    }).filter(([, value]) => value !== ""),
  );
  const symptoms = Object.fromEntries(Object.entries(entry.symptoms).filter(([, value]) => value !== ""));
  return {
    ...untouched(whole),
    medications: read,
    ...(beyond === "" ? {} : { medicationsBeyondLimit: beyond }),
    conditions: entry.conditions,
    labs: entry.labs,
    resolutions: entry.resolutions,
    context: { ...untouchedContext(whole), ...given, cramps, symptoms },
  };
}

/** The fields of a stored entry, as they were typed. */
export function entryFromInput(stored: CaseInput, localReference: string | null): EntryFields {
  const input = wholeInput(stored);
  const context = input.context ?? {};
  const cramps = fieldsOf(context.cramps);
  const medications = typeof input.medications === "string" ? input.medications : input.medications.join("\n");
  return {
    medications,
    resolutions: input.resolutions ?? [],
    conditions: input.conditions ?? [],
    labs: typeof input.labs === "string" ? input.labs : (input.labs ?? []).map(labLine).join("\n"),
    localReference: localReference ?? "",
    birthYear: typed(context.birthYear),
    sex: typed(context.sex),
    onset: typed(cramps.onset),
    perWeek: typed(cramps.perWeek),
    diary: diaryText(cramps.diary),
    site: typed(cramps.site),
    timing: typed(cramps.timing),
    pregnant: yesNo(context.pregnant),
    gestationWeeks: typed(context.gestationWeeks),
    dialysis: yesNo(context.dialysis),
    alcoholUnitsPerWeek: typed(context.alcoholUnitsPerWeek),
    symptoms: Object.fromEntries(
      Object.entries(fieldsOf(context.symptoms)).map(([name, value]) => [name, yesNo(value)]),
    ),
    symptomText: typed(context.symptomText),
  };
}

const DRAWN_CONTEXT = new Set([
  "birthYear",
  "sex",
  "pregnant",
  "gestationWeeks",
  "dialysis",
  "alcoholUnitsPerWeek",
  "symptomText",
  "cramps",
  "symptoms",
]);
const DRAWN = new Set(["medications", "conditions", "labs", "resolutions", "context"]);

/** What came in by another door and is not drawn here stays as it is. */
function untouched(kept: CaseInput | null): Record<string, unknown> {
  return Object.fromEntries(Object.entries(kept ?? {}).filter(([key]) => !DRAWN.has(key)));
}

function untouchedContext(kept: CaseInput | null): Record<string, unknown> {
  return Object.fromEntries(Object.entries(kept?.context ?? {}).filter(([key]) => !DRAWN_CONTEXT.has(key)));
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

function typed(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : "";
}

/** A diary that came in as fields, as the lines that the page takes. */
function diaryText(value: unknown): string {
  if (!Array.isArray(value)) return typed(value);
  return value
    .map((week) => {
      const { weekOf, count, days } = fieldsOf(week);
      return `${typed(weekOf)}: ${typed(count)}${typeof days === "number" ? `, ${days} days` : ""}`;
    })
    .join("\n");
}

function yesNo(value: unknown): YesNo {
  if (value === true || value === "yes") return "yes";
  if (value === false || value === "no") return "no";
  return value === "unknown" ? "unknown" : "";
}

function labLine(entry: unknown): string {
  if (typeof entry === "string") return entry;
  const { name, loinc, value, unit, date } = fieldsOf(entry);
  return [typed(name) || typed(loinc), typed(value), typed(unit), typed(date)].filter((part) => part !== "").join(" ");
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** “about Apr 2026”, “4/2026”, “2026-04” as `2026-04`; anything else as typed, so that it is reported and not guessed. */
export function partialDate(text: string): string {
  const tidy = text
    .trim()
    .toLowerCase()
    .replace(/^(about|around|approx\.?|since|circa|c\.)\s+/, "");
  const named = /^(?:(\d{1,2})\s+)?([a-z]{3,9})\.?,?\s+(\d{4})$/.exec(tidy);
  if (named) {
    const [, day, name = "", year = ""] = named;
    const month = MONTHS.indexOf(name.slice(0, 3)) + 1;
    if (month > 0)
      return [year, String(month).padStart(2, "0"), ...(day === undefined ? [] : [day.padStart(2, "0")])].join("-");
  }
  const numeric = /^(\d{1,2})[/.-](\d{4})$/.exec(tidy);
  if (numeric && Number(numeric[1]) >= 1 && Number(numeric[1]) <= 12)
    return `${numeric[2] ?? ""}-${(numeric[1] ?? "").padStart(2, "0")}`;
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(tidy) ? tidy : text.trim();
}
