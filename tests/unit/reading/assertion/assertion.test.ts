import { describe, expect, it } from "vitest";
import { Assertions } from "@/lib/reading/assertion/assertion";
import { clausesOf } from "@/lib/reading/assertion/clauses";
import { tokensOf } from "@/lib/reading/assertion/tokens";

/** The standing of a word in a text. */
function of(text: string, word: string): string {
  const tokens = tokensOf(text);
  const at = tokens.findIndex((token) => token.text === word);
  if (at < 0) throw new Error(`${word} is not in “${text}”`);
  return new Assertions(tokens, clausesOf(tokens)).of([at]);
}

describe("whose words are, of when and how sure", () => {
  it.each([
    ["3-day history of weakness", "weakness"],
    ["5/7 hx of weakness", "weakness"],
    ["gives a history of weakness since yesterday", "weakness"],
    ["no fever, but weakness", "weakness"],
    ["denies fever, has weakness", "weakness"],
    ["weakness started two weeks ago", "weakness"],
    ["no change in weakness", "weakness"],
    ["wife says he has weakness", "weakness"],
    ["any weakness? yes, since Monday", "weakness"],
    ["Mum nods off and has weakness", "weakness"],
  ])("“%s” is present", (text, word) => expect(of(text, word)).toBe("present"));

  it.each([
    ["no fever, chills or weakness", "weakness"],
    ["denies fever, chills, weakness", "weakness"],
    ["Weakness: no", "weakness"],
    ["fever absent", "fever"],
    ["any weakness? no", "weakness"],
    ["it can cause fits and fever - none of these so far", "fever"],
    ["seizure free on lamotrigine", "seizure"],
    ["neither fever nor weakness", "weakness"],
  ])("“%s” is denied", (text, word) => expect(of(text, word)).toBe("negated"));

  it.each([
    ["fever last year", "fever", "past"],
    ["weakness as a child", "weakness", "past"],
    ["seizure in 2006", "seizure", "past"],
    ["no seizure for 30 years, weakness resolved", "weakness", "past"],
    ["my mother had weakness, I have cramp", "weakness", "family"],
    ["FHx: weakness", "weakness", "family"],
    ["? weakness", "weakness", "uncertain"],
    ["return if weakness", "weakness", "hypothetical"],
    ["do you have any weakness", "weakness", "hypothetical"],
  ])("“%s”: %s is %s", (text, word, standing) => expect(of(text, word)).toBe(standing));
});
