import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readConditions } from "@/lib/reading/conditions/read-conditions";

const Row = z.object({ id: z.string(), text: z.string(), icd10cm_prefixes: z.array(z.string()), present: z.boolean() });
const rows = readFileSync(path.join(process.cwd(), "tests", "accuracy", "cases", "condition-lines.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => Row.parse(JSON.parse(line)));
const recognised = (text: string) =>
  readConditions(text, { conditionIdOf: () => null }).filter((piece) => piece.status === "recognised");

describe("reading of our own problem-list lines", () => {
  it("codes at least 0.95 of what the patient has", () => {
    const wanted = rows.filter((row) => row.present);
    const missed = wanted.filter(
      (row) =>
        !recognised(row.text).some((piece) =>
          piece.codes.some(({ code }) =>
            row.icd10cm_prefixes.some((prefix) => code.startsWith(prefix) || prefix.startsWith(code)),
          ),
        ),
    );
    console.log(
      `own conditions: ${wanted.length} lines, recall ${(1 - missed.length / wanted.length).toFixed(3)}; missed: ${missed.map((row) => row.text).join("; ")}`,
    );
    expect(wanted.length).toBeGreaterThanOrEqual(150);
    expect(missed.length / wanted.length).toBeLessThanOrEqual(0.05);
  });

  it("counts nothing as present that is denied, awaited, another's or no condition", () => {
    const others = rows.filter((row) => !row.present);
    expect(others.length).toBeGreaterThanOrEqual(20);
    expect(
      others.filter((row) => recognised(row.text).some((piece) => piece.polarity === "present")).map((row) => row.text),
    ).toEqual([]);
  });
});
