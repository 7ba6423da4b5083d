import { isDeepStrictEqual } from "node:util";
import { CORE_SCHEMA, load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readContentFiles } from "@/lib/knowledge/load/content-files";
import { readEntries } from "@/lib/knowledge/load/read-entries";

const Entry = z.strictObject({ id: z.string(), checked: z.string() });
const file = (text: string) => ({ path: "labs.yaml", text });

describe("the content as YAML", () => {
  it("is the same to the reader and to the parser that knows positions", () => {
    const differing = readContentFiles().filter(
      ({ text }) => !isDeepStrictEqual(load(text, { schema: CORE_SCHEMA }), parse(text)),
    );
    expect(differing.map(({ path }) => path)).toEqual([]);
  });

  it("keeps a date as the words that were written", () => {
    const { entries } = readEntries(file("- id: a\n  checked: 2026-11-30\n"), Entry);
    expect(entries[0]?.entry.checked).toBe("2026-11-30");
  });

  it("names file, line and field of what is wrong, and throws nothing", () => {
    expect(readEntries(file("- id: a\n  checked: 2026-11-30\n  more: 1\n"), Entry).problems).toMatchObject([
      { rule: "schema", file: "labs.yaml", line: 3, field: "more" },
    ]);
    expect(readEntries(file("- id: a\n  checked: [x\n"), Entry).problems[0]).toMatchObject({
      rule: "yaml",
      file: "labs.yaml",
    });
  });
});
