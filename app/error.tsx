"use client";

import { ErrorNotice } from "./_components/error-notice";

/** 500 outside the clinic's pages, where nothing is entered. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <ErrorNotice error={error} onAgain={reset}>
      What was saved is kept.
    </ErrorNotice>
  );
}
