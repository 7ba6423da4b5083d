import { describe, expect, it } from "vitest";
import { LIMITS } from "@/lib/domain/limits";
import { describeFolded, openByDefault, wantsAttention } from "@/lib/domain/open-findings";
import type { Priority } from "@/lib/domain/vocabulary";

const finding = (priority: Priority, byFloor?: boolean) => ({
  priority,
  ...(byFloor === undefined ? {} : { byFloor }),
});
const many = (priority: Priority, amount: number) => Array.from({ length: amount }, () => finding(priority));

describe("what stands open when a review is first seen", () => {
  it("is what asks for attention, in the order of the review", () => {
    const findings = [finding("act-now"), finding("review"), finding("consider"), finding("info")];
    expect(openByDefault(findings)).toEqual(findings.slice(0, 3));
  });

  it("is at most seven, the loudest first", () => {
    expect(LIMITS.openFindings).toBe(7);
    const open = openByDefault([...many("act-now", 2), ...many("review", 9), ...many("consider", 9)]);
    expect(open.map(({ priority }) => priority)).toEqual([
      ...Array<string>(2).fill("act-now"),
      ...Array<string>(5).fill("review"),
    ]);
    expect(openByDefault(many("act-now", 20))).toHaveLength(7);
  });

  it("says of what is folded how much of it is urgent", () => {
    const findings = many("act-now", 9);
    expect(describeFolded("act-now", findings.length - openByDefault(findings).length)).toBe(
      "2 more to act on now, folded",
    );
    expect(describeFolded("review", 3)).toBe("3 folded");
  });

  it("leaves the drugs that are there because their group is always shown to their shared line", () => {
    expect(wantsAttention(finding("consider", true))).toBe(false);
    expect(wantsAttention(finding("consider", false))).toBe(true);
    expect(openByDefault([finding("consider", true), finding("consider")])).toHaveLength(1);
  });
});
