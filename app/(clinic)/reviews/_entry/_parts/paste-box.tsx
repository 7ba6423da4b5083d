"use client";

import { useLayoutEffect, useRef, useState, type DragEvent, type Ref } from "react";
import type { ReadingState } from "@/app/_components/reading-mark";
import styles from "./paste-box.module.css";

/**
 * The list as it is typed, never rewritten. Behind the field lies a copy of its lines that draws their numbers and edges
 * and measures their heights, so that each reading can stand beside its line.
 */
export function PasteBox({
  value,
  onChange,
  onFile,
  marks,
  onHeights,
  ref,
  describedBy,
  onSubmit,
}: {
  value: string;
  onChange: (text: string) => void;
  /** A file was dropped on the box. Dropped words go where the browser puts them. */
  onFile: (file: File) => void;
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

  const [dropping, setDropping] = useState(false);
  const holdsFile = (event: DragEvent) => event.dataTransfer.types.includes("Files");

  return (
    <div
      className={styles.box}
      data-dropping={dropping || undefined}
      onDragOver={(event) => {
        if (!holdsFile(event)) return;
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={(event) => {
        setDropping(false);
        const file = event.dataTransfer.files.item(0);
        if (!holdsFile(event) || file === null) return;
        event.preventDefault();
        onFile(file);
      }}
    >
      <div ref={copy} className={styles.copy} aria-hidden="true">
        {lines.map((line, index) => (
          <div key={index} data-mark={marks.get(index)}>
            {line === "" ? "\u200b" : line}
          </div>
        ))}
      </div>
      <textarea
        ref={ref}
        id="medications"
        className={styles.text}
        value={value}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        aria-describedby={describedBy}
        rows={Math.max(8, lines.length)}
        placeholder="Furosemide 40 mg daily&#10;Simvastatin 20 mg at night since March"
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
