import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { Priority } from "@/lib/domain/vocabulary";
import { buildKnowledge } from "@/lib/knowledge/load/build-knowledge";
import { readContentFiles } from "@/lib/knowledge/load/content-files";
import { presentConditions } from "@/lib/review/rules/present-conditions";
import { readFacts } from "@/lib/review/facts/facts";
import { indexOf } from "@/lib/review/facts/knowledge-index";
import { matchInteractions } from "@/lib/review/rules/match-interactions";
import { interactionPriority } from "@/lib/review/findings/priority";
import { caseOf, RowCase } from "./case-of-row";

const RowCases = z.array(z.strictObject({ row: z.string(), priority: Priority, fires: RowCase, silent: RowCase }));
const cases = RowCases.parse(parse(readFileSync(path.join(import.meta.dirname, "cases.yaml"), "utf8")));
const { knowledge } = buildKnowledge(readContentFiles());
const index = indexOf(knowledge);

/** Rows that hold for a case, before one is chosen for each pair, with their priority. */
function rowsOf(given: RowCase): Map<string, Priority> {
  const patientCase = caseOf(given, knowledge);
  const facts = readFacts(patientCase, index);
  const fired = matchInteractions({ ...facts, conditions: presentConditions(patientCase, facts) });
  return new Map(fired.map(({ row, severity }) => [row.id, interactionPriority(severity)]));
}

describe("every interaction row", () => {
  it("has one case that fires it and one that does not", () => {
    expect(cases.map(({ row }) => row).sort()).toEqual(knowledge.interactions.map(({ id }) => id).sort());
  });

  it.each(cases)("$row holds for the list it is about, as loud as it is meant", ({ row, priority, fires }) => {
    expect(rowsOf(fires).get(row)).toBe(priority);
  });

  it.each(cases)(
    "$row is silent where the other drug, route, condition or result is not the one it is about",
    ({ row, silent }) => {
      expect([...rowsOf(silent).keys()]).not.toContain(row);
    },
  );
});
