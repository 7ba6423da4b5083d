import type { DoseChange, Medication } from "@/lib/domain/medication";
import type { Jurisdiction } from "@/lib/domain/vocabulary";
import { dateAt, lengthAt, type ReadDate } from "@/lib/reading/dates/medication-dates";
import { arrowLength } from "@/lib/reading/medications/use/switch";
import type { NameGroup, Span } from "@/lib/reading/medications/text/list-parts";
import { phraseTable } from "@/lib/reading/medications/text/phrase-table";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { CHANGE_CUES, CRAMP_WORDS, DOSE_WORDS, OUTCOMES } from "@/lib/reading/medications/vocabulary/change-words";
import { DOSE_UNITS } from "@/lib/reading/medications/vocabulary/units";

const CUES = phraseTable(CHANGE_CUES);
const OUTCOME_TABLE = phraseTable(OUTCOMES);

export type DoseHistory = Pick<Medication, "changes" | "dechallenge" | "rechallenge"> & {
  /** It was stopped and is being taken again, or was stopped for a while only: the stop is history and no end. */
  paused: boolean;
};

type Options = { asOf: string; jurisdiction: Jurisdiction };
type Found = { change: DoseChange; at: number; end: number; lasting: boolean };
type Amounts = { from: string | null; to: string | null; end: number };

/**
 * Reads what the text tells of earlier doses: "increased from 25 to 50 mg in March 2026", "dose doubled 3 weeks ago", "stopped
 * 2 weeks in May, cramps better", "restarted June, cramps came back". A plain stop without anything behind it is no history; it
 * stands in `use` and `stop`.
 */
export function readDoseHistory(tokens: readonly Token[], span: Span, group: NameGroup, options: Options): DoseHistory {
  const found = findChanges(tokens, span, group, options);
  const outcome = readOutcome(tokens, span, found);
  const firstStop = found.findIndex(isStop);
  const restarted = firstStop >= 0 && found.some((one, index) => index > firstStop && one.change.kind === "restarted");
  const paused = restarted || found.some((one) => isStop(one) && one.lasting);
  const kept = found.filter((one) => !isStop(one) || paused).map((one) => one.change);
  const changes = kept.every((one) => one.date !== null)
    ? [...kept].sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : 1))
    : kept;
  return { ...(changes.length > 0 ? { changes } : {}), ...outcome, paused };
}

const isStop = (one: Found): boolean => one.change.kind === "stopped";

function findChanges(tokens: readonly Token[], span: Span, group: NameGroup, options: Options): Found[] {
  const found: Found[] = [];
  for (let at = span.from; at < span.to;) {
    const bare = bareArrow(tokens, at, span.to, options);
    if (bare !== null) {
      found.push(bare);
      at = bare.end;
      continue;
    }
    const cue = at >= group.from && at < group.to ? null : CUES.at(tokens, at, span.to);
    if (cue === null || speaksOfCramps(tokens, at, cue.length) || isNegated(tokens, at)) {
      at += 1;
      continue;
    }
    const end = at + cue.length;
    const { kind, sure } = cue.value;
    const amounts =
      kind === "stopped" || kind === "restarted"
        ? { from: null, to: null, end }
        : amountsAfter(tokens, tokens[end - 1]?.text === "from" ? end - 1 : end, span.to, group);
    const pause = kind === "stopped" ? pauseAt(tokens, end, span.to, options.asOf) : null;
    const dated =
      dateAfter(tokens, pause?.end ?? amounts.end, span.to, options) ??
      (amounts.end > end ? dateAfter(tokens, end, span.to, options) : null) ??
      dateBefore(tokens, span.from, at, group, options);
    const told =
      amounts.from !== null ||
      amounts.to !== null ||
      dated !== null ||
      nearDose(tokens, at, end) ||
      standsAlone(tokens, at, end, span);
    if (sure || told || kind === "stopped")
      found.push({
        change: { date: dated?.date ?? null, kind, from: amounts.from, to: amounts.to },
        at,
        end,
        lasting: pause !== null && (dated !== null || pause.whole),
      });
    at = Math.max(end, amounts.end, at + 1);
  }
  return found;
}

/** "Amlodipine 5 -> 10 mg in June": two amounts with an arrow between them, the second with its unit. */
function bareArrow(tokens: readonly Token[], at: number, to: number, options: Options): Found | null {
  const first = amountAt(tokens, at, to);
  const tie = first === null ? 0 : arrowLength(tokens, first.end);
  const second = first === null || tie === 0 ? null : amountAt(tokens, first.end + tie, to);
  if (
    first === null ||
    second === null ||
    second.unit === "" ||
    (first.unit !== "" && first.unit !== second.unit) ||
    first.number === second.number
  )
    return null;
  const { from, to: target, end } = pair(first, second);
  const kind = Number(second.number) > Number(first.number) ? "increased" : "decreased";
  return {
    change: { date: dateAfter(tokens, end, to, options)?.date ?? null, kind, from, to: target },
    at,
    end,
    lasting: false,
  };
}

/** "Cramps stopped", "reduced cramps": the words are about the cramps and not about the drug. */
function speaksOfCramps(tokens: readonly Token[], at: number, length: number): boolean {
  for (let word = at - 1; word >= at - 3; word -= 1) {
    if (CRAMP_WORDS.has(tokens[word]?.text ?? "")) return true;
    if (tokens[word]?.kind !== "word") break;
  }
  return CRAMP_WORDS.has(tokens[at + length]?.text ?? "");
}

function isNegated(tokens: readonly Token[], at: number): boolean {
  return [
    "not",
    "never",
    "dont",
    "if",
    "when",
    "may",
    "can",
    "until",
    "to",
    "before",
    "consider",
    "could",
    "should",
    "will",
  ].includes(tokens[at - 1]?.text ?? "");
}

function nearDose(tokens: readonly Token[], at: number, end: number): boolean {
  return (
    DOSE_WORDS.has(tokens[at - 1]?.text ?? "") ||
    DOSE_WORDS.has(tokens[at - 2]?.text ?? "") ||
    DOSE_WORDS.has(tokens[end]?.text ?? "")
  );
}

/** "Ramipril 5 mg OD - INCREASED", "(reduced)": the word is a remark of its own. */
function standsAlone(tokens: readonly Token[], at: number, end: number, span: Span): boolean {
  const [before, next] = [tokens[at - 1], tokens[end]];
  return before?.kind === "mark" && (end >= span.to || next === undefined || next.kind !== "word");
}

const AMOUNT_WITHIN = 8;

/** "from 25 to 50 mg", "25 → 50 mg", "to 50 mg", "from 10 mg" behind a cue, past the drug's own name. */
function amountsAfter(tokens: readonly Token[], end: number, to: number, group: NameGroup): Amounts {
  const none: Amounts = { from: null, to: null, end };
  const limit = Math.min(to, (group.from >= end ? group.to : end) + AMOUNT_WITHIN);
  for (let at = end; at < limit; at += 1) {
    if (at >= group.from && at < group.to) continue;
    const text = tokens[at]?.text;
    if (text === "." || text === ";") return none;
    if (text === "from") {
      const count = howOftenEnd(tokens, at + 1);
      if (count > at + 1) return { from: null, to: null, end: count };
      const first = amountAt(tokens, at + 1, to);
      if (first === null) continue;
      const second = tieAt(tokens, first.end) === 0 ? null : amountAt(tokens, first.end + tieAt(tokens, first.end), to);
      return pair(first, second);
    }
    if (text === "to") {
      const target = amountAt(tokens, at + 1, to);
      if (target === null) continue;
      const origin = tokens[target.end]?.text === "from" ? amountAt(tokens, target.end + 1, to) : null;
      return origin === null
        ? { from: null, to: target.text, end: target.end }
        : { ...pair(origin, target), end: origin.end };
    }
    const here = tokens[at]?.kind === "number" ? amountAt(tokens, at, to) : null;
    if (here !== null) {
      const tie = arrowLength(tokens, here.end);
      const next = tie === 0 ? null : amountAt(tokens, here.end + tie, to);
      if (next !== null) return pair(here, next);
    }
  }
  return none;
}

type Amount = { text: string; unit: string; number: string; end: number };

function pair(from: Amount, to: Amount | null): Amounts {
  const lent = from.unit === "" && to !== null && to.unit !== "" ? `${from.number} ${to.unit}` : from.text;
  return {
    from: lent,
    to: to === null ? null : inUnitOf(to, from),
    end: to?.end ?? from.end,
  };
}

/** Behind "up from": "3 times a day" is how often and no amount; gives the token behind it, or where it was asked. */
function howOftenEnd(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.kind !== "number" || !["times", "x"].includes(tokens[at + 1]?.text ?? "")) return at;
  let end = at + 2;
  while (["a", "per", "day", "daily", "week", "weekly", "/"].includes(tokens[end]?.text ?? "")) end += 1;
  return end;
}

function tieAt(tokens: readonly Token[], at: number): number {
  return tokens[at]?.text === "to" ? 1 : arrowLength(tokens, at);
}

/** A number with its unit, or alone; a year is no amount. */
function amountAt(tokens: readonly Token[], at: number, to: number): Amount | null {
  const number = tokens[at];
  if (number?.kind !== "number" || at >= to) return null;
  const unit = at + 1 < to ? DOSE_UNITS.get(tokens[at + 1]?.text ?? "") : undefined;
  if (unit === undefined && (Number(number.text) > 1900 || tokens[at + 1]?.text === "/")) return null;
  return {
    text: unit === undefined ? number.text : `${number.text} ${unit}`,
    unit: unit ?? "",
    number: number.text,
    end: at + (unit === undefined ? 1 : 2),
  };
}

const SMALL = new Set([
  "on",
  "in",
  "since",
  "from",
  "about",
  "around",
  "approximately",
  "daily",
  "bd",
  "od",
  "bid",
  "tds",
  "of",
  "at",
  "early",
  "mid",
  "late",
  "(",
  ",",
  "-",
  "back",
  "it",
  "this",
  ":",
  "again",
  "then",
  "a",
  "day",
  "twice",
  "once",
  "nightly",
]);

function dateAfter(tokens: readonly Token[], from: number, to: number, options: Options): ReadDate | null {
  let at = from;
  for (let steps = 0; steps < 5 && at < to; steps += 1) {
    const found = dateAt(tokens, at, to, options);
    if (found !== null) return found;
    if (!SMALL.has(tokens[at]?.text ?? "")) return null;
    at += 1;
  }
  return null;
}

/** "In March 2026 increased to 50 mg", "3 weeks ago doubled": the date ends right before the cue. */
function dateBefore(
  tokens: readonly Token[],
  least: number,
  cue: number,
  group: NameGroup,
  options: Options,
): ReadDate | null {
  const from = Math.max(least, cue - 7);
  for (let at = from; at < cue; at += 1) {
    const found = dateAt(tokens, at, cue, options);
    if (found === null) continue;
    const rest = tokens
      .slice(at + found.length, cue)
      .filter((_, index) => at + found.length + index < group.from || at + found.length + index >= group.to);
    if (
      found.length > 0 &&
      rest.every(
        (token) =>
          SMALL.has(token.text) ||
          DOSE_WORDS.has(token.text) ||
          ["was", "the", "we", "he", "she", "i", "gp", "has", "been"].includes(token.text),
      ) &&
      !(found.length === 1 && tokens[at]?.kind === "number" && DOSE_UNITS.has(tokens[at + 1]?.text ?? ""))
    )
      return found;
  }
  return null;
}

/** "Stopped 2 weeks in May", "off for 10 days, then": a while and not an end. `whole`: the words behind it say that it ended. */
function pauseAt(
  tokens: readonly Token[],
  from: number,
  to: number,
  asOf: string,
): { end: number; whole: boolean } | null {
  let at = from;
  while (
    at < to &&
    ["it", "for", "taking", "about", "around", "just", "a", ":", "of"].includes(tokens[at]?.text ?? "") &&
    lengthAt(tokens, at, to, asOf) === null
  )
    at += 1;
  const length = lengthAt(tokens, at, to, asOf);
  if (length === null) return null;
  const end = at + length.length;
  if (["ago", "back", "prior", "now"].includes(tokens[end]?.text ?? "")) return null;
  return {
    end,
    whole:
      ["then", "only"].includes(tokens[end]?.text ?? "") ||
      (tokens[end]?.text === "," && tokens[end + 1]?.text === "then"),
  };
}

const SUBJECT_WITHIN = 5;

/** What became of the cramps behind a stop or a lower dose (dechallenge), and behind taking it again (rechallenge). */
function readOutcome(
  tokens: readonly Token[],
  span: Span,
  found: readonly Found[],
): Pick<Medication, "dechallenge" | "rechallenge"> {
  const outcome: Pick<Medication, "dechallenge" | "rechallenge"> = {};
  let next = 0;
  for (let at = span.from; at < span.to;) {
    const phrase = OUTCOME_TABLE.at(tokens, at, span.to);
    if (
      phrase === null ||
      !subjectNear(tokens, at, at + phrase.length, span, phrase.length === 1 && tokens[at]?.text === "no")
    ) {
      at += 1;
      continue;
    }
    while ((found[next]?.end ?? Infinity) <= at) next += 1;
    const event = found[next - 1] ?? found[next];
    const again = event?.change.kind === "restarted" || event?.change.kind === "increased";
    if (event !== undefined && phrase.value === "returned" && again) outcome.rechallenge ??= "returned";
    else if (event !== undefined && phrase.value === "not-returned" && again) outcome.rechallenge ??= "not-returned";
    else if (event !== undefined && !again && (phrase.value === "better" || phrase.value === "same"))
      outcome.dechallenge ??= phrase.value === "better" ? "better" : "unchanged";
    at += phrase.length;
  }
  return outcome;
}

/** The cramps stand in the same clause, before the outcome or, with "no", right behind it. */
function subjectNear(tokens: readonly Token[], from: number, to: number, span: Span, onlyBehind: boolean): boolean {
  const stops = (text: string): boolean => text === "." || text === ";" || text === "\n";
  if (!onlyBehind) {
    for (let at = from - 1; at >= Math.max(span.from, from - SUBJECT_WITHIN) && !stops(tokens[at]?.text ?? ""); at -= 1)
      if (CRAMP_WORDS.has(tokens[at]?.text ?? "")) return true;
  }
  const reach = onlyBehind ? 3 : 2;
  for (
    let at = to;
    at < Math.min(span.to, to + reach) && !stops(tokens[at]?.text ?? "") && tokens[at]?.text !== ",";
    at += 1
  )
    if (CRAMP_WORDS.has(tokens[at]?.text ?? "")) return true;
  return false;
}

/** "from 20 mg to 40": the second has the unit of the first. */
function inUnitOf(to: Amount, from: Amount): string {
  return to.unit === "" && from.unit !== "" ? `${to.number} ${from.unit}` : to.text;
}
