"use client";

import { CloseButton } from "@mantine/core";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { RichTextView } from "@/app/_components/drug-name";
import { drawnText } from "@/app/_view-models/rich-text";
import type { FindingView, SourceView } from "@/app/_view-models/review/review-view";
import { ForestRow } from "./forest-row";
import styles from "./basis-drawer.module.css";

const STRENGTH_WORDS = {
  strong: "Strong association",
  moderate: "Moderate association",
  weak: "Weak association",
  "label-only": "Named in product information only",
} as const;

/** Everything behind a finding. The page beside it stays usable; Esc closes it and gives the focus back. */
export function BasisDrawer({
  finding,
  sources,
  knowledgeVersion,
  onClose,
}: {
  finding: FindingView;
  sources: readonly SourceView[];
  knowledgeVersion: string;
  onClose: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => heading.current?.focus(), [finding.id]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape") onClose();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [onClose]);

  const own = finding.sources.flatMap((number) => sources.find((source) => source.number === number) ?? []);
  const meta = [
    `rule ${finding.ruleId}`,
    `knowledge ${knowledgeVersion}`,
    ...(finding.checked === null ? [] : [`checked ${finding.checked}`]),
  ].join(" · ");
  const copy = async () => {
    await navigator.clipboard.writeText(basisAsText(finding, own, meta));
    setCopied(true);
  };

  return (
    <aside className={styles.drawer} aria-labelledby="basis-title">
      <div className={styles.head}>
        <h2 id="basis-title" ref={heading} tabIndex={-1}>
          <RichTextView words={finding.title} />
        </h2>
        <CloseButton aria-label="Close basis" onClick={onClose} />
      </div>
      <div className={styles.body}>
        {finding.strength && (
          <p className={styles.strength}>
            {STRENGTH_WORDS[finding.strength]}
            {finding.className ? ` · ${finding.className}` : ""}
          </p>
        )}
        <Section title="Why it is shown">
          <Lines
            lines={finding.level === null ? finding.reasons : [...finding.reasons, finding.level]}
            empty="By the rule named below."
          />
        </Section>
        <Section title="What is known">
          {finding.figures.map((figure, index) => (
            <div key={index} className={styles.figure}>
              <p>
                <strong>{figure.text}</strong>
                {figure.source !== null && <a href={`#basis-source-${figure.source}`}> [{figure.source}]</a>}
              </p>
              {figure.ratio && <ForestRow {...figure.ratio} />}
              <p className={styles.meta}>
                {[figure.kind, figure.year, figure.population, figure.comparison]
                  .filter((part) => part !== null && part !== "")
                  .join(", ")}
              </p>
              {figure.outcome && <p className={styles.meta}>Counts: {figure.outcome}</p>}
            </div>
          ))}
          <Lines
            lines={finding.statements}
            empty={finding.figures.length === 0 ? "No figure in the sources we read." : null}
          />
          {finding.kind === "medication" && (
            <p className={styles.not}>Not shown by this: that the drug causes this patient’s cramps.</p>
          )}
        </Section>
        <Section title="What speaks against">
          <Lines
            lines={finding.against}
            empty={finding.checked === null ? "None found." : `None found; last looked ${finding.checked}.`}
          />
        </Section>
        {finding.options.length > 0 && (
          <Section title="Options">
            <Lines lines={finding.options} empty={null} />
          </Section>
        )}
        {finding.usualWindow !== null && (
          <Section title="Usual window">
            <p>{finding.usualWindow}</p>
          </Section>
        )}
        {finding.tests.length > 0 && (
          <Section title="Tests it asks for">
            <p>{finding.tests.join(", ")}</p>
          </Section>
        )}
        <Section title="Sources">
          {own.length === 0 ? (
            <p>A rule of the program itself; it rests on what was entered.</p>
          ) : (
            <ol className={styles.sources}>
              {own.map((source) => (
                <li key={source.id} id={`basis-source-${source.number}`} value={source.number}>
                  {source.citation}{" "}
                  {source.link && (
                    <a href={source.link} target="_blank" rel="noreferrer noopener">
                      Open source<span className="cc-visually-hidden"> {source.number} in a new tab</span>
                    </a>
                  )}
                </li>
              ))}
            </ol>
          )}
        </Section>
        <p className={styles.meta}>{meta}</p>
        <p className={styles.actions}>
          <button type="button" className="cc-link" onClick={() => void copy()}>
            {copied ? "Copied" : "Copy"}
          </button>
          {finding.knowledgeLink && <a href={finding.knowledgeLink}>Open knowledge page</a>}
        </p>
      </div>
    </aside>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Lines({ lines, empty }: { lines: FindingView["reasons"]; empty: string | null }) {
  if (lines.length === 0) return empty === null ? null : <p>{empty}</p>;
  return lines.map((line, index) => (
    <p key={index}>
      <RichTextView words={line} />
    </p>
  ));
}

function basisAsText(finding: FindingView, sources: readonly SourceView[], meta: string): string {
  const lines = (title: string, all: FindingView["reasons"]) =>
    all.length === 0 ? [] : [`${title}: ${all.map(drawnText).join(" ")}`];
  return [
    drawnText(finding.title),
    ...lines("Why it is shown", finding.reasons),
    ...finding.figures.map((figure) => `Known: ${figure.text}${figure.source === null ? "" : ` [${figure.source}]`}`),
    ...lines("Against", finding.against),
    ...lines("Options", finding.options),
    ...sources.map((source) => `[${source.number}] ${source.citation}${source.link === null ? "" : ` ${source.link}`}`),
    meta,
  ].join("\n");
}
