import type { Metadata } from "next";
import { FocusedTitle } from "@/app/_components/focused-title";
import { currentSession } from "@/lib/auth/current-session";
import { DIGEST_LIMITS } from "@/lib/report/signed/verify";
import { VerifyForm } from "./verify-form";
import styles from "./verify.module.css";

export const metadata: Metadata = { title: "Verify a report" };

/** Says whether the JSON of a signed review is unaltered. Public: the file is read in the browser and goes nowhere. */
export default async function VerifyPage() {
  const session = await currentSession();
  return (
    <main id="main" className={styles.page}>
      <FocusedTitle>Verify a report</FocusedTitle>
      <p className={styles.lead}>
        Open or paste the JSON file of a signed review. It is checked in this browser and is not sent anywhere.
        {session === null
          ? " Sign in to compare it with what your clinic keeps."
          : " Its digest alone is then compared with what your clinic keeps."}
      </p>
      <VerifyForm signedIn={session !== null} />
      <section aria-labelledby="limits">
        <h2 id="limits">What this shows</h2>
        <p>{DIGEST_LIMITS}</p>
      </section>
    </main>
  );
}
