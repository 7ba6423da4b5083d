"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { EntryFields } from "@/app/(clinic)/reviews/_entry/entry-fields";
import type { Imported } from "./import-entry";
import type { Act } from "@/app/(clinic)/reviews/_entry/_draft/use-draft";

/** Imports a file into the entry and keeps what came of it until it was seen. The reading of files is loaded when it is needed. */
export function useImport({ entry, onAct }: { entry: EntryFields; onAct: Act }): {
  imported: Imported | null;
  importFile: (file: File) => void;
  seen: () => void;
} {
  const [imported, setImported] = useState<Imported | null>(null);
  const latest = useRef(entry);
  useEffect(() => {
    latest.current = entry;
  }, [entry]);

  const importFile = useCallback(
    (file: File) => {
      void import("./import-entry")
        .then(({ importedFrom }) => importedFrom(file, latest.current))
        .catch((): Imported => ({ ok: false, message: "The file could not be read. Nothing was changed." }))
        .then((result) => {
          setImported(result);
          if (result.ok && Object.keys(result.patch).length > 0)
            onAct(result.patch, { part: "list", words: "Imported a file" });
        });
    },
    [onAct],
  );

  return { imported, importFile, seen: useCallback(() => setImported(null), []) };
}
