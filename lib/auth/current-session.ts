import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";
import { record } from "@/lib/store/audit";
import type { Organisation } from "@/lib/store/accounts/organisation";
import type { Scope } from "@/lib/store/scope";
import { IDLE_MINUTES, openSession, ownerOfSession } from "@/lib/store/accounts/sessions";
import type { Role, User } from "@/lib/store/accounts/users";
import { refuseOtherOrigins } from "./same-origin";
import { sessionCookie } from "./session-cookie";

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
 * The session for a handler or server action; throws `signed-out` without one. Give the request of a handler that changes
 * something: it is refused (`forbidden`) unless it comes from our own pages.
 */
export async function requireSession(request?: Request): Promise<CurrentSession> {
  if (request !== undefined) refuseOtherOrigins(request);
  const session = await currentSession();
  if (session === null) throw new AppError("signed-out");
  return session;
}

/** As `requireSession`, for what only this role may do; a refusal is recorded. */
export async function requireRole(role: Role, request?: Request): Promise<CurrentSession> {
  const session = await requireSession(request);
  if (session.user.role === role) return session;
  await record(session.scope, { action: "access.denied", detail: { needs: role } });
  throw new AppError("forbidden");
}

async function lookUp(seen: boolean): Promise<CurrentSession | null> {
  const id = await sessionIdOfCookie();
  const open = id === null ? null : await openSession(id, { seen });
  if (open === null) return null;
  return {
    scope: { organisationId: open.organisation.id, userId: open.user.id },
    user: open.user,
    organisation: open.organisation,
    sessionId: open.id,
    idleUntil: new Date(new Date(open.lastSeenAt).getTime() + IDLE_MINUTES * 60_000).toISOString(),
    expiresAt: open.expiresAt,
  };
}

async function sessionIdOfCookie(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  if (token === undefined) return null;
  const payload = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  const sid = z.string().max(64).safeParse(payload?.sid);
  return sid.success ? sid.data : null;
}
