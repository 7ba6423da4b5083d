"use client";

import { useState } from "react";
import { callApi } from "@/app/_parts/call-api";
import { WordsText } from "@/app/_parts/drug-name";
import { PickList, type PickOption } from "@/app/_parts/pick-list";
import type { ChoiceView, QuestionView } from "../_views/reading-view";
import type { PieceActions } from "./reading-pane";
import styles from "./line-question.module.css";

/** What `/api/drug-names` gives for one name: with the second step already worded where it has a look-alike. */
type FoundName = PickOption & { name: string; confirm: ChoiceView["confirm"] };

async function findNames(words: string, signal: AbortSignal): Promise<readonly FoundName[] | null> {
  const answer = await callApi<{ names: FoundName[] }>("/api/drug-names", { words }, { signal });
  return answer.ok ? answer.data.names : null;
}

/** A question about a line with its numbered answers. Choosing a look-alike asks a second time. */
export function LineQuestion({ question, pieceKey, actions }: { question: QuestionView; pieceKey: string; actions: PieceActions }) {
  const [searching, setSearching] = useState(false);
  const [pending, setPending] = useState<ChoiceView | null>(null);
  const { choices } = question;

  const choose = (choice: ChoiceView) => (choice.confirm === null ? actions.resolve(choice.resolution) : setPending(choice));

  if (pending?.confirm) {
    return (
      <div className={styles.question}>
        <p><WordsText words={pending.confirm} /></p>
        <div className={styles.choices}>
          <button type="button" data-key="1" className={styles.choice} onClick={() => actions.resolve(pending.resolution)}><kbd>1</kbd> Confirm</button>
          <button type="button" data-key="2" className={styles.choice} onClick={() => setPending(null)}><kbd>2</kbd> Choose again</button>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.question}>
      <p><WordsText words={question.prompt} /></p>
      <div className={styles.choices}>
        {choices.map((choice, index) => (
          <button key={index} type="button" data-key={index + 1} className={styles.choice} onClick={() => choose(choice)}>
            <kbd>{index + 1}</kbd> <span><WordsText words={choice.label} /></span>
          </button>
        ))}
        {question.aboutName && (
          <>
            <button type="button" data-key={choices.length + 1} className={styles.choice} aria-expanded={searching} onClick={() => setSearching(!searching)}><kbd>{choices.length + 1}</kbd> Search for another name</button>
            <button type="button" data-key={choices.length + 2} className={styles.choice} onClick={() => actions.resolve({ kind: "keep-unread", text: pieceKey })}><kbd>{choices.length + 2}</kbd> Keep as written, unread</button>
          </>
        )}
      </div>
      {searching && (
        <PickList
          id={`name-${pieceKey.trim().replace(/\W+/g, "-")}`} label="Another name" placeholder="Type at least 3 letters" minLength={3} find={findNames} autoFocus
          notFound={(words) => `No name like “${words}” is known here.`}
          onPick={(found) => choose({ label: found.label, resolution: { kind: "name", text: pieceKey, name: found.name }, confirm: found.confirm })}
        />
      )}
    </div>
  );
}
