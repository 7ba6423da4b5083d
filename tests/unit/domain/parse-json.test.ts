import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/domain/errors";
import { parseJson } from "@/lib/domain/parse-json";

function codeOf(text: string): string {
  try {
    parseJson(text);
    return "taken";
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

describe("what somebody pasted", () => {
  it("may hold any character, but no more depth", () => {
    expect(parseJson('{"text":"a\\u0000b\\ud83d"}', { anyText: true })).toEqual({ text: "a\0b\ud83d" });
    expect(() => parseJson("[".repeat(200) + "]".repeat(200), { anyText: true })).toThrow(AppError);
  });
});

describe("JSON from outside never ends as a failure of ours", () => {
  it.each([
    ["lists in lists", "[".repeat(100_000) + "]".repeat(100_000), "bad-input"],
    ["objects in objects", '{"a":'.repeat(100_000) + "1" + "}".repeat(100_000), "bad-input"],
    ["unclosed lists", "[".repeat(100_000), "bad-input"],
    ["a NUL in a value", '{"id":"a\\u0000b"}', "bad-input"],
    ["a NUL in a key", '{"a\\u0000b":1}', "bad-input"],
    ["half a character", '{"id":"\\ud83d"}', "bad-input"],
    ["the other half first", '["\\ude00\\ud83d"]', "bad-input"],
    ["what is no JSON", "{'a':1}", "bad-json"],
    ["brackets inside a text", JSON.stringify("[{".repeat(1_000)), "taken"],
    ["a quotation mark inside a text", JSON.stringify({ a: '\\"[[[' }), "taken"],
    ["a whole character of two halves", JSON.stringify({ a: "😀" }), "taken"],
    ["the written-out name of NUL", JSON.stringify({ a: "\\u0000" }), "taken"],
    ["ninety levels", "[".repeat(90) + "]".repeat(90), "taken"],
  ])("%s", (_name, text, code) => {
    expect(codeOf(text)).toBe(code);
  });
});
