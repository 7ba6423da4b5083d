"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/app/_http/call-api";
import type { ReviewView } from "@/app/_view-models/review/review-view";
import styles from "./review-page.module.css";

/** What can be done with the review as a whole, by its state. */
export function ReviewActions({ view, mayCoSign }: { view: ReviewView; mayCoSign: boolean }) {
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);
  const { reference, status } = view;
  const signed = status === "signed" || status === "superseded";

  const send = async (
    path: string,
    body: unknown,
    method: "POST" | "PUT",
    done: (data: { reference?: string }) => void,
  ) => {
    const answer = await callApi<{ reference?: string }>(`/api/reviews/${reference}/${path}`, body, { method });
    if (answer.ok) return done(answer.data);
    setError(answer.kind === "refused" ? answer.message : "The server cannot be reached. Nothing was changed.");
  };
  const archive = (archived: boolean) =>
    send("archive", { archived }, "PUT", () => (archived ? router.push("/reviews") : router.refresh()));

  return (
    <div className={styles.footActions}>
      {status === "draft" && (
        <Button component={Link} href={`/reviews/${reference}/edit`} prefetch={false}>
          Edit entry
        </Button>
      )}
      {signed && (
        <Button component="a" href={`/reviews/${reference}/report.csv`}>
          Download CSV
        </Button>
      )}
      {status === "signed" && view.followedUpBy === null && (
        <Button
          variant="filled"
          onClick={() =>
            void send("follow-up", {}, "POST", (data) => router.push(`/reviews/${data.reference ?? reference}/edit`))
          }
        >
          Start follow-up
        </Button>
      )}
      {status === "signed" && (
        <Button
          onClick={() =>
            void send("versions", {}, "POST", (data) => router.push(`/reviews/${data.reference ?? reference}/edit`))
          }
        >
          Make a new version
        </Button>
      )}
      {mayCoSign && <Button onClick={() => void send("co-sign", {}, "POST", () => router.refresh())}>Co-sign</Button>}
      {status === "archived" ? (
        <Button onClick={() => void archive(false)}>Take out of the archive</Button>
      ) : (
        <Button variant="subtle" onClick={() => void archive(true)}>
          Archive
        </Button>
      )}
      {error && <p role="alert">{error}</p>}
    </div>
  );
}
