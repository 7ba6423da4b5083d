"use client";

import { createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import { useMemo } from "react";
import { RichTextView } from "@/app/_components/drug-name";
import { PriorityMark } from "@/app/_components/priority-badge";
import type { RichText } from "@/app/_view-models/rich-text";
import type { ProblemView } from "@/app/_view-models/review/problem-view";
import type { MedicationRow } from "@/app/_view-models/review/review-view";
import styles from "./tables.module.css";

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, MatrixRow>();

type MatrixRow = { id: string; name: RichText; detail: string; roles: ReadonlyMap<string, string> };

/** Which drug bears on which problem: people look before they read. A filled mark where it bears, with what it is as its name. */
export function DrugProblemMatrix({
  problems,
  medications,
}: {
  problems: readonly ProblemView[];
  medications: readonly MedicationRow[];
}) {
  const shown = useMemo(
    () => problems.filter(({ priority, drugs }) => priority !== "info" && drugs.length > 0),
    [problems],
  );
  const rows = useMemo(() => rowsOf(shown, medications), [shown, medications]);
  const columns = useMemo(
    () =>
      helper.columns([
        helper.display({
          id: "drug",
          header: "Drug",
          cell: ({ row }) => (
            <>
              <RichTextView words={row.original.name} /> <span className="cc-muted">{row.original.detail}</span>
            </>
          ),
        }),
        ...shown.map((problem) =>
          helper.display({
            id: problem.id,
            header: () => (
              <>
                <PriorityMark priority={problem.priority} /> {problem.title}
              </>
            ),
            cell: ({ row }) => <Bears role={row.original.roles.get(problem.id)} />,
          }),
        ),
      ]),
    [shown],
  );
  const table = useTable({ features, columns, data: rows, getRowId: ({ id }) => id });
  if (rows.length === 0) return null;
  return (
    <section className={styles.section} id="matrix" aria-labelledby="matrix-title">
      <h2 id="matrix-title">Drugs by problem</h2>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Table of drugs by problem">
        <table className={styles.matrix}>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => (
                  <th key={header.id} scope="col">
                    <table.FlexRender header={header} />
                  </th>
                ))}
              </tr>
            ))}
          </thead>
          <tbody>
            {table.getRowModel().rows.map((row) => (
              <tr key={row.id}>
                {row.getAllCells().map((cell, index) =>
                  index === 0 ? (
                    <th key={cell.id} scope="row">
                      <table.FlexRender cell={cell} />
                    </th>
                  ) : (
                    <td key={cell.id}>
                      <table.FlexRender cell={cell} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Bears({ role }: { role: string | undefined }) {
  if (role === undefined) return null;
  return (
    <span className={styles.bears} title={role} role="img" aria-label={role}>
      ●
    </span>
  );
}

/** A row for each line of the list that bears on a problem, in the order of the list. */
function rowsOf(problems: readonly ProblemView[], medications: readonly MedicationRow[]): MatrixRow[] {
  const byLine = new Map<number, Map<string, string>>();
  for (const { id, drugs } of problems)
    for (const { line, role } of drugs) {
      const roles = byLine.get(line) ?? new Map<string, string>();
      byLine.set(line, roles);
      if (!roles.has(id)) roles.set(id, role);
    }
  return [...byLine]
    .sort(([a], [b]) => a - b)
    .flatMap(([line, roles]) => {
      // The id of a row begins with the index of its piece.
      const row = medications.find(({ id }) => id.split("-")[0] === String(line));
      return row === undefined ? [] : [{ id: row.id, name: row.name, detail: row.detail, roles }];
    });
}
