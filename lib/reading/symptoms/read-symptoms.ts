import type { SignPolarity, SymptomPiece } from "@/lib/domain/symptom";
import { Assertions, type Passing } from "../assertion/assertion";
import { clausesOf, type Clause } from "../assertion/clauses";
import { tokensOf, type Token } from "../assertion/tokens";
import { attributesOf } from "./attributes";
import type { SignWords, SymptomContent } from "./content";
import { Matcher, type Match } from "./match";
import { tellsOfNone } from "./no-symptom";
import { Vocabulary } from "./vocabulary";

/** A sign or a circumstance as it was read, with what red flags ask of it. */
export interface ReadSign {
  readonly id: string;
  readonly kind: SignWords["kind"];
  readonly name: string;
  readonly polarity: SignPolarity;
  readonly quote: string;
  readonly course: string | null;
  readonly side: "left" | "right" | "both" | "one" | null;
  readonly site: string | null;
  readonly tags: ReadonlySet<string>;
  /** Number of its piece. */
  readonly piece: number;
}

/** Free words as they were read. */
export interface SymptomReading {
  /** One for each clause; their spans cover every non-blank character. */
  readonly pieces: readonly SymptomPiece[];
  /** Signs and circumstances, in the order of the text. */
  readonly signs: readonly ReadSign[];
}

const vocabularies = new WeakMap<SymptomContent["signs"], Vocabulary>();

function vocabularyOf(content: SymptomContent): Vocabulary {
  let made = vocabularies.get(content.signs);
  if (made === undefined) {
    made = new Vocabulary(content);
    vocabularies.set(content.signs, made);
  }
  return made;
}

/**
 * Reads what a patient, a carer or a clinician says: clauses, the signs in them, whose they are and how sure. Pure and linear in
 * the text; the signs and their words come in as content.
 */
export function readSymptomText(text: string, content: SymptomContent): SymptomReading {
  const vocabulary = vocabularyOf(content);
  const tokens = tokensOf(text);
  const clauses = clausesOf(tokens);
  const assertions = new Assertions(tokens, clauses);
  const matcher = new Matcher(vocabulary, tokens, vocabulary.annotate(tokens));
  const signs: ReadSign[] = [];
  const pieces = clauses.map((clause, piece): SymptomPiece => {
    const matches = withoutOverruled(matcher.inClause(withValue(tokens, clauses, piece)));
    const own = matches.flatMap((match) =>
      signOf(match, { text, tokens, clause, assertions, matcher, vocabulary, piece }),
    );
    const kept = eachOnce(own.filter(isSaid));
    signs.push(...kept);
    const counted = kept.filter(({ kind }) => kind === "sign");
    const explained = new Set(matches.flatMap(({ at }) => at));
    const isPresent = (at: number) => assertions.of([at], "passing") === "present";
    const understood = counted.length > 0 || tellsOfNone(clause, tokens, { matcher, vocabulary, explained, isPresent });
    const without = understood ? "no-symptom" : "unrecognised";
    return {
      ...spanOf(text, tokens, clauses, piece),
      status: counted.length > 0 ? "recognised" : without,
      signs: counted.map(({ id, polarity, quote, course, side, site }) => ({
        id,
        polarity,
        quote,
        course,
        side,
        site,
      })),
    };
  });
  if (pieces.length === 0 && text.trim() !== "")
    pieces.push({
      text: text.trim(),
      start: text.length - text.trimStart().length,
      end: text.trimEnd().length,
      status: "unrecognised",
      signs: [],
    });
  return { pieces, signs };
}

/** From the first word of a clause to the first of the next: marks and what is no word belong to the clause before. */
function spanOf(
  text: string,
  tokens: readonly Token[],
  clauses: readonly Clause[],
  at: number,
): { text: string; start: number; end: number } {
  const from = at === 0 ? 0 : (tokens[clauses[at]?.from ?? 0]?.start ?? 0);
  const next = clauses[at + 1];
  const to = next === undefined ? text.length : (tokens[next.from]?.start ?? text.length);
  const slice = text.slice(from, to);
  const start = from + (slice.length - slice.trimStart().length);
  const words = slice.trim();
  return { text: words, start, end: start + words.length };
}

/** So many words behind a colon are the value of what stands before it. */
const LONGEST_VALUE = 4;

/** "force and feeling, all normal". */
const VALUE_BEGINS = new Set(["all", "both", "each", "normal", "nad", "intact"]);

/** "Tone: normal", "Urine colour: pale": a heading with its value says one thing. */
function withValue(tokens: readonly Token[], clauses: readonly Clause[], at: number): Clause {
  const clause = clauses[at] ?? { from: 0, to: 0, sentence: 0, endedBy: "end" };
  const next = clauses[at + 1];
  if (next === undefined || next.to - next.from > LONGEST_VALUE) return clause;
  const isValue =
    clause.endedBy === "colon" || (clause.endedBy === "comma" && VALUE_BEGINS.has(tokens[next.from]?.text ?? ""));
  return isValue ? { ...clause, to: next.to } : clause;
}

/** What is part of something longer gives way: "weak" in "weak pulse", "numb" in "numb with boredom". */
function withoutOverruled(matches: readonly Match[]): Match[] {
  if (matches.length < 2) return [...matches];
  return matches.filter((match) => !matches.some((other) => other !== match && overrules(other, match)));
}

function overrules(other: Match, match: Match): boolean {
  const figure = other.pattern.sign.kind === "no-symptom";
  if (other.pattern.sign.id === match.pattern.sign.id && other.pattern.denies === match.pattern.denies) return false;
  const shared = match.at.filter((at) => other.at.includes(at)).length;
  if (shared === 0) return false;
  const contains = shared === match.at.length && other.at.length > match.at.length;
  if (figure)
    return (
      match.pattern.sign.kind === "sign" &&
      other.at.length > 1 &&
      !(match.at.length > other.at.length && shared === other.at.length)
    );
  if (other.pattern.sign.kind !== "sign" && match.pattern.sign.kind === "sign") return false;
  return contains;
}

interface Place {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly clause: Clause;
  readonly assertions: Assertions;
  readonly matcher: Matcher;
  readonly vocabulary: Vocabulary;
  readonly piece: number;
}

function signOf(
  { pattern, at }: Match,
  { text, tokens, clause, assertions, matcher, vocabulary, piece }: Place,
): ReadSign[] {
  const { sign, denies, gives } = pattern;
  if (sign.kind === "no-symptom") return [];
  const said = assertions.of(at, passingOf(sign));
  const attributes = attributesOf(tokens, clause, at, matcher, vocabulary.sites);
  const tags = new Set([...attributes.tags, ...gives]);
  const polarity = standing(
    said,
    denies,
    sign.newOnly === true &&
      tags.has("chronic") &&
      !tags.has("worsening") &&
      !tags.has("sudden") &&
      !tags.has("recent"),
    assertions.deniedDirectly(at),
  );
  if (polarity === null) return [];
  const quote = text.slice(tokens[at[0] ?? 0]?.start ?? 0, tokens[at[at.length - 1] ?? 0]?.end ?? 0);
  return [
    {
      id: sign.id,
      kind: sign.kind,
      name: sign.name,
      polarity,
      quote,
      course: attributes.course,
      side: attributes.side,
      site: attributes.site,
      tags,
      piece,
    },
  ];
}

function passingOf({ event, passing, anyTime }: SignWords): Passing {
  if (anyTime === true) return "any-time";
  if (event === true) return "event";
  return passing === true ? "passing" : "lasting";
}

/** Words that say that a sign is not there deny it where they are said of now; "not normal" says that it is there. */
function standing(said: SignPolarity, denies: boolean, old: boolean, direct: boolean): SignPolarity | null {
  if (!denies) return said === "present" && old ? "past" : said;
  if (said === "negated") return direct ? "present" : "negated";
  return said === "present" ? "negated" : null;
}

/** Each sign once for a clause and standing, by its longest words; what is present goes before what else is said of it. */
function eachOnce(signs: readonly ReadSign[]): ReadSign[] {
  const kept = new Map<string, ReadSign>();
  for (const sign of signs) {
    const key = `${sign.id}|${sign.polarity}`;
    const known = kept.get(key);
    if (known === undefined) kept.set(key, sign);
    else
      kept.set(key, {
        ...(known.quote.length < sign.quote.length ? sign : known),
        tags: new Set([...known.tags, ...sign.tags]),
      });
  }
  return [...kept.values()];
}

/** "swelling" alone, without a place, tells of nothing where it is there and of none where it is denied. */
function isSaid({ tags, polarity }: ReadSign): boolean {
  if (tags.has("only-past")) return polarity === "past";
  return !tags.has("only-denied") || polarity === "negated" || polarity === "uncertain" || polarity === "hypothetical";
}
