"use client";

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { EmptyState } from "./empty-state";

/** Something failed on our side: what became of the entries (`children`), and a reference that an operator finds in the log. */
export function ErrorNotice({
  error,
  onAgain,
  children,
}: {
  error: Error & { digest?: string };
  onAgain: () => void;
  children: ReactNode;
}) {
  return (
    <main id="main" style={{ maxWidth: 720, margin: "32px auto", padding: "0 16px" }}>
      <h1 className="cc-visually-hidden">Something failed</h1>
      <EmptyState title="Something failed on our side." actions={<Button onClick={onAgain}>Try again</Button>}>
        {children} {error.digest === undefined ? null : `Reference ${error.digest}.`}
      </EmptyState>
    </main>
  );
}
