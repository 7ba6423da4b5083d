import { z } from "zod";

/** A signed-in browser's worth of HTTP: keeps cookies, sends the Origin of its own pages. */
export class ApiClient {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  /** What NextAuth answers: `error` holds its words when the sign-in was refused. */
  async signIn(email: string, password: string): Promise<{ error: string | null }> {
    const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await (await this.fetch("/api/auth/csrf")).json());
    const body = new URLSearchParams({ csrfToken, email, password, json: "true" });
    const answer = await this.fetch("/api/auth/callback/credentials", { method: "POST", body });
    const { url } = z.object({ url: z.string() }).parse(await answer.json());
    return { error: new URL(url, this.url).searchParams.get("error") };
  }

  async signOut(): Promise<void> {
    const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await (await this.fetch("/api/auth/csrf")).json());
    await this.fetch("/api/auth/signout", { method: "POST", body: new URLSearchParams({ csrfToken, json: "true" }) });
  }

  async send(method: "POST" | "PUT" | "DELETE", path: string, body: unknown): Promise<Response> {
    return this.fetch(path, { method, body: JSON.stringify(body), headers: { "Content-Type": "application/json" } });
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("Cookie", this.cookieHeader());
    headers.set("Origin", this.url);
    const response = await fetch(`${this.url}${path}`, {
      ...init,
      headers,
      redirect: "manual",
      signal: AbortSignal.timeout(300_000),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return response;
  }

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** A second client with the same cookies, for another process or a stolen token. */
  copyFor(url: string): ApiClient {
    const copy = new ApiClient(url);
    for (const [name, value] of this.cookies) copy.cookies.set(name, value);
    return copy;
  }
}
