import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** One content file: its path below `lib/knowledge/content` with forward slashes, and its text with plain line endings. */
export interface ContentFile {
  path: string;
  text: string;
}

/** Folder of the content; `CRAMPCHECK_ROOT` moves the root away from the working directory. */
export function contentFolder(): string {
  return path.join(process.env.CRAMPCHECK_ROOT ?? process.cwd(), "lib", "knowledge", "content");
}

/** Byte-order marks and Windows line endings come and go with editors and git settings; they are not content. */
export function normaliseText(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

/** All content files, ordered by path, so that nothing depends on the order in which a file system lists them. */
export function readContentFiles(folder: string = contentFolder()): ContentFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(path.sep).join("/"))
    .filter((name) => /\.ya?ml$/.test(name))
    .sort(byCodeUnit)
    .map((name) => ({ path: name, text: normaliseText(readFileSync(path.join(folder, name), "utf8")) }));
}

/** Order that is the same on every machine, whatever its locale. */
export function byCodeUnit(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
