"use client";

import { memo, useState, type CSSProperties, type KeyboardEvent } from "react";
import type { PieceView, ReadingView } from "@/app/_view-models/entry/reading-view";
import { ReadingLine, type PieceActions } from "./reading-line";
import styles from "./reading-pane.module.css";

const STEPS: ReadonlyMap<string, number> = new Map([
  ["ArrowDown", 1],
  ["ArrowUp", -1],
]);

/** What was read, each line at the height of its source line. The arrow keys go from line to line; one of them is a tab stop. */
export function ReadingPane({
  view,
  heights,
  actions,
}: {
  view: ReadingView;
  heights: readonly number[];
  actions: PieceActions;
}) {
  const [last, setLast] = useState<string | null>(null);
  const rows = rowsOf(view.pieces);
  const stop =
    view.pieces.find((piece) => piece.id === last) ??
    view.pieces.find((piece) => piece.questions.length > 0) ??
    view.pieces[0];
  const style: CSSProperties = { gridTemplateRows: heights.map((height) => `minmax(${height}px, auto)`).join(" ") };
  return (
    <ol className={styles.pane} style={style} aria-label="What we read, line by line" onKeyDown={moveByArrows}>
      {rows.map(({ line, pieces }) => (
        <li key={pieces[0]?.id} className={styles.row} style={{ gridRow: line + 1 }}>
          {pieces.map((piece) => (
            <SteadyLine
              key={piece.id}
              piece={piece}
              actions={actions}
              tabStop={piece.id === stop?.id}
              onReached={setLast}
            />
          ))}
        </li>
      ))}
    </ol>
  );
}

function rowsOf(pieces: readonly PieceView[]): { line: number; pieces: PieceView[] }[] {
  const rows = new Map<number, PieceView[]>();
  for (const piece of pieces) rows.set(piece.line, [...(rows.get(piece.line) ?? []), piece]);
  return [...rows].map(([line, own]) => ({ line, pieces: own }));
}

/** Only from a line itself: in a field or among its answers the arrows keep their own use. */
function moveByArrows(event: KeyboardEvent<HTMLOListElement>): void {
  const step = STEPS.get(event.key) ?? 0;
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-piece]")];
  const at = lines.findIndex((line) => line === event.target);
  const next = at === -1 || step === 0 ? undefined : lines[at + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** Repaints only where the reading of the piece itself changed. */
const SteadyLine = memo(
  ReadingLine,
  (before, after) =>
    before.actions === after.actions &&
    before.tabStop === after.tabStop &&
    JSON.stringify(before.piece) === JSON.stringify(after.piece),
);
