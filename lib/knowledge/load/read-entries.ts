import { CORE_SCHEMA, load } from "js-yaml";
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { ContentFile } from "./content-files";
import { lineOf } from "./locate";
import { ONCE } from "./parse-once";
import type { Origin, Problem } from "@/lib/knowledge/check/content-problem";

/** One entry as the schema understands it, with its place for messages. */
export interface ReadEntry<T> {
  entry: T;
  origin: Origin;
}

/** Reads one content file, a list of entries or a single one. Everything wrong is a problem with file, line and field; nothing is thrown. */
export function readEntries<T>(
  file: ContentFile,
  schema: z.ZodType<T>,
): { entries: ReadEntry<T>[]; problems: Problem[] } {
  const parsed = parseYaml(file);
  if (!parsed.ok) return { entries: [], problems: parsed.problems };
  const one = parsed.value === null ? [] : [parsed.value];
  const raw: unknown[] = Array.isArray(parsed.value) ? parsed.value : one;
  const entries: ReadEntry<T>[] = [];
  const problems: Problem[] = [];
  raw.forEach((value: unknown, position) => {
    const origin = { file, index: Array.isArray(parsed.value) ? position : null };
    const result = schema.safeParse(value, ONCE);
    if (result.success) entries.push({ entry: result.data, origin });
    else problems.push(...result.error.issues.flatMap((issue) => issueProblems(issue, origin, value)));
  });
  return { entries, problems };
}

type ParsedYaml = { ok: true; value: unknown } | { ok: false; problems: Problem[] };

/** js-yaml reads (it is five times as fast); the parser that knows positions words what is wrong. Dates stay words. */
function parseYaml(file: ContentFile): ParsedYaml {
  try {
    const value: unknown = load(file.text, { schema: CORE_SCHEMA, filename: file.path });
    return { ok: true, value };
  } catch {
    const lines = new LineCounter();
    const { errors } = parseDocument(file.text, { lineCounter: lines });
    const problems = errors.map((error): Problem => ({
      severity: "error",
      rule: "yaml",
      file: file.path,
      line: lines.linePos(error.pos[0]).line,
      field: "",
      message: error.message.split("\n")[0] ?? "not readable as YAML",
    }));
    return { ok: false, problems };
  }
}

function issueProblems(issue: z.core.$ZodIssue, origin: Origin, value: unknown): Problem[] {
  const base = issue.path.filter((step) => typeof step !== "symbol");
  const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...base, key]) : [base];
  return paths.map((field) => ({
    severity: "error",
    rule: "schema",
    file: origin.file.path,
    line: lineOf(origin, field),
    field: field.join("."),
    message: `${issue.message} (${nameOf(value)})`,
  }));
}

/** The entry's own id, so that the message can be understood without opening the file. */
function nameOf(value: unknown): string {
  return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string"
    ? value.id
    : "no id";
}
