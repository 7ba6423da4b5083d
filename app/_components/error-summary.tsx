"use client";

import { useEffect, useRef, type ReactNode } from "react";
import styles from "./error-summary.module.css";

export type FieldError = { fieldId?: string; message: ReactNode };

/** What went wrong, above the form, taking focus as it appears; the same words stand beside each field. */
export function ErrorSummary({
  errors,
  title = "There is a problem",
}: {
  errors: readonly FieldError[];
  title?: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [errors]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className={styles.box} role="alert" tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title" className={styles.title}>
        {title}
      </h2>
      <ul>
        {errors.map((error, index) => (
          <li key={index}>{error.fieldId ? <a href={`#${error.fieldId}`}>{error.message}</a> : error.message}</li>
        ))}
      </ul>
    </div>
  );
}
