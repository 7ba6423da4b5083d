import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { readContentFiles } from "@/lib/knowledge/load/content-files";
import { readPlainYaml } from "@/lib/knowledge/load/plain-yaml";

/** What the full parser says, or that it refuses. */
function full(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: parse(text, { logLevel: "error" }) };
  } catch {
    return { ok: false };
  }
}

/** Where the fast reader answers, the full parser gives the same answer. */
function agrees(text: string): boolean {
  const fast = readPlainYaml(text);
  if (!fast.ok) return true;
  const slow = full(text);
  return slow.ok && isDeepStrictEqual(fast.value, slow.value);
}

const files = readContentFiles();

describe("the fast reader", () => {
  it.each([
    [
      "maps, lists and nesting",
      "- id: a\n  list:\n    - 1\n    - two\n  map:\n    b: true\n    c: null\n- id: b\n  list:\n  - x\n  - - y\n    - z\n",
    ],
    [
      "numbers, words and what looks like a number",
      "- 1.50\n- -3\n- .5\n- 1.\n- 2823-3\n- 1.2.3\n- 2026-11-22\n- ~\n- Yes\n- True\n- E87.6\n- 10^9/L\n",
    ],
    [
      "flow collections over several lines with comments",
      "a: [x, 'y, z', { b: 1, c: [] }, # why\n  last\n  word]\nd: {}\n",
    ],
    [
      "quoted text with colons, hashes and escapes",
      "- \"a: b # c\"\n- 'it''s: fine'\n- \"line\\nbreak \\u00e9\"\n- 'over\n  two lines'\n",
    ],
    ["plain text over several lines", "- one\n  two\n  three\n- key: four\n    five\n  other: six # comment\n"],
    ["folded and literal text", "a: >\n  one\n  two\n\n  three\nb: |\n  four\n  five\nc: >-\n  six\n"],
    [
      "comments and empty lines anywhere",
      "# top\n\na: 1 # one\n# between\n\nb:   # below\n  # deeper\n  - x # y\n# end\n",
    ],
    ["nothing", ""],
  ])("reads %s as the full parser does", (_what, text) => {
    const fast = readPlainYaml(text);
    expect(fast.ok && fast.value).toEqual(parse(text));
  });

  it.each([
    ["anchors", "- &a { x: 1 }\n- *a\n"],
    ["tags", "- !!str 1\n"],
    ["merge keys", "a:\n  <<: { b: 1 }\n"],
    ["several documents", "a: 1\n---\nb: 2\n"],
    ["tabs", "a:\tb\n"],
    ["keys twice", "a: 1\na: 2\n"],
    ["keys twice in flow", "{ a: 1, a: 2 }\n"],
    ["quoted keys", '"a": 1\n'],
    ["a key of the prototype", "__proto__: { a: 1 }\n"],
    ["an open bracket", "a: [1, 2\nb: 3\n"],
    ["an open quote", 'a: "b\n'],
    ["a map inside plain text", "a: b: c\n"],
    ["a wrong indentation", "a: 1\n  b: 2\n"],
    ["hexadecimal numbers", "a: 0x1f\n"],
    ["exponents", "a: 1e3\n"],
  ])("leaves %s to the full parser", (_what, text) => {
    expect(readPlainYaml(text)).toEqual({ ok: false });
  });

  it("agrees with the full parser on every content file", () => {
    expect(files.filter((file) => !agrees(file.text)).map((file) => file.path)).toEqual([]);
  });

  it("answers for nearly all of the content, which is what makes the start quick", () => {
    const beyond = files.filter((file) => !readPlainYaml(file.text).ok).map((file) => file.path);
    expect(beyond.length, `left to the full parser: ${beyond.join(", ")}`).toBeLessThanOrEqual(files.length / 10);
  });

  const value = fc.letrec((tie) => ({
    text: fc.oneof(
      fc.string(),
      fc.string({
        unit: fc.constantFrom(
          "a",
          "B",
          "1",
          ".",
          "-",
          ":",
          " ",
          "#",
          ",",
          "[",
          "]",
          "{",
          "}",
          "'",
          '"',
          "\n",
          "?",
          "&",
          "*",
          "~",
          "%",
          "/",
        ),
      }),
    ),
    key: fc.oneof(
      fc.constantFrom("id", "name", "text", "when", "a-b", "true", "null", "y", "__proto__", "constructor"),
      fc.string(),
    ),
    value: fc.oneof(
      { depthSize: "small" },
      tie("text"),
      fc.boolean(),
      fc.constant(null),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.constantFrom("id", "name", "text", "when", "a-b"), fc.string()), tie("value"), {
        maxKeys: 4,
      }),
    ),
  })).value;

  it("agrees on whatever can be written as YAML, in block and in flow style, narrow and wide", () => {
    fc.assert(
      fc.property(value, fc.constantFrom(20, 80, 0), fc.boolean(), (written, lineWidth, flow) => {
        const text = stringify(written, { lineWidth, collectionStyle: flow ? "flow" : "any" });
        expect(agrees(text), text).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("agrees, or leaves it alone, when characters of real content are lost, doubled or put elsewhere", () => {
    const pieces = files.map((file) => file.text.split(/\n(?=- id:)/).slice(0, 6)).flat();
    fc.assert(
      fc.property(
        fc.constantFrom(...pieces),
        fc.array(
          fc.tuple(
            fc.nat(),
            fc.constantFrom(
              "",
              " ",
              "  ",
              "\n",
              "-",
              "- ",
              ":",
              ": ",
              "#",
              " #",
              "'",
              '"',
              "[",
              "]",
              "{",
              "}",
              ",",
              "|",
              ">",
              "?",
              "&a ",
            ),
          ),
          { minLength: 1, maxLength: 3 },
        ),
        (piece, edits) => {
          const broken = edits.reduce((text, [place, put]) => {
            const at = place % (text.length + 1);
            return put === "" ? text.slice(0, at) + text.slice(at + 1) : text.slice(0, at) + put + text.slice(at);
          }, piece);
          expect(agrees(broken), broken).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
