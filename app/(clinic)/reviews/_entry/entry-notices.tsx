"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { displayInstant } from "@/lib/domain/display-date";
import { LIMITS } from "@/lib/domain/limits";
import { callApi } from "@/app/_http/call-api";
import type { DraftSaver } from "./_draft/draft-saver";
import type { DraftState, SignedMeanwhileBy } from "./_draft/draft-state";
import type { FieldName } from "./entry-fields";
import { canKeepBoth } from "./_draft/merge-entries";
import type { FieldProblem } from "@/app/_view-models/entry/reading-view";
import styles from "./entry-page.module.css";

const FIELD_WORDS: Readonly<Record<FieldName, string>> = {
  medications: "Medications",
  resolutions: "answers about lines",
  conditions: "Conditions",
  labs: "Results",
  localReference: "Local reference",
  birthYear: "Birth year",
  sex: "Sex",
  onset: "Onset",
  perWeek: "Cramps a week",
  diary: "Cramp diary",
  site: "Site",
  timing: "Time of day",
  pregnant: "Pregnant",
  gestationWeeks: "Weeks of pregnancy",
  dialysis: "Dialysis",
  alcoholUnitsPerWeek: "Alcohol",
  symptoms: "Symptoms",
  symptomText: "The patient’s words",
};

/** What somebody else did to this draft meanwhile: one place, nothing overwritten until it is chosen. */
export function EntryNotices({ state, saver, timeZone }: { state: DraftState; saver: DraftSaver; timeZone: string }) {
  const { conflicts, merged, signedOut, signedMeanwhile, reference } = state;
  return (
    <>
      {signedOut && (
        <div className={styles.notice} role="alert">
          <p>
            <strong>You are signed out.</strong> What you typed is kept in this tab.
          </p>
          <Button component="a" href="/sign-in" target="_blank" rel="opener">
            Sign in in a new tab
          </Button>
          <Button onClick={() => saver.retry()}>Save again</Button>
        </div>
      )}
      {signedMeanwhile !== null && reference !== null && (
        <SignedMeanwhile signed={signedMeanwhile} reference={reference} saver={saver} timeZone={timeZone} />
      )}
      {conflicts.length > 0 && (
        <div className={styles.notice} role="alert">
          <p>
            <strong>Somebody else changed the same field.</strong> Nothing is overwritten. Choose for each:
          </p>
          {conflicts.map((conflict) => (
            <div key={conflict.field} className={styles.conflict} role="group" aria-label={FIELD_WORDS[conflict.field]}>
              <h3>{FIELD_WORDS[conflict.field]}</h3>
              <div className={styles.sides}>
                <div>
                  <h4>Mine</h4>
                  <pre>{conflict.mine}</pre>
                </div>
                <div>
                  <h4>Theirs</h4>
                  <pre>{conflict.theirs}</pre>
                </div>
              </div>
              <div className={styles.actions}>
                <Button onClick={() => saver.choose(conflict.field, "mine")}>Keep mine</Button>
                <Button onClick={() => saver.choose(conflict.field, "theirs")}>Keep theirs</Button>
                {canKeepBoth(conflict.field) && (
                  <Button onClick={() => saver.choose(conflict.field, "both")}>Keep both</Button>
                )}
              </div>
            </div>
          ))}
        </div>
      )}
      {merged && (
        <div className={styles.quietNotice} role="status">
          <p>
            {merged.by} or another tab changed {merged.fields.map((field) => FIELD_WORDS[field]).join(", ")} on{" "}
            {displayInstant(merged.at, timeZone)}. Both changes are kept.
          </p>
          <button type="button" className="cc-link" onClick={() => saver.dismissMerged()}>
            Seen
          </button>
        </div>
      )}
    </>
  );
}

/** What was signed stays as it is; the changes that came too late can go on as a new draft version. */
function SignedMeanwhile({
  signed,
  reference,
  saver,
  timeZone,
}: {
  signed: SignedMeanwhileBy;
  reference: string;
  saver: DraftSaver;
  timeZone: string;
}) {
  const [error, setError] = useState<string | null>(null);
  const keep = async () => {
    const answer = await callApi<{ reference: string; version: number }>(`/api/reviews/${reference}/versions`, {});
    if (answer.ok) saver.continueAs(answer.data.reference, answer.data.version);
    else
      setError(
        answer.kind === "refused"
          ? answer.message
          : "The server cannot be reached. Your changes are still in this tab.",
      );
  };
  const changes = `${signed.changes} ${signed.changes === 1 ? "change is" : "changes are"}`;
  return (
    <div className={styles.notice} role="alert">
      <p>
        <strong>
          {signed.by === null
            ? "This review was signed meanwhile."
            : `${signed.by} signed on ${displayInstant(signed.at, timeZone)}.`}
        </strong>{" "}
        Your {changes} kept in this tab and can become a new draft version. What was signed stays as it is.
      </p>
      <Button onClick={() => void keep()}>Keep my changes as a new version</Button>
      {error !== null && <p>{error}</p>}
    </div>
  );
}

/** The parts of an entry that may be longer than is read at once, besides the list of medications. */
const WITH_LIMIT = /^(?:medications|labs|conditions|resolutions|fields|context(?:\.(?:symptoms|cramps))?)$/;

/** What of the results, conditions and other fields is kept and not read. */
export function BeyondLimitNotices({ problems }: { problems: readonly FieldProblem[] }) {
  const told = problems.filter(({ field }) => WITH_LIMIT.test(field));
  return (
    <div role="status">
      {told.map(({ message }) => (
        <p key={message} className={styles.limit}>
          {message}
        </p>
      ))}
    </div>
  );
}

/** What the box cannot take in, or what it does not look like. */
export function ListNotices({
  lines,
  beyond,
  noMedication,
  failed,
}: {
  lines: number;
  beyond: string;
  noMedication: boolean;
  failed: string | null;
}) {
  const read = lines - (beyond === "" ? 0 : beyond.split("\n").length);
  return (
    <div role="status">
      {beyond !== "" && (
        <p className={styles.limit}>
          This paste has {lines.toLocaleString("en-GB")} lines. The first {read.toLocaleString("en-GB")} are read; lines{" "}
          {(read + 1).toLocaleString("en-GB")} to {lines.toLocaleString("en-GB")} are kept below and{" "}
          <strong>not read</strong>. {read < LIMITS.listLines ? "The limit is 200 kB of text. " : ""}Remove some or
          split the list.
        </p>
      )}
      {noMedication && (
        <p className={styles.limit}>
          No medication found in {lines} {lines === 1 ? "line" : "lines"}. {lines === 1 ? "It is" : `All ${lines} are`}{" "}
          kept. Is this the right text?
        </p>
      )}
      {failed !== null && <p className={styles.limit}>{failed}</p>}
    </div>
  );
}
