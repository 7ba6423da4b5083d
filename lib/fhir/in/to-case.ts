import { z } from "zod";
import { UnreadEntry, type PatientCase } from "@/lib/domain/case";
import type { LabPiece } from "@/lib/domain/lab";
import type { MedicationPiece } from "@/lib/domain/medication";
import { SCHEMA_VERSION, type IsoDate } from "@/lib/domain/vocabulary";
import { readContext } from "@/lib/intake/read-context";
import type { MedicationRow, RowParts } from "./medication-row";
import type { FhirReading, NotRead } from "./read-fhir";

/** How many results of one test are judged, newest first: older ones tell nothing of today. */
const RESULTS_OF_A_TEST = 3;

/**
 * The case of a file that was read: its rows as they are, without going through words again. The same drug in the same strength
 * and use is one piece; where its uses disagree, each stands.
 */
export function caseOf(reading: FhirReading, today: IsoDate, id: string | null = null): PatientCase {
  const { deceased, unread: kept, ...fields } = reading.context;
  const told = z.array(UnreadEntry).safeParse(kept);
  const { context, unread } = readContext(fields, today);
  const medications = [...oncePerDrug(reading.medications), ...reading.allergies];
  const died: UnreadEntry[] = deceased === true ? [entry("The record says that the patient has died", "context")] : [];
  return {
    id,
    schemaVersion: SCHEMA_VERSION,
    medications: placed(
      medications.map(({ text, start, end, status, medications: own, suggestions }) => ({
        text,
        start,
        end,
        status,
        medications: own,
        suggestions,
      })),
    ),
    conditions: placed(
      reading.conditions.map(({ text, start, end, status, polarity, codes, conditionId }) => ({
        text,
        start,
        end,
        status,
        polarity,
        codes,
        conditionId,
      })),
    ),
    labs: placed(newest(reading.labs)),
    context,
    unread: [
      ...died,
      ...muscleReactions(reading.allergies),
      ...(told.success ? told.data : []),
      ...unread,
      ...brokenParts(reading.medications),
      ...reading.notRead.filter(isLost).map(lostEntry),
    ],
  };
}

/** Offsets as if the rows stood below each other. */
function placed<Piece extends { text: string; start: number; end: number }>(pieces: readonly Piece[]): Piece[] {
  let offset = 0;
  return pieces.map((piece) => {
    const start = offset;
    offset += piece.text.length + 1;
    return { ...piece, start, end: start + piece.text.length };
  });
}

/** Repeats of an order are one row, with the dates of all orders; what is taken now stands first. */
export function oncePerDrug(rows: readonly MedicationRow[]): MedicationRow[] {
  const kept = new Map<string, { row: MedicationRow; ordered: string[] }>();
  for (const row of rows) {
    const key = row.status === "recognised" ? sameKey(row) : row.text.toLowerCase() + row.status;
    const known = kept.get(key);
    if (known === undefined) kept.set(key, { row, ordered: [...(row.ordered ?? [])] });
    else {
      known.row = earliest(known.row, row);
      known.ordered.push(...(row.ordered ?? []));
    }
  }
  const all = [...kept.values()].map(({ row, ordered }) => (ordered.length === 0 ? row : { ...row, ordered }));
  const isCurrent = ({ medications }: MedicationPiece): boolean => medications.some(({ use }) => use === "current");
  return [...all.filter(isCurrent), ...all.filter((row) => !isCurrent(row))];
}

/** What makes two rows one: the drug, its strength, how it is taken, and whether it is. */
function sameKey({ medications }: MedicationPiece): string {
  return medications.map(({ start: _, stop: __, useReason: ___, ...rest }) => JSON.stringify(rest)).join("|");
}

/** Of repeats the one that began first, since it was taken since then. */
function earliest(one: MedicationRow, other: MedicationRow): MedicationRow {
  const [a, b] = [one.medications[0]?.start ?? null, other.medications[0]?.start ?? null];
  return b !== null && (a === null || b < a) ? other : one;
}

function newest(rows: FhirReading["labs"]): LabPiece[] {
  const taken = new Map<string, number>();
  return [...rows]
    .sort((a, b) => dateOf(b).localeCompare(dateOf(a)))
    .flatMap(({ text, start, end, status, results }) => {
      const test = results[0]?.name ?? text;
      const before = taken.get(test) ?? 0;
      taken.set(test, before + 1);
      return before < RESULTS_OF_A_TEST ? [{ text, start, end, status, results }] : [];
    });
}

const dateOf = ({ results }: LabPiece): string => results[0]?.date ?? "";

/** What was lost for its form or its place, and not left out with good reason. */
function isLost({ reason }: NotRead): boolean {
  return /^(?:beyond the limit|is not valid JSON|is one page|is null|is no resource|stands within|of another person)/.test(
    reason,
  );
}

function lostEntry({ path, kind, reason, name }: NotRead): UnreadEntry {
  return entry(`${name ?? kind} ${path}: ${reason}`, "fhir");
}

const entry = (text: string, where: string): UnreadEntry => ({ text, where, status: "not read", suggestions: [] });

/** A reaction of the muscles to a drug or class bears on cramps, and no check judges it. */
function muscleReactions(rows: FhirReading["allergies"]): UnreadEntry[] {
  return rows
    .filter(({ muscle }) => muscle)
    .map(({ text }) => ({ text, where: "allergies", status: "muscle reaction, not judged", suggestions: [] }));
}

/** Parts of medications that were not understood; that the code decided is no loss. */
function brokenParts(rows: readonly (MedicationPiece & RowParts)[]): UnreadEntry[] {
  return rows
    .filter(({ status }) => status === "recognised")
    .flatMap(({ text, notReadParts = [] }) =>
      notReadParts
        .filter(({ reason }) => !reason.includes("was taken from its RxNorm code"))
        .map(({ path, reason }) => entry(`${text}: ${path} ${reason}`, "fhir")),
    );
}
