import { displayDate } from "@/lib/domain/display-date";

/** "a", "a and b", "a, b and c". */
export function joinWords(words: readonly string[], last = "and"): string {
  if (words.length <= 1) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} ${last} ${words[words.length - 1]}`;
}

/** A number without trailing zeros, with a comma from 1,000 (ISMP); at most three decimals. */
export function formatNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1000) return String(value);
  const [whole = "0", decimals] = String(Math.round(value * 1000) / 1000).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3}){1,8}$)/g, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** A length of time in the unit a clinician would use: `5 days`, `9 weeks`, `7 months`, `3 years`. Days are whole. */
export function formatDuration(days: number): string {
  if (days < 14) return count(days, "day");
  if (days < 120) return count(Math.round(days / 7), "week");
  if (days < 730) return count(Math.round(days / 30.44), "month");
  return count(Math.floor(days / 365.25), "year");
}

/** "on 3 Nov 2026", "in Nov 2026", or nothing where no date is known. */
export function formatOn(date: string | null): string {
  if (date === null) return "";
  return ` ${date.length === 10 ? "on" : "in"} ${displayDate(date)}`;
}

/** `1 drug`, `3 drugs`. */
export function count(amount: number, noun: string): string {
  return `${formatNumber(amount)} ${noun}${amount === 1 ? "" : "s"}`;
}

const NUMBER_WORDS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

/** "Three drugs". */
export function formatCount(amount: number, noun: string): string {
  return `${NUMBER_WORDS[amount] ?? formatNumber(amount)} ${noun}${amount === 1 ? "" : "s"}`;
}

/** First letter in upper case, unless the word carries tall-man letters already. */
export function capitalised(text: string): string {
  const firstWord = /^\S+/.exec(text)?.[0] ?? "";
  return firstWord === firstWord.toLowerCase() ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** Ready for the middle of a sentence: "potassium", "vitamin B12", but "ALT" and "INR" as they are. */
export function lowered(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** A drug's name as it is printed: "amphotericin B", "vitamin D", "coenzyme Q10"; the tables hold it in lower case. */
export function drugName(name: string): string {
  return name.replace(
    / ([a-z])(\d*)(?=$| )/g,
    (_, letter: string, digits: string) => ` ${letter.toUpperCase()}${digits}`,
  );
}

/** Short lists are searched faster than a set is built. */
const SHORT = 12;

/** Each value once, in the order of first appearance. */
export function unique<Value>(values: readonly Value[]): Value[] {
  if (values.length > SHORT) return [...new Set(values)];
  const once: Value[] = [];
  for (const value of values) if (!once.includes(value)) once.push(value);
  return once;
}

/** By code unit: the same order in every language setting. */
export function byText(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
