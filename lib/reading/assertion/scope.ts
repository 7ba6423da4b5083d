import type { Clause } from "./clauses";
import type { Token } from "./tokens";

/** Why words are not simply the patient's, of now. `chronic-none`: "no fits for 30 years", which says that there were some. */
export type Standing = "negated" | "family" | "past" | "uncertain" | "hypothetical";

/** How long ago a time is that stands beside words. */
export type Age = "days" | "weeks" | "months" | "years";

/** A stretch of tokens with what a cue says about it. The cue's own place tells whether it is part of what was found. */
export interface Scope {
  readonly standing: Standing;
  readonly cueFrom: number;
  readonly cueTo: number;
  /** The word of the cue that denies by itself. */
  readonly carriedBy?: number;
  /** For `past` by a time alone: how long ago. */
  readonly age?: Age;
  /** Answers what stands before it ("none of these"): holds against every other standing. */
  readonly answers?: true;
}

/** So far a scope runs at most: a text without any mark costs what its length is. */
const LONGEST_SCOPE = 60;

/** The scopes that cover each token. */
export class ScopeMap {
  private readonly covering: Scope[][];

  constructor(length: number) {
    this.covering = Array.from({ length }, () => []);
  }

  cover(from: number, to: number, scope: Scope): void {
    for (let at = Math.max(0, from); at < Math.min(to, from + LONGEST_SCOPE, this.covering.length); at += 1)
      this.covering[at]?.push(scope);
  }

  /** The scopes over a token whose cue is not itself a part of what was found ("no pulse", "can't feel"). */
  over(at: number, found: readonly number[]): readonly Scope[] {
    return (this.covering[at] ?? []).filter((scope) => scope.cueTo === scope.cueFrom || !isPart(scope, found));
  }
}

/** A cue is part of what was found where its words are, or where the word that carries it is: "have no" in "no power". */
function isPart({ cueFrom, cueTo, carriedBy }: Scope, found: readonly number[]): boolean {
  if (carriedBy !== undefined && found.includes(carriedBy)) return true;
  for (let at = cueFrom; at < cueTo; at += 1) if (!found.includes(at)) return false;
  return true;
}

/** What the parts of the engine work on. */
export interface Cut {
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  readonly map: ScopeMap;
}

/** Whether two clauses stand in one sentence. */
export function sameSentence(a: Clause | undefined, b: Clause | undefined): boolean {
  return a !== undefined && b !== undefined && a.sentence === b.sentence;
}
