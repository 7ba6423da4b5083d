import type { Segment, UseMark } from "@/lib/reading/medications/text/list-parts";
import { phraseSet } from "@/lib/reading/medications/text/phrase-table";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { LIST_CUES } from "@/lib/reading/medications/vocabulary/cue-reach";
import { AS_NEEDED, FREQUENCIES } from "@/lib/reading/medications/vocabulary/frequencies";
import { ONE_NAME, type UseCue } from "@/lib/reading/medications/vocabulary/use-cues";

/** A cue in its place: the tokens it stands in, what it says, and whether it speaks of one name alone. */
export type FoundCue = {
  from: number;
  to: number;
  cues: readonly UseCue[];
  words: string;
  segment: number;
  once: boolean;
};

/** A sentence with its cues. */
export type Sentence = { tokens: readonly Token[]; segments: readonly Segment[]; cues: readonly FoundCue[] };

/** As many items as a sentence of a list can have; bounds the work for each cue. */
export const FARTHEST = 100;

const DIRECTIONS = phraseSet([...FREQUENCIES.map(([words]) => words), ...AS_NEEDED]);
/** Words that begin something else: what stands behind them is not of the list before them. */
const BREAKS = new Set(
  "then but with while whilst because since when after until though although however yet instead once if".split(" "),
);
const ANDS = new Set(["and", "&", "+", "/", "or"]);
const BACK = 4;

/** What an item holds beside its name: nothing (0), an amount (1), directions of its own (2). */
function shapeOf(tokens: readonly Token[], segment: Segment): number {
  const from = segment.groups[0]?.to ?? segment.from;
  let shape = 0;
  for (let at = from; at < segment.to; at += 1) {
    if (DIRECTIONS.at(tokens, at, segment.to) !== null) return 2;
    if (tokens[at]?.kind === "number") shape = 1;
  }
  return shape;
}

type Tie = "break" | "and" | ";" | ",";

/** What ties a name to the one before it: the words right before it, and the mark before those. */
function tieBefore(tokens: readonly Token[], name: number): Tie {
  let tie: Tie = ",";
  for (let at = name - 1; at >= Math.max(0, name - BACK); at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === "number") break;
    if (BREAKS.has(token.text)) return "break";
    if (token.text === ";") return ";";
    if (ANDS.has(token.text)) tie = "and";
    else if (token.kind === "mark" && token.text !== "(") break;
  }
  return tie;
}

/**
 * Marks the names behind a cue. It reaches over a list only as far as the items look alike: one that has more to it than those before it
 * ("stopped simvastatin; amlodipine 5 mg od") may begin what is taken, and is asked behind a comma and left as taken behind a
 * semicolon; "then", "but" and "with", and any other cue, end the reach.
 */
export function markAfter(
  sentence: Sentence,
  found: FoundCue,
  reach: { first: number; leads: boolean; cue: UseCue },
  mark: (index: number, mark: UseMark) => void,
): void {
  const { tokens, segments, cues } = sentence;
  const { first, leads, cue } = reach;
  let before = segments[first];
  if (before === undefined) return;
  mark(first, { use: cue.use, reason: found.words });
  if (found.once) return;
  let widest = shapeOf(tokens, before);
  const nextOnly = ONE_NAME.has(found.words) || (!leads && !LIST_CUES.has(found.words));
  for (let index = first + 1; index < Math.min(segments.length, first + FARTHEST); index += 1) {
    const segment = segments[index];
    const [name, last] = [segment?.groups[0], before.groups[0]];
    if (segment === undefined || name === undefined || last === undefined) continue;
    const tie = tieBefore(tokens, name.from);
    const shape = shapeOf(tokens, segment);
    if (tie === "break" || isSpokenOf(cues, found, last.to, name.from)) return;
    if (nextOnly && (tie !== "and" || shape + widest > 0)) return;
    const said = saidOf(cue, found.words, { tie, shape, widest });
    if (said === null) return;
    mark(index, said);
    if (said.choices === undefined) widest = Math.max(widest, shape);
    before = segment;
  }
}

/** What a cue says of a further item of its list: the same, an open question, or nothing. */
function saidOf(
  cue: UseCue,
  reason: string,
  { tie, shape, widest }: { tie: Tie; shape: number; widest: number },
): UseMark | null {
  if (cue.use === "current") return { use: cue.use, reason };
  if (tie === ";" && shape > widest) return null;
  const isOpen = shape > widest || (tie === ";" && shape > 0);
  return isOpen ? { use: "uncertain", reason, choices: ["current", cue.use] } : { use: cue.use, reason };
}

/** Whether another cue stands between two names, and so speaks of the second. */
function isSpokenOf(cues: readonly FoundCue[], found: FoundCue, from: number, to: number): boolean {
  return cues.some((other) => other !== found && other.from >= from && other.to <= to && speaksAhead(other));
}

function speaksAhead({ cues }: FoundCue): boolean {
  return cues.some(({ reach }) => reach.includes("after") || reach.includes("next"));
}
