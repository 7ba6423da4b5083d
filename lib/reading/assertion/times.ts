import type { Clause } from "./clauses";
import { BEGINNING } from "./cues";
import { sameSentence, type Age, type Cut } from "./scope";

const UNITS: ReadonlyMap<string, Age> = new Map(
  (
    [
      "hour days",
      "hours days",
      "hr days",
      "hrs days",
      "day days",
      "days days",
      "week weeks",
      "weeks weeks",
      "wk weeks",
      "wks weeks",
      "fortnight weeks",
      "month months",
      "months months",
      "mth months",
      "mths months",
      "mo months",
      "mos months",
      "year years",
      "years years",
      "yr years",
      "yrs years",
      "decades years",
      "ages years",
      "summer months",
      "winter months",
      "spring months",
      "autumn months",
    ] as const
  ).map((pair) => {
    const [word = "", age] = pair.split(" ");
    return [word, age === "weeks" || age === "months" || age === "years" ? age : "days"];
  }),
);
const DENOMINATORS: ReadonlyMap<string, Age> = new Map([
  ["24", "days"],
  ["7", "days"],
  ["52", "weeks"],
  ["12", "months"],
]);
const YEAR = /^(?:19[3-9]\d|20[0-4]\d)$/;
const AGO = new Set(["ago", "back", "earlier", "previously"]);
const MONTHS = new Set(
  "january february march april may june july august september october november december".split(" "),
);
const DAY_WORDS = new Set(["week", "month", "fortnight"]);

/** How long ago the word before "ago" says: "2 weeks", "6/52", "a fortnight". */
export function ageOfUnit(word: string | undefined): Age | null {
  if (word === undefined) return null;
  const unit = UNITS.get(word);
  if (unit !== undefined) return unit;
  const fraction = /^\d+\/(\d+)$/.exec(word);
  return fraction === null ? null : (DENOMINATORS.get(fraction[1] ?? "") ?? null);
}

/** Marks clauses that a time puts into the past: "6 years ago", "in 2006", "last month". What began then goes on and is not marked. */
export function markTimes(cut: Cut): void {
  const { tokens, clauses, map } = cut;
  clauses.forEach((clause, k) => {
    for (let at = clause.from; at < clause.to; at += 1) {
      const found = timeAt(cut, clause, at);
      if (found === null) continue;
      const { age, from } = found;
      const scope = { standing: "past", cueFrom: from, cueTo: at + 1, age } as const;
      if (!begins(cut, clause)) map.cover(clause.from, clause.to, scope);
      // "clot in the leg, back in 2006": a clause that is little more than a time speaks of the one before it.
      const before = clauses[k - 1];
      if (
        before !== undefined &&
        sameSentence(before, clause) &&
        clause.to - clause.from <= at + 1 - from + 1 &&
        !begins(cut, before)
      )
        map.cover(before.from, before.to, scope);
    }
  });

  function timeAt(_: Cut, clause: Clause, at: number): { age: Age; from: number } | null {
    const word = tokens[at]?.text ?? "";
    const before = at > clause.from ? tokens[at - 1]?.text : undefined;
    // "before five years", as it is said in other languages.
    const unit = ageOfUnit(word);
    if (unit !== null && tokens[at - 2]?.text === "before" && at - 2 >= clause.from) return { age: unit, from: at - 2 };
    if (AGO.has(word)) {
      const age = ageOfUnit(before);
      if (age !== null) return { age, from: /^\d/.test(before ?? "") ? at - 1 : Math.max(clause.from, at - 2) };
    }
    if (YEAR.test(word) && before !== "since" && !["ml", "mg", "iu", "cm", "u"].includes(tokens[at + 1]?.text ?? ""))
      return { age: "years", from: at };
    if (MONTHS.has(word) && before === "in") return { age: "months", from: at - 1 };
    if (before === "last" && DAY_WORDS.has(word)) return { age: word === "month" ? "months" : "weeks", from: at - 1 };
    if (before === "other" && (word === "day" || word === "week"))
      return { age: word === "day" ? "days" : "weeks", from: at - 1 };
    return null;
  }
}

function begins({ tokens }: Cut, clause: Clause): boolean {
  for (let at = clause.from; at < clause.to; at += 1) if (BEGINNING.has(tokens[at]?.text ?? "")) return true;
  return false;
}
