import { notFound, redirect } from "next/navigation";
import { currentSession, type CurrentSession } from "@/lib/auth/current-session";
import { mayDo, type Permission } from "@/lib/auth/permissions";
import { record } from "@/lib/store/audit";

/**
 * The session of a page that shows this. Without one the person is sent to sign in; where the account's role may not see it,
 * the page does not exist, and that is recorded.
 */
export async function pageSession(permission: Permission): Promise<CurrentSession> {
  const session = await currentSession();
  if (session === null) redirect("/sign-in");
  if (mayDo(session.user.role, permission)) return session;
  await record(session.scope, { action: "access.denied", detail: { permission } });
  notFound();
}
