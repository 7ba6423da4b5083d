"use client";

import { IconChevronDown } from "@tabler/icons-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import styles from "./entry-part.module.css";

/**
 * One of the four parts of the entry, with its state in its head: “3 need you”, “2 entered”, “none entered”. On a small screen
 * a part that `folds` is closed until its head is pressed or something in it is gone to.
 */
export function EntryPart({
  id,
  number,
  title,
  status,
  folds = true,
  children,
}: {
  id: string;
  number: number;
  title: string;
  status: string;
  folds?: boolean;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const part = useRef<HTMLElement>(null);

  useEffect(() => {
    const openIfGoneTo = () => {
      const target = window.location.hash === "" ? null : document.getElementById(window.location.hash.slice(1));
      if (target === null || !part.current?.contains(target)) return;
      setOpen(true);
      requestAnimationFrame(() => target.scrollIntoView());
    };
    openIfGoneTo();
    window.addEventListener("hashchange", openIfGoneTo);
    return () => window.removeEventListener("hashchange", openIfGoneTo);
  }, []);

  return (
    <section
      ref={part}
      id={id}
      className={styles.part}
      aria-labelledby={`${id}-title`}
      data-folds={folds || undefined}
      data-open={open || undefined}
    >
      <div className={styles.head}>
        <h2 id={`${id}-title`}>
          <span className={styles.number}>{number}</span> {title}
        </h2>
        <span className={styles.status}>{status}</span>
        {folds && (
          <button
            type="button"
            className={styles.fold}
            aria-expanded={open}
            aria-controls={`${id}-content`}
            onClick={() => setOpen(!open)}
          >
            {open ? "Hide" : "Show"} <IconChevronDown size={16} stroke={1.75} aria-hidden />{" "}
            <span className="cc-visually-hidden">{title.toLowerCase()}</span>
          </button>
        )}
      </div>
      <div id={`${id}-content`} className={styles.content}>
        {children}
      </div>
    </section>
  );
}
