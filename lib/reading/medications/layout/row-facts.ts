import type { MedicationUse } from "@/lib/domain/vocabulary";
import type { Span, UseMark } from "@/lib/reading/medications/text/list-parts";
import { phraseTable } from "@/lib/reading/medications/text/phrase-table";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { answerAt } from "@/lib/reading/medications/use/form-answer";
import type { ColumnKind } from "@/lib/reading/medications/vocabulary/column-heads";
import { STATUS_WORDS } from "@/lib/reading/medications/vocabulary/section-headers";

/** What the columns of a table, or the fields of a record, say of the drug that is named in a stretch of the text. */
export type RowFacts = Span & {
  use: UseMark | null;
  /** Tokens of a date, to be read as such. */
  start: Span | null;
  stop: Span | null;
  /** Stretches in which a name is of something else: the indication, the prescriber. */
  ignore: readonly Span[];
};

type Field = { kind: ColumnKind; words: string; cell: Span };

const STATUS = phraseTable<MedicationUse>(STATUS_WORDS);

/** Whether a name stands in a stretch. */
export function hasName(line: Span, isName: (at: number) => boolean): boolean {
  for (let at = line.from; at < line.to; at += 1) if (isName(at)) return true;
  return false;
}

/** In the column of the plan these speak of what is to come. */
const PLANNED: ReadonlySet<string> = new Set(["start", "commence", "begin", "initiate", "add", "introduce", "trial"]);

/** Cells that say that there is nothing: no end, no answer. */
const EMPTY = new Set([
  "-",
  "none",
  "nil",
  "na",
  "n",
  "ongoing",
  "current",
  "present",
  "continuing",
  "unknown",
  "tbc",
  "indefinite",
  "longterm",
]);

/** What the fields of one drug say, the strongest last: an end, a status, a tick. */
export function factsOf(tokens: readonly Token[], span: Span, fields: readonly Field[]): RowFacts {
  const facts: RowFacts = { ...span, use: null, start: null, stop: null, ignore: [] };
  const says: UseMark[] = [];
  const ignore: Span[] = [];
  for (const field of fields) {
    const { kind, words, cell } = field;
    if (kind === "start") facts.start = cell;
    else if (kind === "indication" || kind === "person") ignore.push(cell);
    else if (kind === "stop" && wholeAnswer(tokens, cell) === null && !EMPTY.has(tokens[cell.from]?.text ?? ""))
      facts.stop = cell;
    const use = saidUse(tokens, field);
    if (use === null) continue;
    const said = tokens.slice(cell.from, cell.to).map((token) => token.text);
    says.push({ use, reason: `${words}: ${said.join(" ")}`.slice(0, 60) });
  }
  return { ...facts, use: strongest(says), ignore };
}

function saidUse(tokens: readonly Token[], { kind, cell }: Field): MedicationUse | null {
  const answer = wholeAnswer(tokens, cell);
  switch (kind) {
    case "status":
      return statusIn(tokens, cell);
    case "taking":
      if (answer === null) return statusIn(tokens, cell);
      return answer ? "current" : "stopped";
    case "plan":
      if (PLANNED.has(tokens[cell.from]?.text ?? "")) return "planned";
      return statusIn(tokens, cell) === "held" ? "held" : null;
    case "held":
      return answer === true ? "held" : null;
    case "stop":
      return answer === true ? "stopped" : null;
    default:
      return null;
  }
}

/** Yes or no, where the cell holds nothing else. */
function wholeAnswer(tokens: readonly Token[], cell: Span): boolean | null {
  const answer = answerAt(tokens, cell.from);
  return answer !== null && onlyMarks(tokens, cell.from + answer.length, cell.to) ? answer.yes : null;
}

/** Where the columns say two things, the one that is not "current" was entered for a reason; of those that differ, it is asked. */
function strongest(says: readonly UseMark[]): UseMark | null {
  const [first, ...others] = says;
  if (first === undefined) return null;
  const uses = [...new Set(says.map(({ use }) => use))];
  if (others.length === 0 || uses.length === 1) return first;
  return { use: "uncertain", reason: says.map(({ reason }) => reason).join("; "), choices: uses };
}

export function statusIn(tokens: readonly Token[], cell: Span): MedicationUse | null {
  const negated = ["not", "no", "never"].includes(tokens[cell.from]?.text ?? "");
  for (let at = cell.from; at < Math.min(cell.to, cell.from + 4); at += 1) {
    const phrase = STATUS.at(tokens, at, cell.to);
    if (phrase !== null) return negated && phrase.value === "current" ? "stopped" : phrase.value;
  }
  return null;
}

function onlyMarks(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (tokens[at]?.kind !== "mark") return false;
  return true;
}
