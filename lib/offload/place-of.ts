/** The kind of an error and where it was thrown; never its text, which may quote a case. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const place = error.stack?.split("\n").find((line) => /^\s{1,8}at /.test(line));
  return `${error.name} ${place?.trim() ?? ""}`.trim();
}
