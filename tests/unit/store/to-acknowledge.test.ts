import { expect, it } from "vitest";
import { toAcknowledge, toDecide } from "@/lib/store/reviews/to-acknowledge";
import { madeUpCase } from "@/tests/integration/support/made-up-case";

it("asks for one tick for each unread line and each check that did not finish, and for a decision on each act-now", () => {
  const { review } = madeUpCase({
    unread: ["Zaroxlyn 5mg", " Zaroxlyn 5mg", "xyz"],
    findings: [
      { id: "a", priority: "act-now" },
      { id: "b", priority: "review" },
      { id: "c", kind: "check-failed", title: "The interaction check did not finish" },
    ],
  });
  expect(toAcknowledge(review).map((box) => box.key)).toEqual([
    "unread:medications:Zaroxlyn 5mg",
    "unread:medications:xyz",
    "check-failed:c",
  ]);
  expect(toDecide(review, new Set()).map((finding) => finding.id)).toEqual(["a"]);
  expect(toDecide(review, new Set(["a"]))).toEqual([]);
});

it("asks for a tick for each result that was not judged, and one for all for which no range is held", () => {
  const { review } = madeUpCase({
    findings: [
      {
        id: "missing-information:result-magnesium",
        kind: "missing-information",
        ruleId: "LAB-unit-missing",
        title: "Magnesium 0.62 has no unit",
      },
      { id: "missing-information:result-b12", kind: "missing-information", ruleId: "LAB-no-range", title: "B12 300" },
      { id: "missing-information:result-crp", kind: "missing-information", ruleId: "LAB-child", title: "CRP 4" },
      { id: "missing-information:use", kind: "missing-information", ruleId: "MISSING", title: "Not clear" },
    ],
  });
  expect(toAcknowledge(review).map(({ key, text }) => [key, text])).toEqual([
    ["not-judged:missing-information:result-magnesium", "Magnesium 0.62 has no unit"],
    ["not-judged:missing-information:result-b12+missing-information:result-crp", "B12 300; CRP 4"],
  ]);
});
