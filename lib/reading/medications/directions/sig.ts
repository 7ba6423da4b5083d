import { contradicting, isStrayTime } from "./stray-times";
import { type AlternativeField, alternativesIn } from "./alternatives";
import type { NameGroup, Span } from "@/lib/reading/medications/text/list-parts";
import { phraseSet, phraseTable } from "@/lib/reading/medications/text/phrase-table";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { FORMS } from "@/lib/reading/medications/vocabulary/forms";
import {
  AS_NEEDED,
  FREQUENCIES,
  NUMBER_WORDS,
  TIME_UNITS,
  WEEKDAYS,
} from "@/lib/reading/medications/vocabulary/frequencies";
import { DOSE_UNITS } from "@/lib/reading/medications/vocabulary/units";
import { RIGHT_EYE_OR_DAILY, ROUTES } from "@/lib/reading/medications/vocabulary/routes";

const FORM_TABLE = phraseTable(FORMS.map(([words, form, route]) => [words, { form, route }] as const));
const ROUTE_TABLE = phraseTable(ROUTES);
const FREQUENCY_TABLE = phraseTable(FREQUENCIES);
const AS_NEEDED_TABLE = phraseSet(AS_NEEDED);

export type Sig = {
  form: string | null;
  route: string | null;
  frequency: string | null;
  asNeeded: boolean;
  /** Readings between which the text itself leaves the choice ("QD/QID", "IM/SC", "tablets or capsules"). */
  choices: readonly { field: AlternativeField; choices: string[] }[];
};

/** Words that only say where or how a form is used and settle no route when a form has settled it. */
const WEAK_ROUTES = new Set([
  "take",
  "taken",
  "to be taken",
  "apply",
  "applied",
  "mouth",
  "oral",
  "puff",
  "puffs",
  "inhalation",
  "inhalations",
  "inh",
  "to be applied",
]);

/** Reads form, route, frequency and "as needed" of one medication from its stretch of the text. */
export function readSig(tokens: readonly Token[], span: Span, group: NameGroup): Sig {
  const names = new Map(group.hits.map((hit) => [hit.from, hit.to]));
  const frequencies: string[] = [];
  let form: string | null = null;
  let formRoute: string | null = null;
  let route: string | null = null;
  let weakRoute: string | null = null;
  let asNeeded = false;
  let apart = false;
  let nameEnd = span.from;
  const alternatives = alternativesIn(tokens);
  for (let at = span.from; at < span.to;) {
    const skip = names.get(at);
    if (skip !== undefined) {
      nameEnd = skip;
      at += 1;
      continue;
    }
    const inName = at < nameEnd;
    const formPhrase = FORM_TABLE.at(tokens, at, span.to);
    const routePhrase = ROUTE_TABLE.at(tokens, at, span.to);
    const timing = inName ? null : frequencyAt(tokens, at, span.to);
    const needed = inName ? null : AS_NEEDED_TABLE.at(tokens, at, span.to);
    const length = Math.max(
      formPhrase?.length ?? 0,
      routePhrase?.length ?? 0,
      timing?.length ?? 0,
      needed?.length ?? 0,
    );
    if (length === 0) {
      // "5 mg daily and 10 mg every other day": each amount has its own.
      if (frequencies.length > 0 && DOSE_UNITS.has(tokens[at]?.text ?? "")) apart = true;
      at += 1;
      continue;
    }
    if (needed !== null && needed.length === length) asNeeded = true;
    else if (timing !== null && timing.length === length && isFormer(tokens, at)) {
      // "(was once daily)", "up from three times a day" tell what no longer holds.
    } else if (timing !== null && timing.length === length && isStrayTime(tokens, at, length, timing.value)) {
      // "weekly blister pack", "review every 6 months", "max 8 a day" say nothing of how often it is taken.
    } else if (timing !== null && timing.length === length && !isStray(tokens, at, timing)) {
      alternatives.see("frequency", timing.value, at, at + length);
      if (!frequencies.includes(timing.value) && frequencies.length < 4) frequencies.push(timing.value);
    } else if (formPhrase !== null && formPhrase.length >= (routePhrase?.length ?? 0)) {
      alternatives.see("form", formPhrase.value.form, at, at + length);
      if (form === null || form === "spray" || form === "drops") form = formPhrase.value.form;
      formRoute ??= formPhrase.value.route;
      if (routePhrase !== null && formPhrase.value.route === null) route ??= routePhrase.value;
    } else if (routePhrase !== null) {
      const words = tokens
        .slice(at, at + routePhrase.length)
        .map((token) => token.text)
        .join(" ");
      if (!WEAK_ROUTES.has(words)) alternatives.see("route", routePhrase.value, at, at + length);
      if (WEAK_ROUTES.has(words)) weakRoute ??= routePhrase.value;
      else route ??= routePhrase.value;
    }
    at += length;
  }
  const settled = route ?? formRoute ?? weakRoute;
  const choices = alternatives.found();
  const open = choices.find(({ field }) => field === "frequency")?.choices[0];
  const clash =
    open === undefined && settled !== "eye" && !apart && !rightEye(tokens, span) ? contradicting(frequencies) : [];
  if (clash.length > 1) choices.push({ field: "frequency", choices: clash });
  const frequency = open ?? tidyFrequency(frequencies, settled);
  return {
    form,
    route: settled,
    frequency,
    asNeeded,
    choices: [...choices, ...eyeOrDaily(tokens, span, { form, route: settled, frequency })],
  };
}

const FORMER = new Set(["was", "from", "previously", "formerly", "were"]);

/** Whether the frequency that begins here is one of the past. */
const isFormer = (tokens: readonly Token[], at: number): boolean => FORMER.has(tokens[at - 1]?.text ?? "");

/** "1 drop OD" into an eye says either "right eye" or "daily"; with another frequency beside it, it is the eye. */
function eyeOrDaily(
  tokens: readonly Token[],
  span: Span,
  timing: { form: string | null; route: string | null; frequency: string | null },
): { field: AlternativeField; choices: string[] }[] {
  const intoEye = timing.route === "eye" || (timing.route === null && timing.form === "drops");
  if (!intoEye || timing.frequency !== "daily") return [];
  const words = tokens.slice(span.from, span.to);
  const daily = words.some(
    (token, index) => token.text === "daily" || token.text === "qd" || (token.text === "day" && index > 0),
  );
  return !daily && words.some((token) => token.text === RIGHT_EYE_OR_DAILY)
    ? [{ field: "frequency", choices: ["daily", "in the right eye"] }]
    : [];
}

/** "Cosopt OD bid": a right eye, and how often. */
function rightEye(tokens: readonly Token[], span: Span): boolean {
  for (let at = span.from; at + 1 < span.to; at += 1)
    if (tokens[at]?.text === RIGHT_EYE_OR_DAILY && /^(?:bid|bd|tid|tds|qid|qds)$/.test(tokens[at + 1]?.text ?? ""))
      return true;
  return false;
}

type Timing = { length: number; value: string };

/** "on" is at night in "1 on"; in "on Mondays" or "on hold" it is a word. */
function isStray(tokens: readonly Token[], at: number, timing: Timing): boolean {
  const word = tokens[at]?.text;
  if (
    timing.length > 1 ||
    (word !== "on" &&
      word !== "om" &&
      word !== "die" &&
      word !== "am" &&
      word !== "pm" &&
      word !== "w" &&
      word !== "ss" &&
      word !== "ac" &&
      word !== "pc")
  )
    return false;
  if (word !== "on") return false;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  // "PO ON 13/02/2020" in a table: behind a route it is at night.
  const routed = before !== undefined && (before.text === "po" || before.text === "oral");
  if (next?.kind === "number" && isDatePart(tokens[at + 2])) return !routed;
  const ends =
    next === undefined ||
    next.kind !== "word" ||
    AS_NEEDED_TABLE.at(tokens, at + 1, at + 4) !== null ||
    next.text === "po";
  return !(ends && before !== undefined && (before.kind !== "word" || before.text !== "is"));
}

/** Behind "on 3": a month's name, the rest of a numeric date, or "rd". */
function isDatePart(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (/^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|^(st|nd|rd|th)$/.test(token.text) ||
      ((token.text === "/" || token.text === "-") && !token.gap))
  );
}

function frequencyAt(tokens: readonly Token[], at: number, to: number): Timing | null {
  const phrase = FREQUENCY_TABLE.at(tokens, at, to);
  const interval =
    intervalAt(tokens, at, to) ?? daysAWeekAt(tokens, at, to) ?? countAt(tokens, at, to) ?? weekdaysAt(tokens, at, to);
  if (interval !== null && interval.length >= (phrase?.length ?? 0)) return interval;
  return phrase;
}

/** "every 4 to 6 hours", "q6h", "q 4-6 hrs", "every two weeks", "6 hourly". */
function intervalAt(tokens: readonly Token[], from: number, to: number): Timing | null {
  const lead = tokens[from]?.text;
  let at = from;
  const led = lead === "every" || lead === "q" || lead === "each";
  if (led) at += 1;
  if (led && tokens[at]?.text === ".") at += 1;
  const first = numberAt(tokens, at);
  if (first === null) return null;
  at += 1;
  let text = first;
  const tie = tokens[at]?.text;
  if (tie === "-" || tie === "to" || tie === "or") {
    const second = numberAt(tokens, at + 1);
    if (second !== null) {
      text = `${first} to ${second}`;
      at += 2;
    }
  }
  if (tokens[at]?.text === "(") at = closing(tokens, at, to);
  if (tokens[at]?.text === "-") at += 1;
  const unit = at < to ? TIME_UNITS.get(tokens[at]?.text ?? "") : undefined;
  if (unit === undefined || (!led && tokens[at]?.text !== "hourly")) return null;
  return { length: at + 1 - from, value: text === "1" ? `every ${unit}` : `every ${text} ${unit}s` };
}

function closing(tokens: readonly Token[], at: number, to: number): number {
  for (let end = at + 1; end < to && end < at + 5; end += 1) if (tokens[end]?.text === ")") return end + 1;
  return at;
}

/** "5 days a week", "6 days/week", "five days per week". */
function daysAWeekAt(tokens: readonly Token[], from: number, to: number): Timing | null {
  const count = numberAt(tokens, from);
  const unit = tokens[from + 1]?.text;
  if (count === null || Number(count) > 7 || (unit !== "days" && unit !== "day" && unit !== "nights")) return null;
  const tie = ["a", "per", "/", "each", "every", "of", "out"].includes(tokens[from + 2]?.text ?? "") ? 1 : 0;
  const at = from + 2 + tie + (["the", "of", "each"].includes(tokens[from + 2 + tie]?.text ?? "") ? 1 : 0);
  if (tie === 0 || at >= to || !["week", "wk", "weekly"].includes(tokens[at]?.text ?? "")) return null;
  return { length: at + 1 - from, value: `${count} days a week` };
}

const COUNT_NAMES = new Map([
  ["1", "daily"],
  ["2", "twice daily"],
  ["3", "three times daily"],
  ["4", "four times daily"],
]);

/** "2 (two) times a day", "3x/day", "three times weekly". */
function countAt(tokens: readonly Token[], from: number, to: number): Timing | null {
  const count = numberAt(tokens, from);
  if (count === null) return null;
  let at = from + 1;
  if (tokens[at]?.text === "(") at = closing(tokens, at, to);
  const times = tokens[at]?.text;
  if (times !== "x" && times !== "times" && times !== "time") return null;
  at += 1;
  if (["a", "per", "/", "each", "every"].includes(tokens[at]?.text ?? "")) at += 1;
  const unit = at < to ? tokens[at]?.text : undefined;
  if (unit === "day" || unit === "daily" || unit === "d")
    return { length: at + 1 - from, value: COUNT_NAMES.get(count) ?? `${count} times daily` };
  if (unit === "week" || unit === "weekly" || unit === "wk")
    return { length: at + 1 - from, value: count === "1" ? "weekly" : `${count} times weekly` };
  if (unit === "month" || unit === "monthly") return { length: at + 1 - from, value: `${count} times monthly` };
  return null;
}

function weekdaysAt(tokens: readonly Token[], from: number, to: number): Timing | null {
  if (["since", "last", "this", "until", "next", "from", "by"].includes(tokens[from - 1]?.text ?? "")) return null;
  const days: string[] = [];
  let at = from;
  let end = from;
  while (at < to) {
    const text = tokens[at]?.text ?? "";
    const day = WEEKDAYS.get(text);
    if (day !== undefined) {
      if (!days.includes(day)) days.push(day);
      end = at + 1;
    } else if (!(days.length > 0 && [",", "/", "and", "&", "-"].includes(text))) break;
    at += 1;
  }
  return days.length === 0 ? null : { length: end - from, value: `on ${days.join(", ")}` };
}

function numberAt(tokens: readonly Token[], at: number): string | null {
  const token = tokens[at];
  if (token?.kind === "number") return token.text;
  const value = NUMBER_WORDS.get(token?.text ?? "");
  return value === undefined || value <= 0 ? null : String(value);
}

/** "once" and "as directed" say nothing beside a real frequency; "od" beside eye drops is an eye. */
function tidyFrequency(frequencies: string[], route: string | null): string | null {
  const real = frequencies.filter((one) => one !== "once" && one !== "as directed");
  const kept = real.length > 0 ? real : frequencies;
  const specific =
    kept.length > 1 && kept[0] === "daily" && kept.some((one) => one.startsWith("in the") || one === "at bedtime")
      ? kept.slice(1)
      : kept;
  if (route === "eye" && specific.length > 1 && specific[0] === "daily") return specific.slice(1).join(", ");
  return specific.length === 0 ? null : specific.join(", ");
}
