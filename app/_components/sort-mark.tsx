import { IconArrowDown, IconArrowUp, IconSelector } from "@tabler/icons-react";

type Sorted = "asc" | "desc" | false;

/** How a column is sorted, for `aria-sort`. */
export function ariaSort(sorted: Sorted): "ascending" | "descending" | "none" {
  if (sorted === "asc") return "ascending";
  return sorted === "desc" ? "descending" : "none";
}

/** The mark of a head that sorts. */
export function SortMark({ sorted, idle }: { sorted: Sorted; idle?: string }) {
  if (sorted === "asc") return <IconArrowUp size={16} stroke={1.75} aria-hidden />;
  if (sorted === "desc") return <IconArrowDown size={16} stroke={1.75} aria-hidden />;
  return <IconSelector size={16} stroke={1.75} aria-hidden className={idle} />;
}
