"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { ProblemView } from "@/app/_view-models/review/problem-view";
import type { FindingView } from "@/app/_view-models/review/review-view";
import styles from "./tables.module.css";

/** Loaded when it is opened: most visits begin with the problems. */
const InteractionsTable = dynamic(() => import("./interactions-table").then((part) => part.InteractionsTable), {
  ssr: false,
});

/** Every pair of the list, one key away. */
export function InteractionsSection({
  findings,
  problems,
  onBasis,
}: {
  findings: readonly FindingView[];
  problems: readonly ProblemView[];
  onBasis: (findingId: string, opener: HTMLElement) => void;
}) {
  const [opened, setOpened] = useState(false);
  const count = findings.filter(({ kind }) => kind === "interaction").length;
  if (count === 0) return null;
  return (
    <details
      className={styles.section}
      id="interactions"
      data-interactions
      onToggle={(event) => setOpened((before) => before || event.currentTarget.open)}
    >
      <summary>
        <h2>Interactions</h2> <span className="cc-muted">{count} of this list, information too</span>
      </summary>
      {opened && <InteractionsTable findings={findings} problems={problems} onBasis={onBasis} />}
    </details>
  );
}
