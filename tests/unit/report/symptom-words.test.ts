import { describe, expect, it } from "vitest";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { answerReview, renderReview } from "@/scripts/crampcheck/review";

describe("the symptom words in the report", () => {
  it("stand as they were entered, understood or not", async () => {
    const symptomText = "Legs like jelly since Monday.\nmein Bein schmerzt sehr";
    const options = { knowledge: loadKnowledge(), today: "2026-11-30" };
    const reviewed = answerReview({ medications: ["ramipril 5 mg daily"], context: { symptomText } }, options);
    const text = String(await renderReview(reviewed, { format: "text", variant: "full" }, "2026-11-30T10:00:00Z"));
    for (const line of symptomText.split("\n")) expect(text).toContain(line);
    expect(reviewInput({ medications: [] }, options).review.symptoms).toEqual([]);
  });
});
