"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { callApi } from "@/app/_parts/call-api";
import styles from "./sign.module.css";

/** After the signature: the report, a copy for the record, and when to look again. */
export function Signed({ reference, statusWords, recordText, followUpDue, today }: { reference: string; statusWords: string; recordText: string; followUpDue: string | null; today: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [copied, setCopied] = useState(false);
  const [planning, setPlanning] = useState(false);
  const [due, setDue] = useState(followUpDue ?? "");
  const [planned, setPlanned] = useState<string | null>(followUpDue);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => heading.current?.focus(), []);

  const plan = async (date: string | null) => {
    const answer = await callApi<{ followUpDue: string | null }>(`/api/reviews/${reference}/follow-up`, { due: date }, { method: "PUT" });
    setError(answer.ok ? null : answer.kind === "refused" ? answer.message : "The server cannot be reached. No follow-up was planned.");
    if (!answer.ok) return;
    setPlanned(answer.data.followUpDue);
    setPlanning(false);
  };

  return (
    <div className={styles.form}>
      <h1 ref={heading} tabIndex={-1}>Signed.</h1>
      <p>{statusWords}. It cannot be changed; a new version can be made.</p>
      <div className={styles.actions}>
        <Button component="a" variant="filled" href={`/reviews/${reference}/report.pdf`} target="_blank" rel="noopener">Open PDF</Button>
        <Button component="a" href={`/reviews/${reference}/report.csv`}>Download CSV</Button>
        <Button onClick={() => void navigator.clipboard.writeText(recordText).then(() => setCopied(true))}>{copied ? "Copied" : "Copy for the record"}</Button>
        <Button aria-expanded={planning} onClick={() => setPlanning(!planning)}>Plan follow-up</Button>
        <Button component={Link} href={`/reviews/${reference}`} prefetch={false}>Show the review</Button>
      </div>
      {planned && <p role="status">Follow-up due {planned}.</p>}
      {planning && (
        <form className={styles.plan} onSubmit={(event) => {
          event.preventDefault();
          if (due !== "") void plan(due);
        }}
        >
          <label htmlFor="due">Date of follow-up</label>
          <input id="due" type="date" min={today} value={due} onChange={(event) => setDue(event.currentTarget.value)} />
          <Button type="submit">Plan</Button>
          {planned && <Button onClick={() => void plan(null)}>Clear</Button>}
        </form>
      )}
      {error && <p role="alert">{error}</p>}
    </div>
  );
}
