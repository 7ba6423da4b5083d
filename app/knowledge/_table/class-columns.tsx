import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_equalsString,
  filterFn_includesString,
  rowSortingFeature,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
} from "@tanstack/react-table";
import Link from "next/link";
import { STRENGTH_RANK, STRENGTH_SHORT } from "@/app/_view-models/grade-labels";
import type { ClassRow } from "./class-rows";
import styles from "./class-table.module.css";

export const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
  sortFns: { basic: sortFn_basic, text: sortFn_text },
  filterFns: { includesString: filterFn_includesString, equalsString: filterFn_equalsString },
});

const helper = createColumnHelper<typeof features, ClassRow>();

export const columns = helper.columns([
  helper.accessor("name", {
    header: "Class",
    sortFn: "text",
    filterFn: "includesString",
    cell: ({ row }) => (
      <Link href={row.original.href} prefetch={false} className={styles.name}>
        {row.original.name}
      </Link>
    ),
  }),
  helper.accessor("topic", { header: "Topic", sortFn: "text", filterFn: "equalsString" }),
  helper.accessor((row) => STRENGTH_RANK[row.strength], {
    id: "strength",
    header: "Strength",
    sortFn: "basic",
    filterFn: (row, _id, wanted) => row.original.strength === wanted,
    cell: ({ row }) => STRENGTH_SHORT[row.original.strength],
  }),
  helper.accessor("figure", {
    header: "First figure",
    enableSorting: false,
    cell: ({ row }) => row.original.figure ?? <span className="cc-muted">no figure was read</span>,
  }),
  helper.accessor("evidence", { header: "Kind of evidence", sortFn: "text" }),
  helper.accessor("sources", { header: "Sources", sortFn: "basic" }),
  helper.accessor("checked", {
    header: "Checked",
    sortFn: "text",
    cell: ({ row }) => (
      <>
        <span className="cc-nowrap">{row.original.checkedWords}</span>
        {!row.original.verified && <span className={styles.unverified}>not verified</span>}
      </>
    ),
  }),
]);

/** How a column's order is said: ascending, then descending. */
export const ORDER_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  name: ["A to Z", "Z to A"],
  topic: ["A to Z", "Z to A"],
  strength: ["strongest first", "weakest first"],
  evidence: ["A to Z", "Z to A"],
  sources: ["fewest first", "most first"],
  checked: ["oldest first", "newest first"],
};
