import { env } from "@/lib/env";

/** The cookie that holds the session token: `__Host-` and Secure behind https, plain on loopback, where there is no https. */
export function sessionCookie() {
  const secure = env().NEXTAUTH_URL.startsWith("https://");
  return {
    name: secure ? "__Host-crampcheck-session" : "crampcheck-session",
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  };
}
