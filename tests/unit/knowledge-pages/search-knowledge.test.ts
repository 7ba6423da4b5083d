import { describe, expect, it } from "vitest";
import { searchKnowledge } from "@/app/_view-models/knowledge-search/search-knowledge";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";

const knowledge = loadKnowledge();
const hrefs = (query: string) => searchKnowledge(knowledge, query).hits.map((hit) => hit.href);

describe("searching the knowledge base", () => {
  it("finds the class of a drug under its brand name, and says what the brand is", () => {
    const answer = searchKnowledge(knowledge, "Zaroxolyn");
    expect(answer.hits[0]?.href).toBe("/knowledge/classes/thiazide-thiazide-like");
    expect(answer.drug).toMatchObject({ brand: true, ingredients: ["metolazone"] });
  });

  it("finds the classes of every ingredient of a combination", () => {
    const found = hrefs("Exforge HCT");
    expect(found).toEqual(
      expect.arrayContaining([
        "/knowledge/classes/thiazide-thiazide-like",
        "/knowledge/classes/ccb-dihydropyridine",
        "/knowledge/classes/arb",
      ]),
    );
  });

  it("offers a name that is nearly spelt, and never searches for it by itself", () => {
    const answer = searchKnowledge(knowledge, "Zaroxlyn");
    expect(answer.hits).toEqual([]);
    expect(answer.drug).toBeNull();
    expect(answer.meant).toContain("Zaroxolyn");
  });

  it("finds a condition by its name in either spelling, by its code and by a term for it", () => {
    for (const query of ["hypokalaemia", "hypokalemia", "E87.6", "e876", "low potassium"])
      expect(hrefs(query), query).toContain("/knowledge/conditions/hypokalaemia");
  });

  it("finds a test by its name, its abbreviation and its LOINC code", () => {
    for (const query of ["potassium", "K", "2823-3"])
      expect(hrefs(query), query).toContain("/knowledge/labs/potassium");
  });

  it("finds an interaction by the two drugs in it", () => {
    const found = searchKnowledge(knowledge, "salbutamol furosemide").hits.filter((hit) => hit.kind === "interactions");
    expect(found.map((hit) => hit.href)).toContain("/knowledge/interactions/hypok-thiazide-beta2");
  });

  it("finds a treatment, and puts pages named so before pages that mention it", () => {
    const found = searchKnowledge(knowledge, "stretching").hits;
    expect(found[0]?.kind).toBe("treatments");
  });

  it.each([
    ["low potasium", "low potassium"],
    ["hypokalamia", "hypokalemia"],
    ["dialisis", "dialysis"],
    ["stretchng", "stretching"],
    ["resless legs", "restless legs"],
  ])("offers what may be meant by %s, and applies nothing", (query, meant) => {
    const answer = searchKnowledge(knowledge, query);
    expect(answer.hits).toEqual([]);
    expect(answer.meant[0]).toBe(meant);
    expect(searchKnowledge(knowledge, meant).hits.length).toBeGreaterThan(0);
  });

  it("offers nothing for a word that is near none, nor for a code", () => {
    for (const query of ["qwxzy", "E87.66"])
      expect(
        searchKnowledge(knowledge, query).meant.filter((name) => name.includes(" ") || name === query),
        query,
      ).toEqual([]);
  });

  it("finds nothing for nothing, for signs alone and for a word that is not there", () => {
    for (const query of ["", "   ", "%%%", "taurine qwxz"])
      expect(searchKnowledge(knowledge, query).hits, query).toEqual([]);
  });

  it("does not take a short word for the beginning of another", () => {
    expect(hrefs("K").length).toBeLessThan(knowledge.labs.length);
  });

  it("leads every class to itself by its name and by each member", () => {
    for (const one of knowledge.classes) {
      const href = `/knowledge/classes/${one.id}`;
      expect(hrefs(one.name), one.name).toContain(href);
      for (const member of one.members.slice(0, 3))
        expect(hrefs(member.name), `${member.name} of ${one.id}`).toContain(href);
    }
  });
});
