/** `npm run bench`: speed and accuracy side by side, in one run on one machine. Figures differ between machines; ratios hardly. */
import { conditionTable, exactTable, loadTable, readingTable, spellingTable } from "./names";
import { reviewTable } from "./review";

const sections: [string, () => string][] = [
  ["Loading the terminology", loadTable],
  ["Spelling", spellingTable],
  ["Exact names", exactTable],
  ["Reading whole lines", readingTable],
  ["Conditions", conditionTable],
  ["Reviewing a case", reviewTable],
];

for (const [title, run] of sections) process.stdout.write(`\n## ${title}\n\n${run()}\n`);
