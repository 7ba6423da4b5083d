import { retext } from "retext";
import retextEnglish from "retext-english";
import retextReadability from "retext-readability";
import { describe, expect, it } from "vitest";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { predicateReferences } from "@/lib/knowledge/predicates/predicate-references";
import type { LeafletPiece } from "@/lib/knowledge/schema";

const { leaflet } = loadKnowledge();
const words = (piece: LeafletPiece) =>
  `${piece.heading}. ${piece.text} ${piece.points.join(" ")} ${piece.carefulText ?? ""}`;
const gates = (piece: LeafletPiece) =>
  piece.unsafeWhen.flatMap((gate) => predicateReferences(gate, []).map(({ id }) => id));

/** Everything that may be printed of a piece, as sentences in paragraphs. */
const texts = (piece: LeafletPiece): string[] => [
  piece.heading,
  piece.text,
  ...piece.points,
  ...(piece.carefulText === undefined ? [] : [piece.carefulText]),
];

/** Sentences that at least four of seven formulas find too hard for a reader of this age. */
async function hardSentences(text: string, age: number): Promise<string[]> {
  const file = await retext()
    .use(retextEnglish)
    .use(retextReadability, { age, threshold: 4 / 7, minWords: 5 })
    .process(text);
  return file.messages.map((message) => message.actual ?? message.reason);
}

describe("the leaflet", () => {
  it("has no sentence that is too hard at 12 years of age", async () => {
    for (const piece of leaflet)
      expect([piece.id, await hardSentences(texts(piece).slice(1).join("\n\n"), 12)]).toEqual([piece.id, []]);
  });

  it("is measured by something that would tell", async () => {
    expect(
      await hardSentences(
        "Nocturnal cramps frequently accompany pharmacological interventions influencing electrolyte homeostasis considerably.",
        12,
      ),
    ).toHaveLength(1);
  });

  it("uses no technical term and no abbreviation", () => {
    const technical =
      /\b(?:hypo|hyper)\w+|\b(?:renal|hepatic|oedema|supplementation|idiopathic|nocturnal|prophyla\w+|contraindicat\w+|eGFR|CKD|DVT|NSAID|mmol)\b/i;
    expect(leaflet.filter((piece) => technical.test(words(piece))).map(({ id }) => id)).toEqual([]);
  });

  it("covers what the founding articles are about", () => {
    const ids = leaflet.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        "stretch-now",
        "evening-stretches",
        "drinking",
        "rub-and-walk",
        "warm-or-cold",
        "bed-and-posture",
        "shoes",
        "get-help-now",
        "move",
        "alcohol",
        "your-medicines",
      ]),
    );
  });

  it("says when to get help whatever the patient has", () => {
    expect(leaflet.find(({ id }) => id === "get-help-now")).toMatchObject({ unsafeWhen: [] });
    expect(leaflet.find(({ id }) => id === "get-help-now")?.onlyWhen).toBeUndefined();
  });

  it("leaves a piece out where it could do harm", () => {
    const gatesOf = (id: string) =>
      gates(
        leaflet.find((piece) => piece.id === id) ?? {
          id,
          heading: "",
          text: "",
          points: [],
          unsafeWhen: [],
          unless: [],
        },
      );
    expect(gatesOf("rub-and-walk")).toEqual(expect.arrayContaining(["oneSidedSwelling", "dvt"]));
    expect(gatesOf("warm-or-cold")).toEqual(expect.arrayContaining(["peripheral-neuropathy", "pad", "numbness"]));
    expect(gatesOf("drinking")).toEqual(
      expect.arrayContaining(["coronary-heart-failure", "ckd-dialysis", "hyponatraemia", "desmopressin"]),
    );
  });

  it("gives none of the advice of consumer pages that does harm", () => {
    const advises =
      /\b(?:take|try|eat|use|add|drink)\b[^.]*\b(?:magnesium|potassium|calcium|salt|vitamin|quinine|tonic|supplements?)\b/i;
    const sentences = leaflet.flatMap((piece) =>
      words(piece)
        .split(/(?<=\.)\s+/)
        .map((sentence) => ({ id: piece.id, sentence })),
    );
    const advice = sentences.filter(
      ({ sentence }) => advises.test(sentence) && !/\b(?:do not|ask before|before you take|tell us)\b/i.test(sentence),
    );
    expect(advice).toEqual([]);
    expect(sentences.filter(({ sentence }) => /\b(?:glasses|litres?|ounces|tablespoons?)\b/i.test(sentence))).toEqual(
      [],
    );
    expect(
      sentences.filter(({ sentence }) => /\bstop\b/i.test(sentence) && !/\bdo not stop\b/i.test(sentence)),
    ).toEqual([]);
  });
});
