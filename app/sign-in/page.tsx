import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AppHeader } from "@/app/_shell/app-header";
import { SkipLink } from "@/app/_shell/skip-link";
import { currentSession, formerUserId } from "@/lib/auth/current-session";
import { SignInForm } from "./_components/sign-in-form";
import styles from "./sign-in.module.css";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ callbackUrl?: string | string[] }> };

/** Where to go on after signing in: a path of our own, nothing else. */
function ownPath(wanted: string | string[] | undefined): string {
  const path = Array.isArray(wanted) ? wanted[0] : wanted;
  return path !== undefined && /^\/(?![/\\])[\w\-/()[\]?=&.]*$/.test(path) ? path : "/reviews";
}

/** Sign-in, with what the product is for and what it is not for beside it. */
export default async function SignInPage({ searchParams }: Props) {
  const next = ownPath((await searchParams).callbackUrl);
  if ((await currentSession()) !== null) redirect(next);
  const formerUser = await formerUserId();
  return (
    <>
      <SkipLink to="sign-in-form" name="form" />
      <AppHeader signedIn={false} menu={null} />
      <main id="main" className={styles.page}>
        <section className={styles.card} aria-labelledby="title">
          <h1 id="title">Sign in</h1>
          {formerUser !== null && (
            <p className={styles.note} role="status">
              You were signed out after 15 minutes without use. Your draft is kept. Sign in to go on where you were.
            </p>
          )}
          <SignInForm next={next} formerUserId={formerUser} />
          <p className="cc-muted">Trouble signing in? Ask your administrator.</p>
          <p className="cc-muted">
            Public:{" "}
            <Link href="/knowledge" prefetch={false}>
              Knowledge
            </Link>{" "}
            ·{" "}
            <Link href="/method" prefetch={false}>
              Method
            </Link>
          </p>
        </section>
        <aside className={styles.about} aria-label="What CrampCheck is for">
          <p className={styles.lead}>For clinicians.</p>
          <p>
            Reads a medication list, conditions and results and shows what may contribute to muscle cramps, with
            sources. You decide.
          </p>
          <p>Not for emergencies, not for use by patients.</p>
        </aside>
      </main>
    </>
  );
}
