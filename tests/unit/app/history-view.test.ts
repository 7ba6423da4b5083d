import { describe, expect, it } from "vitest";
import type { AuditEntry } from "@/lib/store/audit";
import { historyLines } from "@/app/_view-models/history/history-view";

const entry = (
  seq: number,
  action: string,
  userId: string | null = "a",
  at = `2026-11-22T14:${String(seq).padStart(2, "0")}:00.000Z`,
): AuditEntry => ({ seq, at, userId, action, subject: "CC-0001", detail: {}, hash: "" });
const nameOf = (id: string | null) => (id === null ? "the operator" : `Dr ${id.toUpperCase()}`);
const told = (entries: AuditEntry[]) =>
  historyLines(entries, nameOf, "Europe/London").map(({ when, what, who }) => `${when} ${what} ${who}`);

describe("the history of a review", () => {
  it("says what was done, by whom and when at the clinic's place", () => {
    expect(told([entry(3, "review.sign"), entry(2, "review.save", "b"), entry(1, "review.create", null)])).toEqual([
      "22 Nov 2026 14:03 signed Dr A",
      "22 Nov 2026 14:02 entry saved Dr B",
      "22 Nov 2026 14:01 created the operator",
    ]);
  });

  it("tells saves that follow each other once, with the latest time and how many", () => {
    expect(
      told([entry(5, "review.save"), entry(4, "review.save"), entry(3, "review.save", "b"), entry(2, "review.save")]),
    ).toEqual([
      "22 Nov 2026 14:05 entry saved, 2 times Dr A",
      "22 Nov 2026 14:03 entry saved Dr B",
      "22 Nov 2026 14:02 entry saved Dr A",
    ]);
  });

  it("leaves out what is not of the review itself", () => {
    expect(told([entry(2, "review.view"), entry(1, "access.denied")])).toEqual([]);
  });
});
