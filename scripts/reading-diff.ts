import { compareReadings, type Difference } from "./reading-diff/compare-readings";
import { corpusLines } from "./reading-diff/corpus";
import { readAt } from "./reading-diff/read-at";

const USAGE = `Shows which lines read differently between two revisions, so that a change to names or reading can be judged by its effects.

  npm run -s reading:diff -- REVISION [REVISION]     the second one is the working tree where it is left out`;

function print(differences: readonly Difference[], total: number): void {
  console.log(`${differences.length} of ${total} lines read differently.\n`);
  for (const { id, text, before, after } of differences)
    console.log(`${id}  ${JSON.stringify(text)}\n  before  ${before}\n  after   ${after}\n`);
}

const [from, to] = process.argv.slice(2);
if (from === undefined || from.startsWith("-")) {
  console.log(USAGE);
  process.exitCode = from === undefined ? 1 : 0;
} else {
  const lines = corpusLines();
  print(compareReadings(lines, readAt(from, lines), readAt(to ?? null, lines)), lines.length);
}
