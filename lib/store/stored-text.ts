/** PostgreSQL's text cannot hold U+0000 or half a surrogate pair; both come only from pasted junk. */
export function withoutNul(text: string): string {
  return Buffer.from(text.replaceAll("\u0000", ""), "utf8").toString("utf8");
}
