import { REPORT_STYLE_HASH } from "@/lib/report/formats/html/style";

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

/** The address of a report as a page: a file of its own with its style inside and no script at all. */
const REPORT_PAGE = /^\/reviews\/[^/]+\/report$/;

/** The policy of a report's page, or null for every other address: nothing runs, nothing is fetched, one style is known by its hash. */
export function reportPagePolicy(pathname: string): string | null {
  if (!REPORT_PAGE.test(pathname)) return null;
  return [
    "default-src 'none'",
    `style-src '${REPORT_STYLE_HASH}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
