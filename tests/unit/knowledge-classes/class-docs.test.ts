import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { CLASS_DOCS, withTables } from "@/scripts/class-docs";
import { classContent } from "./class-content";

const classes = classContent();
const page = (file: string) => readFileSync(path.join(process.cwd(), "docs", file), "utf8");

describe("the pages on grading and onset", () => {
  // When this fails: npx tsx scripts/class-docs.ts
  it.each(["grading.md", "onset.md"])("say in %s what the content says", (file) => {
    expect(withTables(page(file), classes)).toBe(page(file));
  });

  it("hold every table once", () => {
    const both = page("grading.md") + page("onset.md");
    for (const name of Object.keys(CLASS_DOCS)) expect(both.split(`<!-- table: ${name} -->`), name).toHaveLength(2);
  });

  it("name every letter that an entry uses", () => {
    const rules = page("grading.md");
    for (const letter of new Set(classes.map((entry) => entry.gradeRule).filter((rule) => rule !== "label-only")))
      expect(rules).toContain(`**${letter}** `);
  });

  it("change when the content changes", () => {
    const [first, ...others] = classes;
    if (!first) throw new Error("no classes");
    expect(withTables(page("grading.md"), [{ ...first, gradeRule: "S9" }, ...others])).not.toBe(page("grading.md"));
  });

  it("refuse a table that nobody makes", () => {
    expect(() => withTables("<!-- table: nonsense --><!-- end of table -->", classes)).toThrow("nonsense");
  });
});
