import { AppError } from "@/lib/domain/errors";
import type { ReportVariant } from "@/lib/domain/report-variant";

export const USAGE = `crampcheck: reads medication lists and reviews cases for causes of muscle cramps (docs/command-line.md)

  crampcheck read   [--kind medications|conditions|labs|symptoms] [--from text|fhir] [--ndjson]   < text
  crampcheck review [--from case|fhir] [--ndjson] [--format json|text|csv|pdf|fhir]
                    [--variant full|evidence|summary|gp-letter|lab-request]  < case.json
  crampcheck panel  [--summary FILE] [--resume FILE]  < cases.ndjson > verdicts.ndjson
  crampcheck verify [report.json]                                     says whether the file of a signed review is unaltered

Without --ndjson: one text or one case in, one answer out.
With --ndjson: one object a line in, one a line out. A bad line gives {"id","error"}, the rest goes on, the exit code is 1.`;

const KINDS = ["medications", "conditions", "labs", "symptoms"] as const;
const FORMATS = ["json", "text", "csv", "pdf", "fhir"] as const;
const READ_FROM = ["text", "fhir"] as const;
const REVIEW_FROM = ["case", "fhir"] as const;
export type ReadKind = (typeof KINDS)[number];
export type ReviewFormat = (typeof FORMATS)[number];

/** A leaflet is handed over from a signed review only, and the command line signs nothing. */
const VARIANTS = [
  "full",
  "evidence",
  "summary",
  "gp-letter",
  "lab-request",
] as const satisfies readonly ReportVariant[];
export type ReviewVariant = (typeof VARIANTS)[number];

export type Command =
  | { name: "help" }
  | { name: "verify"; file: string | null }
  | { name: "panel"; summaryFile: string | null; resumeFile: string | null }
  | { name: "read"; kind: ReadKind; from: "text" | "fhir"; ndjson: boolean }
  | { name: "review"; from: "case" | "fhir"; format: ReviewFormat; variant: ReviewVariant; ndjson: boolean };

/** The value of an option, given as `--name value` or `--name=value`; removes it from `rest`. */
function takeOption<Choice extends string>(
  rest: string[],
  name: string,
  choices: readonly Choice[],
  fallback: Choice,
): Choice {
  const at = rest.findIndex((word) => word === name || word.startsWith(`${name}=`));
  if (at < 0) return fallback;
  const word = rest[at] ?? "";
  const separate = word === name;
  const value = separate ? rest[at + 1] : word.slice(name.length + 1);
  rest.splice(at, separate ? 2 : 1);
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined)
    throw new AppError("bad-option", `${name} takes ${choices.join(", ")}; it was given “${value ?? ""}”.`);
  return choice;
}

/** The file named by an option; null where it is not given. Throws where the name is missing. */
function takeFile(rest: string[], name: string): string | null {
  const at = rest.findIndex((word) => word === name || word.startsWith(`${name}=`));
  if (at < 0) return null;
  const word = rest[at] ?? "";
  const separate = word === name;
  const file = separate ? rest[at + 1] : word.slice(name.length + 1);
  rest.splice(at, separate ? 2 : 1);
  if (file === undefined || file === "" || file.startsWith("--"))
    throw new AppError("bad-option", `${name} takes the name of a file.`);
  return file;
}

function takeFlag(rest: string[], name: string): boolean {
  const at = rest.indexOf(name);
  if (at >= 0) rest.splice(at, 1);
  return at >= 0;
}

function verifyCommand([file, extra]: readonly string[]): Extract<Command, { name: "verify" }> {
  if (extra !== undefined || file?.startsWith("--") === true)
    throw new AppError("bad-option", `verify takes one file. ${USAGE}`);
  return { name: "verify", file: file ?? null };
}

/** The options of `panel`, which is one line in and one out whatever is said. */
function panelCommand(rest: string[]): Extract<Command, { name: "panel" }> {
  takeFlag(rest, "--ndjson");
  const summaryFile = takeFile(rest, "--summary");
  const resumeFile = takeFile(rest, "--resume");
  if (rest.length > 0) throw new AppError("bad-option", `“${rest[0]}” is not an option of panel. ${USAGE}`);
  return { name: "panel", summaryFile, resumeFile };
}

/** Reads the words after `crampcheck`. Throws `bad-option` for what it does not know. */
export function parseCommand(words: readonly string[]): Command {
  const rest = [...words];
  if (rest.length === 0 || takeFlag(rest, "--help") || takeFlag(rest, "-h")) return { name: "help" };
  const name = rest.shift();
  if (name === "verify") return verifyCommand(rest);
  if (name === "panel") return panelCommand(rest);
  const ndjson = takeFlag(rest, "--ndjson");
  let command: Command;
  if (name === "read")
    command = {
      name,
      kind: takeOption(rest, "--kind", KINDS, "medications"),
      from: takeOption(rest, "--from", READ_FROM, "text"),
      ndjson,
    };
  else if (name === "review")
    command = {
      name,
      from: takeOption(rest, "--from", REVIEW_FROM, "case"),
      format: takeOption(rest, "--format", FORMATS, "json"),
      variant: takeOption(rest, "--variant", VARIANTS, "full"),
      ndjson,
    };
  else throw new AppError("bad-option", `There is no command “${name ?? ""}”. ${USAGE}`);
  if (rest.length > 0) throw new AppError("bad-option", `“${rest[0]}” is not an option of ${name}. ${USAGE}`);
  if (command.name === "review" && ndjson && command.format !== "json")
    throw new AppError("bad-option", "With --ndjson the answer is JSON; --format is for one case.");
  if (command.name === "review" && command.variant !== "full" && command.format !== "text" && command.format !== "pdf")
    throw new AppError("bad-option", "--variant is for --format text or pdf; JSON and CSV hold the whole review.");
  return command;
}
