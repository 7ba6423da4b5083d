"use client";

import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_basic,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import { RichTextView } from "@/app/_components/drug-name";
import { PriorityBadge } from "@/app/_components/priority-badge";
import { plainText } from "@/app/_view-models/rich-text";
import type { ProblemView } from "@/app/_view-models/review/problem-view";
import type { FindingView } from "@/app/_view-models/review/review-view";
import { PRIORITIES } from "@/lib/domain/vocabulary";
import styles from "./tables.module.css";

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic },
});
const helper = createColumnHelper<typeof features, InteractionRow>();

type InteractionRow = FindingView & { problem: string; severity: string; rank: number };

/** Every pair and shared mechanism of the list, information too, most severe first. */
export function InteractionsTable({
  findings,
  problems,
  onBasis,
}: {
  findings: readonly FindingView[];
  problems: readonly ProblemView[];
  onBasis: (findingId: string, opener: HTMLElement) => void;
}) {
  const rows = useMemo(
    () =>
      findings
        .filter(({ kind }) => kind === "interaction")
        .map((finding) => ({
          ...finding,
          problem: problems.find(({ findingIds }) => findingIds.includes(finding.id))?.title ?? "",
          severity: severityOf(finding),
          rank: PRIORITIES.indexOf(finding.priority),
        }))
        .sort((a, b) => a.rank - b.rank),
    [findings, problems],
  );
  const columns = useMemo(
    () =>
      helper.columns([
        helper.accessor("rank", {
          header: "Priority",
          sortFn: "basic",
          cell: ({ row }) => <PriorityBadge priority={row.original.priority} />,
        }),
        helper.display({ id: "pair", header: "Drugs", cell: ({ row }) => <RichTextView words={row.original.title} /> }),
        helper.accessor("severity", { header: "Severity", sortFn: "basic" }),
        helper.display({
          id: "effect",
          header: "What may happen",
          cell: ({ row }) => row.original.mechanism && <RichTextView words={row.original.mechanism} />,
        }),
        helper.accessor("problem", { header: "Problem", sortFn: "basic" }),
        helper.display({
          id: "source",
          header: "Source",
          cell: ({ row }) => (
            <button
              type="button"
              className="cc-link"
              onClick={(event) => onBasis(row.original.id, event.currentTarget)}
            >
              Basis ({row.original.sources.length})
              <span className="cc-visually-hidden"> of {plainText(row.original.title)}</span>
            </button>
          ),
        }),
      ]),
    [onBasis],
  );
  const table = useTable({ features, columns, data: rows, getRowId: ({ id }) => id });
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Interactions">
      <table className={styles.table}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <th key={header.id} scope="col">
                  {header.column.getCanSort() ? (
                    <button type="button" className="cc-link" onClick={header.column.getToggleSortingHandler()}>
                      <table.FlexRender header={header} />
                    </button>
                  ) : (
                    <table.FlexRender header={header} />
                  )}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getAllCells().map((cell) => (
                <td key={cell.id}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** As its level says; drugs of one mechanism have no severity of their own. */
function severityOf({ level }: FindingView): string {
  const words = level === null ? "" : plainText(level);
  return /contraindicated|major|moderate|minor/.exec(words)?.[0] ?? "shared mechanism";
}
