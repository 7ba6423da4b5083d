import type { DoseChange, MedicationPiece } from "@/lib/domain/medication";
import type { CorpusLine } from "./corpus";

export interface Difference {
  id: string;
  text: string;
  before: string;
  after: string;
}

/** What matters of a reading, in one line: state, drug, use, dose and what is offered. */
export function inOneLine(pieces: readonly MedicationPiece[]): string {
  return pieces.map(inWords).join(" | ");
}

function inWords(piece: MedicationPiece): string {
  const medications = piece.medications.map(
    ({
      ingredients,
      use,
      strength,
      form,
      route,
      frequency,
      asNeeded,
      start,
      stop,
      doubts,
      changes,
      dechallenge,
      rechallenge,
    }) =>
      [
        ingredients.map((ingredient) => ingredient.name).join(" + "),
        use,
        strength,
        form,
        route,
        frequency,
        asNeeded ? "as needed" : null,
        start && `from ${start}`,
        stop && `to ${stop}`,
        ...doubts.map(({ field, choices }) => `${field}? ${choices.join(" or ")}`),
        ...(changes ?? []).map(inShort),
        dechallenge && `${dechallenge} without`,
        rechallenge && `cramps ${rechallenge}`,
      ]
        .filter(Boolean)
        .join(", "),
  );
  const offered =
    piece.suggestions.length === 0
      ? []
      : [
          `offers ${piece.suggestions
            .slice(0, 3)
            .map((suggestion) => suggestion.name)
            .join(", ")}`,
        ];
  return `[${[piece.status, ...medications, ...offered].join("; ")}]`;
}

/** "increased from 25 mg to 50 mg 2026-03". */
function inShort({ kind, from, to, date }: DoseChange): string {
  return [kind, from && `from ${from}`, to && `to ${to}`, date].filter(Boolean).join(" ");
}

/** The lines that read differently, in the order of the corpus. */
export function compareReadings(
  lines: readonly CorpusLine[],
  before: ReadonlyMap<string, MedicationPiece[]>,
  after: ReadonlyMap<string, MedicationPiece[]>,
): Difference[] {
  return lines.flatMap(({ id, text }) => {
    const [was, is] = [inOneLine(before.get(id) ?? []), inOneLine(after.get(id) ?? [])];
    return was === is ? [] : [{ id, text, before: was, after: is }];
  });
}
