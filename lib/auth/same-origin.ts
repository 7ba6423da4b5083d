import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Throws `forbidden` for a changing request that no page of ours sent (cross-site request forgery). */
export function refuseOtherOrigins(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  if (!isOwnOrigin(request.headers.get("origin"), request.headers.get("host"), env().NEXTAUTH_URL)) {
    throw new AppError(
      "forbidden",
      "This request did not come from CrampCheck's own page. Reload the page and try again.",
    );
  }
}

/** Ours is the public address; on one's own machine also the other names of loopback, where the browser's Host says the same. */
export function isOwnOrigin(origin: string | null, host: string | null, publicUrl: string): boolean {
  if (origin === null || !URL.canParse(origin)) return false;
  const from = new URL(origin);
  const ours = new URL(publicUrl);
  if (from.origin === ours.origin) return true;
  return (
    LOOPBACK.has(ours.hostname) && LOOPBACK.has(from.hostname) && from.protocol === ours.protocol && from.host === host
  );
}
