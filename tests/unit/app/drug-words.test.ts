import { describe, expect, it } from "vitest";
import { drugList, markDrugs } from "@/app/_view-models/drug-runs";
import { drawnText, plainText } from "@/app/_view-models/rich-text";

describe("drug names in a sentence", () => {
  it("are drawn tall-man where they are listed and spoken as plain words", () => {
    const words = markDrugs("Simvastatin 40 mg with amlodipine", ["simvastatin", "amlodipine"]);
    expect(drawnText(words)).toBe("Simvastatin 40 mg with amLODIPine");
    expect(plainText(words)).toBe("Simvastatin 40 mg with amlodipine");
    expect(words.filter((word) => typeof word !== "string")).toHaveLength(2);
  });

  it("are whole words only", () => {
    expect(markDrugs("ironically", ["iron"])).toEqual(["ironically"]);
  });

  it("take the longest name that fits", () => {
    const [first] = markDrugs("calcium acetate 667 mg", ["calcium", "calcium acetate"]);
    expect(first).toMatchObject({ plain: "calcium acetate" });
  });

  it("lose no letter of the sentence", () => {
    const text = "β-blockers, “prednisolone” & hydralazine/hydroxyzine — 2,5 mg";
    expect(plainText(markDrugs(text, ["prednisolone", "hydralazine", "hydroxyzine"]))).toBe(text);
  });

  it("are joined as a list in words", () => {
    expect(plainText(drugList(["fluticasone", "salmeterol", "umeclidinium"]))).toBe(
      "fluticasone, salmeterol and umeclidinium",
    );
  });
});
