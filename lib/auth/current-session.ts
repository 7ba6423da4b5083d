import { cookies } from "next/headers";
import { cache } from "react";
import { AppError } from "@/lib/domain/errors";
import { record } from "@/lib/store/audit";
import type { Organisation } from "@/lib/store/accounts/organisation";
import type { Scope } from "@/lib/store/scope";
import { IDLE_MINUTES, openSession, ownerOfSession } from "@/lib/store/accounts/sessions";
import type { User } from "@/lib/store/accounts/users";
import { refuseOtherOrigins } from "./same-origin";
import { mayDo, type Permission } from "./permissions";
import { requestAddress } from "./request-address";
import { sessionCookie, sessionIdOfToken } from "./session-cookie";

export type CurrentSession = {
  scope: Scope;
  user: User;
  organisation: Organisation;
  sessionId: string;
  /** When the session ends without further use, and at the latest. */
  idleUntil: string;
  expiresAt: string;
};

/** Who is signed in, checked in the database on every request; null when nobody is. */
export const currentSession = cache(async (): Promise<CurrentSession | null> => lookUp(true));

/** As `currentSession`, without counting as use: for what a page asks by itself. */
export const peekSession = cache(async (): Promise<CurrentSession | null> => lookUp(false));

/** Who was signed in, when the browser holds a token whose session no longer counts (it ended or expired); null otherwise. */
export async function formerUserId(): Promise<string | null> {
  const id = await sessionIdOfCookie();
  return id === null || (await peekSession()) !== null ? null : ownerOfSession(id);
}

/**
 * The session for a handler that does this; throws `signed-out` without one, and `forbidden` where the account's role may
 * not (lib/auth/permissions.ts), which is recorded. Give the request of a handler that changes something: it is refused
 * (`forbidden`) unless it comes from our own pages.
 */
export async function requireSession(permission: Permission, request?: Request): Promise<CurrentSession> {
  if (request !== undefined) refuseOtherOrigins(request);
  const session = await currentSession();
  if (session === null) throw new AppError("signed-out");
  if (mayDo(session.user.role, permission)) return session;
  await record(session.scope, { action: "access.denied", detail: { permission } });
  throw new AppError("forbidden");
}

async function lookUp(seen: boolean): Promise<CurrentSession | null> {
  const id = await sessionIdOfCookie();
  const open = id === null ? null : await openSession(id, { seen });
  if (open === null) return null;
  return {
    scope: { organisationId: open.organisation.id, userId: open.user.id, address: await requestAddress() },
    user: open.user,
    organisation: open.organisation,
    sessionId: open.id,
    idleUntil: new Date(new Date(open.lastSeenAt).getTime() + IDLE_MINUTES * 60_000).toISOString(),
    expiresAt: open.expiresAt,
  };
}

async function sessionIdOfCookie(): Promise<string | null> {
  return sessionIdOfToken((await cookies()).get(sessionCookie().name)?.value);
}
