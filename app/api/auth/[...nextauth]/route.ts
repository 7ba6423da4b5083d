import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { rememberDevice } from "@/lib/auth/known-device";
import { authOptions } from "@/lib/auth/options";
import { sessionCookie } from "@/lib/auth/session-cookie";

/** Longer than any form of ours. */
const MOST_CHARACTERS = 10_000;

type Context = { params: Promise<{ nextauth: string[] }> };

/** The options are read here and not when the module loads, because a build has no settings. */
async function handle(request: NextRequest, context: Context): Promise<Response> {
  const form = request.nextUrl.pathname.endsWith("/callback/credentials") ? await emailIn(request.clone()) : null;
  const response: Response = await NextAuth(request, context, authOptions());
  response.headers.set("Cache-Control", "no-store");
  const signedIn = response.headers.getSetCookie().some((cookie) => cookie.startsWith(`${sessionCookie().name}=ey`));
  if (form !== null && signedIn)
    response.headers.append("Set-Cookie", rememberDevice(request.headers.get("cookie"), form));
  return response;
}

/** The address that somebody signs in with; null where the form holds none. */
async function emailIn(request: Request): Promise<string | null> {
  const text = await request.text().catch(() => "");
  return text.length > MOST_CHARACTERS ? null : new URLSearchParams(text).get("email");
}

export { handle as GET, handle as POST };
