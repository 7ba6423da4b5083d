import type { Metadata } from "next";
import { FocusedTitle } from "@/app/_components/focused-title";
import { pageSession } from "@/app/(clinic)/_session/page-session";
import { auditLines, AuditQuery } from "@/lib/clinic/audit-page";
import { record } from "@/lib/store/audit";
import { listUsers } from "@/lib/store/accounts/users";
import { AuditTrail } from "./_components/audit-trail";
import styles from "./audit.module.css";

export const metadata: Metadata = { title: "Audit trail" };

/** Who did what, when and from where, for administrators and auditors. Opening it is itself on record. */
export default async function AuditPage() {
  const session = await pageSession("audit.read");
  await record(session.scope, { action: "audit.view" });
  const [lines, users] = await Promise.all([auditLines(session, AuditQuery.parse({})), listUsers(session.scope)]);
  return (
    <main id="main" className={styles.page}>
      <FocusedTitle>Audit trail</FocusedTitle>
      <p className="cc-muted">
        Newest first, times of {session.organisation.timeZone}. It holds no clinical text. Whether it is whole is
        checked by the operator: <code>npm run audit -- verify</code>.
      </p>
      <AuditTrail first={lines} people={users.map(({ id, displayName }) => ({ value: id, label: displayName }))} />
    </main>
  );
}
