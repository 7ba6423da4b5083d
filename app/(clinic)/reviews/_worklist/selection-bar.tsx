"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { EXPORT_LIMITS, type ExportKind } from "@/lib/clinic/export-limits";
import { saveExport } from "./save-export";
import type { Selection } from "./use-selection";
import styles from "./worklist.module.css";

const WORDS: Readonly<Record<ExportKind, string>> = { csv: "CSV", pdfs: "PDFs" };

/** What can be done with the reviews that are chosen; stays at the foot of the page until they are cleared. */
export function SelectionBar({ selection }: { selection: Selection }) {
  const [busy, setBusy] = useState<ExportKind | null>(null);
  const [said, setSaid] = useState<{ words: string; problem: boolean } | null>(null);
  const count = selection.references.length;

  const save = async (kind: ExportKind) => {
    const most = EXPORT_LIMITS[kind];
    if (count > most) {
      setSaid({
        words: `At most ${most} reviews go into one export of ${WORDS[kind]}; ${count.toLocaleString("en-GB")} are chosen.`,
        problem: true,
      });
      return;
    }
    setBusy(kind);
    setSaid(null);
    const problem = await saveExport(kind, selection.references);
    setBusy(null);
    setSaid(
      problem === null
        ? { words: `${count === 1 ? "1 review" : `${count} reviews`} exported as ${WORDS[kind]}.`, problem: false }
        : { words: problem, problem: true },
    );
  };

  return (
    <section className={styles.selection} aria-label="Chosen reviews" hidden={count === 0}>
      <p>
        <strong role="status">{count === 0 ? "" : `${count.toLocaleString("en-GB")} selected`}</strong>
      </p>
      <Button loading={busy === "csv"} onClick={() => void save("csv")}>
        Export CSV
      </Button>
      <Button loading={busy === "pdfs"} onClick={() => void save("pdfs")}>
        Export PDFs
      </Button>
      <Button
        onClick={() => {
          selection.clear();
          setSaid(null);
        }}
      >
        Clear
      </Button>
      <p role={said?.problem ? "alert" : "status"} className={styles.exported}>
        {said?.words ?? ""}
      </p>
    </section>
  );
}
