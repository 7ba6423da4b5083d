import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { env } from "@/lib/env";
import { ABSOLUTE_HOURS, endSession } from "@/lib/store/accounts/sessions";
import { clientAddress } from "./client-address";
import { knownDevice } from "./known-device";
import { requestAddress } from "./request-address";
import { sessionCookie, sessionIdOfToken, sessionTokenIn } from "./session-cookie";
import { afterSignIn, signIn } from "./sign-in";
import { encodeAnswer } from "./sign-in-answer";

const Form = z.object({ email: z.string().max(254), password: z.string().max(1_000) });

/**
 * NextAuth with email and password. Its token holds nothing but the id of a session row, because a token alone could not
 * be ended; `currentSession` looks that row up on every request.
 */
export function authOptions(): NextAuthOptions {
  const settings = env();
  return {
    secret: settings.NEXTAUTH_SECRET,
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    session: { strategy: "jwt", maxAge: ABSOLUTE_HOURS * 3_600 },
    cookies: { sessionToken: sessionCookie() },
    useSecureCookies: sessionCookie().options.secure,
    providers: [
      Credentials({
        credentials: { email: { label: "Email", type: "email" }, password: { label: "Password", type: "password" } },
        authorize: async (credentials, request) =>
          authorize(credentials, {
            address: clientAddress(headerOf(request.headers, "x-forwarded-for"), settings.TRUSTED_PROXIES),
            cookies: headerOf(request.headers, "cookie"),
            formerSessionId: await sessionIdOfToken(sessionTokenIn(headerOf(request.headers, "cookie"))),
          }),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : token),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) =>
        url.startsWith("/") && !url.startsWith("//") && !url.includes("\\") ? `${baseUrl}${url}` : baseUrl,
    },
    events: {
      signOut: async ({ token }) => {
        const sid = z.string().safeParse(token?.sid);
        if (sid.success) await endSession(sid.data, "signed-out", await requestAddress());
      },
    },
    logger: { error: (code) => console.error(`sign-in: ${code}`), warn: () => undefined, debug: () => undefined },
  };
}

type From = { address: string; cookies: string | null; formerSessionId: string | null };

async function authorize(credentials: unknown, from: From): Promise<{ id: string }> {
  const form = Form.safeParse(credentials);
  const result = await attempt(form.success ? form.data : { email: "", password: "" }, from);
  if (result.kind === "signed-in") return { id: result.sessionId };
  throw new Error(encodeAnswer(result));
}

async function attempt(form: z.infer<typeof Form>, from: From) {
  try {
    const result = await signIn(form.email, form.password, from.address, {
      device: knownDevice(from.cookies, form.email),
    });
    if (result.kind === "signed-in") await afterSignIn(from);
    return result;
  } catch (error) {
    console.error("sign-in: not possible", error instanceof Error ? error.name : "");
    return { kind: "unavailable" } as const;
  }
}

function headerOf(headers: unknown, name: string): string | null {
  const read = z.record(z.string(), z.unknown()).safeParse(headers);
  const value = read.success ? read.data[name] : undefined;
  return typeof value === "string" ? value : null;
}
