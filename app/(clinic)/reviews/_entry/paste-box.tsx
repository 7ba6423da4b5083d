"use client";

import { useLayoutEffect, useRef, type Ref } from "react";
import type { ReadingState } from "@/app/_parts/reading-mark";
import styles from "./paste-box.module.css";

/**
 * The list as it is typed, never rewritten. Behind the field lies a copy of its lines that draws their numbers and edges
 * and measures their heights, so that each reading can stand beside its line.
 */
export function PasteBox({ value, onChange, marks, onHeights, ref, describedBy, onSubmit }: {
  value: string;
  onChange: (text: string) => void;
  /** What became of each line, where it is not simply understood. */
  marks: ReadonlyMap<number, ReadingState>;
  onHeights: (heights: readonly number[]) => void;
  ref: Ref<HTMLTextAreaElement>;
  describedBy: string;
  onSubmit: () => void;
}) {
  const copy = useRef<HTMLDivElement>(null);
  const lines = value.split("\n");

  useLayoutEffect(() => {
    const element = copy.current;
    if (!element) return;
    const measure = () => onHeights([...element.children].map((line) => line.getBoundingClientRect().height));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [value, onHeights]);

  return (
    <div className={styles.box}>
      <div ref={copy} className={styles.copy} aria-hidden="true">
        {lines.map((line, index) => <div key={index} data-mark={marks.get(index)}>{line === "" ? "\u200b" : line}</div>)}
      </div>
      <textarea
        ref={ref} id="medications" className={styles.text} value={value} spellCheck={false} autoComplete="off" autoCapitalize="off" autoCorrect="off"
        aria-describedby={describedBy} rows={Math.max(8, lines.length)} placeholder="Furosemide 40 mg daily&#10;Simvastatin 20 mg at night since March"
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            onSubmit();
          }
        }}
      />
    </div>
  );
}
