import { execFileSync } from "node:child_process";
import { buildKnowledge } from "@/lib/knowledge/load/build-knowledge";
import { clinicalChanges } from "@/lib/knowledge/changes/clinical-diff";
import { normaliseText, readContentFiles, type ContentFile } from "@/lib/knowledge/load/content-files";
import { problemText } from "@/lib/knowledge/check/content-problem";

const FOLDER = "lib/knowledge/content/";

/** What changed between two revisions in clinical words; without the second, between the first and the files here. */
export function diff([before, after]: readonly string[]): number {
  if (!before) {
    console.error("Usage: npm run kb:diff -- REV1 [REV2]");
    return 2;
  }
  const [old, now] = [
    knowledgeOf(before, filesAt(before)),
    knowledgeOf(after ?? "the files here", after ? filesAt(after) : readContentFiles()),
  ];
  const entries = clinicalChanges(old, now);
  console.log(
    `${before} (${old.version}) → ${after ?? "the files here"} (${now.version}): ${entries.length === 0 ? "no clinical difference" : `${entries.length} entries differ`}`,
  );
  for (const { subject, changes } of entries)
    console.log([`\n${subject}`, ...changes.map((change) => `  ${change.replace(/ \| /g, "\n    | ")}`)].join("\n"));
  return 0;
}

function filesAt(revision: string): ContentFile[] {
  const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  return git("ls-tree", "-r", "--name-only", revision, "--", FOLDER)
    .split("\n")
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => ({ path: name.slice(FOLDER.length), text: normaliseText(git("show", `${revision}:${name}`)) }));
}

function knowledgeOf(label: string, files: readonly ContentFile[]) {
  const { knowledge, problems } = buildKnowledge(files);
  for (const problem of problems)
    console.error(`${label}: not compared, because it does not fit today's schema: ${problemText(problem)}`);
  return knowledge;
}
