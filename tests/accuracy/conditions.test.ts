import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { conditionIdOf } from "@/lib/knowledge/condition-of-code";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { readConditions } from "@/lib/reading/conditions/read-conditions";

const FILE = "../shared/samples/conditions-dev.jsonl";
const Row = z.looseObject({
  id: z.string(),
  text: z.string(),
  icd10cm_prefixes: z.array(z.string()),
  also: z.array(z.array(z.string())).nullish(),
  secondary_cause: z.string().nullable(),
  polarity: z.enum(["present", "past", "uncertain", "negated", "family", "none"]),
});
const agrees = (code: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => code.startsWith(prefix) || prefix.startsWith(code));

describe.skipIf(!existsSync(FILE))(`reading of conditions on ${FILE} (skipped: the samples are not in a clone)`, () => {
  it("finds 0.95 of the conditions, and counts nothing negated or familial as present", () => {
    const knowledge = loadKnowledge();
    const total = { wanted: 0, found: 0, wronglyPresent: 0, causes: 0, causesFound: 0 };
    for (const line of readFileSync(FILE, "utf8").trim().split("\n")) {
      const row = Row.parse(JSON.parse(line));
      const pieces = readConditions(row.text, { conditionIdOf: (code) => conditionIdOf(knowledge, code) }).filter(
        (piece) => piece.status === "recognised",
      );
      const present = pieces.filter((piece) => piece.polarity === "present");
      if (row.polarity === "negated" || row.polarity === "family" || row.polarity === "none") {
        total.wronglyPresent += present.length;
        continue;
      }
      for (const prefixes of [row.icd10cm_prefixes, ...(row.also ?? [])]) {
        total.wanted += 1;
        if (pieces.some((piece) => piece.codes.some(({ code }) => agrees(code, prefixes)))) total.found += 1;
      }
      if (row.secondary_cause !== null && row.polarity === "present") {
        total.causes += 1;
        if (present.some((piece) => piece.conditionId === row.secondary_cause)) total.causesFound += 1;
      }
    }
    console.log(
      `conditions: recall ${(total.found / total.wanted).toFixed(3)}, causes ${total.causesFound} of ${total.causes}, wrongly present ${total.wronglyPresent}`,
    );
    expect(total.found / total.wanted).toBeGreaterThanOrEqual(0.95);
    expect(total.causesFound / total.causes).toBeGreaterThanOrEqual(0.93);
    expect(total.wronglyPresent).toBe(0);
  });
});
