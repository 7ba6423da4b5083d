import type { PatientCase, UnreadEntry } from "@/lib/domain/case";
import { unreadStretch } from "./unread-beyond-limit";

type Cut<Piece> = { within: Piece[]; beyond: string[] };

/**
 * The case with so many pieces of each list, and so many drugs and results in them: one line within the limits may still name
 * thousands. The rest is told as not read, and judged by nothing.
 */
export function mostPieces(read: PatientCase, most: number): PatientCase {
  const medications = cut(read.medications, most, {
    count: (piece) => piece.medications.length,
    shorten: (piece, left) => ({ ...piece, medications: piece.medications.slice(0, left) }),
  });
  const labs = cut(read.labs, most, {
    count: (piece) => piece.results.length,
    shorten: (piece, left) => ({ ...piece, results: piece.results.slice(0, left) }),
  });
  const conditions = cut(read.conditions, most, { count: () => 1, shorten: (piece) => piece });
  const unread = [
    ...told("medications", medications.beyond),
    ...told("conditions", conditions.beyond),
    ...told("labs", labs.beyond),
  ];
  return {
    ...read,
    medications: medications.within,
    conditions: conditions.within,
    labs: labs.within,
    unread: mostEntries([...unread, ...read.unread], most),
  };
}

/** Pieces up to the limit. The one that goes over it is shortened, and told with those behind it. */
function cut<Piece extends { text: string }>(
  pieces: readonly Piece[],
  most: number,
  { count, shorten }: { count: (piece: Piece) => number; shorten: (piece: Piece, left: number) => Piece },
): Cut<Piece> {
  const within: Piece[] = [];
  let left = most;
  for (const [index, piece] of pieces.entries()) {
    const weight = Math.max(1, count(piece));
    if (weight > left) {
      if (left > 0) within.push(shorten(piece, left));
      return { within, beyond: pieces.slice(index).map(({ text }) => text) };
    }
    within.push(piece);
    left -= weight;
  }
  return { within, beyond: [] };
}

function told(where: string, beyond: readonly string[]): UnreadEntry[] {
  return beyond.length === 0 ? [] : [unreadStretch(where, beyond, "piece")];
}

function mostEntries(unread: readonly UnreadEntry[], most: number): UnreadEntry[] {
  const beyond = unread.slice(most).map(({ text }) => text);
  return [...unread.slice(0, most), ...(beyond.length === 0 ? [] : [unreadStretch("context", beyond, "entry")])];
}
