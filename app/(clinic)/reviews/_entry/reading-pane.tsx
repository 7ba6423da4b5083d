"use client";

import { memo, type CSSProperties } from "react";
import type { Resolution } from "@/lib/domain/medication";
import type { PieceView, ReadingView } from "../_views/reading-view";
import { ReadingLine } from "./reading-line";
import styles from "./reading-pane.module.css";

export type PieceActions = {
  resolve: (resolution: Resolution) => void;
  undo: (text: string) => void;
  /** Puts the caret on a line of the box. */
  edit: (line: number) => void;
  /** Back to where the caret was. */
  leave: () => void;
};

/** What was read, each line at the height of its source line. */
export function ReadingPane({ view, heights, actions }: { view: ReadingView; heights: readonly number[]; actions: PieceActions }) {
  const byLine = new Map<number, PieceView[]>();
  for (const piece of view.pieces) byLine.set(piece.line, [...(byLine.get(piece.line) ?? []), piece]);
  const style: CSSProperties = { gridTemplateRows: heights.map((height) => `minmax(${height}px, auto)`).join(" ") };
  return (
    <ol className={styles.pane} style={style} aria-label="What we read, line by line">
      {[...byLine].map(([line, pieces]) => (
        <li key={line} className={styles.row} style={{ gridRow: line + 1 }}>
          {pieces.map((piece) => <SteadyLine key={piece.id} piece={piece} actions={actions} />)}
        </li>
      ))}
    </ol>
  );
}

/** Repaints only where the reading of the piece itself changed. */
const SteadyLine = memo(ReadingLine, (before, after) => before.actions === after.actions && JSON.stringify(before.piece) === JSON.stringify(after.piece));
