import type { NameHit, SectionState, Segment, Span } from "@/lib/reading/medications/text/list-parts";
import { phraseSet } from "@/lib/reading/medications/text/phrase-table";
import type { Layout } from "./tables";
import { endsSection, headerAt, innerHeaderAt, isTableHead, NO_SECTION } from "./sections";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { DRUG_CLASSES } from "@/lib/reading/medications/vocabulary/drug-classes";
import { NAME_MODIFIERS } from "@/lib/reading/medications/vocabulary/name-context";
import { NOT_MEDICATIONS } from "@/lib/reading/medications/vocabulary/not-medications";

const LISTED_THINGS = phraseSet([...NOT_MEDICATIONS, ...DRUG_CLASSES.map(([words]) => words)]);
const JOINERS = new Set(["and", "&", "also", "plus", "then"]);
const ABBREVIATIONS = new Set([
  "dr",
  "mr",
  "mrs",
  "ms",
  "prof",
  "st",
  "vs",
  "approx",
  "no",
  "q",
  "eg",
  "ie",
  "inc",
  "ltd",
  "plc",
  "co",
  "pt",
]);
/** Words that begin a sentence behind an abbreviation's full stop: "albuterol p.r.n. In the past she …". */
const SENTENCE_STARTS = new Set([
  "she",
  "he",
  "they",
  "patient",
  "pt",
  "the",
  "in",
  "previously",
  "formerly",
  "i",
  "her",
  "his",
  "both",
  "currently",
  "all",
  "also",
  "recently",
  "no",
  "this",
  "was",
  "will",
  "plan",
  "please",
  "other",
  "allergies",
  "allergic",
  "resume",
  "continue",
  "stop",
  "stopped",
  "hold",
  "held",
  "discontinue",
  "discontinued",
  "denies",
  "we",
]);
const BULLETS = new Set([
  "-",
  "•",
  "*",
  ">",
  "+",
  "#",
  "[",
  "]",
  "☐",
  "☑",
  "✓",
  "✔",
  "o",
  "□",
  "■",
  "►",
  "→",
  "~",
  "|",
  ".",
]);

const NO_LAYOUT = { heads: new Set<number>(), fields: new Set<number>() };

/** Cuts a list into segments at line ends, list separators and sentence ends; every token but the line ends is in exactly one. */
export function segmentLines(
  text: string,
  tokens: readonly Token[],
  hits: readonly NameHit[],
  { heads, fields }: Pick<Layout, "heads" | "fields"> = NO_LAYOUT,
): Segment[] {
  const hitAt = new Map(hits.map((hit) => [hit.from, hit]));
  const segments: Segment[] = [];
  let section: SectionState = NO_SECTION;
  let headerIndent: "bulleted" | "plain" | null = null;
  let number = 0;
  for (const line of linesOf(tokens, hits)) {
    number += 1;
    const content = skipBullet(tokens, line);
    const bulleted = content > line.from;
    const header = fields.has(content) ? null : headerAt(tokens, { from: content, to: line.to }, (at) => hitAt.has(at));
    const table = heads.has(line.from) || isTableHead(tokens, line);
    if (header !== null && !table) {
      segments.push(segment({ from: line.from, to: header.end }, content, number, header.state, true));
      if (header.alone) {
        section = header.state;
        headerIndent = null;
        continue;
      }
      pushSegments(segments, tokens, { from: header.end, to: line.to }, number, header.state, hitAt);
      section = staysOpen(header.state) ? header.state : NO_SECTION;
      headerIndent = staysOpen(header.state) && !bulleted ? "bulleted" : null;
      continue;
    }
    if (table) {
      segments.push(segment(line, line.from, number, section, true));
      continue;
    }
    if (section.use !== "current" && endsSection(text, tokens, { from: content, to: line.to }, (at) => hitAt.has(at)))
      section = NO_SECTION;
    if (headerIndent === "bulleted" && !bulleted) {
      section = NO_SECTION;
      headerIndent = null;
    }
    const first = segments.length;
    pushSegments(segments, tokens, line, number, section, hitAt, content);
    if (fields.has(content)) for (const segment of segments.slice(first)) segment.field = true;
  }
  return segments;
}

/** A header with drugs on its own line goes on below it only for bulleted lines; "current" sections end nothing. */
function staysOpen(state: SectionState): boolean {
  return state.use !== "current";
}

function segment(span: Span, content: number, line: number, section: SectionState, header: boolean): Segment {
  return { ...span, content, line, sentence: 0, groups: [], section, header };
}

/** Lines without their line ends; a name that runs over a line's end holds its two lines together. */
export function linesOf(tokens: readonly Token[], hits: readonly NameHit[]): Span[] {
  const inside = new Set<number>();
  for (const hit of hits) for (let at = hit.from; at < hit.to; at += 1) inside.add(at);
  const lines: Span[] = [];
  let from = 0;
  for (let at = 0; at <= tokens.length; at += 1) {
    if (at < tokens.length && (tokens[at]?.kind !== "newline" || inside.has(at))) continue;
    if (at > from) lines.push({ from, to: at });
    from = at + 1;
  }
  return lines;
}

/** Behind bullets, numbering, tick boxes and the clock time of a tray. */
export function skipBullet(tokens: readonly Token[], line: Span): number {
  let at = line.from;
  for (;;) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (token === undefined || at >= line.to) return at;
    if (BULLETS.has(token.text) && !(token.text === "o" && next?.gap !== true)) at += 1;
    else if (
      token.kind === "word" &&
      token.text.length === 1 &&
      (next?.text === "]" || (next?.text === ")" && at === line.from))
    )
      at += 2;
    else if (
      token.kind === "number" &&
      token.text.length <= 3 &&
      (next?.text === "." || next?.text === ")" || next?.text === ":") &&
      tokens[at + 2]?.gap === true
    )
      at += 2;
    else if (token.text === "(" && next?.kind === "number" && tokens[at + 2]?.text === ")") at += 3;
    else if (isClock(tokens, at)) at += 3;
    else return at;
  }
}

function isClock(tokens: readonly Token[], at: number): boolean {
  const [hour, colon, minutes] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  return (
    hour?.kind === "number" &&
    colon?.text === ":" &&
    minutes?.kind === "number" &&
    minutes.text.length === 2 &&
    Number(hour.text) < 25
  );
}

function pushSegments(
  segments: Segment[],
  tokens: readonly Token[],
  line: Span,
  number: number,
  lineSection: SectionState,
  hitAt: ReadonlyMap<number, NameHit>,
  content = line.from,
): void {
  let section = lineSection;
  const closed = closedBrackets(tokens, line);
  let from = line.from;
  let sentence = 0;
  let depth = 0;
  let listed = false;
  const cut = (at: number): void => {
    if (at <= from) return;
    segments.push({ ...segment({ from, to: at }, Math.max(from, content), number, section, false), sentence });
    from = at;
    listed = false;
  };

  for (let at = content; at < line.to;) {
    const hit = hitAt.get(at);
    if (hit !== undefined) {
      listed = true;
      at = hit.to;
      continue;
    }
    const token = tokens[at];
    if (token === undefined) break;
    if (closed.has(at)) depth += token.text === "(" || token.text === "[" ? 1 : -1;
    if (depth > 0) at += 1;
    else if (
      token.text === ";" ||
      token.text === "•" ||
      token.text === "|" ||
      (token.text === "," && at + 1 < line.to)
    ) {
      cut(at + 1);
      at += 1;
    } else if (
      (token.text === "." && endsSentence(tokens, at, line)) ||
      (token.dot === true && SENTENCE_STARTS.has(tokens[at + 1]?.text ?? "") && at + 1 < line.to)
    ) {
      cut(at + 1);
      sentence += 1;
      at += 1;
      const inner = innerHeaderAt(
        tokens,
        { from: at, to: line.to },
        (place) => hitAt.has(place) || LISTED_THINGS.at(tokens, place, line.to) !== null,
      );
      if (inner !== null) {
        segments.push({ ...segment({ from: at, to: inner.end }, at, number, inner.state, true), sentence });
        section = inner.state;
        from = inner.end;
        at = inner.end;
      }
    } else if (listed && JOINERS.has(token.text) && listsOn(tokens, at + 1, line, hitAt)) {
      cut(at);
      at += 1;
    } else if (at > from && numbersOn(tokens, at, line, hitAt)) {
      cut(at);
      at += 2;
    } else {
      const thing = LISTED_THINGS.at(tokens, at, line.to);
      if (thing !== null) listed = true;
      at += thing?.length ?? 1;
    }
  }
  cut(line.to);
}

/** Brackets of the line that have their partner in it; a bracket left open hides nothing. */
function closedBrackets(tokens: readonly Token[], line: Span): ReadonlySet<number> {
  const open: number[] = [];
  const closed = new Set<number>();
  for (let at = line.from; at < line.to; at += 1) {
    const text = tokens[at]?.text;
    if (text === "(" || text === "[") open.push(at);
    else if (text === ")" || text === "]") {
      const partner = open.pop();
      if (partner !== undefined) closed.add(partner).add(at);
    }
  }
  return closed;
}

function endsSentence(tokens: readonly Token[], at: number, line: Span): boolean {
  if (at + 1 >= line.to) return false;
  const next = tokens[at + 1];
  if (next?.gap !== true && next?.kind !== "word") return false;
  const before = tokens[at - 1];
  if (before?.kind === "number" && isNumbering(tokens, at - 1)) return false;
  return !(before?.kind === "word" && ABBREVIATIONS.has(before.text));
}

/** A number of one or two figures at the start of a line or sentence counts items. */
function isNumbering(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    (tokens[at]?.text.length ?? 9) <= 2 &&
    (before === undefined || before.kind === "newline" || before.kind === "mark" || before.dot === true)
  );
}

/** After "and": a name or another listed thing begins, perhaps behind "a", "two", "sublingual". */
function listsOn(tokens: readonly Token[], from: number, line: Span, hitAt: ReadonlyMap<number, NameHit>): boolean {
  for (let at = from; at < line.to && at < from + 5; at += 1) {
    if (hitAt.has(at) || LISTED_THINGS.at(tokens, at, line.to) !== null) return true;
    if (!NAME_MODIFIERS.has(tokens[at]?.text ?? "") && tokens[at]?.text !== ".") return false;
  }
  return false;
}

/** Numbering inside a line: "1. Lasix 2. Zocor". */
function numbersOn(tokens: readonly Token[], at: number, line: Span, hitAt: ReadonlyMap<number, NameHit>): boolean {
  const [token, mark] = [tokens[at], tokens[at + 1]];
  if (token?.kind !== "number" || !token.gap || token.text.includes(".") || mark === undefined || mark.gap)
    return false;
  return (mark.text === "." || mark.text === ")") && at + 2 < line.to && hitAt.has(at + 2);
}
