import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/domain/errors";
import { parseCommand } from "@/scripts/crampcheck/command";

describe("parseCommand", () => {
  it("reads medications unless told otherwise", () => {
    expect(parseCommand(["read"])).toEqual({ name: "read", kind: "medications", from: "text", ndjson: false });
    expect(parseCommand(["read", "--kind", "labs", "--ndjson"])).toEqual({
      name: "read",
      kind: "labs",
      from: "text",
      ndjson: true,
    });
    expect(parseCommand(["read", "--kind=conditions"])).toEqual({
      name: "read",
      kind: "conditions",
      from: "text",
      ndjson: false,
    });
  });

  it("reviews as JSON unless told otherwise", () => {
    expect(parseCommand(["review"])).toEqual({
      name: "review",
      from: "case",
      format: "json",
      variant: "full",
      ndjson: false,
    });
    expect(parseCommand(["review", "--format", "pdf"])).toEqual({
      name: "review",
      from: "case",
      format: "pdf",
      variant: "full",
      ndjson: false,
    });
  });

  it.each([[[]], [["--help"]], [["review", "-h"]]])("shows how it is used for %j", (words) => {
    expect(parseCommand(words)).toEqual({ name: "help" });
  });

  it.each([
    [["reed"]],
    [["read", "--kind", "drugs"]],
    [["read", "--kind"]],
    [["review", "--fast"]],
    [["review", "--ndjson", "--format", "csv"]],
  ])("refuses %j", (words) => {
    expect(() => parseCommand(words)).toThrowError(AppError);
  });

  it("knows the variants of a report, for the formats that have them", () => {
    expect(parseCommand(["review", "--format", "text", "--variant", "gp-letter"])).toMatchObject({
      format: "text",
      variant: "gp-letter",
    });
    for (const words of [
      ["review", "--variant", "summary"],
      ["review", "--format", "csv", "--variant", "summary"],
      ["review", "--format", "pdf", "--variant", "leaflet"],
    ])
      expect(() => parseCommand(words)).toThrowError(AppError);
  });

  it("verifies a file or standard input", () => {
    expect(parseCommand(["verify"])).toEqual({ name: "verify", file: null });
    expect(parseCommand(["verify", "report.json"])).toEqual({ name: "verify", file: "report.json" });
    for (const words of [
      ["verify", "a", "b"],
      ["verify", "--all"],
    ])
      expect(() => parseCommand(words)).toThrowError(AppError);
  });
});
