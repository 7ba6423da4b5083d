import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { mutantsOf, type Mutant } from "./find-mutants";

/** Kept in the repository, so that everybody has the same sample of the same code. */
export const SEED = "crampcheck 2026-12-01";
export const ROOMS = ["review", "reading", "report", "store", "auth"] as const;
export const PER_ROOM = 60;

export const roomOf = ({ file }: Mutant): string => file.split("/")[1] ?? "";

/**
 * The mutants with the smallest digests of seed and key, room by room in turn: a change of one file exchanges only its own, and
 * whoever stops early has taken from every room.
 */
export function sampleMutants(root = "."): Mutant[] {
  const rooms = ROOMS.map((room) =>
    filesOf(path.join(root, "lib", room))
      .flatMap((file) => mutantsOf(path.relative(root, file), readFileSync(file, "utf8")))
      .map((mutant) => ({ mutant, digest: digestOf(mutant.key) }))
      .sort((a, b) => (a.digest < b.digest ? -1 : 1))
      .slice(0, PER_ROOM)
      .map(({ mutant }) => mutant),
  );
  return Array.from({ length: PER_ROOM }, (_, nth) => rooms.flatMap((room) => room.slice(nth, nth + 1))).flat();
}

export function digestOf(key: string): string {
  return createHash("sha256").update(`${SEED}\n${key}`).digest("hex");
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
