"use client";

import { Button, Kbd } from "@mantine/core";
import { PRIORITY_WORDS } from "@/app/_parts/priority-words";
import { PriorityMark } from "@/app/_parts/priority-badge";
import type { Priority } from "@/lib/domain/vocabulary";
import type { Preview } from "./draft-saver";
import styles from "./entry-page.module.css";

const SHOWN: readonly Priority[] = ["act-now", "review", "consider"];

/** What a review would say, and the way to it. */
export function EntryFoot({ preview, busy, onOpen }: { preview: Preview | null; busy: boolean; onOpen: () => void }) {
  return (
    <section className={styles.foot} aria-label="Preview and next step">
      <p className={styles.preview}>
        {preview === null ? <span className="cc-muted">Preview: nothing entered yet</span> : (
          <>
            <span>Preview:</span>
            {SHOWN.map((priority) => (
              <span key={priority} className={styles.count}><PriorityMark priority={priority} /> {preview.counts[priority]} {PRIORITY_WORDS[priority].toLowerCase()}</span>
            ))}
            <span className={styles.count}>{preview.notFlagged} not flagged</span>
          </>
        )}
      </p>
      <span className={styles.open}>
        <Button variant="filled" onClick={onOpen} loading={busy}>Open review</Button>
        <span className={styles.keys}><Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">Enter</Kbd></span>
      </span>
    </section>
  );
}
