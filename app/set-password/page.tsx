import type { Metadata } from "next";
import { FocusedTitle } from "@/app/_components/focused-title";
import { SetPasswordForm } from "./_components/set-password-form";
import styles from "@/app/(clinic)/form-page.module.css";

export const metadata: Metadata = { title: "Set your password", referrer: "no-referrer" };

/** Where a link of an administrator leads. Its secret stands behind “#”, which a browser sends to no server. */
export default function SetPasswordPage() {
  return (
    <main id="main" className={styles.page}>
      <FocusedTitle>Set your password</FocusedTitle>
      <section className={styles.card}>
        <SetPasswordForm />
      </section>
    </main>
  );
}
