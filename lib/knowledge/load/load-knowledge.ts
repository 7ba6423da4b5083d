import { AppError } from "@/lib/domain/errors";
import { buildKnowledge } from "./build-knowledge";
import { checkKnowledge } from "@/lib/knowledge/check/check";
import { readContentFiles } from "./content-files";
import { problemText } from "@/lib/knowledge/check/content-problem";
import type { Knowledge } from "@/lib/knowledge/schema";

const SHOWN_PROBLEMS = 20;
/** Before every date: an entry that is past its review date is worth a warning (`npm run kb:check`), not a refusal to start. */
const NO_DATE = "";

let loaded: Knowledge | null = null;

/**
 * The knowledge base of this installation, read from `lib/knowledge/content` once per process and validated.
 * Throws `knowledge-invalid` with file, line and field of what is wrong: a review is never made on half a knowledge base.
 */
export function loadKnowledge(): Knowledge {
  loaded ??= loadKnowledgeFrom(undefined);
  return loaded;
}

/** As `loadKnowledge`, from another folder and without keeping it. */
export function loadKnowledgeFrom(folder: string | undefined): Knowledge {
  const built = buildKnowledge(readContentFiles(folder));
  const errors = checkKnowledge(built, { today: NO_DATE }).filter((problem) => problem.severity === "error");
  if (errors.length === 0) return built.knowledge;
  const shown = errors.slice(0, SHOWN_PROBLEMS).map(problemText);
  if (errors.length > shown.length) shown.push(`… and ${errors.length - shown.length} more`);
  throw new AppError("knowledge-invalid", `The knowledge base did not load:\n${shown.join("\n")}`);
}
