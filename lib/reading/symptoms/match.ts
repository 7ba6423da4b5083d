import type { Clause } from "../assertion/clauses";
import type { Token } from "../assertion/tokens";
import type { Element, Pattern, Sequence } from "./pattern";
import type { Hit, Vocabulary } from "./vocabulary";

/** A pattern that was found, with the tokens that it is made of, in order. */
export interface Match {
  readonly pattern: Pattern;
  readonly at: readonly number[];
}

/** Words that say little by themselves and may stand between any two of a pattern. */
const FILLING = new Set(
  `a an the my his her their its our your this that these those really very so quite completely totally absolutely just actually still bit rather pretty proper properly slightly somewhat almost also even only suddenly gradually again currently both left right l r lt rt of some any all
   me yer yer oor is are was were am be been being has have had more much too lot bloody flipping such kind sort like'd well in on to with's own being been mild moderate severe significant new old usual quickly slowly already basically literally 's :`.split(
    /\s+/,
  ),
);
/** What a pattern holds does not reach over them: another statement begins. */
const JOINS = new Set(["but", "then", "because", "so"]);
const MOST_FILLING = 3;
/** So far apart are parts that stand in any order. */
const NEAR = 10;
/** So far a pattern looks for a word beside which it does not hold. */
const UNLESS = 8;
/** So many other words may stand beside what counts only alone. */
const MOST_BESIDE = 2;
/** So far back and ahead the thing that is spoken of may stand. */
const CONTEXT = 22;
const CONTEXT_AHEAD = 16;

/** Finds the patterns of a vocabulary in clauses. Each token costs the patterns that may begin with it: linear in the text. */
export class Matcher {
  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly tokens: readonly Token[],
    private readonly hits: readonly (readonly Hit[])[],
  ) {}

  /** Every match that begins in a clause. */
  inClause(clause: Clause): Match[] {
    const found: Match[] = [];
    const there = new Set<string>();
    for (let at = clause.from; at < clause.to; at += 1) for (const { symbol } of this.hits[at] ?? []) there.add(symbol);
    const may = (symbols: readonly string[]) => symbols.some((symbol) => there.has(symbol));
    for (let at = clause.from; at < clause.to; at += 1) {
      for (const { symbol } of this.hits[at] ?? []) {
        for (const pattern of this.vocabulary.beginningWith(symbol)) {
          // Most patterns want a word that the clause does not hold at all.
          if (!pattern.required.every(may)) continue;
          const tokens = this.matchAt(pattern, at, clause);
          if (tokens !== null && this.holds(pattern, tokens, clause)) found.push({ pattern, at: tokens });
        }
      }
    }
    return found;
  }

  /** Whether a symbol stands at a token. */
  has(at: number, symbol: string): boolean {
    return (this.hits[at] ?? []).some((hit) => hit.symbol === symbol);
  }

  private matchAt({ parts }: Pattern, at: number, clause: Clause): number[] | null {
    const [first, ...others] = parts;
    const tokens = first === undefined ? null : this.sequence(first, at, clause);
    if (tokens === null) return null;
    const all = [...tokens];
    for (const part of others) {
      const near = this.nearest(part, all, clause);
      if (near === null) return null;
      all.push(...near);
    }
    return all.sort((a, b) => a - b);
  }

  /** The nearest place of a part beside what is found already, on either side. */
  private nearest(part: Sequence, taken: readonly number[], clause: Clause): number[] | null {
    const first = Math.min(...taken);
    const last = Math.max(...taken);
    for (let step = 1; step <= NEAR; step += 1) {
      for (const at of [last + step, first - step]) {
        if (at < clause.from || at >= clause.to) continue;
        const found = this.sequence(part, at, clause);
        if (found !== null && !found.some((token) => taken.includes(token))) return found;
      }
    }
    // Between the parts that were found.
    for (let at = first + 1; at < last; at += 1) {
      const found = this.sequence(part, at, clause);
      if (found !== null && !found.some((token) => taken.includes(token))) return found;
    }
    return null;
  }

  /** The tokens of a sequence that begins at `at`. The first way that fits is taken, the shortest gap first. */
  private sequence(elements: Sequence, at: number, clause: Clause): number[] | null {
    return this.rest(elements, 0, at, clause, 0);
  }

  private rest(elements: Sequence, index: number, at: number, clause: Clause, gap: number): number[] | null {
    const element = elements[index];
    if (element === undefined) return [];
    if ("gap" in element) return this.rest(elements, index + 1, at, clause, element.gap);
    for (let skipped = 0, filled = 0, place = at; place < clause.to; place += 1) {
      const length = this.lengthAt(place, element);
      if (length !== null) {
        const tail = this.rest(elements, index + 1, place + length, clause, 0);
        if (tail !== null) return [...range(place, length), ...tail];
      }
      if (index === 0) break;
      if (FILLING.has(this.tokens[place]?.text ?? "") && filled < MOST_FILLING) filled += 1;
      else if (skipped < gap && !JOINS.has(this.tokens[place]?.text ?? "")) skipped += 1;
      else break;
    }
    return element.optional ? this.rest(elements, index + 1, at, clause, gap) : null;
  }

  private lengthAt(at: number, element: Extract<Element, { symbols: readonly string[] }>): number | null {
    let longest: number | null = null;
    for (const hit of this.hits[at] ?? [])
      if (element.symbols.includes(hit.symbol) && hit.length > (longest ?? 0)) longest = hit.length;
    return longest;
  }

  private holds({ near, unless, alone }: Pattern, at: readonly number[], clause: Clause): boolean {
    const first = at[0] ?? 0;
    const last = at[at.length - 1] ?? 0;
    if (alone && clause.to - clause.from > at.length + MOST_BESIDE) return false;
    if (near !== null && !this.isSpokenOf(near, first, last)) return false;
    if (unless.length === 0) return true;
    const from = Math.max(clause.from, first - UNLESS);
    const to = Math.min(clause.to, last + UNLESS + 1);
    for (let place = from; place < to; place += 1) {
      // What was found itself is no reason against it, unless it begins something longer: "back" in "back of the leg".
      const own = at.includes(place);
      for (const hit of this.hits[place] ?? [])
        if ((!own || hit.length > 1) && unless.includes(hit.symbol)) return false;
    }
    return true;
  }

  private isSpokenOf(symbol: string, first: number, last: number): boolean {
    for (let at = Math.max(0, first - CONTEXT); at < Math.min(this.hits.length, last + CONTEXT_AHEAD); at += 1)
      if (this.has(at, symbol)) return true;
    return false;
  }
}

function range(from: number, length: number): number[] {
  return Array.from({ length }, (_, offset) => from + offset);
}
