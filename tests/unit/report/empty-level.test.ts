import { describe, expect, it } from "vitest";
import { buildReportModel } from "@/lib/report/model/report-model";
import { emptyLevel } from "@/lib/report/documents/summary";
import { ORDINARY, signedInput } from "./cases";

describe("a level of the report without findings", () => {
  const model = { ...buildReportModel(signedInput(ORDINARY)), groups: [] };

  it("says of the urgent one that there was no red flag, and only of that", () => {
    const urgent = emptyLevel(model, "act-now");
    expect(urgent).toMatch(/red flag/i);
    for (const level of ["review", "consider", "info"] as const) {
      expect(emptyLevel(model, level)).toBe("Nothing at this level.");
    }
  });
});
