import { encode } from "next-auth/jwt";
import type { User } from "@/lib/store/accounts/users";
import { startSession } from "@/lib/store/accounts/sessions";

/** Calls handlers in this process as Next would. A test mocks `next/headers` with `request` (see roles.test.ts). */
export const SECRET = "a secret for these tests only, long enough";
export const URL_HERE = "http://localhost:3000";

export async function tokenFor(user: User): Promise<string> {
  return encode({ token: { sid: await startSession(user) }, secret: SECRET });
}

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** One handler's answer: its status, and the code of its error where it has one. */
export async function call(
  handler: Handler,
  method: string,
  body: unknown,
  params: Record<string, string> = {},
): Promise<{ status: number; code: string | null; body: unknown }> {
  const request = new Request(`${URL_HERE}/api/x`, {
    method,
    headers: { origin: URL_HERE, host: "localhost:3000", "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const answer = await handler(request, { params: Promise.resolve(params) });
  const text = await answer.text();
  const parsed: unknown = answer.headers.get("content-type")?.includes("json") ? JSON.parse(text) : null;
  return { status: answer.status, code: codeOf(parsed), body: parsed };
}

function codeOf(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("error" in body)) return null;
  const { error } = body;
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : null;
}
