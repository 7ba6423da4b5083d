import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { MedicationPiece } from "@/lib/domain/medication";
import type { CorpusLine } from "./corpus";

const Answer = z.object({ id: z.string(), pieces: z.array(MedicationPiece) });

/** Runs the command line of a folder over the corpus; the folder's own code, names and grammar. */
function readIn(folder: string, lines: readonly CorpusLine[]): Map<string, MedicationPiece[]> {
  const output = execFileSync(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", "scripts/crampcheck.ts", "read", "--ndjson"],
    {
      cwd: folder,
      input: lines.map((line) => JSON.stringify(line)).join("\n"),
      encoding: "utf8",
      maxBuffer: 1 << 30,
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  return new Map(
    output
      .trim()
      .split("\n")
      .map((row) => Answer.parse(JSON.parse(row)))
      .map(({ id, pieces }) => [id, pieces]),
  );
}

/**
 * What a revision reads.
 * @param revision a git revision, checked out beside the working tree for as long as it takes; null for the working tree itself
 */
export function readAt(revision: string | null, lines: readonly CorpusLine[]): Map<string, MedicationPiece[]> {
  if (revision === null) return readIn(process.cwd(), lines);
  const folder = path.join(mkdtempSync(path.join(tmpdir(), "crampcheck-")), "tree");
  execFileSync("git", ["worktree", "add", "--detach", "--quiet", folder, revision], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    symlinkSync(path.resolve("node_modules"), path.join(folder, "node_modules"));
    return readIn(folder, lines);
  } finally {
    execFileSync("git", ["worktree", "remove", "--force", folder]);
    rmSync(path.dirname(folder), { recursive: true, force: true });
  }
}
