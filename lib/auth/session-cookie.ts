import { decode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";

/** The cookie that holds the session token: `__Host-` and Secure behind https, plain on loopback, where there is no https. */
export function sessionCookie() {
  const secure = env().NEXTAUTH_URL.startsWith("https://");
  return {
    name: secure ? "__Host-crampcheck-session" : "crampcheck-session",
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  };
}

/** The session token in a Cookie header; undefined without one. */
export function sessionTokenIn(cookieHeader: string | null): string | undefined {
  return cookieIn(cookieHeader, sessionCookie().name);
}

/** The value of a cookie in a Cookie header; undefined without it. */
export function cookieIn(cookieHeader: string | null, name: string): string | undefined {
  const pairs = (cookieHeader ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** The session that a token names; null for none and for a token that is not ours. Whether it still counts is not looked at. */
export async function sessionIdOfToken(token: string | undefined): Promise<string | null> {
  if (token === undefined) return null;
  const payload = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  const sid = z.string().max(64).safeParse(payload?.sid);
  return sid.success ? sid.data : null;
}
