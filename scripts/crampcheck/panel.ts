import { existsSync, openSync, readFileSync, writeSync } from "node:fs";
import { z } from "zod";
import { CaseInput } from "@/lib/domain/case";
import { AppError } from "@/lib/domain/errors";
import { panelInput } from "@/lib/intake/review-input";
import type { Knowledge } from "@/lib/knowledge/schema";
import type { PanelVerdict } from "@/lib/review/panel-verdict";
import { answerLines, type LineJournal } from "./streams";

/** What a panel comes to: how many patients by priority, by problem and by missing test. */
const PanelSummary = z.object({
  knowledgeVersion: z.string(),
  /** Lines of the input that were answered, with those that could not be. */
  lines: z.number().int().nonnegative(),
  errors: z.number().int().nonnegative(),
  patients: z.number().int().nonnegative(),
  withUnread: z.number().int().nonnegative(),
  byPriority: z.record(z.string(), z.number()),
  /** Patients with the problem at `consider` or above. */
  byProblem: z.record(z.string(), z.number()),
  byMissingTest: z.record(z.string(), z.number()),
});
type PanelSummary = z.infer<typeof PanelSummary>;

/** Room for the summary in the file of `--resume`, which is overwritten in place after every line. */
const RECORD_BYTES = 16_384;

/**
 * Answers a case a line with its verdict, in constant memory. With `--resume` the file is the journal of the run: how many lines are
 * answered, and what they came to. A run that was cut off goes on after its last line, and gives at most that one twice.
 * @returns false where at least one line could not be answered
 */
export async function answerPanel(options: {
  knowledge: Knowledge;
  today: string;
  summaryFile: string | null;
  resumeFile: string | null;
}): Promise<boolean> {
  const { knowledge, today, summaryFile, resumeFile } = options;
  const summary = resumed(resumeFile, knowledge.version) ?? emptySummary(knowledge.version);
  const journalFile = resumeFile === null ? null : openSync(resumeFile, existsSync(resumeFile) ? "r+" : "w+");
  const journal: LineJournal = {
    done: summary.lines,
    answered(good) {
      summary.lines += 1;
      if (!good) summary.errors += 1;
      if (journalFile !== null) writeSync(journalFile, JSON.stringify(summary).padEnd(RECORD_BYTES), 0);
    },
  };
  await answerLines((line) => {
    const parsed = CaseInput.safeParse(line);
    if (!parsed.success) throw new AppError("bad-input", `Not a case: ${z.prettifyError(parsed.error)}`);
    const verdict = panelInput(parsed.data, { knowledge, today });
    count(summary, verdict);
    return verdict;
  }, journal);
  if (summaryFile !== null) writeSync(openSync(summaryFile, "w"), `${JSON.stringify(summary, null, 2)}\n`);
  return summary.errors === 0;
}

function emptySummary(knowledgeVersion: string): PanelSummary {
  return {
    knowledgeVersion,
    lines: 0,
    errors: 0,
    patients: 0,
    withUnread: 0,
    byPriority: {},
    byProblem: {},
    byMissingTest: {},
  };
}

/** What the journal holds; null where there is none yet. Throws for one of another knowledge version: its counts would mix. */
function resumed(file: string | null, knowledgeVersion: string): PanelSummary | null {
  if (file === null || !existsSync(file)) return null;
  const text = readFileSync(file, "utf8").trim();
  if (text === "") return null;
  const parsed = PanelSummary.safeParse(JSON.parse(text));
  if (!parsed.success) throw new AppError("bad-input", `${file} is not the journal of a panel.`);
  if (parsed.data.knowledgeVersion !== knowledgeVersion)
    throw new AppError("bad-input", `${file} is of knowledge ${parsed.data.knowledgeVersion}; begin a new one.`);
  return parsed.data;
}

function count(summary: PanelSummary, verdict: PanelVerdict): void {
  summary.patients += 1;
  if (verdict.unread > 0) summary.withUnread += 1;
  add(summary.byPriority, verdict.priority ?? "none");
  for (const { id, priority } of verdict.problems) if (priority !== "info") add(summary.byProblem, id);
  for (const test of verdict.openTests) add(summary.byMissingTest, test);
}

function add(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
