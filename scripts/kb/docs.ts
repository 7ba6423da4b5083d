import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { coverageDocument } from "./coverage-document";
import { gapsDocument } from "./gaps-document";

/** Writes the generated tables under docs; with `--check` only says whether they are current. */
export function docs(args: readonly string[]): number {
  const knowledge = loadKnowledge();
  const root = path.join(import.meta.dirname, "..", "..");
  const stale = [
    { file: "docs/coverage.md", text: coverageDocument(knowledge) },
    { file: "docs/knowledge-gaps.md", text: gapsDocument(knowledge) },
  ].filter(({ file, text }) => text !== current(path.join(root, file)));
  for (const { file, text } of stale) {
    if (!args.includes("--check")) writeFileSync(path.join(root, file), text);
    console.log(`${file}: ${args.includes("--check") ? "not current; run npx tsx scripts/kb.ts docs" : "written"}`);
  }
  return args.includes("--check") && stale.length > 0 ? 1 : 0;
}

function current(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
