import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** One hash over the names and contents of files and folders; what is not there counts as not there. File times do not matter. */
export function contentHash(root: string, parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of parts.flatMap((part) => filesUnder(root, part)).sort()) {
    hash.update(`${file}\0`).update(
      createHash("sha256")
        .update(readFileSync(path.join(root, file)))
        .digest(),
    );
  }
  return hash.digest("hex");
}

function filesUnder(root: string, part: string): string[] {
  const full = path.join(root, part);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [part];
  return readdirSync(full).flatMap((name) => filesUnder(root, path.join(part, name)));
}
