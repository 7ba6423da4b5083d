import { displayDate } from "@/lib/domain/display-date";
import { readLabs } from "@/lib/reading/labs/read-labs";
import { loinc } from "@/lib/terminology/loinc";
import { codeOf, statusCode, wordsOf, type Concept, type Observation, type Quantity } from "./resources";

type Measured = Pick<
  Observation,
  "code" | "valueQuantity" | "valueString" | "valueCodeableConcept" | "valueInteger" | "referenceRange"
>;
/** One result as a line of the results box. `test`: what makes two results two of the same test. `known`: a test that is read here. */
export type ResultLine = { line: string; name: string; test: string; date: string; known: boolean };
/** Why an observation is not taken, in words. */
export type NotTaken = { why: string };

const DISCARDED: ReadonlySet<string> = new Set(["entered-in-error", "cancelled"]);

/** The results of an observation: one line, or one for each component of a panel. */
export function resultLines(observation: Observation): ResultLine[] | NotTaken {
  const status = statusCode(observation.status);
  if (DISCARDED.has(status)) return { why: status === "cancelled" ? "cancelled" : "entered in error" };
  const category = categoryOf(observation);
  if (category !== null && !/^lab/i.test(category))
    return { why: `not a laboratory result (${category.replace(/-/g, " ")})` };
  const date = (
    observation.effectiveDateTime ??
    observation.effectivePeriod?.end ??
    observation.effectivePeriod?.start ??
    ""
  ).slice(0, 10);
  const measured = [observation, ...(observation.component ?? [])].flatMap((one) => measuredLine(one, date));
  return measured.length === 0 ? { why: "no value" } : measured;
}

/** Null where no category is given: then it is taken as a result. */
function categoryOf({ category }: Observation): string | null {
  const concepts: Concept[] = category === undefined ? [] : [category].flat();
  const codes = concepts
    .map((concept) => concept.coding?.[0]?.code ?? wordsOf(concept))
    .filter((code): code is string => code !== null && code !== undefined && code !== "");
  return codes.find((code) => /^lab/i.test(code)) ?? codes[0] ?? null;
}

function measuredLine(one: Measured, date: string): ResultLine[] {
  const value = formatValue(one);
  if (value === "") return [];
  const code = codeOf(one.code, "loinc");
  const analyte = code === null ? null : (loinc().byCode(code)?.analyte ?? null);
  const name = analyte ?? wordsOf(one.code) ?? (code === null ? "Result without a name" : `LOINC ${code}`);
  const line = [name, value, formatRange(one), date === "" ? "" : displayDate(date)]
    .filter((part) => part !== "")
    .join(" ");
  return [{ line, name, test: code ?? name.toLowerCase(), date, known: analyte !== null || isKnown(line) }];
}

function isKnown(line: string): boolean {
  return readLabs(line, { asOf: ANY_DAY }).some((piece) => piece.status === "recognised" || piece.status === "confirm");
}

/** Which test a line names does not depend on the day. */
const ANY_DAY = "2000-01-01";

function formatValue({ valueQuantity, valueString, valueCodeableConcept, valueInteger }: Measured): string {
  if (valueQuantity?.value !== undefined)
    return `${valueQuantity.comparator ?? ""}${formatNumber(valueQuantity.value)} ${unitOf(valueQuantity)}`.trim();
  if (valueInteger !== undefined) return String(valueInteger);
  return (valueString ?? wordsOf(valueCodeableConcept) ?? "").replace(/\s+/g, " ").trim();
}

function formatRange({ referenceRange }: Measured): string {
  const [range] = referenceRange ?? [];
  return range?.low?.value === undefined || range.high?.value === undefined
    ? ""
    : `(${formatNumber(range.low.value)}-${formatNumber(range.high.value)})`;
}

/** Records made by programs carry a dozen decimals; no laboratory measures more than six figures. */
function formatNumber(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function unitOf({ unit, code }: Quantity): string {
  return (unit ?? code ?? "").replace(/[{}]/g, "").trim();
}
