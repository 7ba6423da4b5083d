import { describe, expect, it } from "vitest";
import { loadKnowledge } from "@/lib/knowledge/load";
import { predicateReferences } from "@/lib/knowledge/predicate-references";
import type { LeafletPiece } from "@/lib/knowledge/schema";

const { leaflet } = loadKnowledge();
const words = (piece: LeafletPiece) => `${piece.heading}. ${piece.text}`;
const gates = (piece: LeafletPiece) => piece.unsafeWhen.flatMap((gate) => predicateReferences(gate, []).map(({ id }) => id));

/** Flesch–Kincaid grade of a text: school years that it asks for. */
function grade(text: string): number {
  const sentences = text.split(/[.;:]\s/).filter(Boolean).length;
  const list = text.match(/[A-Za-z']+/g) ?? [];
  const syllables = list.reduce((sum, word) => sum + Math.max(1, (word.toLowerCase().replace(/(?:e|ed|es)$/, "").match(/[aeiouy]+/g) ?? []).length), 0);
  return 0.39 * (list.length / sentences) + 11.8 * (syllables / list.length) - 15.59;
}

describe("the leaflet", () => {
  it("can be read at about 12 years of age", () => {
    expect(grade(leaflet.map(words).join(" "))).toBeLessThanOrEqual(6);
    for (const piece of leaflet) expect(grade(words(piece)), piece.id).toBeLessThanOrEqual(9);
  });

  it("uses no technical term and no abbreviation", () => {
    const technical = /\b(?:hypo|hyper)\w+|\b(?:renal|hepatic|oedema|supplementation|idiopathic|nocturnal|prophyla\w+|contraindicat\w+|eGFR|CKD|DVT|NSAID|mmol)\b/i;
    expect(leaflet.filter((piece) => technical.test(words(piece))).map(({ id }) => id)).toEqual([]);
  });

  it("covers what the founding articles are about", () => {
    const ids = leaflet.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["stretch-now", "evening-stretches", "drinking", "rub-and-walk", "warm-or-cold", "bed-and-posture", "shoes", "get-help-now", "move", "alcohol", "your-medicines"]));
  });

  it("says when to get help whatever the patient has", () => {
    expect(leaflet.find(({ id }) => id === "get-help-now")).toMatchObject({ unsafeWhen: [] });
    expect(leaflet.find(({ id }) => id === "get-help-now")?.onlyWhen).toBeUndefined();
  });

  it("leaves a piece out where it could do harm", () => {
    const gatesOf = (id: string) => gates(leaflet.find((piece) => piece.id === id) ?? { id, heading: "", text: "", unsafeWhen: [] });
    expect(gatesOf("rub-and-walk")).toEqual(expect.arrayContaining(["oneSidedSwelling", "dvt"]));
    expect(gatesOf("warm-or-cold")).toEqual(expect.arrayContaining(["peripheral-neuropathy", "pad", "numbness"]));
    expect(gatesOf("drinking")).toEqual(expect.arrayContaining(["coronary-heart-failure", "ckd-dialysis", "hyponatraemia", "desmopressin"]));
  });

  it("gives none of the advice of consumer pages that does harm", () => {
    const advises = /\b(?:take|try|eat|use|add|drink)\b[^.]*\b(?:magnesium|potassium|calcium|salt|vitamin|quinine|tonic|supplements?)\b/i;
    const sentences = leaflet.flatMap((piece) => piece.text.split(/(?<=\.)\s+/).map((sentence) => ({ id: piece.id, sentence })));
    const advice = sentences.filter(({ sentence }) => advises.test(sentence) && !/\b(?:do not|ask before|before you take|tell us)\b/i.test(sentence));
    expect(advice).toEqual([]);
    expect(sentences.filter(({ sentence }) => /\b(?:glasses|litres?|ounces|tablespoons?)\b/i.test(sentence))).toEqual([]);
    expect(sentences.filter(({ sentence }) => /\bstop\b/i.test(sentence) && !/\bdo not stop\b/i.test(sentence))).toEqual([]);
  });
});
