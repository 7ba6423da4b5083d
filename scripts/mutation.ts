/**
 * `npm run mutation -- [--most N] [--room NAME]`: takes a fixed random sample of 300 small changes of the code, one at a time, and
 * says which the tests notice. Goes on where it stopped; `--again` begins anew. Works in a copy of the tree.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { Copy, type Verdict } from "./mutation/try-mutant";
import { digestOf, PER_ROOM, roomOf, ROOMS, sampleMutants } from "./mutation/sample";
import type { Mutant } from "./mutation/find-mutants";

const KEPT = "tests/.artifacts/mutants.jsonl";
const Line = z.object({ digest: z.string(), verdict: z.enum(["killed", "survived", "timed out"]) });

function verdictsKept(): Map<string, Verdict> {
  if (!existsSync(KEPT)) return new Map();
  const lines = readFileSync(KEPT, "utf8").trim().split("\n");
  return new Map(
    lines
      .filter((line) => line !== "")
      .map((line) => Line.parse(JSON.parse(line)))
      .map(({ digest, verdict }) => [digest, verdict]),
  );
}

/** Tried and noticed, room by room; a change that never ends is noticed too. */
function table(sample: readonly Mutant[], verdicts: ReadonlyMap<string, Verdict>): string {
  const rows = ROOMS.map((room) => {
    const tried = sample
      .filter((mutant) => roomOf(mutant) === room)
      .flatMap((mutant) => verdicts.get(digestOf(mutant.key)) ?? []);
    const noticed = tried.filter((verdict) => verdict !== "survived").length;
    const share = tried.length === 0 ? "–" : `${Math.round((100 * noticed) / tried.length)} %`;
    return `| lib/${room} | ${PER_ROOM} | ${tried.length} | ${noticed} | ${share} |`;
  });
  return ["| room | sample | tried | noticed | share |", "|---|---:|---:|---:|---:|", ...rows].join("\n");
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { most: { type: "string" }, room: { type: "string" }, again: { type: "boolean" } },
  });
  mkdirSync("tests/.artifacts", { recursive: true });
  if (values.again === true) rmSync(KEPT, { force: true });
  const sample = sampleMutants();
  const verdicts = verdictsKept();
  const open = sample
    .filter((mutant) => !verdicts.has(digestOf(mutant.key)))
    .filter((mutant) => values.room === undefined || roomOf(mutant) === values.room)
    .slice(0, Number(values.most ?? Infinity));
  const copy = new Copy();
  try {
    if (open.length > 0 && !(await copy.passes())) throw new Error("The tests fail before anything was changed.");
    for (const mutant of open) {
      const verdict = await copy.try(mutant);
      verdicts.set(digestOf(mutant.key), verdict);
      appendFileSync(KEPT, `${JSON.stringify({ digest: digestOf(mutant.key), verdict, ...mutant })}\n`);
      process.stdout.write(`${verdict}: ${mutant.file}:${mutant.line} ${mutant.from} → ${mutant.to}\n`);
    }
  } finally {
    copy.remove();
  }
  process.stdout.write(`\n${table(sample, verdicts)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
