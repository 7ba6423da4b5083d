import type { Segment, Span, UseMark } from "@/lib/reading/medications/text/list-parts";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { ADVERBS, type UseCue } from "@/lib/reading/medications/vocabulary/use-cues";
import { DOSE_UNITS } from "@/lib/reading/medications/vocabulary/units";
import { CLOSE, OPEN_CUES } from "@/lib/reading/medications/vocabulary/cue-reach";
import { NAME_MODIFIERS } from "@/lib/reading/medications/vocabulary/name-context";
import { findCues } from "./find-cues";
import { FARTHEST, markAfter, type FoundCue } from "./reach";

/**
 * Reads what the words of each sentence say about taking: "used to be on …", "… was stopped", "hold …", "allergic to …".
 * @param segments of one sentence, in order
 * @returns for each segment what is said of its medication, or null where nothing is
 */
export function readUse(tokens: readonly Token[], segments: readonly Segment[]): (UseMark | null)[] {
  const marks: (UseMark | null)[] = segments.map(() => null);
  const cues = findCues(tokens, segments);
  for (const cue of cues) applyCue(tokens, segments, marks, cue, cues);
  segments.forEach((segment, index) => {
    const name = segment.groups[0];
    if (name !== undefined && tokens[name.from]?.struck === true)
      marks[index] = { use: "stopped", reason: "struck through" };
  });
  return marks;
}

function applyCue(
  tokens: readonly Token[],
  segments: readonly Segment[],
  marks: (UseMark | null)[],
  found: FoundCue,
  cues: readonly FoundCue[],
): void {
  const own = segments[found.segment];
  if (own === undefined) return;
  const group = own.groups[0];
  const nameBefore = group !== undefined && group.from < found.from;
  const nameAfter = group !== undefined && group.from >= found.to;
  const pick = (reach: UseCue["reach"][number]): UseCue | undefined =>
    found.cues.find((cue) => cue.reach.includes(reach));
  const put = (index: number, mark: UseMark): void => {
    const said = marks[index];
    const isSaid = said !== null && said !== undefined && said.use !== "current";
    if (isSaid && mark.use !== "current" && mark.use !== "stopped") return;
    marks[index] = mark;
  };
  const set = (index: number, cue: UseCue): void => put(index, { use: cue.use, reason: found.words });

  const after = pick("after");
  const before = pick("before");
  const allBefore = pick("all-before");
  const nextIndex = nextNamed(tokens, segments, found);
  const previousIndex = nameBefore ? found.segment : previousNamed(segments, found.segment);

  if (
    allBefore !== undefined &&
    !(after?.use === allBefore.use && nextIndex >= 0) &&
    (nameBefore || (!nameAfter && previousIndex >= 0))
  ) {
    const plural = /^(were|are|have|both|all|in)/.test(found.words);
    for (let index = plural ? Math.max(0, previousIndex - FARTHEST) : previousIndex; index <= previousIndex; index += 1)
      if (segments[index]?.groups.length) set(index, allBefore);
    if (after !== undefined && nextIndex > previousIndex && nextIndex >= 0) set(nextIndex, after);
    return;
  }
  if (
    after !== undefined &&
    nextIndex >= 0 &&
    before !== undefined &&
    nameBefore &&
    speaksOfNext(tokens, segments, found)
  )
    return markAfter({ tokens, segments, cues }, found, { first: nextIndex, leads: false, cue: after }, put);
  if (before?.use === "current" && isTakenBack(cues, found, segments[previousIndex]?.groups[0])) return;
  if (before !== undefined && nameBefore) {
    const behindName = group.to === found.from;
    if (before.use !== "allergy" || behindName) set(found.segment, before);
    if (!found.once && before.use !== "current") joinedBefore(tokens, segments, marks, found, before);
    return;
  }
  if (after !== undefined && nextIndex >= 0) {
    const leads = !nameBefore && previousIndex < 0;
    return markAfter({ tokens, segments, cues }, found, { first: nextIndex, leads, cue: after }, put);
  }
  if (
    before !== undefined &&
    before.use !== "allergy" &&
    !nameAfter &&
    previousIndex >= 0 &&
    !laterSentenceOfOthers(segments, found.segment, previousIndex)
  )
    set(previousIndex, before);
}

const ANDS = new Set(["and", "&", "+", "/"]);

/**
 * "Simvastatin and HCTZ stopped": what is said of the last of several bare names is said of all. One that has a strength of its own
 * may have been meant or not: it is asked.
 */
function joinedBefore(
  tokens: readonly Token[],
  segments: readonly Segment[],
  marks: (UseMark | null)[],
  found: FoundCue,
  cue: UseCue,
): void {
  const own = segments[found.segment];
  if (own === undefined || !ANDS.has(tokens[own.from]?.text ?? "")) return;
  for (let index = found.segment - 1; index >= Math.max(0, found.segment - FARTHEST); index -= 1) {
    const segment = segments[index];
    const group = segment?.groups[0];
    if (segment === undefined || group === undefined || marks[index] !== null || segment.sentence !== own.sentence)
      return;
    const rest = tokens.slice(group.to, segment.to).filter(({ kind }) => kind !== "mark");
    if (rest.some(({ kind, text }) => kind !== "number" && !DOSE_UNITS.has(text))) return;
    if (rest.length === 0) marks[index] = { use: cue.use, reason: found.words };
    else marks[index] = { use: "uncertain", reason: found.words, choices: ["current", cue.use] };
  }
}

/** "Not taking at present", "stopped for now": the time of an end says nothing of taking. */
function isTakenBack(cues: readonly FoundCue[], found: FoundCue, name: Span | undefined): boolean {
  if (name === undefined || !ADVERBS.has(found.words)) return false;
  const { to } = name;
  return cues.some(
    (other) =>
      other.from >= to &&
      other.to <= found.from &&
      other.cues.some(({ use, reach }) => use !== "current" && reach.includes("before")),
  );
}

const CLAUSE_STARTS = new Set(["and", "but", "then", "she", "he", "they", "has", "now"]);

/** "A 1 mg (previously B)", "A, stopped B": right before a name, and behind a mark or an adverb, a cue speaks of that name. */
function speaksOfNext(tokens: readonly Token[], segments: readonly Segment[], found: FoundCue): boolean {
  const name = segments[found.segment + 1]?.groups[0]?.from ?? -1;
  if (name !== found.to && !(name === found.to + 1 && CLOSE.has(tokens[found.to]?.text ?? ""))) return false;
  const before = tokens[found.from - 1];
  return (
    ADVERBS.has(found.words) ||
    found.cues.every(({ use }) => use === "current") ||
    before?.kind === "mark" ||
    CLAUSE_STARTS.has(before?.text ?? "")
  );
}

/** The segment whose name follows the cue closely: only small words, marks and numbers stand between. */
function nextNamed(tokens: readonly Token[], segments: readonly Segment[], found: FoundCue): number {
  for (let index = found.segment; index < segments.length; index += 1) {
    const group = segments[index]?.groups.find((one) => one.from >= found.to);
    if (group === undefined) {
      if (index > found.segment + 1) return -1;
      continue;
    }
    for (let at = found.to; at < group.from; at += 1) {
      const token = tokens[at];
      if (token?.kind === "word" && !NAME_MODIFIERS.has(token.text) && !CLOSE.has(token.text))
        return group.from - found.to > 5 || !OPEN_CUES.has(found.words) ? -1 : index;
    }
    return index;
  }
  return -1;
}

function previousNamed(segments: readonly Segment[], before: number): number {
  for (let index = before - 1; index >= Math.max(0, before - FARTHEST); index -= 1)
    if ((segments[index]?.groups.length ?? 0) > 0) return index;
  return -1;
}

/** A cue that is in another sentence than the name it would speak of says nothing about it, unless it begins that sentence. */
function laterSentenceOfOthers(segments: readonly Segment[], cueSegment: number, named: number): boolean {
  return (segments[cueSegment]?.sentence ?? 0) - (segments[named]?.sentence ?? 0) > 1;
}
