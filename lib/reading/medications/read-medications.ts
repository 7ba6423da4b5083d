import type { Medication, MedicationPiece, Resolution } from "@/lib/domain/medication";
import type { Jurisdiction } from "@/lib/domain/vocabulary";
import { applyResolutions, entryNamed } from "./assemble/apply-resolutions";
import { draftPieces, pieceOf } from "./assemble/assemble-pieces";
import { dateOrderOf } from "@/lib/reading/dates/medication-dates";
import { buildMedication } from "./assemble/build-medication";
import { withVitaminD } from "./names/calcium-with-vitamin-d";
import { groupNames } from "./names/combine-names";
import { withElementSymbols } from "./names/element-symbols";
import { findNames } from "./names/find-names";
import { namesInContext } from "./names/name-evidence";
import { reconcileUse } from "./assemble/reconcile-use";
import { NO_SECTION } from "./layout/sections";
import { linesOf, segmentLines } from "./layout/segment-lines";
import { readLayout, rowAt, type Layout } from "./layout/tables";
import { suggester } from "./names/suggest-names";
import { tokenise, type Token } from "./text/tokens";

export interface ReadMedicationsOptions {
  /** The date that "2 weeks ago" counts from (ISO date). */
  asOf: string;
  /** Which of two readings of 3/4/26 comes first, and nothing else. */
  jurisdiction: Jurisdiction;
  /** The clinician's own answers about pieces of this list. */
  resolutions?: readonly Resolution[];
}

/**
 * Reads a pasted medication list. Every non-blank character is in exactly one piece, in order; every piece says which drug
 * it is, or that it is none, or that it was not understood. Near spellings are offered and never applied. The work is
 * linear in the length of the text, which has no limit here.
 */
export function readMedications(text: string, options: ReadMedicationsOptions): MedicationPiece[] {
  return readTokens(text, tokenise(text), options);
}

/** Reads the tokens of a text; apart from `tokenise`, so that a test can count how often each token is looked at. */
export function readTokens(text: string, tokens: readonly Token[], options: ReadMedicationsOptions): MedicationPiece[] {
  const found = withElementSymbols(tokens, withVitaminD(tokens, namesInContext(tokens, findNames(tokens))));
  const named = new Set(found.map(({ from }) => from));
  const layout = readLayout(text, tokens, linesOf(tokens, found), (at) => named.has(at));
  const hits = found.filter(({ from }) => !isOfOther(layout, from));
  const near = suggester();
  const segments = groupNames(tokens, segmentLines(text, tokens, hits, layout), hits, near);
  const dateOrder = dateOrderOf(tokens);
  const drafts = reconcileUse(tokens, draftPieces(tokens, segments, near));
  const pieces = drafts.map((draft, index) => {
    const following = drafts[index + 1];
    const place = trimmed(
      text,
      index === 0 ? 0 : (tokens[draft.from]?.start ?? 0),
      following === undefined ? text.length : (tokens[following.from]?.start ?? text.length),
    );
    return { ...place, ...pieceOf(tokens, draft, near, { ...options, rows: layout.rows, dateOrder }) };
  });
  if (pieces.length === 0 && text.trim() !== "")
    return [{ ...trimmed(text, 0, text.length), status: "not-medication", medications: [], suggestions: [] }];
  return applyResolutions(pieces, options.resolutions ?? [], (piece, name) => namedByUser(piece, name, options));
}

/** A name in the column of the indication or the prescriber is none of the list. */
function isOfOther({ rows }: Layout, at: number): boolean {
  return rowAt(rows, at)?.ignore.some(({ from, to }) => at >= from && at < to) ?? false;
}

function trimmed(text: string, from: number, to: number): { text: string; start: number; end: number } {
  const slice = text.slice(from, to);
  const start = from + (slice.length - slice.trimStart().length);
  const end = Math.max(start, from + slice.trimEnd().length);
  return { text: text.slice(start, end), start, end };
}

/** The medication of a piece under the name that the clinician gave; strength, directions and use are read as before. */
function namedByUser(piece: MedicationPiece, name: string, options: ReadMedicationsOptions): Medication | null {
  const entry = entryNamed(name);
  if (entry === null) return null;
  const ingredients = entry.ingredients.map((ingredient) => ({ ...ingredient }));
  const [first] = piece.medications;
  if (first !== undefined) return { ...first, name: entry.name, match: "user", ingredients };
  const tokens = tokenise(piece.text);
  const group = { from: 0, to: nameEnd(tokens), hits: [], combined: false };
  const resolved = { name: entry.name, match: "user" as const, ingredients, doubtful: false, others: [] };
  return {
    ...buildMedication(
      tokens,
      { from: 0, to: tokens.length },
      group,
      { ...options, section: NO_SECTION, mark: null },
      resolved,
    ),
    match: "user",
  };
}

/** The unread name is taken to end at the first number. */
function nameEnd(tokens: readonly Token[]): number {
  const number = tokens.findIndex((token, index) => index > 0 && token.kind === "number");
  return number < 0 ? Math.min(1, tokens.length) : number;
}
