/**
 * The address that a request comes from. Next writes the peer's address into X-Forwarded-For where nothing stands there;
 * of what proxies add, only as many entries from the right are believed as there are proxies of ours.
 */
export function clientAddress(forwardedFor: string | null | undefined, trustedProxies: number): string {
  const entries = (forwardedFor ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  return entries.at(-Math.max(1, trustedProxies)) ?? entries[0] ?? "unknown";
}
