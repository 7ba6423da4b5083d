import type { PieceView, ReadingCounts } from "./reading-view";

/** How many pieces stand in each state. “Need you” counts doubts and names to confirm; unrecognised ones are counted apart. */
export function readingCounts(pieces: readonly PieceView[], notMedication: number): ReadingCounts {
  const count = (state: PieceView["state"]) => pieces.filter((piece) => piece.state === state).length;
  return {
    pieces: pieces.length,
    understood: count("understood"),
    needYou: count("needs-you"),
    notRecognised: count("not-recognised"),
    notCurrent: count("not-current") - notMedication,
    notMedication,
  };
}

/** “11 understood · 2 need you · 1 not recognised”; states that do not occur after the first three are left out. */
export function describeCounts(counts: ReadingCounts): string {
  const { understood, needYou, notRecognised, notCurrent, notMedication } = counts;
  return [
    `${understood} understood`,
    `${needYou} ${needYou === 1 ? "needs" : "need"} you`,
    `${notRecognised} not recognised`,
    ...(notCurrent > 0 ? [`${notCurrent} not current`] : []),
    ...(notMedication > 0 ? [`${notMedication} not a medication`] : []),
  ].join(" · ");
}
