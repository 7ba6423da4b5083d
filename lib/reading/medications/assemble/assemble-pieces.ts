import type { Medication, MedicationPiece, NameSuggestion } from "@/lib/domain/medication";
import type { Jurisdiction, PieceStatus } from "@/lib/domain/vocabulary";
import { buildMedication } from "./build-medication";
import { otherCountry, productOfParts, unreadKind, unreadPart } from "./open-names";
import { classifyUnnamed, type Unnamed } from "./classify-unnamed";
import type { NameGroup, SectionState, Segment, Span, UseMark } from "@/lib/reading/medications/text/list-parts";
import { inLatinLetters } from "@/lib/reading/medications/names/other-scripts";
import { isReaction, reactionMark } from "@/lib/reading/medications/use/reaction";
import { leftoverIn } from "@/lib/reading/medications/names/unread-words";
import { resolveNames, type ResolvedName } from "@/lib/reading/medications/names/resolve-names";
import { readSig } from "@/lib/reading/medications/directions/sig";
import { readStrength } from "@/lib/reading/medications/directions/strength";
import { suggestMembers, type Suggester } from "@/lib/reading/medications/names/suggest-names";
import type { DateOrder } from "@/lib/reading/dates/medication-dates";
import type { RowFacts } from "@/lib/reading/medications/layout/row-facts";
import { rowAt } from "@/lib/reading/medications/layout/tables";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { readUse } from "@/lib/reading/medications/use/read-use";

/** A piece in the making: a stretch of tokens, and what is known of it before its fields are read. */
export type Draft = Span & {
  kind: "medication" | "unknown" | "class" | "other" | "header";
  line: number;
  sentence: number;
  group: NameGroup | null;
  mark: UseMark | null;
  section: SectionState;
  unnamed: Unnamed | null;
};

export type AssembleOptions = {
  asOf: string;
  jurisdiction: Jurisdiction;
  rows?: readonly RowFacts[];
  dateOrder?: DateOrder | "both" | null;
};

/** Segments to pieces in the making: directions and remarks join the medication that they go on with. */
export function draftPieces(tokens: readonly Token[], segments: readonly Segment[], near: Suggester): Draft[] {
  const drafts: Draft[] = [];
  for (const sentence of bySentence(segments)) {
    const marks = readUse(tokens, sentence);
    sentence.forEach((segment, index) => {
      const previous = drafts.at(-1);
      const group = segment.groups[0] ?? null;
      if (segment.header) drafts.push(draft(segment, "header", null, null, null));
      else if (group !== null)
        drafts.push(draft(segment, "medication", group, marks[index] ?? reactionOf(tokens, segment, group), null));
      else addUnnamed(tokens, drafts, segment, previous, near);
    });
  }
  return drafts;
}

function draft(
  segment: Segment,
  kind: Draft["kind"],
  group: NameGroup | null,
  mark: UseMark | null,
  unnamed: Unnamed | null,
): Draft {
  return {
    from: segment.from,
    to: segment.to,
    kind,
    line: segment.line,
    sentence: segment.sentence,
    group,
    mark,
    section: segment.section,
    unnamed,
  };
}

/** Under "Allergies" the section says it already; under "Stopped" the reaction is the reason. */
function reactionOf(tokens: readonly Token[], segment: Segment, group: NameGroup): UseMark | null {
  return segment.section.use === "current" ? reactionMark(tokens, segment, segment.content, group) : null;
}

/** Sentences for reading the use; one without any name ("Stopped last week.") speaks of the one before it on the line. */
function bySentence(segments: readonly Segment[]): Segment[][] {
  const sentences: Segment[][] = [];
  for (const segment of segments) {
    const last = sentences.at(-1);
    const first = last?.[0];
    if (
      last !== undefined &&
      first !== undefined &&
      !first.header &&
      !segment.header &&
      first.line === segment.line &&
      first.sentence === segment.sentence
    )
      last.push(segment);
    else sentences.push([segment]);
  }
  const joined: Segment[][] = [];
  for (const sentence of sentences) {
    const before = joined.at(-1);
    const named = sentence.some((segment) => segment.groups.length > 0);
    if (
      !named &&
      before !== undefined &&
      before[0]?.line === sentence[0]?.line &&
      before[0]?.header === false &&
      sentence[0]?.header === false
    )
      for (const segment of sentence) before.push(segment);
    else joined.push(sentence);
  }
  return joined;
}

function addUnnamed(
  tokens: readonly Token[],
  drafts: Draft[],
  segment: Segment,
  previous: Draft | undefined,
  near: Suggester,
): void {
  const sameLine = previous !== undefined && previous.line === segment.line && previous.kind !== "header";
  const read = classifyUnnamed(tokens, segment, !sameLine);
  const unnamed: Unnamed =
    segment.unread === true && read.kind !== "class"
      ? { kind: "unknown", words: [tokens[segment.from]?.text ?? ""], sure: true }
      : read;
  const kind = unnamed.kind === "class" && classHasReaction(tokens, segment) ? "other" : kindOf(unnamed, near, segment);
  const takesDirections =
    previous !== undefined &&
    (previous.kind === "medication" || previous.kind === "unknown" || previous.kind === "class");
  const goesOn =
    kind === "other" && (unnamed.kind === "directions" ? takesDirections : unnamed.kind !== "thing" && sameLine);
  const ofRecord = segment.field === true && takesDirections && kind !== "class" && segment.unread !== true;
  if ((goesOn || ofRecord) && previous !== undefined) previous.to = segment.to;
  else if (kind === "other" && sameLine && unnamed.kind === "directions" && previous !== undefined)
    previous.to = segment.to;
  else drafts.push(draft(segment, kind, null, null, unnamed));
}

/** "Sulfa - rash": an allergy to a class, which is no medication. */
function classHasReaction(tokens: readonly Token[], segment: Segment): boolean {
  for (let at = segment.content + 1; at <= segment.content + 3; at += 1)
    if (isReaction(tokens, at, segment.to, [])) return true;
  return false;
}

function kindOf(unnamed: Unnamed, near: Suggester, segment: Segment): Draft["kind"] {
  if (unnamed.kind === "class") return segment.section.use === "allergy" ? "other" : "class";
  if (unnamed.kind !== "unknown") return "other";
  if (unnamed.words.some((word) => near.isLikelySlip(word))) return "unknown";
  return unnamed.sure && segment.section.use !== "allergy" ? "unknown" : "other";
}

/** Reads the fields of a draft and gives its piece, without its text and place. */
export function pieceOf(
  tokens: readonly Token[],
  draft: Draft,
  near: Suggester,
  options: AssembleOptions,
): Pick<MedicationPiece, "status" | "medications" | "suggestions"> {
  if (draft.kind === "medication" && draft.group !== null)
    return medicationPiece(tokens, draft, draft.group, near, options);
  if (draft.kind === "class" && draft.unnamed?.kind === "class") {
    const suggestions = suggestMembers(draft.unnamed.drugClass);
    return { status: "unrecognised", medications: [], suggestions };
  }
  if (draft.kind === "unknown" && draft.unnamed?.kind === "unknown") {
    const nowhere: NameGroup = { from: draft.from, to: draft.from, hits: [], combined: false };
    const strength = readStrength(tokens, draft, nowhere)?.text ?? null;
    const { form } = readSig(tokens, draft, nowhere);
    return {
      status: "unrecognised",
      medications: [],
      suggestions: near.near(inLatin(draft.unnamed.words), strength, form),
    };
  }
  return { status: "not-medication", medications: [], suggestions: [] };
}

/** Words of another script in Latin letters, so that the name is found near to its INN. */
function inLatin(words: readonly string[]): string[] {
  return words.map((word) => inLatinLetters(word) ?? word);
}

function medicationPiece(
  tokens: readonly Token[],
  draft: Draft,
  group: NameGroup,
  near: Suggester,
  options: AssembleOptions,
): Pick<MedicationPiece, "status" | "medications" | "suggestions"> {
  const resolved = resolveNames(tokens, group);
  if (resolved.ingredients.length === 0)
    return { status: "unrecognised", medications: [], suggestions: near.near([resolved.name], null, null) };
  if (resolved.ingredients.every(({ name }) => isVaccinePart(name)))
    return { status: "not-medication", medications: [], suggestions: [] };
  const row = rowAt(options.rows ?? [], group.from);
  const medication: Medication = buildMedication(
    tokens,
    draft,
    group,
    { ...options, section: draft.section, mark: row?.use ?? draft.mark, row },
    resolved,
  );
  const part = unreadPart(tokens, draft, group, near);
  const halfRead: NameSuggestion[] = [
    ...(part === null ? [] : near.near([part], null, null)),
    ...unreadKind(tokens, draft, group, near),
  ];
  const leftover = leftoverBeside(tokens, draft, group);
  if (leftover !== null && part === null) halfRead.push(...leftoverChoices(resolved, leftover, near));
  const elsewhere = otherCountry(resolved, medication);
  const product = productOfParts(resolved, medication);
  halfRead.push(...elsewhere, ...product);
  const open = resolved.doubtful || part !== null || halfRead.length > 0;
  const status: PieceStatus = open ? "confirm" : "recognised";
  const suggestions: NameSuggestion[] =
    status === "confirm"
      ? [
          ...resolved.others,
          ...halfRead,
          ...(resolved.others.length + halfRead.length === 0
            ? near.near([nameText(tokens, draft, group)], medication.strength, medication.form)
            : []),
        ]
      : [];
  return { status, medications: [medication], suggestions };
}

/** The first word that stands out before, between or behind the names of a medication. */
function leftoverBeside(tokens: readonly Token[], draft: Span, { hits }: NameGroup): string | null {
  let from = draft.from;
  for (const hit of hits) {
    const word = leftoverIn(tokens, from, hit.from);
    if (word !== null) return word;
    from = Math.max(from, hit.to);
  }
  return leftoverIn(tokens, from, draft.to);
}

/** "Ramipril 5 mg xyzolol od": the drug as read, and what the word that stands out may be. */
function leftoverChoices({ name, ingredients }: ResolvedName, word: string, near: Suggester): NameSuggestion[] {
  return [
    { name, ingredients: ingredients.map((one) => ({ ...one })), why: `if “${word}” beside it is no other drug` },
    ...near.near([word], null, null),
  ];
}

const VACCINE_PART = /vaccine|\bvirus\b|antigen|toxoid|serotype|glycoprotein e$|fusion f protein|spike protein/;

/** A vaccine under its brand ("Shingrix") stays in sight as what it is: no medication that is being taken. */
function isVaccinePart(ingredient: string): boolean {
  return VACCINE_PART.test(ingredient);
}

function nameText(tokens: readonly Token[], draft: Draft, group: NameGroup): string {
  return tokens
    .slice(group.from, Math.min(group.to + 1, draft.to))
    .filter((token) => token.kind === "word")
    .map((token) => token.text)
    .join(" ");
}
