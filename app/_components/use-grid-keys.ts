"use client";

import type { FocusEvent, KeyboardEvent, RefObject } from "react";

const PAGE = 10;

/**
 * Keys of a grid (ARIA Authoring Practices): one tab stop, arrows between cells without wrapping, Home and End, Control
 * with them, Page keys; Enter presses what the cell holds, Space expands the row.
 */
export function useGridKeys(grid: RefObject<HTMLTableElement | null>): {
  tabIndex: 0;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: (event: FocusEvent) => void;
} {
  const onFocus = (event: FocusEvent) => {
    // Tabbing into the grid lands on its first cell.
    if (grid.current !== null && event.target === grid.current) focusCell(cellAt(grid.current, 0, 0));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const table = grid.current;
    const from = event.target instanceof HTMLElement ? event.target : null;
    if (table === null || from === null || from.closest("input, textarea, select")) return;
    if (event.key === "Tab" && event.shiftKey) {
      // The table itself would take the focus back and hand it to the first cell again.
      table.tabIndex = -1;
      setTimeout(() => {
        table.tabIndex = 0;
      });
      return;
    }
    const cell = from.closest<HTMLElement>("th, td");
    if (cell === null || cell.closest("[data-detail]")) return;
    if (from.tagName === "TD" && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      pressedBy(event.key, cell)?.click();
      return;
    }
    const rows = rowsOf(table);
    const row = rows.findIndex((cells) => cells.includes(cell));
    const column = rows[row]?.indexOf(cell) ?? -1;
    const to = target(event, row, column, rows);
    if (row === -1 || to === null) return;
    event.preventDefault();
    focusCell(cellAt(table, to.row, to.column));
  };
  return { tabIndex: 0, onKeyDown, onFocus };
}

/** Space opens the row; Enter takes what the cell holds, else opens the row. */
function pressedBy(key: string, cell: HTMLElement): HTMLElement | null {
  const own = key === " " ? null : cell.querySelector<HTMLElement>("a, button");
  return own ?? cell.closest("tr")?.querySelector<HTMLElement>("button") ?? null;
}

function target(
  event: KeyboardEvent,
  row: number,
  column: number,
  rows: readonly (readonly HTMLElement[])[],
): { row: number; column: number } | null {
  const last = rows.length - 1;
  const end = (rows[row]?.length ?? 1) - 1;
  switch (event.key) {
    case "ArrowRight":
      return { row, column: Math.min(end, column + 1) };
    case "ArrowLeft":
      return { row, column: Math.max(0, column - 1) };
    case "ArrowDown":
      return { row: Math.min(last, row + 1), column };
    case "ArrowUp":
      return { row: Math.max(0, row - 1), column };
    case "PageDown":
      return { row: Math.min(last, row + PAGE), column };
    case "PageUp":
      return { row: Math.max(0, row - PAGE), column };
    case "Home":
      return { row: event.ctrlKey ? 0 : row, column: 0 };
    case "End":
      return { row: event.ctrlKey ? last : row, column: event.ctrlKey ? (rows[last]?.length ?? 1) - 1 : end };
    default:
      return null;
  }
}

function rowsOf(table: HTMLTableElement): HTMLElement[][] {
  return [...table.rows]
    .filter((row) => getComputedStyle(row).display !== "none")
    .map((row) => [...row.cells].filter((cell) => getComputedStyle(cell).display !== "none"));
}

function cellAt(table: HTMLTableElement, row: number, column: number): HTMLElement | null {
  const cells = rowsOf(table)[row];
  return cells?.[Math.min(column, cells.length - 1)] ?? null;
}

/** A head cell gives the focus to its sort button. */
function focusCell(cell: HTMLElement | null): void {
  if (cell === null) return;
  const head = cell.tagName === "TH" ? cell.querySelector<HTMLElement>("button") : null;
  if (head === null) cell.tabIndex = -1;
  (head ?? cell).focus();
}
