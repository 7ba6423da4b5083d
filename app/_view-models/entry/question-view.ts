import { drawnText, type RichText } from "@/app/_view-models/rich-text";
import { displayDate } from "@/lib/domain/display-date";
import type { Doubt, Ingredient, Medication, MedicationPiece } from "@/lib/domain/medication";
import type { Knowledge } from "@/lib/knowledge/schema";
import { lookAlikesOf } from "@/lib/terminology/drugs/tall-man";
import { classNameOf } from "@/app/_view-models/review/class-name";
import { drugList } from "@/app/_view-models/drug-runs";
import { formatCandidate, formatName } from "@/app/_view-models/review/medication-words";
import type { ChoiceView, QuestionView } from "./reading-view";

/** Numbered answers a question may have; search and “keep as written”, or “leave open”, take the last of the five keys. */
const NAME_CHOICES = 3;
const DOUBT_CHOICES = 4;

type Candidate = { name: string; ingredients: readonly Ingredient[] };

const FIELD_WORDS: Readonly<Record<Doubt["field"], string>> = {
  strength: "Strength may be",
  form: "Form may be",
  route: "Route may be",
  frequency: "It may be taken",
  start: "The start may be",
  stop: "The end may be",
  use: "It may be",
};

/** What has to be asked about a piece: first which drug it is, then each doubt about how it is taken. */
export function questionsOf(piece: MedicationPiece, knowledge: Knowledge): QuestionView[] {
  if (piece.status === "confirm" || piece.status === "unrecognised") return [nameQuestion(piece, knowledge)];
  if (piece.status !== "recognised") return [];
  return piece.medications.flatMap((medication) =>
    medication.doubts
      .filter((doubt) => doubt.choices.length > 0)
      .map((doubt) => doubtQuestion(piece, medication, doubt)),
  );
}

/** All names that may have been meant, best first; the one that reading took to confirm stands first. */
export function candidatesOf(piece: MedicationPiece): Candidate[] {
  const first =
    piece.status === "confirm" ? piece.medications.map(({ name, ingredients }) => ({ name, ingredients })) : [];
  const all = [...first, ...piece.suggestions];
  return all.filter(
    (one, index) => all.findIndex((other) => other.name.toLowerCase() === one.name.toLowerCase()) === index,
  );
}

function nameQuestion(piece: MedicationPiece, knowledge: Knowledge): QuestionView {
  const candidates = candidatesOf(piece);
  const shown = candidates.slice(0, NAME_CHOICES);
  return {
    id: "name",
    prompt: namePrompt(piece, shown),
    aboutName: true,
    choices: shown.map((candidate) => ({
      label: formatCandidate(candidate.name, candidate.ingredients, classNameOf(knowledge, candidate.ingredients)),
      resolution: { kind: "name", text: piece.text, name: candidate.name },
      confirm: lookAlikeConfirmation(candidate, candidates, knowledge),
    })),
  };
}

function namePrompt(piece: MedicationPiece, shown: readonly Candidate[]): RichText {
  const text = piece.text.trim();
  const different = new Set(shown.map((candidate) => ingredientKey(candidate)));
  if (piece.status === "unrecognised" && shown.some((candidate) => rivalsOf(candidate, shown).length > 0)) {
    return [`“${text}” is not a name we know. Different drugs are near it; choose the full name:`];
  }
  if (piece.status === "confirm" && different.size > 1) {
    return [`${different.size === 2 ? "Two" : "Three"} different drugs are near “${text}”. Choose the full name:`];
  }
  if (piece.status === "confirm") return [`“${text}” is read as below. Is this the drug?`];
  if (shown.length === 0) return [`“${text}” is not a name we know.`];
  return [`“${text}” is not a name we know. Did you mean`];
}

function ingredientKey(candidate: Candidate): string {
  return candidate.ingredients
    .map((ingredient) => ingredient.name)
    .sort()
    .join("+");
}

/** “hydrOXYzine (antihistamine), not hydrALAZINE (…)”: asked where another candidate, or a listed look-alike, is near. */
export function lookAlikeConfirmation(
  chosen: Candidate,
  candidates: readonly Candidate[],
  knowledge: Knowledge,
): RichText | null {
  const [rival] = rivalsOf(chosen, candidates);
  if (rival === undefined) return null;
  return [...described(chosen, knowledge), ", not ", ...described(rival, knowledge), "."];
}

/** The candidates of another ingredient that a published list says are taken for the chosen one. */
function rivalsOf(chosen: Candidate, candidates: readonly Candidate[]): Candidate[] {
  const listed = chosen.ingredients.flatMap((ingredient) => lookAlikesOf(ingredient.name));
  return candidates.filter(
    (other) =>
      ingredientKey(other) !== ingredientKey(chosen) &&
      other.ingredients.some((ingredient) => listed.includes(ingredient.name)),
  );
}

function described(candidate: Candidate, knowledge: Knowledge): RichText {
  const className = classNameOf(knowledge, candidate.ingredients);
  const names = drugList(candidate.ingredients.map((ingredient) => ingredient.name));
  return className === null ? names : [...names, ` (${className})`];
}

function doubtQuestion(piece: MedicationPiece, medication: Medication, doubt: Doubt): QuestionView {
  const answer = (label: string, choice: string | null): ChoiceView => ({
    label: [label],
    resolution: { kind: "doubt", text: piece.text, field: doubt.field, choice },
    confirm: null,
  });
  const choices = [
    ...doubt.choices.slice(0, DOUBT_CHOICES).map((choice) => answer(formatChoice(choice), choice)),
    answer("Leave open", null),
  ];
  return {
    id: `${doubt.field}:${drawnText(formatName(medication))}`,
    prompt: [
      `“${piece.text.trim()}” is `,
      ...formatName(medication),
      `. ${FIELD_WORDS[doubt.field]} ${alternatives(doubt.choices.map(formatChoice))}.`,
    ],
    choices,
    aboutName: false,
  };
}

function formatChoice(choice: string): string {
  return /^\d{4}(-\d{2}){0,2}$/.test(choice) ? displayDate(choice) : choice;
}

function alternatives(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words[words.length - 1] ?? ""}`;
}
