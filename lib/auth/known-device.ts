import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { cookieIn, sessionCookie } from "./session-cookie";

/**
 * A browser that signed in before says so with a cookie: a number of its own and, for each account, a tag that only this
 * installation can make. It signs nobody in. It gives the browser a count of wrong passwords of its own, so that others who
 * guess cannot hold its owner up; copied, it is worth five tries in a quarter of an hour.
 */
const MOST_ACCOUNTS = 5;
const DAYS = 180;
const FORM = /^[\w-]{22}(?:\.[\w-]{43}){1,5}$/;

/** The number of a browser that signed in to this account before; null for any other. */
export function knownDevice(cookieHeader: string | null, email: string): string | null {
  const [id, ...tags] = partsOf(cookieHeader);
  if (id === undefined) return null;
  const wanted = Buffer.from(tagOf(id, email));
  return tags.some((tag) => timingSafeEqual(Buffer.from(tag), wanted)) ? id : null;
}

/** The Set-Cookie of a browser that has just signed in to this account; the accounts before it stay known. */
export function rememberDevice(cookieHeader: string | null, email: string): string {
  const [id = randomBytes(16).toString("base64url"), ...tags] = partsOf(cookieHeader);
  const known = [...new Set([tagOf(id, email), ...tags])].slice(0, MOST_ACCOUNTS);
  const { secure } = sessionCookie().options;
  const attributes = `Path=/; Max-Age=${DAYS * 86_400}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return `${cookieName()}=${[id, ...known].join(".")}; ${attributes}`;
}

function cookieName(): string {
  return sessionCookie().options.secure ? "__Host-crampcheck-device" : "crampcheck-device";
}

function partsOf(cookieHeader: string | null): string[] {
  const value = cookieIn(cookieHeader, cookieName()) ?? "";
  return FORM.test(value) ? value.split(".") : [];
}

function tagOf(id: string, email: string): string {
  const text = `device:${id}:${email.trim().toLowerCase()}`;
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(text).digest("base64url");
}
