import type { ConditionCode, ConditionPiece } from "@/lib/domain/condition";
import type { Assertion } from "@/lib/domain/vocabulary";
import { readConditions } from "@/lib/reading/conditions/read-conditions";
import { icd10cm } from "@/lib/terminology/icd10cm/icd10cm";
import { codesOf, conceptIn, saysAbsent, statusIn, SYSTEM_NAMES, withoutTag, wordsOf, type Concept } from "./concept";
import { dateIn } from "./dates";
import type { NoRow, RowParts } from "./medication-row";
import type { Part } from "./part";
import type { Held } from "./resources";

export type ConditionRow = ConditionPiece & RowParts;
export type ConditionReading = { conditionIdOf: (code: string) => string | null; asOf: string };

const PAST: ReadonlySet<string> = new Set(["inactive", "remission", "resolved"]);
const DOUBTED: ReadonlySet<string> = new Set(["unconfirmed", "provisional", "differential"]);

/** A Condition as one row: every ICD-10 code of it beside its words, and whose and how sure it is by its fields. */
export function conditionRow(held: Held, reading: ConditionReading): ConditionRow | NoRow {
  const { part, path, broken } = held;
  const verification = statusIn(part, "verificationStatus");
  if (verification === "entered-in-error") return { reason: "entered in error" };
  const concept = conceptIn(part, "code");
  if (saysAbsent(concept)) return { reason: "says that no condition is known" };
  return rowOf(concept, { path, broken, polarity: polarityOf(part, verification, reading.asOf), reading, part });
}

type RowFields = {
  path: string;
  broken: Held["broken"];
  polarity: Assertion;
  reading: ConditionReading;
  part: Part;
};

function rowOf(concept: Concept | null, { path, broken, polarity, reading, part }: RowFields): ConditionRow {
  const words = wordsOf(concept).map(withoutTag);
  const coded = icdCodes(concept);
  const reads = words.map((one) => readConditions(one, reading));
  const read = reads.find((pieces) => pieces.some(({ status }) => status === "recognised")) ?? reads[0] ?? [];
  const said = read.filter(({ status }) => status === "recognised");
  const worded = said.flatMap(({ codes }) => codes);
  const text = words[0] ?? nameless(concept, coded);
  const notReadParts = [...broken];
  const disagree = isOther(said, coded, reading);
  if (disagree) notReadParts.push({ path, reason: "the words and the ICD-10 code name different conditions" });
  const asked = part.has("modifierExtension") || part.has("implicitRules");
  if (asked) notReadParts.push({ path, reason: "has a modifierExtension or implicitRules, which is not understood" });
  const codes = coded.length > 0 ? coded : distinct(read.flatMap((one) => one.codes));
  const ids = codes.map(({ code }) => reading.conditionIdOf(code));
  return {
    text,
    start: 0,
    end: text.length,
    status: disagree || asked ? "confirm" : statusOf(read, coded.length > 0),
    polarity: polarity === "present" ? (said[0]?.polarity ?? "present") : polarity,
    codes: disagree ? distinct([...codes, ...worded]) : codes,
    conditionId: ids.find((id) => id !== null) ?? said[0]?.conditionId ?? null,
    path,
    ...(notReadParts.length === 0 ? {} : { notReadParts }),
  };
}

/** The words are of a condition that the knowledge base holds, and the codes are of others that it holds. */
function isOther(
  said: readonly ConditionPiece[],
  coded: readonly ConditionCode[],
  { conditionIdOf }: ConditionReading,
): boolean {
  const [only, more] = said;
  const other = more === undefined ? (only?.conditionId ?? null) : null;
  const ids = coded.map(({ code }) => conditionIdOf(code));
  if (other === null || ids.length === 0 || ids.includes(null) || ids.includes(other)) return false;
  return only?.codes.every(({ code }) => coded.every((one) => one.code.slice(0, 3) !== code.slice(0, 3))) === true;
}

function statusOf(read: readonly ConditionPiece[], isCoded: boolean): ConditionPiece["status"] {
  if (isCoded || read.some(({ status }) => status === "recognised")) return "recognised";
  if (read.some(({ status }) => status === "confirm")) return "confirm";
  return read.length > 0 && read.every(({ status }) => status === "not-condition") ? "not-condition" : "unrecognised";
}

function distinct(codes: readonly ConditionCode[]): ConditionCode[] {
  return [...new Map(codes.map((one) => [one.code, one])).values()];
}

/** Every ICD-10 code: those of ICD-10-CM as they are, those of WHO and the national ones by the head that they share. */
function icdCodes(concept: Concept | null): ConditionCode[] {
  const found = codesOf(concept, "icd10cm", "icd10").flatMap((written): ConditionCode[] => {
    const plain = written
      .trim()
      .toUpperCase()
      .replace(/[+*!†]$/, "");
    for (let head = plain; head.length >= 3; head = head.slice(0, -1)) {
      const entry = icd10cm().byCode(head.replace(/\.$/, ""));
      if (entry !== null) return [{ system: "icd10cm", code: entry.code, display: entry.display }];
    }
    return [];
  });
  return distinct(found);
}

function nameless(concept: Concept | null, coded: readonly ConditionCode[]): string {
  const [first] = coded;
  if (first !== undefined) return first.display;
  const codes = concept?.codes.map(({ system, code }) => `${SYSTEM_NAMES[system]} ${code}`) ?? [];
  return codes.length === 0 ? "Condition without a name" : `Condition without a name (${codes.join(", ")})`;
}

function polarityOf(part: Part, verification: string, asOf: string): Assertion {
  if (verification === "refuted") return "negated";
  if (PAST.has(statusIn(part, "clinicalStatus")) || isAbated(part, asOf)) return "past";
  return DOUBTED.has(verification) ? "uncertain" : "present";
}

/** Its end lies behind: it is past, whatever its status says. */
function isAbated(part: Part, asOf: string): boolean {
  if (part.flag("abatementBoolean") === true) return true;
  const period = part.part("abatementPeriod");
  const end = dateIn(part, "abatementDateTime") ?? (period === null ? null : dateIn(period, "end"));
  return end !== null && end <= asOf.slice(0, end.length);
}

/** The conditions of a relative, each a row of the family; null where it names none. */
export function familyRows(held: Held, reading: ConditionReading): ConditionRow[] | NoRow {
  if (statusIn(held.part, "status") === "entered-in-error") return { reason: "entered in error" };
  const conditions = held.part.list("condition");
  if (conditions.length === 0) return { reason: "names no condition" };
  return conditions.map((one) =>
    rowOf(conceptIn(one, "code"), { path: one.path, broken: [], polarity: "family", reading, part: one }),
  );
}
