import fc from "fast-check";
import { expect, it } from "vitest";
import { formatReference, parseReference } from "@/lib/store/reviews/reference";

it("a reference is its number, and nothing else is", () => {
  expect(formatReference(412)).toBe("CC-0412");
  expect(formatReference(123_456)).toBe("CC-123456");
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999_999_999 }),
      (number) => parseReference(formatReference(number)) === number,
    ),
  );
  for (const text of ["", "412", "CC-412", "CC-00412", "CC-0000", "CC-4 12", "CC-0412x", "CC-2147483648", "cc0412"])
    expect(parseReference(text)).toBeNull();
  expect(parseReference(" cc-0412 ")).toBe(412);
});
