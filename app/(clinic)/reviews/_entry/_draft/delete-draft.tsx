"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/app/_http/call-api";
import { ConfirmDialog } from "@/app/_components/confirm-dialog";
import styles from "@/app/(clinic)/reviews/_entry/entry-page.module.css";

/** Deleting a draft is asked a second time, because it cannot be undone. */
export function DeleteDraft({ reference }: { reference: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const remove = async () => {
    const answer = await callApi(`/api/reviews/${reference}`, {}, { method: "DELETE" });
    if (answer.ok) return router.push("/reviews");
    setError(answer.kind === "refused" ? answer.message : "The server cannot be reached. Nothing was deleted.");
  };

  return (
    <div>
      <Button variant="subtle" onClick={() => setOpen(true)}>
        Delete this draft
      </Button>
      <ConfirmDialog
        open={open}
        title={`Delete draft ${reference}?`}
        confirm="Delete draft"
        cancel="Keep it"
        onConfirm={() => void remove()}
        onCancel={() => setOpen(false)}
      >
        <p>Everything entered in it goes. This cannot be undone.</p>
        {error && (
          <p className={styles.limit} role="alert">
            {error}
          </p>
        )}
      </ConfirmDialog>
    </div>
  );
}
