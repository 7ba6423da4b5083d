"use client";

import { columnVisibilityFeature, createColumnHelper, rowSortingFeature, tableFeatures, useTable, type SortingState } from "@tanstack/react-table";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import Link from "next/link";
import { PriorityBadge } from "@/app/_parts/priority-badge";
import type { WorklistQuery } from "@/lib/store/worklist-query";
import type { WorklistLine } from "./worklist-answer";
import styles from "./worklist.module.css";

const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature });
const helper = createColumnHelper<typeof features, WorklistLine>();

const columns = helper.columns([
  helper.accessor("reference", {
    header: "Reference",
    cell: ({ row }) => (
      <>
        <Link href={`/reviews/${row.original.reference}`} prefetch={false} className={styles.reference}>{row.original.reference}</Link>
        {row.original.isExample && <span className={styles.example}>Example</span>}
        {row.original.localReference !== null && <span className={styles.local}>{row.original.localReference}</span>}
      </>
    ),
  }),
  helper.accessor("patient", { header: "Patient" }),
  helper.accessor("cramps", { header: "Cramps" }),
  helper.accessor("highest", { header: "Highest", cell: ({ row }) => (row.original.highest === null ? "no finding" : <PriorityBadge priority={row.original.highest} />) }),
  helper.accessor("open", { header: "Open" }),
  helper.accessor("unread", { header: "Unread" }),
  helper.accessor("status", {
    header: "Status",
    cell: ({ row }) => (
      <>
        {row.original.status}
        {row.original.unread > 0 && <span className={styles.unreadUnderStatus}>{row.original.unread} unread</span>}
      </>
    ),
  }),
  helper.accessor("updated", { header: "Updated" }),
  helper.accessor("by", { id: "author", header: "By" }),
]);

type Column = WorklistQuery["sort"]["column"];
const SORTABLE: readonly Column[] = ["reference", "patient", "cramps", "highest", "open", "unread", "status", "updated", "author"];

const NUMBERS = new Set(["open", "unread"]);
const HIDDEN_AT_768 = new Set(["unread", "author"]);

const className = (id: string): string => [NUMBERS.has(id) ? "cc-number" : "", HIDDEN_AT_768.has(id) ? styles.wideOnly : ""].join(" ").trim();

/** The worklist as a table; sorting is asked of the server, so that it holds for all pages and not for the one shown. */
export function WorklistTable({ lines, sort, onSort, caption }: {
  lines: WorklistLine[];
  sort: WorklistQuery["sort"];
  onSort: (sort: WorklistQuery["sort"]) => void;
  caption: string;
}) {
  const sorting: SortingState = [{ id: sort.column, desc: sort.descending }];
  const table = useTable({
    features, columns, data: lines, manualSorting: true, enableSortingRemoval: false, getRowId: (row) => row.reference, state: { sorting },
    onSortingChange: (update) => {
      const [next] = typeof update === "function" ? update(sorting) : update;
      const column = SORTABLE.find((candidate) => candidate === next?.id);
      if (next !== undefined && column !== undefined) onSort({ column, descending: next.desc });
    },
  });
  return (
    <table className={styles.table}>
      <caption className="cc-visually-hidden">{caption}</caption>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => {
              const sorted = header.column.getIsSorted();
              return (
                <th key={header.id} scope="col" className={className(header.column.id)} aria-sort={sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : undefined}>
                  <button type="button" className={styles.sort} onClick={header.column.getToggleSortingHandler()}>
                    <table.FlexRender header={header} />
                    {sorted === "desc" && <IconArrowDown size={16} stroke={1.75} aria-hidden />}
                    {sorted === "asc" && <IconArrowUp size={16} stroke={1.75} aria-hidden />}
                  </button>
                </th>
              );
            })}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr key={row.id}>
            {row.getVisibleCells().map((cell) => <td key={cell.id} className={className(cell.column.id)}><table.FlexRender cell={cell} /></td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same lines as cards, for narrow screens: reference and priority, born and sex, cramps, status and time. */
export function WorklistCards({ lines }: { lines: readonly WorklistLine[] }) {
  return (
    <ul className={styles.cards}>
      {lines.map((line) => (
        <li key={line.reference} className={styles.card}>
          <div className={styles.cardHead}>
            <Link href={`/reviews/${line.reference}`} prefetch={false} className={styles.reference}>{line.reference}</Link>
            {line.isExample && <span className={styles.example}>Example</span>}
            {line.highest !== null && <PriorityBadge priority={line.highest} />}
          </div>
          <p>{line.patient}</p>
          <p>{line.cramps}</p>
          <p className="cc-muted">{line.status}{line.unread > 0 ? `, ${line.unread} unread` : ""} · {line.updated}</p>
        </li>
      ))}
    </ul>
  );
}
