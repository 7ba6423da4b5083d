import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { publishedSchemas } from "@/scripts/schemas/published-schemas";

describe("docs/schema", () => {
  it.each([...publishedSchemas()])("%s is what the code takes and gives (npm run schemas)", (name, text) => {
    expect(readFileSync(`docs/schema/${name}.schema.json`, "utf8")).toBe(text);
  });
});
