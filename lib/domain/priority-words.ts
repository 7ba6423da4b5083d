import type { Priority } from "./vocabulary";

/** The word that stands for each level wherever one is shown or printed; never a colour alone. */
export const PRIORITY_WORDS: Readonly<Record<Priority, string>> = {
  "act-now": "Act now",
  review: "Review",
  consider: "Consider",
  info: "For information",
};
