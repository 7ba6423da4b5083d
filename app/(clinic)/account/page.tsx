import type { Metadata } from "next";
import { FocusedTitle } from "@/app/_components/focused-title";
import { pageSession } from "@/app/(clinic)/_session/page-session";
import { ROLE_WORDS } from "@/lib/domain/role-words";
import { displayInstant } from "@/lib/domain/display-date";
import { ChangePasswordForm } from "./_components/change-password-form";
import styles from "../form-page.module.css";

export const metadata: Metadata = { title: "Account" };

/** One's own account: who one is here, how long the session lasts, and a new password. */
export default async function AccountPage() {
  const { user, organisation, expiresAt } = await pageSession("account.own");
  return (
    <main id="main" className={styles.page}>
      <FocusedTitle>Account</FocusedTitle>
      <dl className={styles.facts}>
        <div>
          <dt>Name</dt>
          <dd>{user.displayName}</dd>
        </div>
        <div>
          <dt>Email</dt>
          <dd>{user.email}</dd>
        </div>
        <div>
          <dt>Role</dt>
          <dd>{ROLE_WORDS[user.role]}</dd>
        </div>
        <div>
          <dt>Organisation</dt>
          <dd>{organisation.name}</dd>
        </div>
        <div>
          <dt>Session</dt>
          <dd>Ends after 15 minutes without use, at the latest {displayInstant(expiresAt, organisation.timeZone)}.</dd>
        </div>
      </dl>
      <section className={styles.card} aria-labelledby="change-password-title">
        <h2 id="change-password-title">Change password</h2>
        <ChangePasswordForm email={user.email} />
      </section>
    </main>
  );
}
