import type { ReactNode } from "react";
import styles from "./entry-part.module.css";

/** One of the four parts of the entry, with its state in its head: “3 need you”, “2 entered”, “none entered”. */
export function EntryPart({ id, number, title, status, children }: { id: string; number: number; title: string; status: string; children: ReactNode }) {
  return (
    <section id={id} className={styles.part} aria-labelledby={`${id}-title`}>
      <div className={styles.head}>
        <h2 id={`${id}-title`}><span className={styles.number}>{number}</span> {title}</h2>
        <span className={styles.status}>{status}</span>
      </div>
      {children}
    </section>
  );
}
