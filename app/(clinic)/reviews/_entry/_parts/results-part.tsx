"use client";

import { useState } from "react";
import { ReadingMark } from "@/app/_components/reading-mark";
import type { LabQuestion, LabView } from "@/app/_view-models/entry/reading-view";
import type { EntryFields } from "@/app/(clinic)/reviews/_entry/entry-fields";
import { EntryPart } from "./entry-part";
import { UndoLine } from "./undo-line";
import type { UndoStep } from "@/app/(clinic)/reviews/_entry/_draft/undo-steps";
import type { Act } from "@/app/(clinic)/reviews/_entry/_draft/use-draft";
import questionStyles from "@/app/(clinic)/reviews/_entry/_reading/line-question.module.css";
import styles from "./entry-part.module.css";

const PART = "results";

/** Laboratory results as pasted, each with its reading; what cannot be right or can be read in two ways is asked about. */
export function ResultsPart({
  entry,
  views,
  undoable,
  onText,
  onAct,
  onUndo,
}: {
  entry: EntryFields;
  views: readonly LabView[];
  undoable: UndoStep | null;
  onText: (labs: string) => void;
  onAct: Act;
  onUndo: () => void;
}) {
  const { labs } = entry;
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const keyOf = (view: LabView) => `${view.question?.kind ?? ""}:${view.text}`;
  const asks = (view: LabView) => view.question !== null && !kept.has(keyOf(view));
  const read = views.filter((view) => view.state === "understood" || view.state === "needs-you").length;
  const open = views.filter(asks).length;
  const entered = read === 0 ? "none entered" : `${read} entered`;
  const status = open > 0 ? `${open} ${open === 1 ? "needs" : "need"} you` : entered;

  return (
    <EntryPart id={PART} number={3} title="Results" status={status}>
      <label className={styles.label} htmlFor="labs">
        Results
      </label>
      <p className={styles.help} id="labs-help">
        Low potassium, magnesium or calcium change what matters first. Paste: K 2.4 mmol/L 20 Nov 2026, Mg 0.61 …
      </p>
      <textarea
        id="labs"
        className={styles.input}
        rows={Math.max(3, labs.split("\n").length)}
        value={labs}
        aria-describedby="labs-help"
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <UndoLine step={undoable} onUndo={onUndo} />
      <ul className={styles.lines} aria-label="Results as read">
        {views.map((view) => (
          <li key={view.id}>
            {/* The rest of the line is read, whatever is asked about one of its results. */}
            <span className={styles.line}>
              <ReadingMark state={view.question === null || asks(view) ? view.state : "understood"} />
              <span>{view.reading}</span>
            </span>
            {view.question !== null && asks(view) && (
              <ResultQuestion
                view={view}
                question={view.question}
                onKeep={() => setKept(new Set([...kept, keyOf(view)]))}
                onUse={(instead) => {
                  const labsNow = withInstead(labs, view, instead);
                  if (labsNow !== null)
                    onAct(
                      { labs: labsNow },
                      { part: PART, words: `“${view.text.trim()}” is now “${instead.trim()}”, by you` },
                    );
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </EntryPart>
  );
}

/** The text with one stretch put otherwise; null where it is no longer there. The text may have changed since it was read. */
function withInstead(labs: string, { start, end, text }: LabView, instead: string): string | null {
  const at = labs.slice(start, end) === text ? start : labs.indexOf(text);
  return at === -1 ? null : labs.slice(0, at) + instead + labs.slice(at + text.length);
}

/** Numbered answers: F8 comes here, a digit chooses, the last one leaves the result as it is. */
function ResultQuestion({
  view,
  question,
  onUse,
  onKeep,
}: {
  view: LabView;
  question: LabQuestion;
  onUse: (instead: string) => void;
  onKeep: () => void;
}) {
  const choices = [
    ...question.choices.map(({ label, instead }) => ({ label, act: () => onUse(instead) })),
    { label: question.keep, act: onKeep },
  ];
  return (
    <div
      className={styles.slip}
      role="group"
      aria-label={view.text.trim()}
      tabIndex={-1}
      data-needs
      onKeyDown={(event) => {
        const choice = choices[Number(event.key) - 1];
        if (
          event.target !== event.currentTarget ||
          choice === undefined ||
          event.ctrlKey ||
          event.metaKey ||
          event.altKey ||
          event.repeat
        )
          return;
        event.preventDefault();
        choice.act();
      }}
    >
      <span>{question.message}</span>
      <span className={questionStyles.choices}>
        {choices.map(({ label, act }, index) => (
          <button key={label} type="button" className={questionStyles.choice} onClick={act}>
            <kbd>{index + 1}</kbd> {label}
          </button>
        ))}
      </span>
    </div>
  );
}
