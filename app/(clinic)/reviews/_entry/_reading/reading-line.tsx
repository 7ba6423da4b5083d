"use client";

import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { Resolution } from "@/lib/domain/medication";
import { useLetterKeys } from "@/app/_shell/letter-keys";
import { RichTextView } from "@/app/_components/drug-name";
import { ReadingMark } from "@/app/_components/reading-mark";
import type { ChoiceView, PieceView } from "@/app/_view-models/entry/reading-view";
import { LineEditor } from "./line-editor";
import { ConfirmChoice, LineQuestion } from "./line-question";
import styles from "./reading-pane.module.css";

/** What can be done with a piece that was read. */
export type PieceActions = {
  resolve: (resolution: Resolution) => void;
  undo: (piece: PieceView) => void;
  /** Puts the caret on a line of the box. */
  edit: (line: number) => void;
  /** Back to where the caret was. */
  leave: () => void;
};

/** Whether a key press belongs to a field and not to the list around it. */
function inField(event: KeyboardEvent): boolean {
  return (
    event.target instanceof HTMLInputElement ||
    event.target instanceof HTMLTextAreaElement ||
    event.target instanceof HTMLSelectElement
  );
}

/**
 * One stretch of the list: its state, what was read, and what has to be asked. While it has the focus, 1 to 5 choose an answer,
 * E corrects it by search, Esc goes back to the caret.
 */
export function ReadingLine({
  piece,
  actions,
  tabStop,
  onReached,
}: {
  piece: PieceView;
  actions: PieceActions;
  tabStop: boolean;
  onReached: (id: string) => void;
}) {
  const letterKeys = useLetterKeys();
  const group = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState(false);
  const [pending, setPending] = useState<ChoiceView | null>(null);
  const [question] = piece.questions;
  const confirmId = `confirm-${piece.line}`;

  // The field or the button that was used is gone once the second step is asked: the line takes the focus, and is described by it.
  useEffect(() => {
    if (pending !== null) group.current?.focus();
  }, [pending]);

  const take = (choice: ChoiceView) => {
    setEditing(false);
    setPending(null);
    group.current?.focus();
    actions.resolve(choice.resolution);
  };
  const choose = (choice: ChoiceView) => (choice.confirm === null ? take(choice) : setPending(choice));
  const close = () => {
    setEditing(false);
    setPending(null);
    group.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === "Escape") return editing || pending !== null ? close() : actions.leave();
    if (inField(event) || !letterKeys || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.key.toLowerCase() === "e") {
      event.preventDefault();
      setEditing(true);
    } else if (/^[1-5]$/.test(event.key)) {
      event.preventDefault();
      event.currentTarget.querySelector<HTMLButtonElement>(`[data-key="${event.key}"]`)?.click();
    }
  };

  return (
    <div
      ref={group}
      className={styles.piece}
      role="group"
      aria-label={`Line ${piece.line + 1}: ${piece.text}`}
      aria-describedby={pending === null ? undefined : confirmId}
      tabIndex={tabStop ? 0 : -1}
      data-piece
      data-state={piece.state}
      data-asks={question || editing ? true : undefined}
      data-needs={question ? true : undefined}
      onKeyDown={onKeyDown}
      onFocus={() => onReached(piece.id)}
    >
      <span className={styles.number} aria-hidden="true">
        {piece.line + 1}
      </span>
      <span className={styles.mark}>
        <ReadingMark state={piece.state} />
      </span>
      <div className={styles.body}>
        <span className={styles.source}>{piece.text}</span>
        {pending?.confirm && (
          <ConfirmChoice
            id={confirmId}
            words={pending.confirm}
            onConfirm={() => take(pending)}
            onBack={() => setPending(null)}
          />
        )}
        {!pending?.confirm && question && (
          <LineQuestion
            key={question.id}
            question={question}
            searching={editing}
            onChoose={choose}
            onSearch={() => setEditing(!editing)}
            onKeep={() => take({ label: [], resolution: { kind: "keep-unread", text: piece.key }, confirm: null })}
          />
        )}
        {!pending?.confirm && !question && (
          <button
            type="button"
            className={styles.reading}
            tabIndex={-1}
            aria-expanded={editing}
            onClick={() => setEditing(!editing)}
          >
            <RichTextView words={piece.reading} />
            <span className={styles.correct}> Correct</span>
          </button>
        )}
        {editing && pending === null && (
          <LineEditor piece={piece} onChoose={choose} onEditText={() => actions.edit(piece.line)} onClose={close} />
        )}
        {piece.settled && (
          <span className={styles.settled}>
            {" "}
            {piece.settled} ·{" "}
            <button type="button" className="cc-link" onClick={() => actions.undo(piece)}>
              Undo
            </button>
          </span>
        )}
      </div>
    </div>
  );
}
