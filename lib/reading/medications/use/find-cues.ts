import { phraseTable } from "@/lib/reading/medications/text/phrase-table";
import type { NameHit, Segment } from "@/lib/reading/medications/text/list-parts";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { TIME_UNITS } from "@/lib/reading/medications/vocabulary/frequencies";
import {
  CONDITIONAL_AFTER,
  NEGATIONS,
  OTHER_OWNERS,
  REASON_AFTER_FOR,
  USE_CUES,
  type UseCue,
} from "@/lib/reading/medications/vocabulary/use-cues";
import { crossedOut } from "./crossed-out";
import { aboutHow, borrowed, doubtedAt, ofRecentTime, refusedAt } from "./cue-exceptions";
import { formAnswer, isUnticked } from "./form-answer";
import { bracketedAllergy, endsLater, ownerLabel, plannedDay, takenNow, takenUpLater } from "./now-or-later";
import type { FoundCue } from "./reach";
import { arrowBetween, exchange } from "./switch";

const CUES = phraseTable(byPhrase());

function byPhrase(): Map<string, UseCue[]> {
  const cues = new Map<string, UseCue[]>();
  for (const [phrase, cue] of USE_CUES) cues.set(phrase, [...(cues.get(phrase) ?? []), cue]);
  return cues;
}

type Phrase = { length: number; value: readonly UseCue[] };
/** A segment in its sentence: its names, and where each name of the sentence begins, and ends. */
type Place = {
  segment: Segment;
  names: readonly NameHit[];
  starts: ReadonlyMap<number, number>;
  end: number;
  index: number;
};

/** The cues of a sentence in order, without those that the words around them turn into something else. */
export function findCues(tokens: readonly Token[], segments: readonly Segment[]): FoundCue[] {
  const found: FoundCue[] = [];
  const end = segments.at(-1)?.to ?? 0;
  const starts = new Map(
    segments.flatMap((segment) =>
      segment.groups.flatMap((group) => group.hits.map((hit) => [hit.from, hit.to] as const)),
    ),
  );
  let read = 0;
  segments.forEach((segment, index) => {
    const place: Place = { segment, names: segment.groups.flatMap((group) => group.hits), starts, end, index };
    // A phrase may run over the cut before a name ("denies | taking simvastatin"); its words are not read twice.
    for (let at = Math.max(segment.from, read); at < segment.to; read = at) {
      const name = place.names.find((hit) => hit.from === at);
      if (name !== undefined) {
        at = name.to;
        continue;
      }
      const once = exchange(tokens, at, starts) ?? bracketedAllergy(tokens, at, place.names, starts);
      const phrase = once ?? phraseAt(tokens, at, place);
      const cue = phrase === null ? null : cueOf(tokens, at, phrase, place);
      if (cue !== null) found.push({ ...cue, once: cue.once || once !== null });
      at += phrase?.length ?? 1;
    }
  });
  return found;
}

function phraseAt(tokens: readonly Token[], at: number, { segment, names, starts, end }: Place): Phrase | null {
  return (
    arrowBetween(tokens, at, names, starts) ??
    crossedOut(tokens, at, segment, names) ??
    formAnswer(tokens, at) ??
    CUES.at(tokens, at, end) ??
    bracketedPast(tokens, at) ??
    takenNow(tokens, at, starts) ??
    ownerLabel(tokens, at, segment) ??
    plannedDay(tokens, at, segment)
  );
}

/** What a phrase says where it stands; null where the words around it make it say nothing of taking. */
function cueOf(
  tokens: readonly Token[],
  at: number,
  phrase: Phrase,
  { starts, index }: Pick<Place, "starts" | "index">,
): FoundCue | null {
  const to = at + phrase.length;
  const doubt = uncertaintyAt(tokens, at, phrase, starts);
  if (doubt === "not-yet" || endsLater(tokens, at, phrase.value, starts)) return null;
  const refused = refusedAt(tokens, at, phrase);
  if (refused !== null)
    return {
      from: at - 1,
      to: at + refused.length,
      cues: refused.cues,
      words: refused.words,
      segment: index,
      once: false,
    };
  if (isTurnedRound(tokens, at, starts) || isOfHow(tokens, at, phrase)) return null;
  const words = wordsOf(tokens, at, to);
  return {
    from: at,
    to,
    cues: doubt === "maybe" ? phrase.value.map((cue) => ({ ...cue, use: "uncertain" as const })) : phrase.value,
    words: doubt === "maybe" ? `perhaps ${words}` : words,
    segment: index,
    once: OTHER_OWNERS.has(tokens[at]?.text ?? ""),
  };
}

function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  if (to === from + 1 && tokens[from]?.text === "for") return "substituted for";
  return tokens
    .slice(from, to)
    .map((token, place) => (place > 0 && token.gap ? " " : "") + token.text)
    .join("");
}

function isTurnedRound(tokens: readonly Token[], at: number, starts: ReadonlyMap<number, number>): boolean {
  return (
    negated(tokens, at) ||
    endsCourse(tokens, at, starts) ||
    isUnticked(tokens, at) ||
    borrowed(tokens, at) ||
    restDays(tokens, at)
  );
}

function isOfHow(tokens: readonly Token[], at: number, { length, value }: Phrase): boolean {
  return (
    ofRecentTime(tokens, at, length) ||
    isOfNumber(tokens, at, length) ||
    aboutHow(tokens, at, at + length) ||
    conditional(tokens, at, at + length, value)
  );
}

/** Whether what a cue says is not yet so, or may be so. */
function uncertaintyAt(
  tokens: readonly Token[],
  at: number,
  { length, value }: { length: number; value: readonly UseCue[] },
  starts: ReadonlyMap<number, number>,
): "not-yet" | "maybe" | null {
  return takenUpLater(tokens, at, starts) ? "maybe" : doubtedAt(tokens, at, at + length, value);
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

const BARE_ENDS = new Set(["stop", "off", "discontinue", "cease", "finish"]);

/** "For 2 weeks then stop": the end of a course, and not yet. */
function endsCourse(tokens: readonly Token[], at: number, starts: ReadonlyMap<number, number>): boolean {
  return tokens[at - 1]?.text === "then" && BARE_ENDS.has(tokens[at]?.text ?? "") && !starts.has(at + 1);
}

/** "2 pills, maybe 3 times a week": what is not certain is the number. */
function isOfNumber(tokens: readonly Token[], at: number, length: number): boolean {
  return tokens[at]?.text === "maybe" && tokens[at + length]?.kind === "number";
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
