"use client";

import { useEffect, useState } from "react";
import { callApi } from "@/app/_http/call-api";
import type { CaseInput } from "@/lib/domain/case";
import type { ReadingView } from "@/app/_view-models/entry/reading-view";

const WAIT_MS = 150;

/** `current`: the reading is of what stands in the fields now. */
export type LiveReading = { view: ReadingView | null; current: boolean; failed: string | null };

/** `refused`: the text that the server will never take. */
type Answer = { key: string; view: ReadingView | null; failed: string | null; refused: string | null };

/** Refusals that the same text always meets. */
const FINAL: ReadonlySet<string> = new Set(["too-large", "too-slow", "bad-input", "bad-json"]);

/** Has the server read the entry 150 ms after the last change; an answer that was overtaken is dropped. */
export function useLiveReading(input: CaseInput, first: ReadingView | null): LiveReading {
  const key = JSON.stringify(input);
  const [answer, setAnswer] = useState<Answer>({
    key: first === null ? "" : key,
    view: first,
    failed: null,
    refused: null,
  });

  useEffect(() => {
    if (answer.key === key && answer.failed === null) return;
    // The same text would be refused again, and may be megabytes long.
    if (answer.refused === key) return;
    const abort = new AbortController();
    const timer = setTimeout(
      () => {
        void callApi<ReadingView>("/api/read", JSON.parse(key), { signal: abort.signal }).then((result) => {
          if (result.ok) setAnswer({ key, view: result.data, failed: null, refused: null });
          else if (result.kind === "refused")
            setAnswer((before) => ({
              ...before,
              failed: result.message,
              refused: FINAL.has(result.code) ? key : null,
            }));
          else if (result.kind === "unreachable")
            setAnswer((before) => ({
              ...before,
              failed: "The server cannot be reached. Lines changed since are not read yet.",
              refused: null,
            }));
        });
      },
      answer.failed === null ? WAIT_MS : RETRY_MS,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [key, answer]);

  return { view: answer.view, current: answer.key === key, failed: answer.failed };
}

const RETRY_MS = 3_000;
