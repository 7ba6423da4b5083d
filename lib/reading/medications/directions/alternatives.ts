import type { Token } from "@/lib/reading/medications/text/tokens";

export type AlternativeField = "form" | "route" | "frequency";

/** How often in a day or week: two of these cannot both hold ("QD/QID"), while "morning/night" is both. */
const COUNTS = new Set([
  "once",
  "daily",
  "twice daily",
  "three times daily",
  "four times daily",
  "five times daily",
  "every other day",
  "weekly",
  "twice weekly",
  "three times weekly",
  "every 2 weeks",
  "monthly",
]);
/** Times of the day: a choice only where the dose is once a day ("1 daily at night/morning") or "or" stands between them. */
const TIMES = new Set(["at bedtime", "in the morning", "in the evening", "at noon"]);
/** Forms that are one thing under two names, or one inside the other. */
const SAME_FORM = new Set([
  "eye drops|drops",
  "drops|eye drops",
  "nasal spray|spray",
  "spray|nasal spray",
  "injection|pen",
  "pen|injection",
  "inhaler|nebuliser solution",
  "oral solution|oral suspension",
]);

type Seen = { value: string; end: number };

/**
 * Watches the phrases of one medication for two of a kind with nothing but "/", "or" or "?" between them.
 * `see` is told each phrase in order, with the tokens it spans; `found` gives what is left open.
 */
export function alternativesIn(tokens: readonly Token[]): {
  see(field: AlternativeField, value: string, from: number, to: number): void;
  found(): { field: AlternativeField; choices: string[] }[];
} {
  const last = new Map<AlternativeField, Seen>();
  const open = new Map<AlternativeField, string[]>();
  let oncePerDay = false;
  return {
    see(field, value, from, to) {
      const before = last.get(field);
      const tie = before === undefined ? null : tieBetween(tokens, before.end, from);
      if (
        before !== undefined &&
        tie !== null &&
        before.value !== value &&
        excludes(field, before.value, value, tie, oncePerDay)
      )
        open.set(field, [...new Set([...(open.get(field) ?? [named(before.value)]), named(value)])]);
      if (field === "frequency" && (value === "daily" || value === "once")) oncePerDay = true;
      last.set(field, { value, end: to });
    },
    found: () => [...open].map(([field, choices]) => ({ field, choices })),
  };
}

const named = (value: string): string => (value === "once" ? "daily" : value);

function tieBetween(tokens: readonly Token[], from: number, to: number): "/" | "or" | null {
  const between = tokens
    .slice(from, Math.min(to, from + 3))
    .map((token) => token.text)
    .filter((text) => text !== "?");
  if (to - from > 2 || between.length !== 1) return null;
  const [tie] = between;
  return tie === "/" || tie === "or" ? tie : null;
}

function excludes(field: AlternativeField, a: string, b: string, tie: "/" | "or", oncePerDay: boolean): boolean {
  if (field === "form") return !SAME_FORM.has(`${a}|${b}`);
  if (field === "route")
    return !(a === "nasal" || b === "nasal" || a === "eye" || b === "eye" || a === "ear" || b === "ear");
  if (COUNTS.has(a) && COUNTS.has(b)) return true;
  return TIMES.has(a) && TIMES.has(b) && (tie === "or" || oncePerDay);
}
