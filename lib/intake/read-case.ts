import type { CaseInput, PatientCase, UnreadEntry } from "@/lib/domain/case";
import type { ConditionPiece } from "@/lib/domain/condition";
import { SCHEMA_VERSION, type IsoDate } from "@/lib/domain/vocabulary";
import { conditionIdOf } from "@/lib/knowledge/condition-of-code";
import type { Knowledge } from "@/lib/knowledge/schema";
import { readConditions } from "@/lib/reading/conditions/read-conditions";
import { readLabs } from "@/lib/reading/labs/read-labs";
import { readMedications } from "@/lib/reading/medications/read-medications";
import { readContext } from "./read-context";
import { mostPieces } from "./most-pieces";
import { readLabEntries } from "./read-lab-entries";
import { unreadBeyondLimit } from "./unread-beyond-limit";

const KNOWN_KEYS = new Set([
  "id",
  "medications",
  "conditions",
  "labs",
  "context",
  "resolutions",
  "medicationsBeyondLimit",
  "beyondLimit",
]);

/** The lists of a case may come as one text or as lines; both are read the same way. */
export function listText(list: string | readonly string[]): string {
  return typeof list === "string" ? list : list.join("\n");
}

function unknownKeys(input: CaseInput): UnreadEntry[] {
  return Object.entries(input)
    .filter(([key, value]) => !KNOWN_KEYS.has(key) && value !== null && value !== undefined)
    .map(([key, value]) => ({
      text: JSON.stringify(value) ?? String(value),
      where: key,
      status: "unknown key",
      suggestions: [],
    }));
}

/** Reads each entry by itself, so that one condition never runs into the next; offsets are those in the joined list. */
function readConditionList(conditions: readonly string[], knowledge: Knowledge): ConditionPiece[] {
  let offset = 0;
  return conditions.flatMap((condition) => {
    const base = offset;
    offset += condition.length + 1;
    return readConditions(condition, { conditionIdOf: (code) => conditionIdOf(knowledge, code) }).map((piece) => ({
      ...piece,
      start: piece.start + base,
      end: piece.end + base,
    }));
  });
}

/**
 * Turns a case as it came in into the case that `review` judges: every list read, every field of the context checked,
 * and everything that was not understood kept in `unread`. Never throws for content.
 * @param today the date used where the case gives no `asOf` (ISO date)
 * @param pieces how many pieces of each list are read (the page and interfaces); without it all of them
 */
export function readCase(input: CaseInput, knowledge: Knowledge, today: IsoDate, pieces = Infinity): PatientCase {
  const { context, unread } = readContext(input.context, today);
  const labs =
    typeof input.labs === "string" || input.labs === undefined
      ? { pieces: readLabs(input.labs ?? "", { asOf: context.asOf, jurisdiction: context.jurisdiction }), unread: [] }
      : readLabEntries(input.labs, context.asOf);
  const read: PatientCase = {
    id: input.id ?? null,
    schemaVersion: SCHEMA_VERSION,
    medications: readMedications(listText(input.medications), {
      asOf: context.asOf,
      jurisdiction: context.jurisdiction,
      resolutions: input.resolutions ?? [],
    }),
    conditions: readConditionList(input.conditions ?? [], knowledge),
    labs: labs.pieces,
    context,
    unread: [...unreadBeyondLimit(input), ...unknownKeys(input), ...unread, ...labs.unread],
  };
  return pieces === Infinity ? read : mostPieces(read, pieces);
}
