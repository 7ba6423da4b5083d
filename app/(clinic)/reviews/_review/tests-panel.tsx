"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { callApi } from "@/app/_http/call-api";
import { RichTextView } from "@/app/_components/drug-name";
import { drawnText } from "@/app/_view-models/rich-text";
import type { ReviewView, TestView } from "@/app/_view-models/review/review-view";
import styles from "./side-panels.module.css";

/** Suggested tests as an order list: nothing is ticked beforehand; what is answered stays in sight with its result. */
export function TestsPanel({ view, readOnly }: { view: ReviewView; readOnly: boolean }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(view.chosenLabs));
  const [asked, setAsked] = useState<ReadonlySet<string>>(() => new Set(view.chosenLabs));
  const [status, setStatus] = useState("");
  const open = view.tests.filter((test) => test.answered === null || asked.has(test.id));
  const answered = view.tests.filter((test) => test.answered !== null && !asked.has(test.id));

  const tick = async (id: string) => {
    const before = chosen;
    const next = new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]);
    setChosen(next);
    const answer = await callApi<{ chosenLabs: string[] }>(
      `/api/reviews/${view.reference}/labs`,
      { labIds: [...next] },
      { method: "PUT" },
    );
    if (answer.ok) return setStatus(`${next.size} ${next.size === 1 ? "test" : "tests"} asked for, saved.`);
    setChosen(before);
    setStatus(answer.kind === "refused" ? answer.message : "Not saved: the server cannot be reached. Try again.");
  };
  /** A test with an answer joins the list with its tick set: what is asked for is asked for. */
  const askAnyway = (id: string) => {
    setAsked(new Set([...asked, id]));
    void tick(id);
  };
  const copy = async () => {
    await navigator.clipboard.writeText(
      testsAsText(
        view.tests.filter((test) => chosen.has(test.id)),
        open,
      ),
    );
    setStatus("Copied as text.");
  };

  return (
    <section className={styles.panel} id="tests" aria-labelledby="tests-title">
      <h2 id="tests-title" className={styles.title}>
        Suggested tests <span className={styles.count}>{open.length}</span>
      </h2>
      {view.tests.length === 0 && (
        <p>
          No test is suggested: no finding asks for one. {view.recognised} recognised, {view.notRead} not.
        </p>
      )}
      <ul className={styles.tests}>
        {open.map((test) => (
          <li key={test.id} className={styles.test}>
            <label className={styles.testLabel}>
              <input
                type="checkbox"
                checked={chosen.has(test.id)}
                disabled={readOnly}
                onChange={() => void tick(test.id)}
              />
              <span>
                <span className={styles.testHead}>
                  <strong>{test.name}</strong> <span className={styles.last}>{test.last}</span>
                </span>
                <span className={styles.why}>
                  <RichTextView words={test.askedBy} />
                </span>
                {test.leftOutOf.length > 0 && <span className={styles.why}>not in {test.leftOutOf.join(" or ")}</span>}
              </span>
            </label>
            <details className={styles.reasons}>
              <summary>
                Why<span className="cc-visually-hidden"> {test.name}</span>
              </summary>
              {test.repeat && <p>{test.repeat}</p>}
              {test.reasons.map((reason, index) => (
                <p key={index}>
                  <RichTextView words={reason} />
                </p>
              ))}
            </details>
          </li>
        ))}
        {answered.map((test) => (
          <li key={test.id} className={styles.answered}>
            <span>
              <strong>{test.name}</strong>: {test.answered}
            </span>
            {!readOnly && (
              <button type="button" className="cc-link" onClick={() => askAnyway(test.id)}>
                Ask anyway
              </button>
            )}
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <div className={styles.foot}>
          <Button onClick={() => void copy()}>Copy as text</Button>
          <span className={styles.hint}>{status === "" ? "Ticked tests go into the report." : ""}</span>
        </div>
      )}
      <p role="status" className={status === "" ? "cc-visually-hidden" : styles.hint}>
        {status}
      </p>
    </section>
  );
}

/** Ticked tests, or all that are open when none is ticked. */
function testsAsText(chosen: readonly TestView[], open: readonly TestView[]): string {
  return (chosen.length > 0 ? chosen : open)
    .map((test) => `${test.name}: ${test.reasons.map(drawnText).join("; ")}`)
    .join("\n");
}
