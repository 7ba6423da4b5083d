import { z } from "zod";
import { ConditionPiece } from "@/lib/domain/condition";
import { LabPiece } from "@/lib/domain/lab";
import { MedicationPiece } from "@/lib/domain/medication";
import { parseJson } from "@/lib/domain/parse-json";
import { drugText, PIECE_EXTENSION, STATUS_OF_USE } from "@/lib/fhir/own-extension";
import { conceptIn } from "./concept";
import type { AllergyRow } from "./allergy-row";
import type { ConditionRow } from "./condition-row";
import type { MedicationRow } from "./medication-row";
import type { Part } from "./part";
import type { ResultRow } from "./result-rows";

const place = { start: true, end: true } as const;
const OwnMedication = MedicationPiece.omit(place);
const OwnCondition = ConditionPiece.omit(place);
const OwnResult = LabPiece.omit(place);

function ownPiece<Schema extends z.ZodType>(part: Part, schema: Schema): z.output<Schema> | null {
  const written = part
    .list("extension")
    .find((one) => one.text("url") === PIECE_EXTENSION)
    ?.text("valueString");
  if (written === null || written === undefined) return null;
  try {
    const read = schema.safeParse(parseJson(written, { anyText: true }));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

const within = (text: string) => ({ text, start: 0, end: text.length });

/**
 * The row as our own export wrote it, with what FHIR has no element for. Only where the elements still say the same: a drug or a
 * status that somebody changed on the way is what holds.
 */
export function ownMedication<Row extends MedicationRow | AllergyRow>(row: Row, part: Part): Row {
  const own = ownPiece(part, OwnMedication);
  if (own === null) return row;
  if (own.status !== "recognised")
    return part.text("status") === "unknown" ? { ...row, ...own, ...within(own.text) } : row;
  const [mine, more] = own.medications;
  if (mine === undefined || more !== undefined) return row;
  const isAllergy = mine.use === "allergy";
  const concept = conceptIn(part, isAllergy ? "code" : "medicationCodeableConcept");
  const codes = concept?.codes.map(({ code }) => code) ?? [];
  const isDrug = concept?.text === drugText(mine) && codes.every((code) => code === mine.ingredients[0]?.rxcui);
  const isUse = isAllergy ? part.has("patient") : part.text("status") === STATUS_OF_USE[mine.use];
  return isDrug && isUse ? { ...row, ...own, ...within(own.text) } : row;
}

export function ownCondition(row: ConditionRow, part: Part): ConditionRow {
  const own = ownPiece(part, OwnCondition);
  const codes = (one: { codes: ConditionRow["codes"] }): string =>
    one.codes
      .map(({ code }) => code)
      .sort()
      .join();
  if (own === null || own.text !== row.text) return row;
  const isSame = own.polarity === row.polarity || (own.polarity === "present" && row.polarity !== "past");
  return isSame && (own.codes.length === 0 || codes(own) === codes(row))
    ? { ...row, ...own, ...within(own.text) }
    : row;
}

/** The rows of an Observation as they were written; null where the elements say something else, or it is another's. */
export function ownResult(rows: readonly ResultRow[], part: Part, path: string): ResultRow | null {
  const own = ownPiece(part, OwnResult);
  if (own === null) return null;
  const [mine] = own.results;
  if (mine === undefined) return rows.length === 0 ? { ...own, ...within(own.text), path } : null;
  const quantity = part.part("valueQuantity")?.number("value") ?? part.text("valueString");
  const unit = part.part("valueQuantity")?.text("unit") ?? null;
  const isSame =
    String(quantity) === String(mine.value) && unit === (typeof mine.value === "number" ? mine.unit : null);
  const isOther = conceptIn(part, "code")?.text !== mine.name;
  return isSame && !isOther ? { ...own, ...within(own.text), path } : null;
}
