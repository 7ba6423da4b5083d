"use client";

import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { DismissReason } from "@/lib/domain/decision";
import styles from "./dismiss-form.module.css";

const REASONS: readonly { reason: DismissReason; words: string }[] = [
  { reason: "benefit-outweighs", words: "Benefit outweighs" },
  { reason: "already-monitored", words: "Already monitored" },
  { reason: "cramps-came-first", words: "Cramps came first" },
  { reason: "not-taking-it", words: "Not taking it" },
  { reason: "tolerated", words: "Tolerated" },
  { reason: "patient-preference", words: "Patient preference" },
  { reason: "data-wrong", words: "Data wrong" },
  { reason: "other", words: "Other" },
];
const COMMENT_LIMIT = 2_000;

/** Dismissing asks for one reason, not for a confirmation; it can be undone. */
export function DismissForm({
  id,
  onDismiss,
  onCancel,
}: {
  id: string;
  onDismiss: (reason: DismissReason, comment: string) => void;
  onCancel: () => void;
}) {
  const [reason, setReason] = useState<DismissReason | null>(null);
  const [comment, setComment] = useState("");
  const [missing, setMissing] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <form
      className={styles.form}
      aria-label="Dismiss with a reason"
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason === null) return setMissing(true);
        onDismiss(reason, comment.trim());
      }}
    >
      <fieldset className={styles.reasons} aria-describedby={missing ? `${id}-missing` : undefined}>
        <legend>Reason</legend>
        {REASONS.map((one, index) => (
          <label key={one.reason} className={styles.reason}>
            <input
              ref={index === 0 ? first : undefined}
              type="radio"
              name={`reason-${id}`}
              checked={reason === one.reason}
              onChange={() => setReason(one.reason)}
            />{" "}
            {one.words}
          </label>
        ))}
      </fieldset>
      {missing && reason === null && (
        <p id={`${id}-missing`} className={styles.missing} role="alert">
          Choose one reason.
        </p>
      )}
      <label className={styles.comment}>
        Comment, optional{" "}
        <input
          type="text"
          value={comment}
          maxLength={COMMENT_LIMIT}
          autoComplete="off"
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      </label>
      <div className={styles.actions}>
        <Button type="submit" variant="filled">
          Dismiss finding
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
