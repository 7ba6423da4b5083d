import { automatonOf, type Automaton, type Symbol } from "./automaton";

/** How the work of an expression grows with the text, where it grows faster than the text; and what makes it grow. */
export type Ambiguity = { kind: "exponential" | "polynomial"; repeated: string } | null;

/** Without one of these there is no loop. */
const REPEATS = /[*+]|\{\d{1,9}(?:,|,\d{3,9})\}/;

type Move = { to: number; ways: number };

/**
 * Two ways through the same characters, over and over, and then a failure: that is what makes a search go back and try all of
 * them. Exponential where one loop has two ways round, polynomial where one loop runs on into another (the search itself, which
 * begins at every place, is a loop too). The theory is of Weideman and others, “Analyzing Matching Time Behavior of Backtracking
 * Regular Expression Matchers by Using Ambiguity of NFA” (2016).
 */
export function ambiguityOf(source: string, flags: string): Ambiguity {
  if (!REPEATS.test(source)) return null;
  const searches = flags.includes("y") ? [false] : [false, true];
  const found = searches.map((search) => new Search(automatonOf(source, flags, search)).run());
  return found.find((one) => one?.kind === "exponential") ?? found.find((one) => one !== null) ?? null;
}

class Search {
  private readonly moved = new Map<number, readonly Move[]>();
  private readonly loops: readonly (readonly number[])[];
  /** Where one stands after a character. */
  private readonly arrivals: ReadonlySet<number>;

  constructor(private readonly machine: Automaton) {
    this.arrivals = new Set(machine.states.flat().flatMap((step) => ("on" in step ? [step.to] : [])));
    this.loops = loopsOf(machine.states.map((steps) => steps.map(({ to }) => to)));
  }

  run(): Ambiguity {
    for (const loop of this.loops) {
      const repeated = this.twoWaysRound(new Set(loop));
      if (repeated !== null) return { kind: "exponential", repeated };
    }
    for (const first of this.loops)
      for (const second of this.loops) {
        if (first === second || this.alwaysMatches(new Set(second))) continue;
        const repeated = this.runsInto(new Set(first), new Set(second));
        if (repeated !== null) return { kind: "polynomial", repeated };
      }
    return null;
  }

  /** The states where a character is taken, reached from `state` when `symbol` follows `before`. */
  private moves(state: number, before: Symbol | null, symbol: Symbol): readonly Move[] {
    const size = this.machine.symbols.length + 1;
    const key = (state * size + (before ?? size - 1)) * size + symbol;
    const known = this.moved.get(key);
    if (known !== undefined) return known;
    const ways = new Map<number, number>();
    this.walk(state, [before, symbol], new Set(), (to) => ways.set(to, (ways.get(to) ?? 0) + 1));
    const moves = [...ways].map(([to, count]) => ({ to, ways: count }));
    this.moved.set(key, moves);
    return moves;
  }

  private walk(
    state: number,
    place: readonly [Symbol | null, Symbol],
    passed: Set<number>,
    arrive: (to: number) => void,
  ): void {
    passed.add(state);
    for (const step of this.machine.states[state] ?? [])
      if ("on" in step) {
        if (step.on.has(place[1])) arrive(step.to);
      } else if (!passed.has(step.to) && (step.if === null || step.if(...place)))
        this.walk(step.to, place, passed, arrive);
    passed.delete(state);
  }

  private accepts(state: number, before: Symbol | null, after: Symbol | null, passed = new Set<number>()): boolean {
    if (state === this.machine.accept) return true;
    passed.add(state);
    return (this.machine.states[state] ?? []).some(
      (step) =>
        !("on" in step) &&
        !passed.has(step.to) &&
        (step.if === null || step.if(before, after)) &&
        this.accepts(step.to, before, after, passed),
    );
  }

  /** Each turn of the loop passes a place from which the search cannot fail any more: nobody goes back further than a turn. */
  private alwaysMatches(loop: ReadonlySet<number>): boolean {
    const symbols = [...this.machine.symbols.keys()];
    const inside = this.symbolsOf(loop, loop);
    const failing = [...loop].filter((state) => !this.matchesFrom(state, symbols, inside));
    const left = new Set(failing);
    return loopsOf(
      this.machine.states.map((steps, state) =>
        left.has(state) ? steps.map(({ to }) => to).filter((to) => left.has(to)) : [],
      ),
    ).every((one) => one.length === 0);
  }

  private matchesFrom(state: number, symbols: readonly Symbol[], inside: readonly Symbol[]): boolean {
    if (inside.every((before) => inside.every((after) => this.accepts(state, before, after)))) return true;
    return [null, ...symbols.filter((symbol) => !inside.includes(symbol))].every((after) =>
      inside.every((before) => this.endsWell(state, before, after)),
    );
  }

  private endsWell(state: number, before: Symbol, after: Symbol | null): boolean {
    if (this.accepts(state, before, after)) return true;
    if (after === null) return false;
    const anywhere = [null, ...this.machine.symbols.keys()];
    return this.moves(state, before, after).some(({ to }) => anywhere.every((next) => this.accepts(to, after, next)));
  }

  /** The characters that lead from one of these states to one of those. */
  private symbolsOf(from: ReadonlySet<number>, to: ReadonlySet<number>): Symbol[] {
    const all = new Set<Symbol>();
    for (const state of from)
      for (const step of this.machine.states[state] ?? [])
        if ("on" in step && to.has(step.to)) for (const symbol of step.on) all.add(symbol);
    return [...all];
  }

  private arrival(loop: ReadonlySet<number>): number | undefined {
    return [...loop].find((state) => this.arrivals.has(state));
  }

  /** From any place of a loop one comes to any other, so that one place is enough to begin at. */
  private twoWaysRound(loop: ReadonlySet<number>): string | null {
    const state = this.arrival(loop);
    if (state === undefined || this.alwaysMatches(loop)) return null;
    return this.find([state, state], [state, state], [loop, loop], true);
  }

  private runsInto(first: ReadonlySet<number>, second: ReadonlySet<number>): string | null {
    const from = this.arrival(first);
    const to = this.arrival(second);
    if (from === undefined || to === undefined) return null;
    return this.find([from, from, to], [from, to, to], [first, null, second], false);
  }

  /**
   * The shortest text by which all walkers go from `begin` to `end` together, each within its states. `part`: two of them must
   * have gone different ways.
   */
  private find(
    begin: readonly number[],
    end: readonly number[],
    within: readonly (ReadonlySet<number> | null)[],
    part: boolean,
  ): string | null {
    const goal = `${end.join(",")}/true`;
    // The walker that stays in the last loop takes every character; the last one takes him where he began.
    const stays = within.at(-1) ?? new Set<number>();
    const usable = this.symbolsOf(stays, stays);
    const queue = this.symbolsOf(stays, new Set(end.slice(-1))).map((before) => ({
      at: begin,
      before,
      parted: !part,
      text: "",
      first: before,
    }));
    const seen = new Set<string>();
    for (const { at, before, parted, text, first } of queue)
      for (const symbol of usable)
        for (const { to, doubled } of this.together(at, { before, symbol, within })) {
          const apart = parted || doubled || (part && to[0] !== to[1]);
          const read = text + (this.machine.symbols[symbol] ?? "");
          if (`${to.join(",")}/${apart}` === goal && symbol === first) return read;
          const key = `${to.join(",")}/${apart}/${symbol}/${first}`;
          if (seen.has(key)) continue;
          seen.add(key);
          queue.push({ at: to, before: symbol, parted: apart, text: read, first });
        }
    return null;
  }

  private together(
    at: readonly number[],
    given: { before: Symbol; symbol: Symbol; within: readonly (ReadonlySet<number> | null)[] },
  ): { to: number[]; doubled: boolean }[] {
    let all: { to: number[]; doubled: boolean }[] = [{ to: [], doubled: false }];
    at.forEach((state, index) => {
      const room = given.within[index] ?? null;
      const moves = this.moves(state, given.before, given.symbol).filter(({ to }) => room === null || room.has(to));
      all = all.flatMap(({ to, doubled }) =>
        moves.map((move) => ({ to: [...to, move.to], doubled: doubled || move.ways > 1 })),
      );
    });
    return all;
  }
}

/** The groups of states from which one comes back to where one was. */
function loopsOf(targets: readonly (readonly number[])[]): number[][] {
  const reached = targets.map((_, from) => reachedFrom(from, targets));
  const taken = new Set<number>();
  const loops: number[][] = [];
  reached.forEach((all, state) => {
    if (taken.has(state) || !all.has(state)) return;
    const loop = [...all].filter((other) => reached[other]?.has(state) === true);
    loop.forEach((one) => taken.add(one));
    loops.push(loop);
  });
  return loops;
}

function reachedFrom(from: number, targets: readonly (readonly number[])[]): Set<number> {
  const all = new Set<number>();
  const open = [from];
  for (let state = open.pop(); state !== undefined; state = open.pop())
    for (const to of targets[state] ?? [])
      if (!all.has(to)) {
        all.add(to);
        open.push(to);
      }
  return all;
}
