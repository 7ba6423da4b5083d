"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether the page has come to life in the browser. What is typed before that would not be heard. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
