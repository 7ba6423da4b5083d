/**
 * The knowledge base from the command line, for pharmacists and developers.
 *   npm run kb:check                    counts, gaps, everything wrong; exit code 1 on an error
 *   npm run kb:show -- furosemide       all that the content says about a drug, class, condition, lab, source
 *   npm run kb:sources                  which sources to look at next: unidentified, on a copy, oldest, most used
 *   npm run kb:diff -- REV1 [REV2]      what changed between two git revisions, in clinical words (REV2: the files here)
 *   npx tsx scripts/kb.ts docs [--check]   writes docs/coverage.md and docs/knowledge-gaps.md, or says whether they are current
 */
import { check } from "./kb/check";
import { diff } from "./kb/diff";
import { docs } from "./kb/docs";
import { show } from "./kb/show";
import { sources } from "./kb/sources";

const COMMANDS: Record<string, (args: readonly string[]) => number> = { check, show, sources, diff, docs };

const [command = "", ...args] = process.argv.slice(2);
const run = COMMANDS[command];
if (!run) {
  console.error(`Usage: kb ${Object.keys(COMMANDS).join(" | ")} …`);
  process.exit(2);
}
process.exitCode = run(args);
