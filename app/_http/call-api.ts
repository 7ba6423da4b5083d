/** What a handler of this application answered, or why there is no answer. `body` of a refusal holds its error and whatever goes with it. */
export type ApiAnswer<Data> =
  | { ok: true; data: Data }
  | { ok: false; kind: "refused"; status: number; code: string; message: string; body: Record<string, unknown> }
  | { ok: false; kind: "unreachable" }
  | { ok: false; kind: "aborted" };

/** Told to the window when the server says that nobody is signed in any more. */
export const SIGNED_OUT_EVENT = "cc-signed-out";

const FALLBACK = "Something failed on our side. Your entries are kept.";

/**
 * Sends JSON to one of our own handlers, always in the body: nothing about a patient stands in an address.
 * `Data` is what that handler is declared to give; it comes from the same build, so it is not parsed a second time.
 */
export async function callApi<Data>(
  path: string,
  body: unknown,
  options: { method?: "POST" | "PUT" | "DELETE"; signal?: AbortSignal; keepalive?: boolean } = {},
): Promise<ApiAnswer<Data>> {
  const { method = "POST", signal, keepalive = false } = options;
  try {
    const response = await fetch(path, {
      method,
      keepalive,
      signal: signal ?? null,
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
      credentials: "same-origin",
      cache: "no-store",
      redirect: "error",
    });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return { ok: true, data: answer as Data };
    return refusal(response.status, answer);
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError"
      ? { ok: false, kind: "aborted" }
      : { ok: false, kind: "unreachable" };
  }
}

function refusal(status: number, answer: unknown): ApiAnswer<never> {
  const body = fields(answer);
  const { code, message } = fields(body.error);
  if (code === "signed-out") window.dispatchEvent(new Event(SIGNED_OUT_EVENT));
  return {
    ok: false,
    kind: "refused",
    status,
    code: typeof code === "string" ? code : "internal",
    message: typeof message === "string" ? message : FALLBACK,
    body,
  };
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
