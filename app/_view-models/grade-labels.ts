import type { Strength } from "@/lib/domain/vocabulary";

/** Strength of an association, said in full. */
export const STRENGTH_WORDS: Readonly<Record<Strength, string>> = {
  strong: "Strong association",
  moderate: "Moderate association",
  weak: "Weak association",
  "label-only": "Named in product information only",
};

/** The same in a table column that is headed “Strength”. */
export const STRENGTH_SHORT: Readonly<Record<Strength, string>> = {
  strong: "Strong",
  moderate: "Moderate",
  weak: "Weak",
  "label-only": "Label only",
};

/** From the strongest; for sorting. */
export const STRENGTH_RANK: Readonly<Record<Strength, number>> = { strong: 0, moderate: 1, weak: 2, "label-only": 3 };

/** The letters of docs/grading.md in words: what has to be known for the grade. */
export const GRADE_RULES: readonly { letter: string; strength: Strength; words: string }[] = [
  {
    letter: "S1",
    strength: "strong",
    words:
      "Controlled data in people on cramps, an interval that excludes no difference, and an estimate of at least 1.4.",
  },
  {
    letter: "S2",
    strength: "strong",
    words:
      "At least 2 percentage points more than on placebo or no drug, at least 50 people in each arm, cramp or spasm counted by itself.",
  },
  {
    letter: "S3",
    strength: "strong",
    words:
      "At least 10 % without a placebo arm, where attribution is plausible: a known mechanism, fewer cramps with time or after withdrawal, or an active comparator at least 5 points lower.",
  },
  {
    letter: "M1",
    strength: "moderate",
    words:
      "Figures as for a strong grade, but the result cannot be given to this entry alone: the members of a group were not separated, or the outcome counted something else as well.",
  },
  {
    letter: "M2",
    strength: "moderate",
    words:
      "Through low magnesium or low calcium, the two deficits that show themselves as cramp or tetany, in at least 10 % or called significant by a regulator, a label or a review that was read; or cramps from nicotinic receptors that product information names.",
  },
  {
    letter: "M3",
    strength: "moderate",
    words:
      "At least 10 %, or named among the most frequent events, but mixed up with dialysis, other chemotherapy or the disease.",
  },
  {
    letter: "M4",
    strength: "moderate",
    words: "A leading example in a guideline or review, and a sentence in product information.",
  },
  {
    letter: "W1",
    strength: "weak",
    words:
      "A controlled result whose interval includes no difference, a difference above 0 and below 2 points, or an estimate of 1.0 to 1.39.",
  },
  {
    letter: "W2",
    strength: "weak",
    words:
      "Named in a review, a guideline or product information without a comparison, or established only in a special setting.",
  },
  { letter: "W3", strength: "weak", words: "Carried over from a graded member of the same mechanism." },
  {
    letter: "W4",
    strength: "weak",
    words:
      "Only a text-mined figure, which is not shown: at least 5 points over the comparator, or at least 8 % in a single arm.",
  },
  {
    letter: "W5",
    strength: "weak",
    words: "A source that was read for low potassium, low sodium, or muscle disease with weakness rather than cramps.",
  },
  {
    letter: "label-only",
    strength: "label-only",
    words:
      "None of the grades above is met: listings without a comparison, a difference of 0, one case report, a mechanism alone, or an entry that is here for safety.",
  },
];

/** What a letter asks for, in words; the letter itself where it is not one of the list. */
export function describeGradeRule(letter: string): string {
  return GRADE_RULES.find((rule) => rule.letter === letter)?.words ?? letter;
}
