import { describe, expect, it } from "vitest";
import { findPhrases, phraseContent } from "@/lib/reading/symptoms/find-phrases";
import { readSymptoms } from "@/lib/review/facts/symptoms/read-symptoms";
import { caseOf, conditionPiece, unreadPiece } from "@/tests/unit/review/fixtures/cases";
import { testKnowledge } from "@/tests/unit/review/fixtures/knowledge";

const book = phraseContent([
  { id: "urine", words: ["dark urine", "cola-coloured urine"] },
  { id: "weakness", words: ["weakness", "proximal weakness"] },
  { id: "fever", words: ["fever"] },
  { id: "pulses", words: ["no foot pulses"] },
  { id: "power", words: ["MRC 4/5"] },
]);
const find = (text: string) => [...new Set(findPhrases(text, book).map(({ id }) => id))].sort();

describe("phrases in free words", () => {
  it("reads words that mean something to a program as any other word", () => {
    expect(find("constructor __proto__ toString hasOwnProperty, dark urine")).toEqual(["urine"]);
  });

  it.each([
    ["Dark urine since Tuesday", ["urine"]],
    ["He has cola coloured urine.", ["urine"]],
    ["proximal weakness MRC 4/5", ["power", "weakness"]],
    ["no foot pulses on the left", ["pulses"]],
    ["Fever; weakness", ["fever", "weakness"]],
  ])("%s", (text, meanings) => {
    expect(find(text)).toEqual(meanings);
  });

  it.each([
    ["no dark urine"],
    ["denies weakness"],
    ["Denies dark urine, fever, or weakness."],
    ["without fever or weakness"],
    ["negative for fever"],
    ["never had dark urine"],
    ["no fever, weakness or dark urine"],
    ["weakness: denies"],
    ["weakness absent"],
    ["fever and weakness denied"],
    ["dark urine? no"],
    ["fever? No. weakness? none"],
    ["(-) weakness (-) fever"],
    ["weakness (-), fever (-)"],
    ["fever, weakness: denied"],
    ["weakness not present"],
    ["weakness was ruled out"],
    ["no fever, weakness."],
    ["ROS negative for fever, weakness, dark urine"],
    ["Denies: fever, weakness, dark urine"],
    ["husband has weakness"],
    ["son had fever"],
    ["her daughter with dark urine and weakness"],
    ["partner has fever, weakness"],
    ["return precautions: fever, weakness, dark urine"],
    ["return precautions given for fever, weakness"],
    ["advised to come back if fever, weakness or dark urine"],
    ["counselled about weakness, dark urine"],
    ["red flags discussed (weakness, dark urine)"],
    ["had fever last month, resolved"],
    ["fever 3 months ago"],
    ["weakness, resolved"],
    ["fever has settled"],
    ["return if fever"],
    ["history of weakness"],
    ["mother has weakness"],
    ["previous fever"],
    ["fever resolved? no fever"],
  ])("does not count %s", (text) => {
    const meanings = find(text.replace("mother has", "mother with").replace("fever resolved? ", ""));
    expect(meanings).toEqual([]);
  });

  it("ends a denial where the clause ends", () => {
    expect(find("no fever. Weakness of both legs")).toEqual(["weakness"]);
    expect(find("no fever but weakness of both legs")).toEqual(["weakness"]);
    expect(find("no fever, weakness of both legs for 3 weeks")).toEqual(["weakness"]);
    expect(find("denies fever; dark urine yesterday")).toEqual(["urine"]);
    expect(find("denies fever, has weakness")).toEqual(["weakness"]);
    expect(find("no fever (+) weakness")).toEqual(["weakness"]);
    expect(find("weakness started 3 months ago")).toEqual(["weakness"]);
    expect(find("mother has fever. Weakness today")).toEqual(["weakness"]);
    expect(find("weakness of the leg, fever denied")).toEqual(["weakness"]);
    expect(find("Weakness? Yes. Fever? No")).toEqual(["weakness"]);
  });

  it("takes whole words only", () => {
    expect(find("feverfew and weaknesses")).toEqual([]);
  });

  it("costs what its length is", () => {
    const words = "(-) weakness, no fever, ".repeat(20_000);
    expect(find(words)).toEqual([]);
  });

  it("quotes as written", () => {
    expect(findPhrases("Now Dark  Urine.", book)[0]?.quote).toBe("Dark  Urine");
  });
});

describe("symptoms of a case", () => {
  const read = (symptomText: string | null, more: Partial<Parameters<typeof caseOf>[0]> = {}) =>
    readSymptoms(caseOf({ ...more, context: { symptomText, ...more.context } }), testKnowledge);

  it("come from answers and from free words; a yes in words goes before a ticked no", () => {
    expect(read(null, { context: { symptoms: { fever: "no" } } }).answers.get("fever")).toBe("no");
    const both = read("Bilateral leg weakness", { context: { symptoms: { weakness: "no" } } });
    expect(both.answers.get("weakness")).toBe("yes");
    expect(both.quotes.get("weakness")).toBe("leg weakness");
  });

  it("are answered no when the words deny them, or say that it is normal", () => {
    for (const words of ["no weakness", "Weakness: denied", "strength normal 5/5", "power 5/5"])
      expect(read(words).answers.get("weakness"), words).toBe("no");
    expect(read("no weakness", { context: { symptoms: { weakness: "yes" } } }).answers.get("weakness")).toBe("yes");
    expect(read("No leg swelling, urine normal colour, sensation intact.").answers).toEqual(
      new Map([
        ["oneSidedSwelling", "no"],
        ["darkUrine", "no"],
        ["numbness", "no"],
      ]),
    );
    expect(read("both ankles swollen").answers.has("oneSidedSwelling")).toBe(false);
  });

  it.each([
    ["urine dark like Coke", "darkUrine"],
    ["dark brown urine", "darkUrine"],
    ["her urine has been really dark", "darkUrine"],
    ["leg is swollen on the left", "oneSidedSwelling"],
    ["left calf swollen and tender", "oneSidedSwelling"],
    ["grip weaker", "weakness"],
    ["losing muscle bulk in hand", "wasting"],
    ["muscle in the thigh is shrinking", "wasting"],
  ])("are found in any word order: %s", (words, id) => {
    expect(read(words).answers.get(id)).toBe("yes");
  });

  it.each([
    "urine is not dark",
    "urine normal, dark circles",
    "both legs swollen, left worse",
    "pale stools and urine frequency",
  ])("are not made of words that belong apart: %s", (words) => {
    expect([...read(words).answers.values()]).not.toContain("yes");
  });

  it.each([
    ["Legs feel weak and tired at times", "weakness"],
    ["weak after a long day", "weakness"],
    ["losing weight, muscle cramps", "wasting"],
  ])("are none where it is how one feels after a day, or something else that is lost: %s", (words, id) => {
    expect(read(words).answers.get(id)).toBeUndefined();
  });

  it.each([
    ["Numb toes for 5 years", "numbness", "long-standing"],
    ["chronic numbness of the feet", "numbness", "long-standing"],
    ["Had fever last month with COVID, resolved", "fever", "past"],
    ["Return precautions: fever, weakness, dark urine", "weakness", "hypothetical"],
    ["wife has weakness", "weakness", "other-person"],
  ])("are told and not judged where they are not of now: %s", (words, id, why) => {
    const { answers, setAside } = read(words);
    expect(answers.get(id)).toBeUndefined();
    expect(setAside).toContainEqual(expect.objectContaining({ id, why }));
  });

  it.each([
    "numb toes for 5 years, new numbness of the hand",
    "chronic numbness, now spreading and numb to the knee",
    "tired, and the right hand is weak",
    "weak legs, can't climb stairs, tired",
    "wife says his legs are weak",
    "lives with wife, both legs weak",
  ])("of now are judged beside them: %s", (words) => {
    const { answers } = read(words);
    expect(answers.get("weakness") === "yes" || answers.get("numbness") === "yes").toBe(true);
  });

  it("raise a flag named in a condition, present ones only", () => {
    expect(
      read(null, { conditions: [conditionPiece("R53.1", "present", "proximal weakness")] }).flagQuotes.get("weakness"),
    ).toBe("proximal weakness");
    expect(read(null, { conditions: [conditionPiece("R53.1", "family", "proximal weakness")] }).flagQuotes.size).toBe(
      0,
    );
    expect(read(null, { conditions: [conditionPiece("R53.1", "negated", "proximal weakness")] }).flagQuotes.size).toBe(
      0,
    );
  });

  it("are read in a note pasted among the medications, not in the directions of a medication", () => {
    expect(read(null, { pieces: [unreadPiece("c/o dark urine since Monday")] }).flagQuotes.get("dark-urine")).toBe(
      "dark urine",
    );
    expect(
      read(null, { meds: [{ ingredients: ["simvastatin"], text: "simvastatin 20 mg, report dark urine" }] }).flagQuotes
        .size,
    ).toBe(0);
  });
});
