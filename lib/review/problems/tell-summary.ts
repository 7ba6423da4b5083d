import type { Problem, Review } from "@/lib/domain/review";
import type { HowSoon } from "@/lib/domain/vocabulary";
import { formatCount, joinWords, lowered } from "@/lib/review/format";

/** So many words the summary has with one act-now problem or none. */
export const MOST_SUMMARY_WORDS = 60;
/** So many more for each further act-now problem. */
export const WORDS_A_FURTHER_PROBLEM = 20;

const SOON_WORDS: Readonly<Record<HowSoon, string>> = {
  now: "Now",
  today: "Today",
  "within-days": "Within days",
  "next-visit": "At the next visit",
};

/**
 * The answer in a few sentences: what first and why, what else, what was not read. Every act-now problem is named, however many;
 * where words run out reasons are cut first, and names never.
 * @param problems most urgent first
 */
export function tellSummary(problems: readonly Problem[], unread: Review["unread"]): string[] {
  const urgent = problems.filter(({ priority }) => priority === "act-now");
  const most = MOST_SUMMARY_WORDS + WORDS_A_FURTHER_PROBLEM * Math.max(0, urgent.length - 1);
  const named = urgent.map(nameUrgent);
  const others = othersOf(problems, unread);
  let left = most - count(named) - count(others);
  // The reasons of the first come first; a name stands whatever the words.
  const first = urgent.map((problem, at) => {
    const reason = reasonOf(problem);
    const cost = reason === null ? 0 : count([reason]);
    if (reason === null || cost > left) return `${named[at] ?? problem.title}.`;
    left -= cost;
    return `${named[at] ?? problem.title}: ${reason}.`;
  });
  return [...first, ...others];
}

function nameUrgent({ title, howSoon }: Problem): string {
  return `${howSoon === null ? "Today" : SOON_WORDS[howSoon]}: ${lowered(title)}`;
}

/** The part of the headline after its lead. */
function reasonOf({ headline }: Problem): string | null {
  const at = headline.indexOf(": ");
  return at < 0 ? null : headline.slice(at + 2).replace(/\.$/, "");
}

/** Every problem to review by name, how many there are to consider, and what was not read. */
function othersOf(problems: readonly Problem[], unread: Review["unread"]): string[] {
  const gaps = new Set(["not-known", "not-checked"]);
  const review = problems.filter(({ priority, id }) => priority === "review" && !gaps.has(id));
  const consider = problems.filter(({ priority, id }) => priority === "consider" && !gaps.has(id));
  const failed = problems.some(({ id }) => id === "not-checked");
  return [
    ...(review.length === 0 ? [] : [`To review: ${joinWords(review.map(({ title }) => lowered(title)))}.`]),
    ...(consider.length === 0
      ? []
      : [`To consider: ${joinWords(fewOf(consider.map(({ title }) => lowered(title))))}.`]),
    ...(problems.every(({ priority, id }) => priority === "info" || gaps.has(id))
      ? ["Nothing on this list stands out as a cause of cramps."]
      : []),
    ...(unread.length === 0
      ? []
      : [
          `Not read: ${formatCount(unread.length, "entry")
            .replace(/entrys$/, "entries")
            .toLowerCase()}.`,
        ]),
    ...(failed ? ["A check did not finish."] : []),
  ];
}

const MOST_NAMED = 4;

function fewOf(titles: readonly string[]): string[] {
  return titles.length <= MOST_NAMED
    ? [...titles]
    : [...titles.slice(0, MOST_NAMED - 1), `${titles.length - MOST_NAMED + 1} more`];
}

function count(sentences: readonly string[]): number {
  return sentences
    .join(" ")
    .split(/\s+/)
    .filter((word) => word !== "").length;
}
