import type { PatientCase, UnreadEntry } from "@/lib/domain/case";
import type { NameSuggestion } from "@/lib/domain/medication";
import type { SymptomsRead } from "@/lib/review/facts/symptoms/read-symptoms";
import { inWords, judgedFinding, type FindingDraft } from "./finding-draft";
import { byText, formatCount, unique } from "@/lib/review/format";

/** Everything that was entered and not judged, as entered, in the order of entry. */
export function unreadEntries(patientCase: PatientCase): UnreadEntry[] {
  const medications = patientCase.medications
    .filter((piece) => piece.status === "confirm" || piece.status === "unrecognised")
    .map((piece) => ({
      text: piece.text,
      where: "medications",
      status: piece.status,
      suggestions: unique([...piece.medications.map(({ name }) => name), ...piece.suggestions.map(suggestionInWords)]),
    }));
  const conditions = patientCase.conditions
    .filter((piece) => piece.status === "confirm" || piece.status === "unrecognised")
    .map((piece) => ({
      text: piece.text,
      where: "conditions",
      status: piece.status,
      suggestions: unique(piece.codes.map(({ code, display }) => `${display} (${code})`)),
    }));
  const labs = patientCase.labs
    .filter(
      (piece) => piece.status === "confirm" || piece.status === "unrecognised" || (piece.leftover ?? []).length > 0,
    )
    .map((piece) => ({
      text: piece.text,
      where: "labs",
      status: piece.leftover === undefined ? piece.status : `number not read: ${piece.leftover.join(", ")}`,
      suggestions: unique(piece.results.map(({ name }) => name)),
    }));
  return [...medications, ...conditions, ...labs, ...patientCase.unread].map((entry) => ({
    ...entry,
    text: entry.text.trim(),
  }));
}

/** Clauses of the symptom words that were not understood, as written. */
export function unreadWords({ pieces }: Pick<SymptomsRead, "pieces">): UnreadEntry[] {
  return pieces
    .filter(({ status }) => status === "unrecognised")
    .map(({ text, status }) => ({ text, where: "context.symptomText", status, suggestions: [] }));
}

/** "metolazone": the name alone where it is the ingredient, else with its ingredients. */
function suggestionInWords({ name, ingredients }: NameSuggestion): string {
  const names = ingredients.map((ingredient) => ingredient.name).join(" and ");
  return names === "" || names === name.toLowerCase() ? name : `${name} (${names})`;
}

/** What was not read is a finding of its own: what stands below does not cover it. */
export function judgeUnread(entries: readonly UnreadEntry[]): FindingDraft[] {
  if (entries.length === 0) return [];
  const made = judgedFinding({ id: "unread:entries", kind: "unread", priority: "review", ruleId: "UNREAD" });
  const tell = inWords(() => ({
    title: `${formatCount(entries.length, "entry").replace(/entrys$/, "entries")} ${entries.length === 1 ? "was" : "were"} not read`,
    reasons: [
      ...entries.map((entry) => `“${entry.text}” (${entry.where}, ${entry.status})`).sort(byText),
      "The findings do not cover what was not read",
    ],
    options: [
      ...(entries.every(({ where }) => where === "context.symptomText")
        ? []
        : ["Consider choosing a suggestion, entering the full name, or keeping it as written."]),
      ...(entries.some(({ where }) => where === "context.symptomText")
        ? ["Consider ticking the symptom that is meant, or saying it in other words."]
        : []),
    ],
  }));
  return [{ finding: made, words: tell, rank: [0], asks: null }];
}
