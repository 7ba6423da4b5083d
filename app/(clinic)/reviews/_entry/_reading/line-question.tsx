"use client";

import { RichTextView } from "@/app/_components/drug-name";
import type { RichText } from "@/app/_view-models/rich-text";
import type { ChoiceView, QuestionView } from "@/app/_view-models/entry/reading-view";
import styles from "./line-question.module.css";

/** A question about a line with its numbered answers; about a name, search and “keep as written” come last. */
export function LineQuestion({
  question,
  searching,
  onChoose,
  onSearch,
  onKeep,
}: {
  question: QuestionView;
  searching: boolean;
  onChoose: (choice: ChoiceView) => void;
  onSearch: () => void;
  onKeep: () => void;
}) {
  const { choices } = question;
  return (
    <div className={styles.question}>
      <p>
        <RichTextView words={question.prompt} />
      </p>
      <div className={styles.choices}>
        {choices.map((choice, index) => (
          <button
            key={index}
            type="button"
            data-key={index + 1}
            className={styles.choice}
            onClick={() => onChoose(choice)}
          >
            <kbd>{index + 1}</kbd>{" "}
            <span>
              <RichTextView words={choice.label} />
            </span>
          </button>
        ))}
        {question.aboutName && (
          <>
            <button
              type="button"
              data-key={choices.length + 1}
              className={styles.choice}
              aria-expanded={searching}
              onClick={onSearch}
            >
              <kbd>{choices.length + 1}</kbd> Search for another name
            </button>
            <button type="button" data-key={choices.length + 2} className={styles.choice} onClick={onKeep}>
              <kbd>{choices.length + 2}</kbd> Keep as written, unread
            </button>
          </>
        )}
      </div>
    </div>
  );
}

/** The second step where a look-alike of another ingredient is near: both are named, and it is asked once more. */
export function ConfirmChoice({
  id,
  words,
  onConfirm,
  onBack,
}: {
  id: string;
  words: RichText;
  onConfirm: () => void;
  onBack: () => void;
}) {
  return (
    <div className={styles.question}>
      <p id={id}>
        <RichTextView words={words} />
      </p>
      <div className={styles.choices}>
        <button type="button" data-key="1" className={styles.choice} onClick={onConfirm}>
          <kbd>1</kbd> Confirm
        </button>
        <button type="button" data-key="2" className={styles.choice} onClick={onBack}>
          <kbd>2</kbd> Choose again
        </button>
      </div>
    </div>
  );
}
