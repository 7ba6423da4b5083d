"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { callApi } from "@/app/_http/call-api";
import type { Leaflet } from "@/lib/domain/leaflet";
import { ReportVariant, VARIANT_WORDS } from "@/lib/domain/report-variant";
import styles from "./sign.module.css";

/** What the signed page shows; made on the server. */
export type SignedView = {
  reference: string;
  statusWords: string;
  recordText: string;
  followUpDue: string | null;
  today: string;
  chosen: ReportVariant;
  /** Null where none was kept at the signature. */
  leaflet: Pick<Leaflet, "leftOut" | "notKnown"> | null;
};

/** After the signature: the report in every kind, a copy for the record, and when to look again. */
export function Signed({ view }: { view: SignedView }) {
  const { reference, statusWords, recordText, followUpDue, today, chosen } = view;
  const heading = useRef<HTMLHeadingElement>(null);
  const [copied, setCopied] = useState(false);
  const [planning, setPlanning] = useState(false);
  const [due, setDue] = useState(followUpDue ?? "");
  const [planned, setPlanned] = useState<string | null>(followUpDue);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => heading.current?.focus(), []);

  const plan = async (date: string | null) => {
    const answer = await callApi<{ followUpDue: string | null }>(
      `/api/reviews/${reference}/follow-up`,
      { due: date },
      { method: "PUT" },
    );
    if (!answer.ok) {
      const unreached = "The server cannot be reached. No follow-up was planned.";
      return setError(answer.kind === "refused" ? answer.message : unreached);
    }
    setError(null);
    setPlanned(answer.data.followUpDue);
    setPlanning(false);
  };

  return (
    <div className={styles.form}>
      <h1 ref={heading} tabIndex={-1}>
        Signed.
      </h1>
      <p>{statusWords}. It cannot be changed; a new version can be made.</p>
      <div className={styles.actions}>
        <Button
          component="a"
          variant="filled"
          href={`/reviews/${reference}/report.pdf?variant=${chosen}`}
          target="_blank"
          rel="noopener"
        >
          Open PDF
        </Button>
        <Button onClick={() => void navigator.clipboard.writeText(recordText).then(() => setCopied(true))}>
          {copied ? "Copied" : "Copy for the record"}
        </Button>
        <Button aria-expanded={planning} onClick={() => setPlanning(!planning)}>
          Plan follow-up
        </Button>
        <Button component={Link} href={`/reviews/${reference}`} prefetch={false}>
          Show the review
        </Button>
      </div>
      {planned && <p role="status">Follow-up due {planned}.</p>}
      {planning && (
        <form
          className={styles.plan}
          onSubmit={(event) => {
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
      <Reports
        reference={reference}
        chosen={chosen}
        offered={ReportVariant.options.filter((option) => option !== "leaflet" || view.leaflet !== null)}
      />
      {view.leaflet !== null && <LeafletNotes leaflet={view.leaflet} />}
      <section>
        <h2>Later</h2>
        <ul>
          <li>
            <Link href={`/reviews/${reference}/rerun`} prefetch={false}>
              Run again on the current knowledge
            </Link>
            : what differs and why; the signed review stays as it is.
          </li>
          <li>
            <Link href="/verify" prefetch={false}>
              Verify a report
            </Link>
            : whether a saved report is the one that was signed.
          </li>
        </ul>
      </section>
    </div>
  );
}

/** Every kind of the report in every format. */
function Reports({
  reference,
  chosen,
  offered,
}: {
  reference: string;
  chosen: ReportVariant;
  offered: readonly ReportVariant[];
}) {
  const address = `/reviews/${reference}`;
  return (
    <section>
      <h2>Reports</h2>
      <table className={styles.reports}>
        <caption className="cc-visually-hidden">
          Kinds of report, each as PDF, as a page that prints, and as text
        </caption>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">PDF</th>
            <th scope="col">Page</th>
            <th scope="col">Text</th>
          </tr>
        </thead>
        <tbody>
          {offered.map((option) => {
            const { name } = VARIANT_WORDS[option];
            return (
              <tr key={option}>
                <th scope="row">
                  {name}
                  {option === chosen && <span className={styles.chosen}> (chosen at signing)</span>}
                </th>
                <td>
                  <a href={`${address}/report.pdf?variant=${option}`} target="_blank" rel="noopener">
                    PDF<span className="cc-visually-hidden"> of {name}</span>
                  </a>
                </td>
                <td>
                  <a href={`${address}/report?variant=${option}`} target="_blank" rel="noopener">
                    Page<span className="cc-visually-hidden"> of {name}</span>
                  </a>
                </td>
                <td>
                  <a href={`${address}/report.txt?variant=${option}`}>
                    Text<span className="cc-visually-hidden"> of {name}</span>
                  </a>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.lead}>
        Data: <a href={`${address}/report.csv`}>CSV</a>, one row for each finding, test and medication.{" "}
        <a href={`${address}/report.json`}>JSON</a>, the signed document with its digest. The PDF has no tags for screen
        readers; the page holds the same.
      </p>
    </section>
  );
}

/** What the clinician should know before the leaflet is handed over. */
function LeafletNotes({ leaflet: { leftOut, notKnown } }: { leaflet: NonNullable<SignedView["leaflet"]> }) {
  if (leftOut.length + notKnown.length === 0) return null;
  return (
    <section className={styles.notes}>
      <h2>Before you hand over the leaflet</h2>
      {leftOut.length > 0 && (
        <>
          <p>Left out for this patient:</p>
          <ul>
            {leftOut.map(({ id, heading, because }) => (
              <li key={id}>
                “{heading}”, because of {because}
              </li>
            ))}
          </ul>
        </>
      )}
      {notKnown.length > 0 && (
        <>
          <p>Worded with care, because this was not entered:</p>
          <ul>
            {notKnown.map(({ id, heading, missing }) => (
              <li key={id}>
                “{heading}”: {missing.join(", ")}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
