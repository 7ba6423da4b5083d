import { describe, expect, it } from "vitest";
import { readLabs } from "@/lib/reading/labs/read-labs";

const OPTIONS = { asOf: "2026-12-01", jurisdiction: "UK" as const };
const first = (text: string) => readLabs(text, OPTIONS).flatMap((piece) => piece.results)[0];

describe("the unit of a result", () => {
  it.each([
    ["ALT 0.9 µkat/L", 0.9, "ukat/L"],
    ["CK 3.1 kU/L", 3.1, "kU/L"],
    ["AST 850 nkat/l", 850, "nkat/L"],
  ])("%s keeps its own unit", (text, value, unit) => expect(first(text)).toMatchObject({ value, unit }));

  it.each([
    ["CK 4.2 blobs/L", "blobs/L"],
    ["sodium 3.2 cg/mL", "cg/mL"],
    ["CK 5000 IU/mL", "IU/mL"],
  ])("%s is in no table and is kept as it is written", (text, unit) => expect(first(text)?.unit).toBe(unit));

  it.each(["CK 900 and/or myositis", "potassium 3.4 n/a", "CK 450 w/ statin", "potassium 3.4 12/11/2026"])(
    "what stands behind the number of %s is no unit",
    (text) => expect(first(text)?.unit ?? null).toBeNull(),
  );
});
