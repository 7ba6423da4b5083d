"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { ReadingMark } from "@/app/_parts/reading-mark";
import type { LabView } from "../_views/reading-view";
import { EntryPart } from "./entry-part";
import styles from "./entry-part.module.css";

/** Laboratory results as pasted, each with its reading; a value that cannot be right is asked about. */
export function ResultsPart({ text, views, onChange }: { text: string; views: readonly LabView[]; onChange: (text: string) => void }) {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const read = views.filter((view) => view.state === "understood" || view.state === "needs-you").length;
  const asks = views.filter((view) => view.slip !== null && !kept.has(view.text)).length;
  const status = asks > 0 ? `${asks} ${asks === 1 ? "needs" : "need"} you` : read === 0 ? "none entered" : `${read} entered`;
  return (
    <EntryPart id="results" number={3} title="Results" status={status}>
      <label className={styles.label} htmlFor="labs">Results</label>
      <p className={styles.help} id="labs-help">Low potassium, magnesium or calcium change what matters first. Paste: K 2.4 mmol/L 20 Nov 2026, Mg 0.61 …</p>
      <textarea id="labs" className={styles.input} rows={Math.max(3, text.split("\n").length)} value={text} aria-describedby="labs-help" spellCheck={false} autoComplete="off" onChange={(event) => onChange(event.currentTarget.value)} />
      <ul className={styles.lines} aria-label="Results as read">
        {views.map((view) => (
          <li key={view.id}>
            {view.slip !== null && !kept.has(view.text) ? (
              <Slip view={view} onUse={(instead) => onChange(text.slice(0, view.start) + withValue(view, instead) + text.slice(view.end))} onKeep={() => setKept(new Set([...kept, view.text]))} />
            ) : (
              <span className={styles.line}><ReadingMark state={view.state} /><span>{view.reading}</span></span>
            )}
          </li>
        ))}
      </ul>
    </EntryPart>
  );
}

function Slip({ view, onUse, onKeep }: { view: LabView; onUse: (instead: string) => void; onKeep: () => void }) {
  if (view.slip === null) return null;
  const { message, instead } = view.slip;
  return (
    <div className={styles.slip} role="group" aria-label={view.text.trim()}>
      <ReadingMark state="needs-you" /> <span>{message}</span>
      {instead !== null && <Button onClick={() => onUse(instead)}>Use {instead}</Button>}
      <Button onClick={onKeep}>Keep as entered</Button>
    </div>
  );
}

/** The stretch with the first number that is ten times the one meant put right. */
function withValue(view: LabView, instead: string): string {
  return view.text.replace(String(Number((Number(instead) * 10).toPrecision(12))), instead);
}
