"use client";

import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type SortingState,
} from "@tanstack/react-table";
import Link from "next/link";
import { useRef, type KeyboardEvent } from "react";
import { PriorityBadge } from "@/app/_components/priority-badge";
import { ariaSort, SortMark } from "@/app/_components/sort-mark";
import { useLetterKeys } from "@/app/_shell/letter-keys";
import type { WorklistQuery } from "@/lib/store/worklist/worklist-query";
import { useGridKeys } from "@/app/_components/use-grid-keys";
import type { OptionalColumn } from "./use-columns";
import type { Selection } from "./use-selection";
import type { WorklistLine } from "@/lib/clinic/worklist-line";
import { HEADS } from "./worklist-toolbar";
import styles from "./worklist.module.css";

const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature });
const helper = createColumnHelper<typeof features, WorklistLine>();

const columns = helper.columns([
  helper.accessor("reference", {
    header: "Reference",
    cell: ({ row }) => (
      <>
        <Link href={`/reviews/${row.original.reference}`} prefetch={false} className={styles.reference} tabIndex={-1}>
          {row.original.reference}
        </Link>
        {row.original.isExample && <span className={styles.example}>Example</span>}
        {row.original.localReference !== null && <span className={styles.local}>{row.original.localReference}</span>}
      </>
    ),
  }),
  helper.accessor("patient", { header: HEADS.patient }),
  helper.accessor("cramps", { header: HEADS.cramps }),
  helper.accessor("highest", {
    header: HEADS.highest,
    cell: ({ row }) =>
      row.original.highest === null ? (
        <span className="cc-muted">no finding</span>
      ) : (
        <PriorityBadge priority={row.original.highest} />
      ),
  }),
  helper.accessor("open", { header: HEADS.open }),
  helper.accessor("unread", { header: HEADS.unread }),
  helper.accessor("status", {
    header: HEADS.status,
    cell: ({ row: { original } }) => (
      <>
        {original.status}
        {original.due !== null && (
          <span className={styles.local} data-due={original.isDue || undefined}>
            {original.due}
          </span>
        )}
        {original.unread > 0 && <span className={styles.unreadUnderStatus}>{original.unread} unread</span>}
      </>
    ),
  }),
  helper.accessor("due", {
    header: HEADS.due,
    cell: ({ row }) => row.original.due ?? <span className="cc-muted">none planned</span>,
  }),
  helper.accessor("updatedDay", {
    id: "updated",
    header: HEADS.updated,
    cell: ({ row: { original } }) => (
      <>
        <span className="cc-nowrap">{original.updatedDay}</span> {original.updatedTime}
      </>
    ),
  }),
  helper.accessor("by", { id: "author", header: HEADS.author }),
]);

type Column = WorklistQuery["sort"]["column"];
const SORTABLE: readonly Column[] = [
  "reference",
  "patient",
  "cramps",
  "highest",
  "open",
  "unread",
  "status",
  "due",
  "updated",
  "author",
];

const NUMBERS = new Set(["open", "unread"]);
const HIDDEN_AT_768 = new Set(["unread", "author"]);

const className = (id: string): string =>
  [NUMBERS.has(id) ? "cc-number" : "", HIDDEN_AT_768.has(id) ? styles.wideOnly : ""].join(" ").trim();

/**
 * The worklist as a grid with one tab stop: arrows move, Enter opens, Space and X choose, N and “/” lead to a new review and
 * to the search. Sorting is asked of the server, so that it holds for all pages and not for the one shown.
 */
export function WorklistTable({
  lines,
  sort,
  hidden,
  selection,
  caption,
  onSort,
  onNew,
  onSearch,
}: {
  lines: WorklistLine[];
  sort: WorklistQuery["sort"];
  hidden: ReadonlySet<OptionalColumn>;
  selection: Selection;
  caption: string;
  onSort: (sort: WorklistQuery["sort"]) => void;
  onNew: () => void;
  onSearch: () => void;
}) {
  const grid = useRef<HTMLTableElement>(null);
  const gridKeys = useGridKeys(grid);
  const letters = useLetterKeys();
  const sorting: SortingState = [{ id: sort.column, desc: sort.descending }];
  const table = useTable({
    features,
    columns,
    data: lines,
    manualSorting: true,
    enableSortingRemoval: false,
    getRowId: (row) => row.reference,
    state: { sorting, columnVisibility: Object.fromEntries([...hidden].map((column) => [column, false])) },
    onSortingChange: (update) => {
      const [next] = typeof update === "function" ? update(sorting) : update;
      const column = SORTABLE.find((candidate) => candidate === next?.id);
      if (next !== undefined && column !== undefined) onSort({ column, descending: next.desc });
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const from = event.target instanceof HTMLElement ? event.target : null;
    const reference = from?.closest<HTMLElement>("tr[data-reference]")?.dataset.reference;
    const key = event.key.toLowerCase();
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (plain && reference !== undefined && from?.tagName !== "A" && (key === " " || (letters && key === "x")))
      selection.toggle(reference);
    else if (plain && letters && key === "n") onNew();
    else if (plain && letters && key === "/") onSearch();
    else return gridKeys.onKeyDown(event);
    event.preventDefault();
  };
  const references = lines.map((line) => line.reference);
  const all = references.every((reference) => selection.has(reference));
  const some = references.some((reference) => selection.has(reference)) ? "mixed" : "false";
  return (
    <table
      ref={grid}
      className={styles.table}
      role="grid"
      aria-multiselectable="true"
      tabIndex={gridKeys.tabIndex}
      onFocus={gridKeys.onFocus}
      onKeyDown={onKeyDown}
      aria-label={caption}
    >
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            <th scope="col" className={styles.tick}>
              <button
                type="button"
                className={styles.tickBox}
                role="checkbox"
                tabIndex={-1}
                aria-checked={all ? "true" : some}
                aria-label="Choose every review on this page"
                onClick={() => selection.set(references, !all)}
              >
                <Tick />
              </button>
            </th>
            {group.headers.map((header) => {
              const sorted = header.column.getIsSorted();
              return (
                <th key={header.id} scope="col" className={className(header.column.id)} aria-sort={ariaSort(sorted)}>
                  <button
                    type="button"
                    className={styles.sort}
                    tabIndex={-1}
                    onClick={header.column.getToggleSortingHandler()}
                  >
                    <table.FlexRender header={header} />
                    <SortMark sorted={sorted} idle={styles.unsorted} />
                  </button>
                </th>
              );
            })}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => {
          const { reference, highest, unread } = row.original;
          const chosen = selection.has(reference);
          return (
            <tr key={row.id} data-reference={reference} data-chosen={chosen || undefined} aria-selected={chosen}>
              <td
                role="gridcell"
                className={styles.tick}
                tabIndex={-1}
                data-needs={highest === "act-now" || unread > 0 || row.original.isDue || undefined}
              >
                <button
                  type="button"
                  className={styles.tickBox}
                  role="checkbox"
                  tabIndex={-1}
                  aria-checked={chosen}
                  aria-label={`Choose ${reference}`}
                  onClick={() => selection.toggle(reference)}
                >
                  <Tick />
                </button>
              </td>
              {row.getVisibleCells().map((cell) => (
                <td key={cell.id} role="gridcell" tabIndex={-1} className={className(cell.column.id)}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The mark in the box; shown by the box's own state. */
export function Tick() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    >
      <rect x="1" y="1" width="14" height="14" rx="2" strokeWidth="1.25" data-box="" />
      <path d="m4 8.2 2.6 2.8L12 5.2" data-mark="true" />
      <path d="M4.5 8h7" data-mark="mixed" />
    </svg>
  );
}
