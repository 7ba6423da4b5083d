"use client";

import { useEffect, useRef } from "react";
import { AppHeader } from "@/app/_shell/app-header";
import { SignInForm } from "@/app/sign-in/_components/sign-in-form";
import signInStyles from "@/app/sign-in/sign-in.module.css";

/**
 * Stands in place of everything clinical once the session is over. `kept`: what could not be sent and waits in memory, until
 * `keptUntil`; without any, the sign-in page follows at once.
 */
export function SignedOutScreen({
  kept,
  keptUntil,
  onSignedIn,
}: {
  kept: readonly string[];
  keptUntil: string;
  onSignedIn: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const title = document.title;
    document.title = "Signed out – CrampCheck";
    heading.current?.focus();
    return () => {
      document.title = title;
    };
  }, []);
  return (
    <>
      <AppHeader signedIn={false} menu={null} />
      <main id="main" className={signInStyles.page}>
        <section className={signInStyles.card} aria-labelledby="signed-out-title">
          <h1 id="signed-out-title" ref={heading} tabIndex={-1}>
            You were signed out
          </h1>
          {kept.length === 0 ? (
            <p className={signInStyles.note}>You were signed out. Nothing is lost.</p>
          ) : (
            <p className={signInStyles.note}>
              What you typed in {kept.join(" and ")} could not be sent. It is kept in this tab until {keptUntil}; do not
              close it. Sign in to go on where you were.
            </p>
          )}
          <SignInForm next="/reviews" onSignedIn={onSignedIn} />
        </section>
      </main>
    </>
  );
}
