"use client";

import { useEffect, useState } from "react";
import { callApi } from "@/app/_http/call-api";
import type { CaseInput } from "@/lib/domain/case";
import type { ReadingView } from "@/app/_view-models/entry/reading-view";

const WAIT_MS = 150;

/** `current`: the reading is of what stands in the fields now. */
export type LiveReading = { view: ReadingView | null; current: boolean; failed: string | null };

/** Has the server read the entry 150 ms after the last change; an answer that was overtaken is dropped. */
export function useLiveReading(input: CaseInput, first: ReadingView | null): LiveReading {
  const key = JSON.stringify(input);
  const [answer, setAnswer] = useState<{ key: string; view: ReadingView | null; failed: string | null }>({
    key: first === null ? "" : key,
    view: first,
    failed: null,
  });

  useEffect(() => {
    if (answer.key === key && answer.failed === null) return;
    const abort = new AbortController();
    const timer = setTimeout(
      () => {
        void callApi<ReadingView>("/api/read", JSON.parse(key), { signal: abort.signal }).then((result) => {
          if (result.ok) setAnswer({ key, view: result.data, failed: null });
          else if (result.kind === "refused") setAnswer((before) => ({ ...before, failed: result.message }));
          else if (result.kind === "unreachable")
            setAnswer((before) => ({
              ...before,
              failed: "The server cannot be reached. Lines changed since are not read yet.",
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
