"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { callApi, type ApiAnswer } from "@/app/_http/call-api";
import { RichTextView } from "@/app/_components/drug-name";
import { ErrorSummary, type FieldError } from "@/app/_components/error-summary";
import { plainText } from "@/app/_view-models/rich-text";
import { ReportVariant, VARIANT_WORDS } from "@/lib/domain/report-variant";
import type { SignView } from "@/app/_view-models/review/sign-view";
import styles from "./sign.module.css";

/** A summary with a way back to each part, one box for each thing that the signer must have seen, and the signature. */
export function SignForm({ view }: { view: SignView }) {
  const router = useRouter();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const [kind, setKind] = useState<ReportVariant>(view.reportKind);
  const missing = (): FieldError[] => [
    ...(view.localReference === null
      ? [{ message: "A local reference for the patient is needed to sign.", fieldId: "local-reference" }]
      : []),
    ...view.decide.map((finding) => ({
      message: `${plainText(finding.title)} has no decision.`,
      fieldId: "to-decide",
    })),
    ...view.acknowledge
      .filter((box) => !ticked.has(box.key))
      .map((box) => ({ message: `Tick that you have seen “${box.text}”.`, fieldId: boxId(view, box.key) })),
  ];

  const sign = async () => {
    const open = missing();
    setErrors(open);
    if (open.length > 0) return;
    setBusy(true);
    const answer = await callApi<{ reference: string }>(`/api/reviews/${view.reference}/sign`, {
      baseVersion: view.version,
      acknowledged: [...ticked],
      reportKind: kind,
    });
    setBusy(false);
    if (answer.ok) return router.refresh();
    setErrors([{ message: whyNotSigned(answer) }]);
  };
  useTitle(errors.length > 0 ? `Error: Sign ${view.reference} – CrampCheck` : `Sign ${view.reference} – CrampCheck`);

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void sign();
      }}
    >
      <ErrorSummary errors={errors} />
      <dl className={styles.summary}>
        <Row name="Entered" href={`/reviews/${view.reference}/edit`} change="what was entered">
          {view.entered}
          {view.notRead > 0 && (
            <>
              , <strong>{view.notRead} not read</strong>
            </>
          )}
        </Row>
        <Row
          name="Patient"
          id="local-reference"
          href={`/reviews/${view.reference}/edit#localReference`}
          change="the local reference"
        >
          {view.localReference ?? <strong>local reference not entered; it is needed to sign</strong>}
        </Row>
        <Row name="Decisions" href={`/reviews/${view.reference}`} change="decisions">
          {view.decisions.made} of {view.decisions.of} findings
          {view.decisions.again > 0 && (
            <>
              , <strong>{view.decisions.again} decided earlier, to look at again</strong>
            </>
          )}
        </Row>
        <Row name="Tests asked for" href={`/reviews/${view.reference}#tests`} change="tests">
          {view.tests.length === 0 ? "none" : `${view.tests.length}: ${view.tests.join(", ")}`}
        </Row>
        <Row
          name="Report kind"
          href={`/reviews/${view.reference}/report?variant=${kind === "leaflet" ? "full" : kind}`}
          change="the report"
          word="Preview"
        >
          {VARIANT_WORDS[kind].name}
        </Row>
      </dl>
      <fieldset className={styles.kinds}>
        <legend>Report kind</legend>
        <p className="cc-muted">
          What opens first after signing. Every kind can be made from the signed review at any time.
        </p>
        {ReportVariant.options.map((option) => (
          <label key={option} className={styles.kind}>
            <input
              type="radio"
              name="report-kind"
              value={option}
              checked={kind === option}
              onChange={() => setKind(option)}
            />
            <span>
              {VARIANT_WORDS[option].name}. <span className="cc-muted">{VARIANT_WORDS[option].about}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {view.decide.length > 0 && (
        <ul className={styles.boxes} id="to-decide">
          {view.decide.map((finding) => (
            <li key={finding.id} className={styles.box}>
              <span>
                <RichTextView words={finding.title} /> {finding.why}
              </span>{" "}
              <Button component={Link} href={`/reviews/${view.reference}#findings`} prefetch={false}>
                Decide
              </Button>
            </li>
          ))}
        </ul>
      )}
      {view.acknowledge.length > 0 && (
        <ul className={styles.boxes}>
          {view.acknowledge.map((box) => (
            <li key={box.key} className={styles.box}>
              <label className={styles.seen}>
                <input
                  type="checkbox"
                  id={boxId(view, box.key)}
                  checked={ticked.has(box.key)}
                  onChange={(event) =>
                    setTicked(
                      event.currentTarget.checked
                        ? new Set([...ticked, box.key])
                        : new Set([...ticked].filter((key) => key !== box.key)),
                    )
                  }
                />
                {box.kind === "unread" ? (
                  <span>I have seen that “{box.text}” was not read. The report will say so.</span>
                ) : (
                  <span>I have seen: {box.text}. The report will say so.</span>
                )}
              </label>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.sign}>
        <Button type="submit" variant="filled" loading={busy}>
          Sign review
        </Button>
        <p className="cc-muted">{view.signingAs}</p>
      </div>
    </form>
  );
}

function Row({
  name,
  id,
  href,
  change,
  word = "Change",
  children,
}: {
  name: string;
  id?: string;
  href: string;
  change: string;
  word?: string;
  children: React.ReactNode;
}) {
  return (
    <div className={styles.row} id={id}>
      <dt>{name}</dt>
      <dd>{children}</dd>
      <dd className={styles.change}>
        {word === "Preview" ? (
          <a href={href} target="_blank" rel="noopener">
            {word}
            <span className="cc-visually-hidden"> {change}</span>
          </a>
        ) : (
          <Link href={href} prefetch={false}>
            {word}
            <span className="cc-visually-hidden"> {change}</span>
          </Link>
        )}
      </dd>
    </div>
  );
}

function boxId(view: SignView, key: string): string {
  return `seen-${view.acknowledge.findIndex((box) => box.key === key)}`;
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function whyNotSigned(answer: Exclude<ApiAnswer<unknown>, { ok: true }>): string {
  if (answer.kind !== "refused") return "The server cannot be reached. The review is not signed.";
  return answer.code === "conflict"
    ? "Somebody changed this review since this page was opened. Reload the page and check again; it is not signed."
    : answer.message;
}
