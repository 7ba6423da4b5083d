import { createHash } from "node:crypto";
import { byCodeUnit, normaliseText, type ContentFile } from "./content-files";

/**
 * Version of the knowledge base: month of the newest check and a hash of the content, `2026.11 a1f3c20b`.
 * The same whatever the order of the files and their line endings; different as soon as one word differs.
 */
export function versionOf(files: readonly ContentFile[], checkedDates: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of [...files].sort((a, b) => byCodeUnit(a.path, b.path))) {
    const text = normaliseText(file.text);
    hash.update(`${file.path}\n${text.length}\n${text}`);
  }
  const newest = checkedDates.reduce((latest, date) => (date > latest ? date : latest), "0000-00-00");
  return `${newest.slice(0, 4)}.${newest.slice(5, 7)} ${hash.digest("hex").slice(0, 8)}`;
}
