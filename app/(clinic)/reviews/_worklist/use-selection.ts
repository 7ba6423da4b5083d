"use client";

import { useCallback, useMemo, useState } from "react";

export type Selection = {
  references: readonly string[];
  has: (reference: string) => boolean;
  toggle: (reference: string) => void;
  set: (references: readonly string[], chosen: boolean) => void;
  clear: () => void;
};

/** The reviews that are chosen, over all pages and views, until they are cleared. */
export function useSelection(): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const set = useCallback(
    (references: readonly string[], on: boolean) =>
      setChosen((now) => {
        const next = new Set(now);
        references.forEach((reference) => (on ? next.add(reference) : next.delete(reference)));
        return next;
      }),
    [],
  );
  const toggle = useCallback(
    (reference: string) =>
      setChosen(
        (now) => new Set(now.has(reference) ? [...now].filter((one) => one !== reference) : [...now, reference]),
      ),
    [],
  );
  const clear = useCallback(() => setChosen(new Set()), []);
  return useMemo(
    () => ({ references: [...chosen].sort(), has: (reference) => chosen.has(reference), toggle, set, clear }),
    [chosen, set, toggle, clear],
  );
}
