"use client";

import { useMemo, useSyncExternalStore } from "react";

const KEY = "cc-worklist-columns";
/** Columns that can be hidden, and whether they are at first. The reference always stays. */
export const OPTIONAL_COLUMNS = [
  "patient",
  "cramps",
  "highest",
  "open",
  "unread",
  "status",
  "due",
  "updated",
  "author",
] as const;
export type OptionalColumn = (typeof OPTIONAL_COLUMNS)[number];

const HIDDEN_AT_FIRST = "due";
const listeners = new Set<() => void>();

/** Which columns of the worklist are hidden in this browser: names of columns, nothing about any patient. */
export function useHiddenColumns(): { hidden: ReadonlySet<OptionalColumn>; toggle: (column: OptionalColumn) => void } {
  const stored = useSyncExternalStore(
    subscribe,
    () => window.localStorage.getItem(KEY) ?? HIDDEN_AT_FIRST,
    () => HIDDEN_AT_FIRST,
  );
  const hidden = useMemo(
    () => new Set(OPTIONAL_COLUMNS.filter((column) => stored.split(" ").includes(column))),
    [stored],
  );
  const toggle = (column: OptionalColumn) => {
    const next = OPTIONAL_COLUMNS.filter((one) => (one === column ? !hidden.has(one) : hidden.has(one)));
    window.localStorage.setItem(KEY, next.join(" "));
    listeners.forEach((listener) => listener());
  };
  return { hidden, toggle };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
