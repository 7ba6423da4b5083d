"use client";

import { useCallback, useRef, useState, type ComponentType } from "react";

/**
 * A part that is fetched when it is first asked for. Without a network it is not there: `ask` then says false and the page stays
 * as it is, where a part loaded while drawing would take the page down with it.
 */
export function useLoadedPart<Props>(load: () => Promise<ComponentType<Props>>): {
  Part: ComponentType<Props> | null;
  ask: () => Promise<boolean>;
} {
  const [loaded, setLoaded] = useState<{ Part: ComponentType<Props> } | null>(null);
  const once = useRef(load);
  const ask = useCallback(async () => {
    try {
      const Part = await once.current();
      setLoaded((now) => now ?? { Part });
      return true;
    } catch {
      return false;
    }
  }, []);
  return { Part: loaded?.Part ?? null, ask };
}
