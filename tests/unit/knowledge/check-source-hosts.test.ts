import { describe, expect, it } from "vitest";
import { buildKnowledge } from "@/lib/knowledge/load/build-knowledge";
import { checkKnowledge } from "@/lib/knowledge/check/check";
import { SAMPLE, sampleFiles } from "./sample-content";

const SOURCES = SAMPLE["sources.yaml"] ?? "";
const COPIED = SOURCES.replace('pmid: "1"', "url: https://copies.example/paper");

function check(sources: string, awaits: string): string[] {
  const hosts = `\n- id: copies\n  host: copies.example\n  why: Copies of papers.\n  awaits: [${awaits}]\n`;
  const files = sampleFiles({ "sources.yaml": sources, "source-hosts.yaml": hosts });
  return checkKnowledge(buildKnowledge(files), { today: "2026-11-22" }).map(
    ({ rule, message }) => `${rule}: ${message}`,
  );
}

describe("a figure whose source was read on a host of copies alone", () => {
  it("is an error", () => {
    expect(check(COPIED, "")).toEqual([
      expect.stringMatching(/^copied-source: "paper-one" was read at copies\.example/),
    ]);
  });

  it("is let through while the host's list names its source", () => {
    expect(check(COPIED, "paper-one")).toEqual([]);
  });

  it("may have been read there where the paper itself is named", () => {
    expect(check(`${COPIED}  pmid: "1"\n`.replace("\n\n", "\n"), "")).toEqual([]);
    expect(check(SOURCES.replace('pmid: "1"', 'pmid: "1"\n  readIn: https://copies.example/paper'), "")).toEqual([]);
  });

  it("must leave the host's list once it is mended, or where no figure rests on it", () => {
    expect(check(SOURCES, "paper-one")).toEqual([expect.stringContaining("take it off the list")]);
    expect(check(SOURCES, "paper-nine")).toEqual([expect.stringContaining("take it off the list")]);
  });
});
