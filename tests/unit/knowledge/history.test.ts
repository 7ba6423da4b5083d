import { describe, expect, it } from "vitest";
import { buildKnowledge } from "@/lib/knowledge/load/build-knowledge";
import { checkHistory } from "@/lib/knowledge/check/check-history";
import { readContentFiles } from "@/lib/knowledge/load/content-files";
import { changesOf } from "@/lib/knowledge/changes/history";
import { HISTORY_KINDS } from "@/lib/knowledge/schema";

const files = readContentFiles();
const withHistory = (text: string) =>
  buildKnowledge(files.map((file) => (file.path === "history.yaml" ? { ...file, text } : file)));
const rules = (text: string) => checkHistory(withHistory(text)).map(({ rule, message }) => `${rule}: ${message}`);

const FIRST = "- id: first\n  date: 2026-11-22\n  about: all\n  change: First edition.\n  why: To begin with.\n";
const change = (id: string, date: string, about: string) =>
  `- id: ${id}\n  date: ${date}\n  about: [${about}]\n  change: Changed.\n  why: A reason.\n`;

describe("the version history of the content", () => {
  it("tells of every entry at least when it came in, newest first", () => {
    const { knowledge } = buildKnowledge(files);
    for (const kind of HISTORY_KINDS) {
      const entries = kind === "red-flags" ? knowledge.redFlags : knowledge[kind];
      for (const { id } of entries)
        expect(changesOf(knowledge, kind, id).at(-1)?.id, `${kind}/${id}`).toBe("first-edition");
    }
    const dates = knowledge.history.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort().reverse());
  });

  it("puts the later of two changes of one day first, and another entry's changes nowhere", () => {
    const { knowledge } = withHistory(
      FIRST +
        change("a", "2026-11-22", "labs/ggt") +
        change("b", "2026-11-22", "labs/ggt, labs/pth") +
        change("c", "2027-01-05", "labs/pth"),
    );
    expect(changesOf(knowledge, "labs", "ggt").map(({ id }) => id)).toEqual(["b", "a", "first"]);
    expect(changesOf(knowledge, "classes", "ggt").map(({ id }) => id)).toEqual(["first"]);
  });

  it("is refused where it names an entry that is not there, under a wrong kind too", () => {
    const told = rules(FIRST + change("a", "2026-11-22", "labs/gtt, classes/ggt"));
    expect(told.filter((rule) => rule.startsWith("unknown-id"))).toEqual([
      'unknown-id: the history names "labs/gtt", which is no entry',
      'unknown-id: the history names "classes/ggt", which is no entry',
    ]);
  });

  it("is asked for where an entry was checked on a later day than it tells of", () => {
    const before = FIRST.replace("2026-11-22", "2026-11-21");
    expect(rules(before + change("a", "2026-11-22", "labs/ggt"))).not.toContainEqual(expect.stringContaining('"ggt"'));
    expect(rules(before + change("a", "2026-11-22", "labs/ggt"))).toContainEqual(
      expect.stringContaining('untold-change: "pth" was checked on 2026-11-22'),
    );
  });

  it("is refused without a reason", () => {
    expect(withHistory(FIRST.replace("  why: To begin with.\n", "")).problems.map(({ field }) => field)).toContain(
      "why",
    );
  });
});
