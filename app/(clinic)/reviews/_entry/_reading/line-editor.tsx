"use client";

import { callApi } from "@/app/_http/call-api";
import { PickList, type PickOption } from "@/app/_components/pick-list";
import type { ChoiceView, PieceView } from "@/app/_view-models/entry/reading-view";
import styles from "./line-question.module.css";

/** What `/api/drug-names` gives for one name: with the second step already worded where it has a look-alike. */
type FoundName = PickOption & { name: string; confirm: ChoiceView["confirm"] };

async function findNames(words: string, signal: AbortSignal): Promise<readonly FoundName[] | null> {
  const answer = await callApi<{ names: FoundName[] }>("/api/drug-names", { words }, { signal });
  return answer.ok ? answer.data.names : null;
}

/** Corrects one line: another name by search, no medication at all, or its text in the box. */
export function LineEditor({
  piece,
  onChoose,
  onEditText,
  onClose,
}: {
  piece: PieceView;
  onChoose: (choice: ChoiceView) => void;
  onEditText: () => void;
  onClose: () => void;
}) {
  const { key, drugs } = piece;
  return (
    <div className={styles.editor}>
      {drugs > 1 ? (
        <p>This line holds {drugs} drugs. To change one of them, edit its text.</p>
      ) : (
        <PickList
          id={`name-${piece.line}-${key.trim().replace(/\W+/g, "-")}`}
          label="Another name"
          placeholder="Type at least 3 letters"
          minLength={3}
          find={findNames}
          autoFocus
          notFound={(words) => `No name like “${words}” is known here.`}
          onPick={(found) =>
            onChoose({
              label: found.label,
              resolution: { kind: "name", text: key, name: found.name },
              confirm: found.confirm,
            })
          }
        />
      )}
      <div className={styles.choices}>
        <button
          type="button"
          className={styles.choice}
          onClick={() => onChoose({ label: [], resolution: { kind: "not-medication", text: key }, confirm: null })}
        >
          Not a medication
        </button>
        <button type="button" className={styles.choice} onClick={onEditText}>
          Edit the text
        </button>
        <button type="button" className={styles.choice} onClick={onClose}>
          Close
        </button>
      </div>
    </div>
  );
}
