"use client";

import { Button, Kbd } from "@mantine/core";
import { PRIORITY_WORDS } from "@/app/_view-models/priority-labels";
import { ReadingMark } from "@/app/_components/reading-mark";
import { PriorityMark } from "@/app/_components/priority-badge";
import type { Priority } from "@/lib/domain/vocabulary";
import type { Preview } from "@/lib/clinic/preview";
import styles from "./entry-page.module.css";

const SHOWN: readonly Priority[] = ["act-now", "review", "consider"];

/** How many lines need somebody, what a review would say, and the way to it: always in sight. */
export function EntryFoot({
  needs,
  onNeed,
  preview,
  busy,
  onOpen,
}: {
  needs: { lines: number; of: number };
  onNeed: () => void;
  preview: Preview | null;
  busy: boolean;
  onOpen: () => void;
}) {
  return (
    <section className={styles.foot} aria-label="Preview and next step">
      <p className={styles.preview}>
        {needs.lines > 0 && (
          <button type="button" className={styles.needs} onClick={onNeed}>
            <ReadingMark state="needs-you" />
            {needs.lines} of {needs.of} {needs.of === 1 ? "line" : "lines"} {needs.lines === 1 ? "needs" : "need"} you
          </button>
        )}
        {preview === null ? (
          <span className="cc-muted">Preview: nothing entered yet</span>
        ) : (
          <>
            <span className={styles.wide}>Preview:</span>
            {SHOWN.map((priority) => (
              <span key={priority} className={styles.count}>
                <PriorityMark priority={priority} /> {preview.counts[priority]} {PRIORITY_WORDS[priority].toLowerCase()}
              </span>
            ))}
            <span className={styles.wide}>{preview.notFlagged} not flagged</span>
          </>
        )}
      </p>
      <span className={styles.open}>
        <Button variant="filled" onClick={onOpen} loading={busy}>
          Open review
        </Button>
        <span className={styles.keys}>
          <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">Enter</Kbd>
        </span>
      </span>
    </section>
  );
}
