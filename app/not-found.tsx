import Link from "next/link";
import type { Metadata } from "next";
import { AppHeader } from "./_shell/app-header";
import { SkipLink } from "./_shell/skip-link";
import { EmptyState } from "./_components/empty-state";

export const metadata: Metadata = { title: "Not found" };

/** 404, and everything that belongs to somebody else: the same words, so that nothing is given away. */
export default function NotFound() {
  return (
    <>
      <SkipLink to="main" name="content" />
      <AppHeader
        signedIn={false}
        menu={
          <Link href="/sign-in" prefetch={false}>
            Sign in
          </Link>
        }
      />
      <main id="main" style={{ maxWidth: 720, margin: "32px auto", padding: "0 16px" }}>
        <h1 className="cc-visually-hidden">Not found</h1>
        <EmptyState
          title="We cannot show this page."
          actions={
            <Link href="/reviews" prefetch={false}>
              Go to the worklist
            </Link>
          }
        >
          It does not exist or belongs to another organisation.
        </EmptyState>
      </main>
    </>
  );
}
