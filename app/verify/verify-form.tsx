"use client";

import { Button } from "@mantine/core";
import { useState, type ChangeEvent } from "react";
import { callApi } from "@/app/_http/call-api";
import { displayInstant } from "@/lib/domain/display-date";
import { verifySigned, type Verification } from "@/lib/report/signed/verify";
import styles from "./verify.module.css";

type Kept = {
  known: boolean;
  reference?: string;
  /** Of a report: “Letter to the GP”. */
  name?: string;
  format?: string;
  same?: boolean;
  signedBy?: string | null;
  signedAt?: string | null;
  status?: string | null;
};
type Answer = { verification: Verification; kept: string | null };

const MOST_BYTES = 20_000_000;

/** Takes a file or pasted text and says what became of it. */
export function VerifyForm({ signedIn }: { signedIn: boolean }) {
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  /** What became of a report that is no signed document: PDF, page, text, CSV. */
  const [report, setReport] = useState<string | null>(null);

  const check = async (file: string) => {
    setProblem(null);
    setAnswer(null);
    setReport(null);
    if (file.trim() === "") return setProblem("Open a file or paste its text first.");
    if (!("subtle" in crypto))
      return setProblem(
        "This browser computes digests over https only. Use the address that begins with https, or the command line: crampcheck verify.",
      );
    const verification = await verifySigned(file, sha256);
    setAnswer({ verification, kept: signedIn ? await compared(verification) : null });
  };

  const open = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    if (file === undefined) return;
    if (file.size > MOST_BYTES) return setProblem("This file is too large to be a signed review.");
    const bytes = await file.arrayBuffer();
    const read = asText(bytes);
    if (read !== null && read.trimStart().startsWith("{")) {
      setText(read);
      return check(read);
    }
    setProblem(null);
    setAnswer(null);
    setText("");
    setReport(signedIn && "subtle" in crypto ? await readReportText(bytes) : ONLY_JSON);
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void check(text);
      }}
    >
      <label htmlFor="verify-file">File of a signed review (JSON{signedIn ? ", PDF, page, text or CSV" : ""})</label>
      <input
        id="verify-file"
        type="file"
        accept={signedIn ? ".json,.pdf,.html,.txt,.csv" : ".json,application/json"}
        onChange={(event) => void open(event)}
      />
      <label htmlFor="verify-text">Or paste its text</label>
      <textarea
        id="verify-text"
        rows={8}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" variant="filled">
          Verify
        </Button>
      </div>
      {problem && (
        <p role="alert" className={styles.answer}>
          {problem}
        </p>
      )}
      {report && (
        <p role="status" className={styles.answer}>
          <strong>{report}</strong>
        </p>
      )}
      {answer && <Result answer={answer} />}
    </form>
  );
}

function Result({ answer: { verification, kept } }: { answer: Answer }) {
  const review = verification.result === "not-a-report" ? null : verification.review;
  return (
    <div role="status" className={styles.answer} data-result={verification.result}>
      <p>
        <strong>{verification.sentence}</strong>
      </p>
      {kept !== null && <p>{kept}</p>}
      {review !== null && (
        <dl className={styles.facts}>
          <div>
            <dt>{verification.result === "altered" ? "It claims to be" : "Review"}</dt>
            <dd>
              {[review.reference, review.localReference, review.organisation]
                .filter((part) => part !== null)
                .join(" · ")}
            </dd>
          </div>
          <div>
            <dt>Signed</dt>
            <dd>
              {review.signedBy}, {displayInstant(review.signedAt, review.timeZone)}
            </dd>
          </div>
          <div>
            <dt>Knowledge version</dt>
            <dd>{review.knowledgeVersion}</dd>
          </div>
        </dl>
      )}
      {verification.result !== "not-a-report" && (
        <dl className={styles.facts}>
          <div>
            <dt>Digest in the file</dt>
            <dd className={styles.digest}>{verification.stated}</dd>
          </div>
          <div>
            <dt>Digest of the document</dt>
            <dd className={styles.digest}>{verification.computed}</dd>
          </div>
        </dl>
      )}
    </div>
  );
}

/** What the clinic keeps under the same reference, in a sentence; only the digest is sent. */
async function compared(verification: Verification): Promise<string | null> {
  if (verification.result === "not-a-report" || verification.review === null) return null;
  const { reference } = verification.review;
  const answer = await callApi<Kept>("/api/verify", { reference, digest: verification.computed });
  if (!answer.ok)
    return answer.kind === "refused"
      ? answer.message
      : "The server cannot be reached, so the digest was not compared with what your clinic keeps.";
  if (!answer.data.known) return `Your clinic keeps no signed review ${reference}.`;
  if (answer.data.same !== true)
    return `Your clinic keeps another document as ${reference}: this is NOT the one that was signed.`;
  return `This is the review that your clinic keeps as ${reference}${answer.data.status === "superseded" ? "; a newer version counts now" : ""}.`;
}

const ONLY_JSON =
  "This is no JSON file of a signed review. Whether a PDF, page, text or CSV is one that your clinic keeps can be asked when you are signed in.";

/** Whether a file is a report that the clinic kept at a signature, in a sentence; only its digest is sent. */
async function readReportText(bytes: ArrayBuffer): Promise<string> {
  const answer = await callApi<Kept>("/api/verify", { digest: await sha256OfBytes(bytes) });
  if (!answer.ok)
    return answer.kind === "refused" ? answer.message : "The server cannot be reached, so nothing was compared.";
  const { known, reference = "", name = "", status } = answer.data;
  if (!known)
    return "Your clinic keeps no report with these bytes: it was changed, is on other paper, or was signed before reports were kept.";
  const newer = status === "superseded" ? " A newer version counts now." : "";
  return `Unaltered: this is the ${name.toLowerCase()} of ${reference}, as your clinic kept it at the signature.${newer}`;
}

async function sha256(text: string): Promise<string> {
  return sha256OfBytes(new TextEncoder().encode(text));
}

async function sha256OfBytes(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Bytes as text; null where they are not UTF-8, since a changed byte must not be read over. */
function asText(bytes: ArrayBuffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
