import {
  columnFilteringFeature,
  columnVisibilityFeature,
  createColumnHelper,
  createExpandedRowModel,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_includesString,
  globalFilteringFeature,
  rowExpandingFeature,
  rowSortingFeature,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
} from "@tanstack/react-table";
import { DrugName, RichTextView } from "@/app/_components/drug-name";
import { PriorityBadge } from "@/app/_components/priority-badge";
import { plainText } from "@/app/_view-models/rich-text";
import type { MedicationPart, MedicationRow } from "@/app/_view-models/review/review-view";
import type { DecisionView } from "@/app/_view-models/review/decision-view";
import styles from "./medication-table.module.css";

/** A row as the table works on it: with its place in the order and its decision. */
export type TableRow = MedicationRow & { rank: number; decision: DecisionView | null };

export const features = tableFeatures({
  rowSortingFeature,
  rowExpandingFeature,
  columnVisibilityFeature,
  columnFilteringFeature,
  globalFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  expandedRowModel: createExpandedRowModel(),
  filteredRowModel: createFilteredRowModel(),
  sortFns: { basic: sortFn_basic, text: sortFn_text },
  filterFns: { includesString: filterFn_includesString },
});

const helper = createColumnHelper<typeof features, TableRow>();

const NO_PRIORITY: Readonly<Record<MedicationRow["state"], string>> = {
  judged: "",
  "not-flagged": "not flagged",
  "not-current": "not taken now",
  "not-read": "not read",
  "not-medication": "not a medication",
};

/** One line for each ingredient of a combination, each judged by itself. */
function Parts({ row, of }: { row: TableRow; of: (part: MedicationPart) => string }) {
  if (row.parts.length === 0) return <span className="cc-muted">{NO_PRIORITY[row.state]}</span>;
  if (row.parts.length === 1) return row.parts.map(of).join("");
  return (
    <ul className={styles.parts}>
      {row.parts.map((part, index) => (
        <li key={index}>
          <span className={styles.part}>
            <RichTextView words={part.name} />:{" "}
          </span>
          {of(part)}
        </li>
      ))}
    </ul>
  );
}

const searched = (row: TableRow) => [plainText(row.name), row.line, row.classes, row.mechanisms, row.detail].join(" ");

/** The columns; `rank` and `search` sort and search and are never drawn. */
export const columns = helper.columns([
  helper.accessor("sortName", {
    id: "medication",
    header: "Medication",
    enableHiding: false,
    sortFn: "text",
    cell: ({ row }) => (
      <>
        <span className={styles.name}>
          <RichTextView words={row.original.name} />
        </span>
        {row.original.detail !== "" && <span className={styles.detail}>{row.original.detail}</span>}
      </>
    ),
  }),
  helper.accessor((row) => row.since ?? "", {
    id: "since",
    header: "Since the review before",
    sortFn: "text",
    cell: ({ getValue }) => (getValue() === "unchanged" ? <span className="cc-muted">unchanged</span> : getValue()),
  }),
  helper.accessor("rank", {
    id: "priority",
    header: "Priority",
    sortFn: "basic",
    cell: ({ row }) =>
      row.original.priority === null ? (
        <span className="cc-muted">{NO_PRIORITY[row.original.state]}</span>
      ) : (
        <PriorityBadge priority={row.original.priority} />
      ),
  }),
  helper.accessor((row) => row.parts.map((part) => part.association).join(" "), {
    id: "association",
    header: "Association",
    sortFn: "text",
    cell: ({ row }) => <Parts row={row.original} of={(part) => part.association} />,
  }),
  helper.accessor("mechanisms", {
    id: "mechanism",
    header: "Mechanism",
    sortFn: "text",
    cell: ({ row }) => <Parts row={row.original} of={(part) => part.mechanism} />,
  }),
  helper.accessor((row) => row.start ?? "", {
    id: "start",
    header: "Started before onset",
    sortFn: "text",
    cell: ({ row }) => <Parts row={row.original} of={(part) => part.timing} />,
  }),
  helper.accessor((row) => row.parts.map((part) => part.evidence).join(" "), {
    id: "evidence",
    header: "Evidence",
    sortFn: "text",
    cell: ({ row }) => <Parts row={row.original} of={(part) => part.evidence} />,
  }),
  helper.accessor((row) => row.parts.length, {
    id: "ingredients",
    header: "Ingredients",
    sortFn: "basic",
    cell: ({ row }) =>
      row.original.parts
        .flatMap((part) => part.name)
        .map((word, index) =>
          typeof word === "string" ? (
            word
          ) : (
            <span key={index}>
              {index > 0 && ", "}
              <DrugName name={word} />
            </span>
          ),
        ),
  }),
  helper.accessor("classes", { id: "class", header: "Class", sortFn: "text", cell: ({ getValue }) => getValue() }),
  helper.accessor("lastResult", {
    id: "result",
    header: "Last result",
    sortFn: "text",
    cell: ({ getValue }) => getValue(),
  }),
  helper.accessor((row) => row.decision?.word ?? "", {
    id: "decision",
    header: "Decision",
    sortFn: "text",
    cell: ({ row }) => row.original.decision?.words ?? <span className="cc-muted">none yet</span>,
  }),
  helper.accessor("line", {
    id: "line",
    header: "Line as written",
    sortFn: "text",
    cell: ({ getValue }) => getValue(),
  }),
  helper.accessor(searched, { id: "search", header: "", enableHiding: false, sortFn: "text", cell: () => null }),
]);

/** Columns that are there when asked for. */
export const HIDDEN_AT_FIRST = {
  ingredients: false,
  class: false,
  result: false,
  decision: false,
  line: false,
  search: false,
};
