import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/app/_components/empty-state";

export const metadata: Metadata = { title: "Not found" };

/** A review that does not exist, and one of another organisation: the same words, so that nothing is given away. */
export default function ReviewNotFound() {
  return (
    <main id="main" style={{ maxWidth: 720, margin: "32px auto", padding: "0 16px" }}>
      <h1 className="cc-visually-hidden">Not found</h1>
      <EmptyState
        title="We cannot show this review."
        actions={
          <Link href="/reviews" prefetch={false}>
            Go to the worklist
          </Link>
        }
      >
        It does not exist or belongs to another organisation.
      </EmptyState>
    </main>
  );
}
