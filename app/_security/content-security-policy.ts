/**
 * The policy of one answer. `nonce`: fresh for each request. Style attributes stay allowed because components set
 * positions and custom properties that way; style elements and scripts need the nonce.
 */
export function contentSecurityPolicy(nonce: string, { development }: { development: boolean }): string {
  const scripts = [`'self'`, `'nonce-${nonce}'`, `'strict-dynamic'`, ...(development ? [`'unsafe-eval'`] : [])];
  // The development overlay writes style elements of its own; the production build has none without the nonce.
  const styles = development ? [`'self'`, `'unsafe-inline'`] : [`'self'`, `'nonce-${nonce}'`];
  const connections = [`'self'`, ...(development ? ["ws:"] : [])];
  return [
    "default-src 'self'",
    `script-src ${scripts.join(" ")}`,
    `style-src ${styles.join(" ")}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connections.join(" ")}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "worker-src 'self'",
    "manifest-src 'self'",
  ].join("; ");
}
