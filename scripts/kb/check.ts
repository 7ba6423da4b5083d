import { buildKnowledge } from "@/lib/knowledge/load/build-knowledge";
import { checkKnowledge } from "@/lib/knowledge/check/check";
import { readContentFiles } from "@/lib/knowledge/load/content-files";
import { problemText } from "@/lib/knowledge/check/content-problem";
import { inventory } from "./inventory";
import { ingredientIsKnown, memberProblem } from "./member-problem";

/** Prints what the content holds, what of the dossier is left out, and everything that is wrong. 1 where something is an error. */
export function check(): number {
  const started = performance.now();
  const built = buildKnowledge(readContentFiles());
  const loadedIn = performance.now() - started;
  const today = new Date().toISOString().slice(0, 10);
  const problems = checkKnowledge(built, { today, memberProblem, ingredientIsKnown });

  console.log(`Knowledge base ${built.knowledge.version}, loaded and validated in ${loadedIn.toFixed(0)} ms\n`);
  for (const row of inventory(built.knowledge)) {
    const parts = [
      `${row.entries} entries`,
      ...(row.unverified === null
        ? []
        : [`${row.entries - row.unverified} verified, ${row.unverified} shown without a figure`]),
      ...(row.figures ? [`${row.figures} figures`] : []),
    ];
    console.log(`${row.kind.padEnd(13)} ${parts.join("; ")}`);
    if (row.dossier)
      console.log(
        `${"".padEnd(13)} dossier: ${row.dossier.rows} rows, ${row.dossier.leftOut.length} left out${row.dossier.added ? `, ${row.dossier.added} added here` : ""}`,
      );
    for (const { id, why } of row.dossier?.leftOut ?? []) console.log(`${"".padEnd(15)} ${id}: ${why}`);
  }

  console.log("");
  for (const problem of problems)
    console.log(`${problem.severity === "error" ? "ERROR  " : "warning"} ${problemText(problem)}`);
  const errors = problems.filter((problem) => problem.severity === "error").length;
  console.log(`${errors} errors, ${problems.length - errors} warnings`);
  return errors > 0 ? 1 : 0;
}
