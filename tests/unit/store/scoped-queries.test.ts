import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Tables that are asked before the organisation is known, with `ACROSS`: their queries may be put together. */
const BEFORE_ANYBODY_IS_KNOWN = ["session", "user", "passwordLink"];

describe("queries outside a transaction", () => {
  it("never let Prisma put those of two organisations into one", () => {
    const files = readdirSync("lib/store", { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".ts"),
    );
    const found = files.flatMap((file) =>
      [...readFileSync(`lib/store/${file}`, "utf8").matchAll(/\bdb\.(\w+)\.findUnique/g)].map(([, table]) => table),
    );
    expect(found.filter((table) => !BEFORE_ANYBODY_IS_KNOWN.includes(table ?? ""))).toEqual([]);
  });
});
