"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { useTable } from "@tanstack/react-table";
import { ariaSort, SortMark } from "@/app/_components/sort-mark";
import { STRENGTH_SHORT } from "@/app/_view-models/grade-labels";
import { columns, features, ORDER_WORDS } from "./class-columns";
import type { ClassRow } from "./class-rows";
import styles from "./class-table.module.css";

const STRENGTHS = Object.entries(STRENGTH_SHORT).map(([value, label]) => ({ value, label }));
const NUMBERS = new Set(["sources"]);

/** Every class with its strength and first figure; sorted and filtered in the browser. `topic`: the shelf to begin with. */
export function ClassTable({
  rows: data,
  topics,
  topic,
}: {
  rows: ClassRow[];
  topics: readonly string[];
  topic: string | null;
}) {
  const table = useTable({
    features,
    columns,
    data,
    enableSortingRemoval: false,
    getRowId: (row) => row.id,
    initialState: {
      sorting: [{ id: "strength", desc: false }],
      columnFilters: topic === null ? [] : [{ id: "topic", value: topic }],
    },
  });
  const rows = table.getRowModel().rows;
  const filter = (id: string) => String(table.state.columnFilters.find((one) => one.id === id)?.value ?? "");
  const setFilter = (id: string, value: string) =>
    table.getColumn(id)?.setFilterValue(value === "" ? undefined : value);
  const sort = table.state.sorting[0];
  const sortedBy = table.getAllLeafColumns().find((column) => column.id === sort?.id)?.columnDef.header;

  return (
    <>
      <div className={styles.tools}>
        <TextInput
          className={styles.field}
          label="Class name"
          value={filter("name")}
          maxLength={100}
          onChange={(event) => setFilter("name", event.currentTarget.value)}
        />
        <NativeSelect
          label="Strength"
          value={filter("strength")}
          data={[{ value: "", label: "All strengths" }, ...STRENGTHS]}
          onChange={(event) => setFilter("strength", event.currentTarget.value)}
        />
        <NativeSelect
          label="Topic"
          value={filter("topic")}
          data={[{ value: "", label: "All topics" }, ...topics.map((value) => ({ value, label: value }))]}
          onChange={(event) => setFilter("topic", event.currentTarget.value)}
        />
      </div>
      <p className="cc-meta" role="status">
        {rows.length} of {data.length} classes.{" "}
        {sort !== undefined &&
          `Sorted by ${String(sortedBy).toLowerCase()}, ${ORDER_WORDS[sort.id]?.[sort.desc ? 1 : 0] ?? ""}.`}
      </p>
      <div className={styles.region} role="region" aria-label="Table of all classes" tabIndex={0}>
        <table className={styles.table}>
          <caption className="cc-visually-hidden">All classes with strength, first figure and kind of evidence</caption>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => {
                  const sorted = header.column.getIsSorted();
                  return (
                    <th
                      key={header.id}
                      scope="col"
                      className={NUMBERS.has(header.column.id) ? "cc-number" : undefined}
                      aria-sort={sorted === false ? undefined : ariaSort(sorted)}
                    >
                      {header.column.getCanSort() ? (
                        <button type="button" className={styles.sort} onClick={header.column.getToggleSortingHandler()}>
                          <table.FlexRender header={header} />
                          <SortMark sorted={sorted} />
                        </button>
                      ) : (
                        <span className={styles.still}>
                          <table.FlexRender header={header} />
                        </span>
                      )}
                    </th>
                  );
                })}
              </tr>
            ))}
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                {row.getAllCells().map((cell) =>
                  cell.column.id === "name" ? (
                    <th key={cell.id} scope="row">
                      <table.FlexRender cell={cell} />
                    </th>
                  ) : (
                    <td key={cell.id} className={NUMBERS.has(cell.column.id) ? "cc-number" : undefined}>
                      <table.FlexRender cell={cell} />
                    </td>
                  ),
                )}
              </tr>
            ))}
            {rows.length === 0 && (
              <tr>
                <td colSpan={columns.length}>
                  No class matches.{" "}
                  <button type="button" className="cc-link" onClick={() => table.setColumnFilters([])}>
                    Show all {data.length}
                  </button>
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}
