"use client";

import { callApi } from "@/app/_parts/call-api";
import { PickList, type PickOption } from "@/app/_parts/pick-list";
import { ReadingMark } from "@/app/_parts/reading-mark";
import type { ConditionView } from "../_views/reading-view";
import { EntryPart } from "./entry-part";
import styles from "./entry-part.module.css";

async function findConditions(words: string, signal: AbortSignal): Promise<readonly PickOption[] | null> {
  const answer = await callApi<{ conditions: PickOption[] }>("/api/conditions", { words }, { signal });
  return answer.ok ? answer.data.conditions : null;
}

/** Conditions by code or by words; what is typed and not found is kept as written. */
export function ConditionsPart({ conditions, views, onChange }: { conditions: readonly string[]; views: readonly ConditionView[]; onChange: (conditions: string[]) => void }) {
  const add = (text: string) => {
    if (!conditions.includes(text)) onChange([...conditions, text]);
  };
  return (
    <EntryPart id="conditions" number={2} title="Conditions" status={conditions.length === 0 ? "none entered" : `${conditions.length} entered`}>
      <PickList
        id="condition" label="Add a condition" description="Some conditions cause cramps by themselves or change what a drug does. Type a word or code; “CKD 3b”, “N18.3”. Enter keeps the words as written."
        minLength={2} find={findConditions} onPick={(option) => add(option.id)} onWritten={add}
        notFound={(words) => `Nothing in ICD-10-CM for “${words}”. Enter keeps it as written.`}
      />
      <ul className={styles.chips} aria-label="Conditions entered">
        {conditions.map((text, index) => {
          const view = views[index]?.text === text ? views[index] : undefined;
          return (
            <li key={text} className={styles.chip}>
              <ReadingMark state={view?.state ?? "needs-you"} />
              <span>{view === undefined ? text : view.reading.includes(text) ? view.reading : `${text} · ${view.reading}`}</span>
              <button type="button" className={styles.remove} aria-label={`Remove ${text}`} onClick={() => onChange(conditions.filter((other) => other !== text))}>×</button>
            </li>
          );
        })}
      </ul>
    </EntryPart>
  );
}
