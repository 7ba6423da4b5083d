import type { ReadingView } from "@/app/_view-models/entry/reading-view";

/** How many lines of the list need somebody, and how many lines were read: “2 of 14 lines need you”. */
export function needsOf(view: ReadingView | null): { lines: number; of: number } {
  const pieces = view?.pieces ?? [];
  return {
    lines: new Set(pieces.filter((piece) => piece.questions.length > 0).map((piece) => piece.line)).size,
    of: new Set(pieces.map((piece) => piece.line)).size,
  };
}
