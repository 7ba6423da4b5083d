import type { Segment, UseMark } from "@/lib/reading/medications/text/list-parts";
import { phraseTable } from "@/lib/reading/medications/text/phrase-table";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { crossedOut } from "./crossed-out";
import { aboutHow, borrowed, doubtedAt, ofRecentTime, refusedAt } from "./cue-exceptions";
import { formAnswer, isUnticked } from "./form-answer";
import { arrowBetween, exchange } from "./switch";
import {
  CONDITIONAL_AFTER,
  NEGATIONS,
  OTHER_OWNERS,
  REASON_AFTER_FOR,
  USE_CUES,
  type UseCue,
} from "@/lib/reading/medications/vocabulary/use-cues";
import { TIME_UNITS } from "@/lib/reading/medications/vocabulary/frequencies";
import { DOSE_UNITS } from "@/lib/reading/medications/vocabulary/units";
import { CLOSE, LIST_CUES, OPEN_CUES } from "@/lib/reading/medications/vocabulary/cue-reach";
import { NAME_MODIFIERS } from "@/lib/reading/medications/vocabulary/name-context";

const CUES = phraseTable(byPhrase());

function byPhrase(): Map<string, UseCue[]> {
  const cues = new Map<string, UseCue[]>();
  for (const [phrase, cue] of USE_CUES) cues.set(phrase, [...(cues.get(phrase) ?? []), cue]);
  return cues;
}

/** As many items as a sentence of a list can have; bounds the work for each cue. */
const FARTHEST = 100;

type FoundCue = { from: number; to: number; cues: readonly UseCue[]; words: string; segment: number; once: boolean };

/**
 * Reads what the words of each sentence say about taking: "used to be on …", "… was stopped", "hold …", "allergic to …".
 * @param segments of one sentence, in order
 * @returns for each segment what is said of its medication, or null where nothing is
 */
export function readUse(tokens: readonly Token[], segments: readonly Segment[]): (UseMark | null)[] {
  const marks: (UseMark | null)[] = segments.map(() => null);
  for (const cue of findCues(tokens, segments)) applyCue(tokens, segments, marks, cue);
  segments.forEach((segment, index) => {
    const name = segment.groups[0];
    if (name !== undefined && tokens[name.from]?.struck === true)
      marks[index] = { use: "stopped", reason: "struck through" };
  });
  return marks;
}

function findCues(tokens: readonly Token[], segments: readonly Segment[]): FoundCue[] {
  const found: FoundCue[] = [];
  const end = segments.at(-1)?.to ?? 0;
  const starts = new Map(
    segments.flatMap((segment) =>
      segment.groups.flatMap((group) => group.hits.map((hit) => [hit.from, hit.to] as const)),
    ),
  );
  segments.forEach((segment, index) => {
    const names = segment.groups.flatMap((group) => group.hits);
    for (let at = segment.from; at < segment.to;) {
      const name = names.find((hit) => hit.from === at);
      const exchanged = name === undefined ? exchange(tokens, at, starts) : null;
      const arrow = name === undefined ? arrowBetween(tokens, at, names, starts) : null;
      const phrase =
        name === undefined
          ? (exchanged ??
            arrow ??
            crossedOut(tokens, at, segment, names) ??
            formAnswer(tokens, at) ??
            CUES.at(tokens, at, end) ??
            bracketedPast(tokens, at))
          : null;
      const doubt = phrase === null ? null : doubtedAt(tokens, at, at + phrase.length, phrase.value);
      if (doubt === "not-yet") {
        at += phrase?.length ?? 1;
        continue;
      }
      const refused = phrase === null ? null : refusedAt(tokens, at, phrase);
      if (refused !== null)
        found.push({
          from: at - 1,
          to: at + refused.length,
          cues: refused.cues,
          words: refused.words,
          segment: index,
          once: false,
        });
      else if (
        phrase !== null &&
        !negated(tokens, at) &&
        !isUnticked(tokens, at) &&
        !ofRecentTime(tokens, at, phrase.length) &&
        !borrowed(tokens, at) &&
        !restDays(tokens, at) &&
        !aboutHow(tokens, at, at + phrase.length) &&
        !conditional(tokens, at, at + phrase.length, phrase.value)
      ) {
        const words =
          exchanged !== null && tokens[at]?.text === "for"
            ? "substituted for"
            : tokens
                .slice(at, at + phrase.length)
                .map((token, place) => (place > 0 && token.gap ? " " : "") + token.text)
                .join("");
        found.push({
          from: at,
          to: at + phrase.length,
          cues: doubt === "maybe" ? phrase.value.map((cue) => ({ ...cue, use: "uncertain" as const })) : phrase.value,
          words: doubt === "maybe" ? `perhaps ${words}` : words,
          segment: index,
          once: exchanged !== null || OTHER_OWNERS.has(tokens[at]?.text ?? ""),
        });
      }
      at = name?.to ?? at + (phrase?.length ?? 1);
    }
  });
  return found;
}

/** "(was simvastatin)": what was taken before. */
function bracketedPast(tokens: readonly Token[], at: number): { length: number; value: UseCue[] } | null {
  if (tokens[at]?.text !== "was" || tokens[at - 1]?.text !== "(") return null;
  return { length: 1, value: [{ use: "stopped", reach: ["after"] }] };
}

/** "4 on 3 off", "7 days off": the rest days of a cycle. */
function restDays(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return tokens[at]?.text === "off" && (before?.kind === "number" || TIME_UNITS.has(before?.text ?? ""));
}

function negated(tokens: readonly Token[], at: number): boolean {
  return NEGATIONS.has(tokens[at - 1]?.text ?? "");
}

/** "hold if", "stop after 7 days", "held for systolic below 100": a rule of dosing. */
function conditional(tokens: readonly Token[], from: number, to: number, cues: readonly UseCue[]): boolean {
  const next = tokens[to]?.text ?? "";
  const bare = to - from === 1;
  if (!bare || !cues.some((cue) => cue.use === "held" || cue.use === "stopped")) return false;
  if (tokens[from]?.text.endsWith("ed") === true && next !== "if" && next !== "for") return false;
  if (next === "for") return tokens[from]?.text === "hold" && !REASON_AFTER_FOR.has(tokens[to + 1]?.text ?? "");
  return CONDITIONAL_AFTER.has(next);
}

function applyCue(
  tokens: readonly Token[],
  segments: readonly Segment[],
  marks: (UseMark | null)[],
  found: FoundCue,
): void {
  const own = segments[found.segment];
  if (own === undefined) return;
  const group = own.groups[0];
  const nameBefore = group !== undefined && group.from < found.from;
  const nameAfter = group !== undefined && group.from >= found.to;
  const pick = (reach: UseCue["reach"][number]): UseCue | undefined =>
    found.cues.find((cue) => cue.reach.includes(reach));
  const set = (index: number, cue: UseCue): void => {
    const said = marks[index];
    if (said !== null && said !== undefined && said.use !== "current" && cue.use !== "current" && cue.use !== "stopped")
      return;
    marks[index] = { use: cue.use, reason: found.words };
  };

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
  if (before !== undefined && nameBefore) {
    const behindName = group.to === found.from;
    if (before.use !== "allergy" || behindName) set(found.segment, before);
    if (!found.once && before.use !== "current") joinedBefore(tokens, segments, marks, found, before);
    return;
  }
  if (after !== undefined && nextIndex >= 0) return markAfter(segments, found, nextIndex, (index) => set(index, after));
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

/** Marks the names behind a cue: to the end of its sentence where it leads the list, else only its own item and what "and" adds. */
function markAfter(segments: readonly Segment[], found: FoundCue, first: number, set: (index: number) => void): void {
  const leads =
    previousNamed(segments, found.segment) < 0 &&
    !(segments[found.segment]?.groups.some((group) => group.from < found.from) ?? false);
  for (let index = first; index < Math.min(segments.length, first + FARTHEST); index += 1) {
    if (index > first && (found.once || (!leads && !LIST_CUES.has(found.words)))) return;
    if ((segments[index]?.groups.length ?? 0) > 0) set(index);
  }
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
