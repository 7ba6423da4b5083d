import { describe, expect, it } from "vitest";
import { symptomChips } from "@/app/_view-models/entry/symptom-chips";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";

const chips = (text: string) => symptomChips(text, loadKnowledge());

describe("chips under the patient's words", () => {
  it("tell what was understood, where and since when, and the answer that it gives", () => {
    expect(chips("weakness of both legs since last week, no fever")).toEqual([
      expect.objectContaining({
        id: "weakness",
        says: "yes",
        words: expect.stringMatching(/^weakness, both legs, since last week/),
      }),
      expect.objectContaining({ id: "fever", says: "no", words: expect.stringContaining("not present") }),
    ]);
  });

  it("answer nothing by what is another's or past, and show what was not read", () => {
    expect(chips("my mother had a seizure, I only get cramp").map(({ says }) => says)).toEqual([null]);
    expect(chips("Mein Bein schmerzt stark")).toEqual([expect.objectContaining({ id: null, says: null })]);
    expect(chips("")).toEqual([]);
  });
});
