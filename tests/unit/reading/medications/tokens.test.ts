import { describe, expect, it } from "vitest";
import { phraseTable } from "@/lib/reading/medications/text/phrase-table";
import { tokenise } from "@/lib/reading/medications/text/tokens";

const texts = (text: string): string[] => tokenise(text).map((token) => token.text);

describe("tokens", () => {
  it("part letters from digits and hold abbreviations and numbers together", () => {
    expect(texts("Lasix 40mg p.o. b.i.d.")).toEqual(["lasix", "40", "mg", "po", "bid"]);
    expect(texts("q.6h. 1,000 .5 12.5")).toEqual(["q", "6", "h", "1000", "0.5", "12.5"]);
    expect(texts("St. John's wort")).toEqual(["st", ".", "johns", "wort"]);
  });

  it("keep the place of each part in the text as given", () => {
    const text = "ﬁsh ４０ｍｇ café";
    for (const token of tokenise(text)) expect(token.end).toBeGreaterThan(token.start);
    expect(tokenise(text).map((token) => text.slice(token.start, token.end))).toEqual(["ﬁsh", "４０", "ｍｇ", "café"]);
    expect(texts(text)).toEqual(["fish", "40", "mg", "cafe"]);
  });

  it("know line ends of every kind and run none together with words", () => {
    expect(tokenise("a\r\nb\u2028c").map((token) => token.kind)).toEqual([
      "word",
      "newline",
      "word",
      "newline",
      "word",
    ]);
  });

  it("leave invisible characters out of words", () => {
    expect(texts("ator\u200bva\u00adstatin")).toEqual(["atorvastatin"]);
  });
});

describe("phrase table", () => {
  const table = phraseTable([
    ["by mouth", "oral"],
    ["by mouth daily", "both"],
    ["mouth", "mouth"],
  ]);
  it("finds the longest phrase at a token, through hyphens and full stops, within its bounds", () => {
    const tokens = tokenise("by-mouth daily by mouth");
    expect(table.at(tokens, 0, tokens.length)).toEqual({ length: 4, value: "both" });
    expect(table.at(tokens, 0, 3)).toEqual({ length: 3, value: "oral" });
    expect(table.at(tokens, 1, tokens.length)).toBeNull();
    expect(table.at(tokens, 4, tokens.length)).toEqual({ length: 2, value: "oral" });
  });
});
