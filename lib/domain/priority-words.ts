import type { HowSoon, Priority } from "./vocabulary";

/** The word that stands for each level wherever one is shown or printed; never a colour alone. */
export const PRIORITY_WORDS: Readonly<Record<Priority, string>> = {
  "act-now": "Act now",
  review: "Review",
  consider: "Consider",
  info: "For information",
};

/** How soon something is to be acted on, ready for the middle of a sentence. */
export const HOW_SOON_WORDS: Readonly<Record<HowSoon, string>> = {
  now: "now",
  today: "today",
  "within-days": "within days",
  "next-visit": "at the next visit",
};
