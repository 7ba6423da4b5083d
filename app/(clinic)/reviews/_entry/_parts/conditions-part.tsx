"use client";

import { useRef } from "react";
import { callApi } from "@/app/_http/call-api";
import { PickList, type PickOption } from "@/app/_components/pick-list";
import { ReadingMark } from "@/app/_components/reading-mark";
import type { ConditionView } from "@/app/_view-models/entry/reading-view";
import type { EntryFields } from "@/app/(clinic)/reviews/_entry/entry-fields";
import { EntryPart } from "./entry-part";
import { UndoLine } from "./undo-line";
import type { UndoStep } from "@/app/(clinic)/reviews/_entry/_draft/undo-steps";
import type { Act } from "@/app/(clinic)/reviews/_entry/_draft/use-draft";
import styles from "./entry-part.module.css";

const PART = "conditions";

async function findConditions(words: string, signal: AbortSignal): Promise<readonly PickOption[] | null> {
  const answer = await callApi<{ conditions: PickOption[] }>("/api/conditions", { words }, { signal });
  return answer.ok ? answer.data.conditions : null;
}

/** Conditions by code or by words; what is typed and not found is kept as written. */
export function ConditionsPart({
  entry,
  views,
  undoable,
  onAct,
  onUndo,
}: {
  entry: EntryFields;
  views: readonly ConditionView[];
  undoable: UndoStep | null;
  onAct: Act;
  onUndo: () => void;
}) {
  const { conditions } = entry;
  const list = useRef<HTMLUListElement>(null);
  const add = (text: string) => {
    if (!conditions.includes(text))
      onAct({ conditions: [...conditions, text] }, { part: PART, words: `Added ${text}` });
  };
  const remove = (text: string, index: number) => {
    onAct({ conditions: conditions.filter((other) => other !== text) }, { part: PART, words: `Removed ${text}` });
    // The next row takes the focus; after the last one, the field.
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll("button");
      (buttons?.[Math.min(index, buttons.length - 1)] ?? document.getElementById("condition"))?.focus();
    });
  };
  return (
    <EntryPart
      id={PART}
      number={2}
      title="Conditions"
      status={conditions.length === 0 ? "none entered" : `${conditions.length} entered`}
    >
      <PickList
        id="condition"
        label="Add a condition"
        description="Some conditions cause cramps by themselves or change what a drug does. Type a word or code; “CKD 3b”, “N18.3”. Enter keeps the words as written."
        minLength={2}
        find={findConditions}
        onPick={(option) => add(option.id)}
        onWritten={add}
        notFound={(words) => `Nothing in ICD-10-CM for “${words}”. Enter keeps it as written.`}
      />
      <UndoLine step={undoable} onUndo={onUndo} />
      <ul className={styles.chips} aria-label="Conditions entered" ref={list}>
        {conditions.map((text, index) => {
          const view = views[index]?.text === text ? views[index] : undefined;
          return (
            <li key={text} className={styles.chip}>
              <ReadingMark state={view?.state ?? "needs-you"} />
              <span>{describeReading(text, view?.reading)}</span>
              <button
                type="button"
                className={styles.remove}
                aria-label={`Remove ${text}`}
                onClick={() => remove(text, index)}
              >
                ×
              </button>
            </li>
          );
        })}
      </ul>
    </EntryPart>
  );
}

/** The entry as typed with what it was read as, once where one holds the other. */
function describeReading(text: string, reading: string | undefined): string {
  if (reading === undefined) return text;
  return reading.includes(text) ? reading : `${text} · ${reading}`;
}
