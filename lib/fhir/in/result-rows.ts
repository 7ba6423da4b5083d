import type { LabPiece, ReadLabResult } from "@/lib/domain/lab";
import type { Analyte, LabUnit } from "@/lib/reading/labs/lab-vocabulary";
import { toResult } from "@/lib/reading/labs/to-result";
import { loinc } from "@/lib/terminology/loinc";
import { codesOf, conceptIn, conceptsIn, saysAbsent, statusIn, wordsOf, type Concept } from "./concept";
import { firstDate, dateIn } from "./dates";
import type { NoRow, RowParts } from "./medication-row";
import type { Part } from "./part";
import type { Held } from "./resources";
import { analyteOf } from "./analyte-of";
import { unitNamed, unitsOf } from "./ucum";

export type ResultRow = LabPiece & RowParts;
export type Named = NoRow & { name: string };

const DISCARDED: Readonly<Record<string, string>> = {
  "entered-in-error": "entered in error",
  cancelled: "cancelled",
};

/** The results of an Observation: one row for itself and one for each component with a value, or why there is none. */
export function resultRows(held: Held): { rows: ResultRow[]; left: Named[] } {
  const { part } = held;
  const status = statusIn(part, "status");
  const name = wordsOf(conceptIn(part, "code"))[0] ?? "Result without a name";
  const discarded = DISCARDED[status];
  if (discarded !== undefined) return { rows: [], left: [{ reason: discarded, name }] };
  const date = dateOfObservation(part);
  const measured = [part, ...part.list("component")];
  const rows: ResultRow[] = [];
  const left: Named[] = [];
  for (const one of measured) {
    const row = rowOf(one, { held, date, status, isWhole: one === part });
    if (row === null) continue;
    if ("reason" in row) left.push(row);
    else rows.push(row);
  }
  if (rows.length === 0 && left.length === 0) left.push({ reason: noValue(part), name });
  return { rows, left };
}

function noValue(part: Part): string {
  const why = conceptIn(part, "dataAbsentReason");
  const words = wordsOf(why)[0] ?? why?.codes[0]?.code ?? part.text("valueString");
  return words === null ? "no value" : `no value: ${words.slice(0, 100)}`;
}

function dateOfObservation(part: Part): string | null {
  const own = firstDate(part, "effectiveDateTime", "effectiveInstant");
  if (own !== null) return own;
  const period = part.part("effectivePeriod");
  return (period === null ? null : (dateIn(period, "end") ?? dateIn(period, "start"))) ?? dateIn(part, "issued");
}

type Around = { held: Held; date: string | null; status: string; isWhole: boolean };

function rowOf(one: Part, { held, date, status, isWhole }: Around): ResultRow | Named | null {
  const concept = conceptIn(one, "code");
  const value = valueOf(one);
  if (value === null) return null;
  const words = wordsOf(concept);
  const codes = codesOf(concept, "loinc");
  const code = codes.find((each) => loinc().byCode(each) !== null) ?? null;
  const name = words[0] ?? (codes[0] === undefined ? "Result without a name" : `LOINC ${codes[0]}`);
  const analyte = analyteOf(code, words);
  if (analyte === null) return { reason: whyNot(held.part, concept), name };
  const { unit, written, disagree } = unitsOf(one);
  const range = rangeOf(one);
  const [flag = null] = conceptsIn(one, "interpretation").map((each) => each.codes[0]?.code || each.text);
  const result = resultOf(analyte, code, { ...value, unit: unit ?? value.unit, ...range, flag: flagOf(flag), date });
  const broken = isWhole ? held.broken : one.broken.filter(({ path }) => path.startsWith(one.path));
  const notReadParts = [...broken];
  if (disagree) notReadParts.push({ path: one.path, reason: "unit and UCUM code are different units" });
  const asked = held.part.has("modifierExtension") || held.part.has("implicitRules");
  if (asked)
    notReadParts.push({ path: held.path, reason: "has a modifierExtension or implicitRules, which is not understood" });
  const text = textOf(name, result, { written, status, note: haemolysisIn(held.part) });
  return {
    text,
    start: 0,
    end: text.length,
    status: disagree || asked ? "confirm" : "recognised",
    results: [{ ...result, unit: result.unit ?? written }],
    path: isWhole ? held.path : one.path,
    ...(notReadParts.length === 0 ? {} : { notReadParts }),
  };
}

type Measured = Value & { low: number | null; high: number | null; flag: string | null; date: string | null };

/** A code of the tests that are read here stays; another one, or none, gives the code that fits the unit. */
function resultOf(analyte: Analyte, code: string | null, { ...value }: Measured): ReadLabResult {
  const read = toResult(analyte, { ...value, doubtful: false, time: null }, null);
  return code === null ? read : { ...read, loinc: code };
}

function whyNot(part: Part, concept: Concept | null): string {
  if (saysAbsent(concept)) return "says that there is no result";
  const [category] = conceptsIn(part, "category").map((one) => one.codes[0]?.code || one.text || "");
  if (category === undefined || /^(?:lab|ch$|hm$|chemistry|hematology|haematology)/i.test(category))
    return "no test that is read here";
  return `not a laboratory result (${category.replace(/-/g, " ")})`;
}

/** `unit`: where it stands in the words of the value. */
type Value = Pick<ReadLabResult, "value" | "comparator"> & { unit: LabUnit | null };

/** The value, or null where there is none. */
function valueOf(one: Part): Value | null {
  const quantity = one.part("valueQuantity");
  const number = quantity?.number("value") ?? one.number("valueInteger") ?? one.number("valueDecimal");
  if (number !== null && number !== undefined)
    return { value: plain(number), comparator: comparatorOf(quantity), unit: null };
  const words = one.text("valueString") ?? wordsOf(conceptIn(one, "valueCodeableConcept"))[0] ?? null;
  if (words !== null) return saidValue(words.replace(/\s+/g, " ").trim().slice(0, 200));
  return null;
}

/** Records made by programs carry a dozen decimals; no laboratory measures more than six figures. */
const plain = (value: number): number => Number(value.toPrecision(6));

function comparatorOf(quantity: Part | null): Value["comparator"] {
  const written = quantity?.text("comparator") ?? null;
  return written === "<" || written === ">" || written === "<=" || written === ">=" ? written : null;
}

const NOT_DONE =
  /^(?:test )?(?:not (?:performed|done|available|tested)|cancelled|canceled|see (?:comment|note|below)|pending|unknown)\b/i;

/** Words that are a number, with a unit or without, are one: "4.1", "< 0.5 mmol/L". Words that say that there is none are none. */
function saidValue(words: string): Value | null {
  if (words === "" || NOT_DONE.test(words)) return null;
  const [, sign = "", number, behind = ""] =
    /^(<=|>=|<|>|≤|≥)?\s?(-?\d{1,9}(?:[.,]\d{1,9})?)(?:\s?([^\s\d].{0,40}))?$/.exec(words) ?? [];
  const unit = behind === "" ? null : unitNamed(behind);
  if (number === undefined || (behind !== "" && unit === null)) return { value: words, comparator: null, unit: null };
  const comparator = sign === "≤" ? "<=" : sign.replace("≥", ">=");
  const known = comparator === "<" || comparator === ">" || comparator === "<=" || comparator === ">=";
  return { value: Number(number.replace(",", ".")), comparator: known ? comparator : null, unit };
}

function rangeOf(one: Part): { low: number | null; high: number | null } {
  const [range] = one.list("referenceRange").filter((each) => each.has("low") || each.has("high"));
  const low = range?.part("low")?.number("value") ?? null;
  const high = range?.part("high")?.number("value") ?? null;
  // A range of 0 to 0 is an empty form.
  return low !== null && high !== null && high <= low ? { low: null, high: null } : { low, high };
}

/** HL7's codes for critical values in the words that the reading uses. */
function flagOf(code: string | null): string | null {
  if (code === null) return null;
  if (code === "HH" || code === "LL" || code === "AA") return "critical";
  return code === "N" ? null : code.slice(0, 40);
}

/** Of the notes only a haemolysed sample bears on the result. */
function haemolysisIn(part: Part): string {
  const notes = [...part.list("note").map((note) => note.text("text")), part.text("comment")];
  return notes.find((note) => note !== null && /\bha?emoly[sz]/i.test(note))?.slice(0, 200) ?? "";
}

function textOf(
  name: string,
  result: ReadLabResult,
  { written, status, note }: { written: string | null; status: string; note: string },
): string {
  const value = `${result.comparator ?? ""}${result.value}`;
  const range =
    result.referenceLow !== null && result.referenceHigh !== null
      ? `(${result.referenceLow}-${result.referenceHigh})`
      : "";
  const said = status === "preliminary" || status === "registered" ? "preliminary" : "";
  return [name, value, written ?? "", range, result.date ?? "", said, note].filter((one) => one !== "").join(" ");
}
