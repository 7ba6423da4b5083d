"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/app/_http/call-api";
import styles from "./review-page.module.css";

/** Says that the knowledge base is a newer one than the draft was judged with, and judges it again when asked to. */
export function ReviewAgain({ reference, knowledgeVersion }: { reference: string; knowledgeVersion: string }) {
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);
  const again = async () => {
    const answer = await callApi(`/api/reviews/${reference}/review-again`, {});
    if (answer.ok) return router.refresh();
    setError(answer.kind === "refused" ? answer.message : "The server cannot be reached. Nothing was changed.");
  };
  return (
    <div className={styles.notice}>
      <p>
        The knowledge base changed since this draft was last saved. What stands here is from version {knowledgeVersion}.
      </p>
      <Button mt={8} onClick={() => void again()}>
        Review again
      </Button>
      {error && <p role="alert">{error}</p>}
    </div>
  );
}
