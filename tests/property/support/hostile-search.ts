/** A text by what it is made of: `unit` over and over, with something before and behind. */
export interface Recipe {
  head: string;
  unit: string;
  tail: string;
}

export interface Reader {
  name: string;
  read: (text: string) => unknown;
  /** An ordinary text for this reader, to be repeated: what the cost of others is told in. */
  plain: string;
}

export interface Found {
  recipe: Recipe;
  /** Processor time in that of a plain text of the same length. */
  times: number;
}

/** What made texts slow before, and what is like it. */
const TOKENS = [
  ..." \t\n-–—/.,:;()[]{}|*+=<>?!#'\"“”•_%&^~",
  ..."->|→|=>|...|…|--|==|  |\n\n".split("|"),
  ..."1 0 12 3.1 1,000 1/2 01/11/2026 2026-11-30 08:15 11/26 2/52 5 mg mg mmol/L 3.5-5.1 x2 bd".split(" "),
  ..."K Na potassium furosemide bumetanide vitamin d gout no not denies possible ? mother of h/o history of".split(" "),
  ..."stopped then or and if until since with without left calf pain weak pos neg see low H".split(" "),
  ..."a q é ß 足 🙂 \u00A0 \u200B \u0301 E11.9 M10 I10".split(" "),
];
const MOST_TOKENS = 8;

/** Numbers from a seed, so that a search can be repeated. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function textOf({ head, unit, tail }: Recipe, length: number): string {
  const middle = Math.max(0, length - head.length - tail.length);
  return head + unit.repeat(Math.ceil(middle / unit.length)).slice(0, middle) + tail;
}

/** Processor time of one run in milliseconds, the least of several. */
export function cost(run: () => unknown, times: number): number {
  return Math.min(
    ...Array.from({ length: times }, () => {
      const before = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }),
  );
}

export function timesPlain({ read, plain }: Reader, recipe: Recipe, length: number, runs = 1): number {
  const [text, ordinary] = [textOf(recipe, length), textOf({ head: "", unit: plain, tail: "" }, length)];
  return (
    cost(() => read(text), runs) /
    Math.max(
      cost(() => read(ordinary), Math.max(runs, 2)),
      0.5,
    )
  );
}

/** How much more a text of twice the length takes; 2 where the work grows with the text. */
export function growth({ read }: Reader, recipe: Recipe, length: number, runs: number): number {
  const [short, long] = [textOf(recipe, length), textOf(recipe, 2 * length)];
  return (
    cost(() => read(long), runs) /
    Math.max(
      cost(() => read(short), runs),
      0.5,
    )
  );
}

/** Changes the worst texts known again and again, and keeps what is worse: the worst first. */
export function searchWorse(
  reader: Reader,
  { tries, length, random }: { tries: number; length: number; random: () => number },
): Found[] {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const piece = () => Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(TOKENS) ?? "").join("");
  const fresh = (): Recipe => ({
    head: random() < 0.5 ? "" : piece(),
    unit: piece(),
    tail: random() < 0.5 ? "" : piece(),
  });
  const changed = (recipe: Recipe): Recipe => {
    const part = pick(["unit", "unit", "unit", "head", "tail"] as const) ?? "unit";
    const value = recipe[part];
    const at = Math.floor(random() * (value.length + 1));
    const gone = Math.floor(random() * 3);
    const next = value.slice(0, at) + (random() < 0.3 ? "" : (pick(TOKENS) ?? "")) + value.slice(at + gone);
    return { ...recipe, [part]: part === "unit" && next === "" ? " " : next.slice(0, MOST_TOKENS * 8) };
  };
  const kept: Found[] = [];
  for (let tried = 0; tried < tries; tried += 1) {
    const parent = kept.length > 4 && random() < 0.7 ? pick(kept)?.recipe : undefined;
    const recipe = parent === undefined ? fresh() : changed(parent);
    kept.push({ recipe, times: timesPlain(reader, recipe, length) });
    kept.sort((a, b) => b.times - a.times);
    kept.splice(12);
  }
  return kept;
}
