import type { Interaction } from "@/lib/knowledge/schema";

/** How grave an interaction is, as it is printed. From the gravest. */
export const SEVERITY_WORDS: Readonly<Record<Interaction["severity"], string>> = {
  contraindicated: "Contraindicated by a label",
  major: "Major",
  moderate: "Moderate",
  minor: "Minor",
};
