import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/domain/errors";
import { parseCommand } from "@/scripts/crampcheck/command";

describe("parseCommand", () => {
  it("reads medications unless told otherwise", () => {
    expect(parseCommand(["read"])).toEqual({ name: "read", kind: "medications", ndjson: false });
    expect(parseCommand(["read", "--kind", "labs", "--ndjson"])).toEqual({ name: "read", kind: "labs", ndjson: true });
    expect(parseCommand(["read", "--kind=conditions"])).toEqual({ name: "read", kind: "conditions", ndjson: false });
  });

  it("reviews as JSON unless told otherwise", () => {
    expect(parseCommand(["review"])).toEqual({ name: "review", format: "json", ndjson: false });
    expect(parseCommand(["review", "--format", "pdf"])).toEqual({ name: "review", format: "pdf", ndjson: false });
  });

  it.each([[[]], [["--help"]], [["review", "-h"]]])("shows how it is used for %j", (words) => {
    expect(parseCommand(words)).toEqual({ name: "help" });
  });

  it.each([[["reed"]], [["read", "--kind", "drugs"]], [["read", "--kind"]], [["review", "--fast"]], [["review", "--ndjson", "--format", "csv"]]])("refuses %j", (words) => {
    expect(() => parseCommand(words)).toThrowError(AppError);
  });
});
