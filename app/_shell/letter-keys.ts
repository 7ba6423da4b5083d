"use client";

import { useSyncExternalStore } from "react";

const KEY = "cc-letter-keys";
const listeners = new Set<() => void>();

/** Whether single letters act as keys (WCAG 2.1.4: they can be switched off). A habit of the browser, no patient data. */
export function useLetterKeys(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.localStorage.getItem(KEY) !== "off",
    () => true,
  );
}

export function setLetterKeys(on: boolean): void {
  window.localStorage.setItem(KEY, on ? "on" : "off");
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
