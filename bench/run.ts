/** `npm run bench`: speed and accuracy side by side, in one run on one machine. Figures differ between machines; ratios hardly. */
import { conditionTable, exactTable, loadTable, readingTable, spellingTable } from "./names";

const sections: [string, () => string][] = [
  ["Loading the terminology", loadTable],
  ["Spelling", spellingTable],
  ["Exact names", exactTable],
  ["Reading whole lines", readingTable],
  ["Conditions", conditionTable],
];

for (const [title, run] of sections) process.stdout.write(`\n## ${title}\n\n${run()}\n`);
