"use client";

import type { KeyboardEvent } from "react";
import { useLetterKeys } from "@/app/_shell/letter-keys";
import { WordsText } from "@/app/_parts/drug-name";
import { ReadingMark } from "@/app/_parts/reading-mark";
import type { PieceView } from "../_views/reading-view";
import { LineQuestion } from "./line-question";
import type { PieceActions } from "./reading-pane";
import styles from "./reading-pane.module.css";

/** Whether a key press belongs to a field and not to the list around it. */
function inField(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement;
}

/** One stretch of the list: its state, what was read, and what has to be asked. */
export function ReadingLine({ piece, actions }: { piece: PieceView; actions: PieceActions }) {
  const letterKeys = useLetterKeys();
  const [question] = piece.questions;

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === "Escape") return actions.leave();
    if (inField(event) || !letterKeys || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.toLowerCase() === "e") {
      event.preventDefault();
      actions.edit(piece.line);
    } else if (/^[1-5]$/.test(event.key)) {
      event.preventDefault();
      event.currentTarget.querySelector<HTMLButtonElement>(`[data-key="${event.key}"]`)?.click();
    }
  };

  return (
    <div
      className={styles.piece} role="group" aria-label={`Line ${piece.line + 1}: ${piece.text}`} tabIndex={-1}
      data-state={piece.state} data-asks={question ? true : undefined} data-needs={question ? true : undefined} onKeyDown={onKeyDown}
    >
      <span className={styles.number} aria-hidden="true">{piece.line + 1}</span>
      <span className={styles.mark}><ReadingMark state={piece.state} /></span>
      <div className={styles.body}>
        <span className={styles.source}>{piece.text}</span>
        {question ? <LineQuestion key={question.id} question={question} pieceKey={piece.key} actions={actions} /> : <WordsText words={piece.reading} />}
        {piece.settled && (
          <span className={styles.settled}>
            {" "}{piece.settled} · <button type="button" className="cc-link" onClick={() => actions.undo(piece.key)}>Undo</button>
          </span>
        )}
      </div>
    </div>
  );
}
