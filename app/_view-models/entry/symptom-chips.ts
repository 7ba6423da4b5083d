import type { SignPolarity } from "@/lib/domain/symptom";
import type { Knowledge } from "@/lib/knowledge/schema";
import { readSymptomText } from "@/lib/reading/symptoms/read-symptoms";
import type { SymptomChip } from "./reading-view";

const STANDING: Readonly<Record<SignPolarity, string>> = {
  present: "",
  negated: "not present",
  family: "of another person",
  past: "in the past",
  uncertain: "not sure",
  hypothetical: "only as what may come",
};

/** What was understood of the patient's words, one chip a sign, and one for each clause that was not. */
export function symptomChips(text: string | null, knowledge: Knowledge): SymptomChip[] {
  if (text === null || text.trim() === "") return [];
  const names = new Map(knowledge.symptoms.map(({ id, name }) => [id, name]));
  const { pieces } = readSymptomText(text, { signs: knowledge.symptoms, words: knowledge.symptomWords });
  const chips = pieces.flatMap((piece, at): SymptomChip[] => {
    if (piece.status === "unrecognised")
      return [{ key: `${at}`, id: null, words: `“${piece.text}” was not read`, says: null }];
    return piece.signs.map(({ id, polarity, course, side, site, quote }) => {
      const where = [side, side === "both" ? plural(site) : site].filter((part) => part !== null).join(" ");
      const words = [names.get(id) ?? id, where, course, STANDING[polarity]].filter(
        (part) => part !== null && part !== "",
      );
      return {
        key: `${at}-${id}-${polarity}`,
        id,
        words: `${words.join(", ")} (“${quote}”)`,
        says: answerOf(polarity),
      };
    });
  });
  return chips.slice(0, MOST_CHIPS);
}

/** A pasted chapter is shown by its first chips; all of it is read. */
const MOST_CHIPS = 40;

/** "both legs", "both feet"; without a part of the body "both sides". */
function plural(site: string | null): string {
  if (site === null) return "sides";
  return site === "foot" ? "feet" : `${site}s`;
}

function answerOf(polarity: SignPolarity): SymptomChip["says"] {
  if (polarity === "present") return "yes";
  return polarity === "negated" ? "no" : null;
}
