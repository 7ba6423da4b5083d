import { ageOfUnit } from "../assertion/times";
import type { Clause } from "../assertion/clauses";
import type { Token } from "../assertion/tokens";
import type { Matcher } from "./match";

/** Where, on which side and how a sign goes, as its clause tells it. */
export interface Attributes {
  readonly side: "left" | "right" | "both" | "one" | null;
  readonly site: string | null;
  readonly course: string | null;
  /** What red flags ask for: `sudden`, `recent`, `worsening`, `chronic`, `intermittent`, `night`, `severe`, `mild`. */
  readonly tags: ReadonlySet<string>;
}

const SIDES: ReadonlyMap<string, "left" | "right" | "both" | "one"> = new Map([
  ["left", "left"],
  ["l", "left"],
  ["lt", "left"],
  ["lh", "left"],
  ["right", "right"],
  ["r", "right"],
  ["rt", "right"],
  ["rh", "right"],
  ["both", "both"],
  ["bilateral", "both"],
  ["bilat", "both"],
  ["bilaterally", "both"],
  ["b/l", "both"],
  ["one", "one"],
  ["unilateral", "one"],
  ["unilat", "one"],
  ["single", "one"],
]);

const TAGS: Readonly<Record<string, string>> = {
  sudden: "sudden suddenly abruptly abrupt overnight instantly acute acutely woke waking",
  recent: "today tonight yesterday recently new newly lately recent hours",
  worsening:
    "worse worsening worsened progressive progressing progressively increasing increasingly weaker spreading spread rising climbing deteriorating deteriorated growing",
  chronic:
    "always chronic chronically longstanding lifelong stable usual usually unchanged decades childhood birth forever",
  intermittent: "intermittent intermittently occasional occasionally sometimes comes",
  night: "night nights nightly nocturnal nocte",
  severe:
    "severe severely terrible worst splitting pounding excruciating unbearable blinding thunderclap banging intense awful massive horrendous",
  mild: "mild mildly slight slightly minor",
};
const TAG_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(TAGS).flatMap(([tag, words]) => words.split(" ").map((word) => [word, tag] as const)),
);
const COURSE_BEGINS = new Set(["since", "for", "over", "from", "x"]);
const LONGEST_COURSE = 5;
const COURSE_ENDS = new Set([
  "and",
  "but",
  "with",
  "so",
  "when",
  "which",
  "in",
  "on",
  "because",
  "that",
  "he",
  "she",
  "i",
]);

/** Reads the attributes of what was found at some tokens from its clause. */
export function attributesOf(
  tokens: readonly Token[],
  clause: Clause,
  at: readonly number[],
  matcher: Matcher,
  sites: ReadonlyMap<string, string>,
): Attributes {
  const tags = new Set<string>();
  for (let place = clause.from; place < clause.to; place += 1) {
    const tag = TAG_OF.get(tokens[place]?.text ?? "");
    if (tag !== undefined) tags.add(tag);
    if (tokens[place]?.text === "long" && tokens[place + 1]?.text === "standing") tags.add("chronic");
  }
  const course = courseIn(tokens, clause, tags);
  return {
    side: nearestOf(clause, at, (place) => SIDES.get(tokens[place]?.text ?? "")),
    site: nearestOf(clause, at, (place) => siteAt(matcher, sites, place)),
    course: course ?? namedCourse(tags),
    tags,
  };
}

function siteAt(matcher: Matcher, sites: ReadonlyMap<string, string>, place: number): string | undefined {
  for (const [symbol, name] of sites) if (matcher.has(place, symbol)) return name;
  return undefined;
}

/** So far from what was found a side or a site is looked for. */
const REACH = 12;

function nearestOf<Value>(
  clause: Clause,
  at: readonly number[],
  valueAt: (place: number) => Value | undefined,
): Value | null {
  const first = at[0] ?? clause.from;
  const last = at[at.length - 1] ?? first;
  for (let place = first; place <= last; place += 1) {
    const value = valueAt(place);
    if (value !== undefined) return value;
  }
  for (let step = 1; step <= REACH; step += 1) {
    for (const place of [first - step, last + step]) {
      if (place < clause.from || place >= clause.to) continue;
      const value = valueAt(place);
      if (value !== undefined) return value;
    }
  }
  return null;
}

const YEARS_ARE_LONG = 1;
const MONTHS_ARE_LONG = 12;

/** "since last week", "for 10 years", "3/7". Adds what the length of time means. */
function courseIn(tokens: readonly Token[], clause: Clause, tags: Set<string>): string | null {
  for (let at = clause.from; at < clause.to; at += 1) {
    const word = tokens[at]?.text ?? "";
    const next = tokens[at + 1]?.text ?? "";
    if (/^\d+\/(7|52|12)$/.test(word)) {
      addLength(tags, Number(word.split("/")[0]), ageOfUnit(word));
      return word;
    }
    const second = tokens[at + 2]?.text;
    if (
      COURSE_BEGINS.has(word) &&
      at + 1 < clause.to &&
      (word === "since" ||
        /^(\d|a$|an$|many|several|some|few|years|months|weeks|days|ages|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|about|at|the|over|past|last|this|midday|noon|morning|yesterday|mon|tue|wed|thu|fri|sat|sun)/.test(
          next,
        ))
    ) {
      let to = at + 1;
      while (to < clause.to && to - at <= LONGEST_COURSE && !COURSE_ENDS.has(tokens[to]?.text ?? "")) to += 1;
      const words = tokens.slice(at, to).map(({ text }) => text);
      const unit = words.map(ageOfUnit).find((age) => age !== null) ?? null;
      if (unit === null && word !== "since") continue;
      addLength(tags, numberIn(words), unit);
      if (word === "since" && unit === null && !words.some((one) => /^(child|birth|school|teen|19|20)/.test(one)))
        tags.add("recent");
      if (words.some((one) => /^(childhood|birth|school)/.test(one))) tags.add("chronic");
      return words.join(" ");
    }
    if (/^\d+$/.test(word) && ageOfUnit(next) !== null && !["ago", "back"].includes(second ?? "")) {
      addLength(tags, Number(word), ageOfUnit(next));
      return `${word} ${next}`;
    }
  }
  return null;
}

function addLength(tags: Set<string>, amount: number, unit: ReturnType<typeof ageOfUnit>): void {
  if (unit === "days" || (unit === "weeks" && amount <= 2)) tags.add("recent");
  if ((unit === "years" && amount >= YEARS_ARE_LONG) || (unit === "months" && amount >= MONTHS_ARE_LONG))
    tags.add("chronic");
}

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ["a", 1],
  ["one", 1],
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["six", 6],
  ["seven", 7],
  ["eight", 8],
  ["nine", 9],
  ["ten", 10],
  ["eleven", 11],
  ["twelve", 12],
  ["fifteen", 15],
  ["twenty", 20],
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
  ["several", 5],
  ["many", 9],
  ["few", 3],
  ["couple", 2],
]);

function numberIn(words: readonly string[]): number {
  for (const word of words.slice(1)) {
    const value = NUMBERS.get(word) ?? Number.parseInt(word, 10);
    if (Number.isFinite(value)) return value;
  }
  return 5;
}

function namedCourse(tags: ReadonlySet<string>): string | null {
  if (tags.has("sudden")) return "sudden";
  if (tags.has("worsening")) return "worsening";
  if (tags.has("chronic")) return "long-standing";
  if (tags.has("intermittent")) return "intermittent";
  return tags.has("recent") ? "new" : null;
}
