/**
 * `npm run bench [words of a title …]`: speed and accuracy side by side, in one run on one machine. Figures differ between
 * machines; ratios hardly. Needs nothing running: what must be started is started on a free port with data of its own.
 */
import { loadavg, cpus } from "node:os";
import { growthTable } from "./growth";
import { hostileTable } from "./hostile";
import { knowledgeTable } from "./knowledge";
import { loadTable } from "./loading";
import { conditionTable, exactTable, readingTable, spellingTable } from "./names";
import { pageTable } from "./page";
import { reportTable } from "./report";
import { reviewTable } from "./review";

const sections: readonly [string, () => string | Promise<string>][] = [
  ["Loading the terminology", loadTable],
  ["Loading the knowledge base", knowledgeTable],
  ["Spelling", spellingTable],
  ["Exact names", exactTable],
  ["Reading whole lines", readingTable],
  ["Growth", growthTable],
  ["Conditions", conditionTable],
  ["Reviewing a case", reviewTable],
  ["Report", reportTable],
  ["Hostile texts", hostileTable],
  ["Pages", pageTable],
];

async function main(): Promise<void> {
  const wanted = process.argv.slice(2).map((word) => word.toLowerCase());
  process.stdout.write(
    `${new Date().toISOString().slice(0, 16)} UTC · Node ${process.version} · ${cpus().length} × ${cpus()[0]?.model ?? ""}\n`,
  );
  for (const [title, run] of sections) {
    if (wanted.length > 0 && !wanted.some((word) => title.toLowerCase().includes(word))) continue;
    const load = (loadavg()[0] ?? 0).toFixed(1);
    process.stdout.write(`\n## ${title} (load ${load})\n\n${await run()}\n`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
