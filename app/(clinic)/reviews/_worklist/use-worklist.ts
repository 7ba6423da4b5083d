import { useCallback, useEffect, useRef, useState } from "react";
import { callApi } from "@/app/_http/call-api";
import type { WorklistQuery } from "@/lib/store/worklist/worklist-query";
import type { WorklistResponse } from "@/lib/clinic/worklist-line";

const WAIT_MS = 200;
const SLOW_MS = 300;

export type WorklistState = {
  query: WorklistQuery;
  answer: WorklistResponse;
  loading: boolean;
  /** Nothing of the new view is there yet, for longer than is comfortable. */ slow: boolean;
  failedAt: string | null;
};

/** The worklist's page for the query, asked for as it changes; the last answer stays in sight until the next is there. */
export function useWorklist(
  firstQuery: WorklistQuery,
  first: WorklistResponse,
): WorklistState & { change: (part: Partial<WorklistQuery>) => void; again: () => void } {
  const [query, setQuery] = useState(firstQuery);
  const [answer, setAnswer] = useState(first);
  const [loading, setLoading] = useState(false);
  const [failedAt, setFailedAt] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [slow, setSlow] = useState(false);
  const shownView = useRef(firstQuery.view);
  const untouched = useRef(true);

  useEffect(() => {
    if (untouched.current) {
      untouched.current = false;
      return;
    }
    const abort = new AbortController();
    const slowTimer = setTimeout(() => setSlow(query.view !== shownView.current), WAIT_MS + SLOW_MS);
    const timer = setTimeout(() => {
      setLoading(true);
      void callApi<WorklistResponse>("/api/worklist", query, { signal: abort.signal }).then((result) => {
        if (abort.signal.aborted) return;
        clearTimeout(slowTimer);
        setLoading(false);
        setSlow(false);
        if (result.ok) {
          shownView.current = query.view;
          setAnswer(result.data);
          setFailedAt(null);
        } else setFailedAt(new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }));
      });
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      clearTimeout(slowTimer);
      abort.abort();
    };
  }, [query, attempt]);

  /** Anything but a step through the pages starts at the first page again. */
  const change = useCallback((part: Partial<WorklistQuery>) => setQuery((now) => ({ ...now, page: 1, ...part })), []);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  return { query, answer, loading, slow, failedAt, change, again };
}
