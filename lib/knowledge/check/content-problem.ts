import type { ContentFile } from "@/lib/knowledge/load/content-files";

/** Where an entry stands: its file, and its place in the file's list (null: the file is one entry). */
export interface Origin {
  file: ContentFile;
  index: number | null;
}

export type FieldPath = readonly (string | number)[];

/**
 * Something wrong with the content. `error`: the knowledge base must not be used. `warning`: it may be used, and
 * someone ought to look (an entry past its review date).
 */
export interface Problem {
  severity: "error" | "warning";
  /** Which check found it: `schema`, `unknown-id`, `unused-source`, … */
  rule: string;
  file: string;
  /** First line is 1; null where the file as a whole is meant. */
  line: number | null;
  /** `evidence.0.source`; empty where the entry as a whole is meant. */
  field: string;
  message: string;
}

/** One line for a person: `classes/statins.yaml:14 evidence.0.source: no source has the id "ctt2023".` */
export function problemText(problem: Problem): string {
  const place = problem.line === null ? problem.file : `${problem.file}:${problem.line}`;
  return `${place} ${problem.field ? `${problem.field}: ` : ""}${problem.message}`;
}

/** A problem before its line has been looked up. `at: null` where no entry is meant. */
export interface Finding {
  severity: Problem["severity"];
  rule: string;
  at: object | null;
  path: FieldPath;
  message: string;
}
