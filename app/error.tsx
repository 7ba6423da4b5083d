"use client";

import { Button } from "@mantine/core";
import { EmptyState } from "./_components/empty-state";

/** 500: nothing entered is lost, and a reference that an operator can find in the log. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" style={{ maxWidth: 720, margin: "32px auto", padding: "0 16px" }}>
      <h1 className="cc-visually-hidden">Something failed</h1>
      <EmptyState title="Something failed on our side." actions={<Button onClick={reset}>Try again</Button>}>
        Your entries are kept. {error.digest === undefined ? null : `Reference ${error.digest}.`}
      </EmptyState>
    </main>
  );
}
