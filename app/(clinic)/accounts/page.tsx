import type { Metadata } from "next";
import { FocusedTitle } from "@/app/_components/focused-title";
import { pageSession } from "@/app/(clinic)/_session/page-session";
import { accountRows } from "@/lib/store/accounts/account-rows";
import { Accounts } from "./_components/accounts";
import styles from "./accounts.module.css";

export const metadata: Metadata = { title: "Accounts and invitations" };

/** Who may sign in here, and as what: for administrators. */
export default async function AccountsPage() {
  const { scope, user } = await pageSession("account.administer");
  return (
    <main id="main" className={styles.page}>
      <FocusedTitle>Accounts and invitations</FocusedTitle>
      <p className="cc-muted">
        No mail is sent from here: a link is shown to you once, and you hand it over. Who may do what stands in the
        method of your installation (docs/operations.md). Each change is on record.
      </p>
      <Accounts rows={await accountRows(scope)} ownId={user.id} />
    </main>
  );
}
