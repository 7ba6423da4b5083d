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
