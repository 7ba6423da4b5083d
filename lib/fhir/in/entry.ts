import { AppError } from "@/lib/domain/errors";
import { displayDate } from "@/lib/domain/display-date";
import type { MedicationPiece } from "@/lib/domain/medication";
import type { MedicationUse } from "@/lib/domain/vocabulary";
import { readConditions } from "@/lib/reading/conditions/read-conditions";
import { readMedications } from "@/lib/reading/medications/read-medications";
import { sameDrug } from "./name-reader";
import { readFhir, type FhirReading, type ReadFhirOptions } from "./read-fhir";
import { caseOf, oncePerDrug } from "./to-case";

/** A kind of resource in a file that gave nothing to the entry, how many there are, and why. `names`: of results, the tests. */
export type NotReadKind = { what: string; count: number; why: string; names: string[] };

/** What a FHIR file gives to the fields of the entry. Names, addresses and identifiers are never taken. */
export type FhirEntry = {
  medications: string[];
  conditions: string[];
  results: string[];
  birthYear: string | null;
  sex: string | null;
  /** Left out where the file does not say. */
  pregnant?: "yes" | "no";
  gestationWeeks?: string;
  dialysis?: "yes";
  notRead: NotReadKind[];
};

/**
 * A FHIR file for the entry, where everything stands as words that a person can change. The rows are those of every other door; a
 * line that the ordinary reading would take for another drug or use is written in plainer words.
 * @throws AppError as `readFhir`, and `bad-input` where the file holds more than one patient
 */
export function fhirEntry(text: string, options: ReadFhirOptions): FhirEntry {
  const reading = readFhir(text, options);
  if (reading.patients > 1)
    throw new AppError(
      "bad-input",
      `This file holds ${reading.patients} patients. Nothing was changed. Import one patient at a time.`,
    );
  const { labs } = caseOf(reading, options.asOf);
  const rows = [...oncePerDrug(reading.medications), ...reading.allergies];
  const { birthYear, sex, pregnant, gestationWeeks, dialysis } = reading.context;
  return {
    medications: distinct(rows.map((piece) => medicationLine(piece, options))),
    conditions: distinct(reading.conditions.flatMap((row) => conditionLines(row, options))),
    results: labs.map(({ results: [result], text: written }) => {
      if (result === undefined) return written;
      const { referenceLow: low, referenceHigh: high, date } = result;
      const range = low === null || high === null ? "" : `(${low}-${high})`;
      const value = `${result.comparator ?? ""}${result.value}`;
      return joined([result.name, value, result.unit ?? "", range, date === null ? "" : displayDate(date)], " ");
    }),
    birthYear: birthYear === undefined ? null : String(birthYear),
    sex: sex ?? null,
    ...(pregnant === undefined ? {} : { pregnant: pregnant ? "yes" : "no" }),
    ...(gestationWeeks === undefined ? {} : { gestationWeeks: String(gestationWeeks) }),
    ...(dialysis === true ? { dialysis: "yes" } : {}),
    notRead: counted(reading, labs.length),
  };
}

const USE_WORDS: Readonly<Record<MedicationUse, string>> = {
  current: "",
  stopped: "stopped",
  held: "on hold",
  planned: "planned",
  uncertain: "unclear whether taken",
  allergy: "",
};

function medicationLine(
  piece: MedicationPiece & { ordered?: string[] },
  { asOf, jurisdiction = "US" }: ReadFhirOptions,
): string {
  const [first] = piece.medications;
  if (first === undefined || piece.status !== "recognised" || first.use === "allergy") return piece.text;
  const course = [
    first.start === null ? "" : `since ${displayDate(first.start)}`,
    first.stop === null ? "" : `until ${displayDate(first.stop)}`,
    prescribed(piece.ordered ?? []),
    first.use === "uncertain" ? (/^(?:given|dispensed) [\d-]+/.exec(first.useReason ?? "")?.[0] ?? "") : "",
    USE_WORDS[first.use],
  ];
  const written = joined([piece.text, ...course], ", ");
  const read = readMedications(written, { asOf, jurisdiction });
  const same = read.flatMap(({ medications }) => medications);
  const isSame =
    same.length === piece.medications.length &&
    read.every(({ status }) => status === "recognised" || status === "not-medication") &&
    piece.medications.every((one) =>
      same.some((other) => sameDrug(one.ingredients, other.ingredients) && one.use === other.use),
    );
  if (isSame) return written;
  return piece.medications
    .map((one) => {
      const name = one.ingredients.map((ingredient) => ingredient.name).join("-");
      const needed = one.asNeeded ? "as needed" : "";
      return joined([`${name} ${one.strength ?? ""}`.trim(), one.frequency ?? "", needed, ...course], ", ");
    })
    .join("\n");
}

function prescribed(dates: readonly string[]): string {
  const [first, ...more] = [...dates].sort();
  if (first === undefined) return "";
  const last = more.at(-1);
  return last === undefined
    ? `prescribed ${displayDate(first)}`
    : `prescribed ${dates.length} times, ${displayDate(first)} to ${displayDate(last)}`;
}

const BEFORE = {
  present: "",
  negated: "no ",
  family: "family history of ",
  past: "resolved: ",
  uncertain: "possible ",
};

/** The words with their code; further codes of the same concept as entries of their own. */
function conditionLines(row: FhirReading["conditions"][number], options: ReadFhirOptions): string[] {
  const before = BEFORE[row.polarity];
  if (row.status !== "recognised") return [`${before}${row.text}`];
  const [first, ...more] = row.codes;
  const own = readConditions(`${before}${row.text}`, options);
  const isSame = own.length === 1 && own[0]?.polarity === row.polarity && own[0].codes[0]?.code === first?.code;
  if (first !== undefined && row.text === first.display) return row.codes.map(({ code }) => `${before}${code}`);
  const line = isSame || first === undefined ? `${before}${row.text}` : `${before}${first.code}`;
  return [line, ...more.map(({ code }) => `${before}${code}`)];
}

const joined = (parts: readonly string[], by: string): string => parts.filter((part) => part !== "").join(by);
const distinct = (lines: readonly string[]): string[] => [...new Set(lines)];

/** So many tests are named; how many more there are is said. */
const MOST_NAMED = 50;

function counted({ notRead, labs }: FhirReading, kept: number): NotReadKind[] {
  const kinds = new Map<string, { what: string; count: number; why: string; names: Set<string> }>();
  const add = (what: string, why: string, name?: string): void => {
    const key = `${what}|${why}`;
    const kind = kinds.get(key) ?? { what, why, count: 0, names: new Set<string>() };
    kind.count += 1;
    if (name !== undefined && why.startsWith("no test")) kind.names.add(name);
    kinds.set(key, kind);
  };
  for (const { kind, reason, name } of notRead) add(kind, reason, name);
  for (let at = kept; at < labs.length; at += 1) add("Observation", "older than the 3 newest results of its test");
  return [...kinds.values()].map((kind) => ({ ...kind, names: shortened([...kind.names]) }));
}

function shortened(names: readonly string[]): string[] {
  return names.length <= MOST_NAMED
    ? [...names]
    : [...names.slice(0, MOST_NAMED), `and ${names.length - MOST_NAMED} more`];
}
