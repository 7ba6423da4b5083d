import { redirect } from "next/navigation";
import { currentSession, type CurrentSession } from "@/lib/auth/current-session";

/** The session of a page; without one the person is sent to sign in. */
export async function pageSession(): Promise<CurrentSession> {
  const session = await currentSession();
  if (session === null) redirect("/sign-in");
  return session;
}
