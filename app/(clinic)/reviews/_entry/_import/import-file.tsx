"use client";

import { Button } from "@mantine/core";
import { useRef } from "react";
import type { Imported } from "./import-entry";
import styles from "@/app/(clinic)/reviews/_entry/entry-page.module.css";

/** The way to a file for those who do not drag it. */
export function ImportButton({ onFile }: { onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>Import a file</Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="File to import"
        accept=".txt,.csv,.tsv,.json,.ndjson,text/*,application/json,application/fhir+json"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
    </>
  );
}

/** What came of the last import: it stays until it was seen. */
export function ImportNotice({
  imported,
  canUndo,
  onUndo,
  onSeen,
}: {
  imported: Imported | null;
  canUndo: boolean;
  onUndo: () => void;
  onSeen: () => void;
}) {
  return (
    <div role="status">
      {imported !== null && (
        <div className={styles.imported} data-refused={!imported.ok || undefined}>
          <p>{imported.message}</p>
          {imported.ok && imported.notes.map((note) => <p key={note}>{note}</p>)}
          {imported.ok && imported.notRead.length > 0 && (
            <>
              <p>
                <strong>Not read:</strong>
              </p>
              <ul className={styles.notRead}>
                {imported.notRead.map(({ what, count, why, names }) => (
                  <li key={`${what} ${why}`}>
                    {count} {what}: {why}
                    {names.length === 0 ? "" : ` (${names.join(", ")})`}
                  </li>
                ))}
              </ul>
            </>
          )}
          <p>
            {canUndo && (
              <>
                <button type="button" className="cc-link" onClick={onUndo}>
                  Undo the import
                </button>{" "}
                ·{" "}
              </>
            )}
            <button type="button" className="cc-link" onClick={onSeen}>
              Seen
            </button>
          </p>
        </div>
      )}
    </div>
  );
}
