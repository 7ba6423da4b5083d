import { tokensOf } from "../assertion/tokens";
import type { SymptomContent } from "./content";
import { readSymptomText } from "./read-symptoms";

/** A phrase that the words say of the patient now. */
export interface FoundPhrase {
  readonly id: string;
  /** As written. */
  readonly quote: string;
}

/**
 * Phrases as content for the reader: what is denied, past, another's or only possible is told apart by the one assertion engine.
 * A phrase that begins with a question mark is left out; what is only asked about is not of now.
 */
export function phraseContent(
  entries: readonly { readonly id: string; readonly words: readonly string[] }[],
): SymptomContent {
  return {
    words: [],
    signs: entries.map(({ id, words }) => ({
      id,
      kind: "circumstance" as const,
      name: id,
      patterns: words
        .filter((phrase) => !phrase.startsWith("?"))
        .map((phrase) =>
          tokensOf(phrase)
            .filter(({ mark }) => mark === null)
            .map(({ text }) => text)
            .join(" "),
        )
        .filter((phrase) => phrase !== ""),
      absent: [],
      unless: [],
    })),
  };
}

/** The phrases of a content that stand in a text and are said of the patient now, in the order of the text. */
export function findPhrases(text: string, content: SymptomContent): FoundPhrase[] {
  return readSymptomText(text, content)
    .signs.filter(({ polarity }) => polarity === "present")
    .map(({ id, quote }) => ({ id, quote }));
}
