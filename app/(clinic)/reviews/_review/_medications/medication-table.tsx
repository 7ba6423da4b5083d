"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useTable } from "@tanstack/react-table";
import { Fragment, useMemo, useRef, useState } from "react";
import { Disclosure } from "@/app/_components/disclosure";
import { ariaSort, SortMark } from "@/app/_components/sort-mark";
import { plainText } from "@/app/_view-models/rich-text";
import type { ReviewView } from "@/app/_view-models/review/review-view";
import type { Decisions } from "@/app/(clinic)/reviews/_review/_findings/use-decisions";
import { columns, features, HIDDEN_AT_FIRST, type TableRow } from "./medication-columns";
import { MedicationDetail } from "./medication-detail";
import { useGridKeys } from "@/app/_components/use-grid-keys";
import styles from "./medication-table.module.css";

type Grouping = "none" | "priority" | "class" | "mechanism";
const STATE_RANK = { judged: 0, "not-read": 3, "not-flagged": 10, "not-current": 11, "not-medication": 12 } as const;
const PRIORITY_RANK = { "act-now": 0, review: 2, consider: 4, info: 6 } as const;
const PRIORITY_HEADS: Readonly<Record<number, string>> = {
  0: "Act now",
  2: "Review",
  3: "Not read",
  4: "Consider",
  6: "For information",
  10: "Not flagged",
  11: "Not taken now",
  12: "Not a medication",
};

/** Every medication and every line that is none: sort, filter, group, choose columns, expand to the basis. */
export function MedicationTable({
  view,
  decisions,
  onBasis,
}: {
  view: ReviewView;
  decisions: Decisions;
  onBasis: (findingId: string, opener: HTMLElement) => void;
}) {
  const [grouping, setGrouping] = useState<Grouping>("none");
  const [filter, setFilter] = useState("");
  /** In a follow-up the unchanged rows are folded until asked for. */
  const [unfolded, setUnfolded] = useState(false);
  const grid = useRef<HTMLTableElement>(null);
  const { standing } = decisions;
  const listed = useMemo(() => view.medications.filter((row) => row.state !== "not-medication"), [view.medications]);
  const data = useMemo<TableRow[]>(
    () =>
      listed.map((row) => ({
        ...row,
        rank: row.priority === null ? STATE_RANK[row.state] : PRIORITY_RANK[row.priority],
        decision: row.findingIds.map((id) => standing.get(id)).find((one) => one !== undefined) ?? null,
      })),
    [listed, standing],
  );
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (row) => row.id,
    getRowCanExpand: () => true,
    initialState: {
      sorting: [{ id: "priority", desc: false }],
      columnVisibility: { ...HIDDEN_AT_FIRST, since: view.sinceDate !== null },
    },
    globalFilterFn: "includesString",
    getColumnCanGlobalFilter: (column) => column.id === "search",
    enableSortingRemoval: false,
  });
  const gridKeys = useGridKeys(grid);
  const rows = table.getRowModel().rows;
  const shownColumns = table.getVisibleLeafColumns().length;
  const sort = table.state.sorting[0];
  const sortedBy = table.getAllLeafColumns().find((column) => column.id === sort?.id)?.columnDef.header;
  const folding = view.sinceDate !== null && !unfolded && filter.trim() === "";
  const isFolded = (row: TableRow) => folding && row.since === "unchanged";
  const foldable = view.sinceDate === null ? 0 : rows.filter((row) => row.original.since === "unchanged").length;
  const groups = groupsOf(rows, grouping);
  const titleOf = (id: string, header: unknown) => (id === "since" ? `Since ${view.sinceDate ?? ""}` : String(header));

  return (
    <section className={styles.section} id="medications-table" aria-labelledby="medications-title">
      <div className={styles.head}>
        <h2 id="medications-title">
          Medications <span className={styles.count}>{listed.length}</span>
        </h2>
        <div className={styles.tools}>
          <NativeSelect
            aria-label="Group"
            value={grouping}
            onChange={(event) => setGrouping(groupingOf(event.currentTarget.value))}
            data={[
              { value: "none", label: "No groups" },
              { value: "priority", label: "Group by priority" },
              { value: "class", label: "Group by class" },
              { value: "mechanism", label: "Group by mechanism" },
            ]}
          />
          <TextInput
            aria-label="Filter medications"
            placeholder="Filter"
            value={filter}
            onChange={(event) => {
              setFilter(event.currentTarget.value);
              table.setGlobalFilter(event.currentTarget.value);
            }}
          />
          <Disclosure label="Columns">
            {table
              .getAllLeafColumns()
              .filter((column) => column.getCanHide() && (column.id !== "since" || view.sinceDate !== null))
              .map((column) => (
                <label key={column.id} className={styles.column}>
                  <input type="checkbox" checked={column.getIsVisible()} onChange={() => column.toggleVisibility()} />{" "}
                  {titleOf(column.id, column.columnDef.header)}
                </label>
              ))}
          </Disclosure>
        </div>
      </div>
      <p className={styles.sorted} role="status">
        Sorted by {titleOf(sort?.id ?? "", sortedBy ?? "priority").toLowerCase()},{" "}
        {describeOrder(sort?.id ?? "priority", sort?.desc === true)}
        {filter.trim() !== "" && `. ${rows.length} of ${data.length} shown`}.
      </p>
      <div className={styles.scroll}>
        <table
          ref={grid}
          className={styles.table}
          role="grid"
          aria-labelledby="medications-title"
          aria-rowcount={data.length}
          {...gridKeys}
        >
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => {
                  const sorted = header.column.getIsSorted();
                  return (
                    <th key={header.id} scope="col" data-column={header.column.id} aria-sort={ariaSort(sorted)}>
                      <button
                        type="button"
                        className={styles.sort}
                        tabIndex={-1}
                        onClick={header.column.getToggleSortingHandler()}
                      >
                        {header.column.id === "since" ? titleOf("since", null) : <table.FlexRender header={header} />}
                        <SortMark sorted={sorted} idle={styles.idle} />
                      </button>
                    </th>
                  );
                })}
              </tr>
            ))}
          </thead>
          {groups.map((group) => (
            <tbody key={group.name}>
              {group.name !== "" && (
                <tr className={styles.groupRow}>
                  <th colSpan={shownColumns} scope="rowgroup">
                    {group.name} <span className="cc-muted">{group.rows.length}</span>
                  </th>
                </tr>
              )}
              {group.rows.map((row) => (
                <Fragment key={row.id}>
                  <tr
                    className={styles.row}
                    data-priority={row.original.priority ?? undefined}
                    data-expanded={row.getIsExpanded() || undefined}
                    data-folded={isFolded(row.original) || undefined}
                  >
                    {row.getVisibleCells().map((cell, index) => (
                      <td key={cell.id} role="gridcell" data-column={cell.column.id} tabIndex={-1}>
                        {index === 0 ? (
                          <div className={styles.first}>
                            <button
                              type="button"
                              className={styles.expand}
                              tabIndex={-1}
                              aria-expanded={row.getIsExpanded()}
                              aria-label={`${row.getIsExpanded() ? "Hide" : "Show"} basis of ${plainText(row.original.name)}`}
                              onClick={() => row.toggleExpanded()}
                            >
                              {row.getIsExpanded() ? (
                                <IconChevronDown size={16} stroke={1.75} aria-hidden />
                              ) : (
                                <IconChevronRight size={16} stroke={1.75} aria-hidden />
                              )}
                            </button>
                            <div>
                              <table.FlexRender cell={cell} />
                            </div>
                          </div>
                        ) : (
                          <table.FlexRender cell={cell} />
                        )}
                      </td>
                    ))}
                  </tr>
                  {row.getIsExpanded() && !isFolded(row.original) && (
                    <tr className={styles.detailRow}>
                      <td role="gridcell" colSpan={shownColumns}>
                        <MedicationDetail row={row.original} view={view} onBasis={onBasis} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {foldable > 0 && filter.trim() === "" && (
        <p className={styles.folded}>
          {foldable} unchanged since {view.sinceDate}
          {unfolded ? "." : ", folded."}{" "}
          <button type="button" className="cc-link" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {unfolded ? "Fold" : "Show"}
          </button>
        </p>
      )}
      {rows.length === 0 && (
        <p className={styles.none}>
          {view.medications.length === 0 ? "No medication was entered." : nothingShown(data.length, filter)}
        </p>
      )}
      <NotMedications lines={view.medications.filter((row) => row.state === "not-medication").map((row) => row.line)} />
    </section>
  );
}

function nothingShown(lines: number, filter: string): string {
  return lines === 0 ? "No line is a medication." : `No medication matches “${filter.trim()}”.`;
}

const FEW = 6;

/** Headings and other lines that name no drug: told below the table, so that they stand in nobody's way and none is lost. */
function NotMedications({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  const title = `${lines.length} ${lines.length === 1 ? "line is" : "lines are"} not a medication`;
  if (lines.length <= FEW)
    return (
      <p className={styles.others}>
        {title}: {lines.map((line) => `“${line}”`).join(", ")}.
      </p>
    );
  return (
    <details className={styles.others}>
      <summary>{title}</summary>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>“{line}”</li>
        ))}
      </ul>
    </details>
  );
}

/** How a column stands in words: “most urgent first”, “A to Z”, “newest first”. */
function describeOrder(column: string, descending: boolean): string {
  const [up, down] = ORDER_WORDS.get(column) ?? ["A to Z", "Z to A"];
  return descending ? down : up;
}

const ORDER_WORDS: ReadonlyMap<string, readonly [up: string, down: string]> = new Map([
  ["priority", ["most urgent first", "least urgent first"]],
  ["start", ["oldest first", "newest first"]],
  ["ingredients", ["fewest first", "most first"]],
]);

type Row = { original: TableRow };

function groupOf(row: TableRow, grouping: Grouping): string {
  switch (grouping) {
    case "none":
      return "";
    case "class":
      return row.classes;
    case "mechanism":
      return row.mechanisms;
    default:
      return PRIORITY_HEADS[row.rank] ?? "";
  }
}

/** Groups in the order in which their first row stands. */
function groupsOf<One extends Row>(rows: readonly One[], grouping: Grouping): { name: string; rows: One[] }[] {
  const groups = new Map<string, One[]>();
  for (const row of rows) {
    const name = groupOf(row.original, grouping);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups].map(([name, own]) => ({ name, rows: own }));
}

function groupingOf(value: string): Grouping {
  return value === "priority" || value === "class" || value === "mechanism" ? value : "none";
}
