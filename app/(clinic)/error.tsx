"use client";

import { ErrorNotice } from "@/app/_components/error-notice";
import { anyUnsent } from "./_session/pending-changes";

/**
 * A page of the clinic that failed. It stands inside the layout, so the session guard goes on, and what the page had not
 * sent is held for it (_session/pending-changes.ts) and comes back when it is tried again.
 */
export default function ClinicErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  // With everything sent, the server's page is the one to show: the address is that of the draft.
  const again = () => (anyUnsent() ? reset() : window.location.reload());
  return (
    <ErrorNotice error={error} onAgain={again}>
      {anyUnsent() ? "What you typed is kept in this tab. Do not close it." : "What was saved is kept."}
    </ErrorNotice>
  );
}
