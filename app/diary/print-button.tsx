"use client";

import { Button } from "@mantine/core";

/** Opens the browser's own print dialog. */
export function PrintButton() {
  return (
    <Button variant="filled" className="cc-no-print" onClick={() => window.print()}>
      Print the diary
    </Button>
  );
}
