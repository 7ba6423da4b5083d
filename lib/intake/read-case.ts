import type { CaseInput, PatientCase, UnreadEntry } from "@/lib/domain/case";
import type { ConditionPiece } from "@/lib/domain/condition";
import { SCHEMA_VERSION, type IsoDate } from "@/lib/domain/vocabulary";
import { conditionIdOf } from "@/lib/knowledge/condition-of-code";
import type { Knowledge } from "@/lib/knowledge/schema";
import { readConditions } from "@/lib/reading/conditions/read-conditions";
import { readLabs } from "@/lib/reading/labs/read-labs";
import { readMedications } from "@/lib/reading/medications/read-medications";
import { readContext } from "./read-context";
import { readLabEntries } from "./read-lab-entries";

const KNOWN_KEYS = new Set([
  "id",
  "medications",
  "conditions",
  "labs",
  "context",
  "resolutions",
  "medicationsBeyondLimit",
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

const SHOWN_BEYOND = 120;

/** Lines beyond the page's limit: one entry that says how many there are and how they begin; nothing of them is judged. */
function beyondLimit(lines: string | undefined): UnreadEntry[] {
  const kept = (lines ?? "").split("\n").filter((line) => line.trim() !== "");
  if (kept.length === 0) return [];
  const first = (kept[0] ?? "").trim().slice(0, SHOWN_BEYOND);
  return [
    {
      text:
        kept.length === 1 ? first : `${first} … and ${kept.length - 1} more ${kept.length === 2 ? "line" : "lines"}`,
      where: "medications",
      status: "not read: beyond the limit of one list",
      suggestions: [],
    },
  ];
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
 */
export function readCase(input: CaseInput, knowledge: Knowledge, today: IsoDate): PatientCase {
  const { context, unread } = readContext(input.context, today);
  const labs =
    typeof input.labs === "string" || input.labs === undefined
      ? { pieces: readLabs(input.labs ?? "", { asOf: context.asOf, jurisdiction: context.jurisdiction }), unread: [] }
      : readLabEntries(input.labs, context.asOf);
  return {
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
    unread: [...beyondLimit(input.medicationsBeyondLimit), ...unknownKeys(input), ...unread, ...labs.unread],
  };
}
