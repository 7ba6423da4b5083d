import { NextResponse, type NextRequest } from "next/server";
import { contentSecurityPolicy, reportPagePolicy } from "@/app/_security/content-security-policy";

/**
 * Gives every page its nonce and policy. It decides nothing about who may see what: that is checked in each page and
 * handler, because a proxy can be bypassed.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy =
    reportPagePolicy(request.nextUrl.pathname) ??
    contentSecurityPolicy(nonce, { development: process.env.NODE_ENV === "development" });

  const requestHeaders = new Headers(request.headers);
  requestHeaders.set("x-nonce", nonce);
  requestHeaders.set("content-security-policy", policy);

  const response = NextResponse.next({ request: { headers: requestHeaders } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

export const config = { matcher: ["/((?!_next/static|_next/image|favicon.ico|icon.svg).*)"] };
