import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { AppError } from "@/lib/domain/errors";
import { buildKnowledge } from "@/lib/knowledge/load/build-knowledge";
import { readContentFiles } from "@/lib/knowledge/load/content-files";
import { loadKnowledgeFrom } from "@/lib/knowledge/load/load-knowledge";
import { problemText } from "@/lib/knowledge/check/content-problem";
import { versionOf } from "@/lib/knowledge/load/version";
import { edited, SAMPLE, sampleFiles } from "./sample-content";

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "kb-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

const problemsOf = (changes: Record<string, string | null>) =>
  buildKnowledge(sampleFiles(changes)).problems.map(problemText);

describe("reading content", () => {
  it("reads a whole knowledge base from a folder, files in folders and files alone", () => {
    const knowledge = loadKnowledgeFrom(folderWith(SAMPLE));
    expect(knowledge.classes.map((entry) => entry.id)).toEqual(["loop"]);
    expect(knowledge.conditions.map((entry) => entry.id)).toEqual(["hypokalaemia"]);
    expect(knowledge.sources.get("paper-one")?.pmid).toBe("1");
  });

  it("takes a file that is one entry and not a list", () => {
    const single = (SAMPLE["mechanisms.yaml"] ?? "").replace("- id", "  id").replace(/^ {2}/gm, "");
    expect(buildKnowledge(sampleFiles({ "mechanisms.yaml": single })).knowledge.mechanisms).toHaveLength(1);
  });

  it("takes a folder that is not there, an empty file and a file with nothing but comments as nothing", () => {
    expect(readContentFiles("/no/such/folder")).toEqual([]);
    const built = buildKnowledge(sampleFiles({ "hints.yaml": "", "leaflet.yaml": "# later\n" }));
    expect(built.problems).toEqual([]);
    expect(built.knowledge.hints).toEqual([]);
  });

  it("leaves files that are not YAML alone", () => {
    const folder = folderWith({ ...SAMPLE, "README.md": "not content" });
    expect(readContentFiles(folder).map((file) => file.path)).not.toContain("README.md");
  });
});

describe("errors name file, line and field", () => {
  it("for a value of the wrong kind", () => {
    expect(problemsOf(edited("labs.yaml", "toFirst: 1 ", "toFirst: one "))).toEqual([
      expect.stringMatching(/^labs\.yaml:6 units\.0\.toFirst: .*number.*\(potassium\)$/),
    ]);
  });

  it("for a field that does not exist, at its own line", () => {
    expect(problemsOf(edited("labs.yaml", "  why:", "  wy:"))).toEqual([
      expect.stringMatching(/^labs\.yaml:2 why: /),
      expect.stringMatching(/^labs\.yaml:9 wy: /),
    ]);
  });

  it("for a date that is no date and an id that is no id", () => {
    expect(problemsOf(edited("labs.yaml", "2026-11-22", "22/11/2026"))).toEqual([
      expect.stringMatching(/^labs\.yaml:12 checked: a date as YYYY-MM-DD/),
    ]);
    expect(problemsOf(edited("labs.yaml", "id: potassium", "id: Potassium Level"))).toEqual([
      expect.stringMatching(/^labs\.yaml:2 id: an id of lower-case words/),
    ]);
  });

  it("for text that is not YAML", () => {
    expect(problemsOf(edited("labs.yaml", "specimen: serum", "specimen: [serum"))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^labs\.yaml:\d+ /)]),
    );
  });

  it("for a key that is there twice", () => {
    expect(problemsOf(edited("labs.yaml", "  specimen: serum", "  specimen: serum\n  specimen: plasma"))).toEqual([
      expect.stringMatching(/^labs\.yaml:6 .*unique/),
    ]);
  });

  it("for a file of a kind that does not exist", () => {
    expect(problemsOf({ "clases/typo.yaml": "- id: x" })).toEqual([
      expect.stringContaining("clases/typo.yaml neither folder nor file name"),
    ]);
  });

  it("and stop the load, all of them in one message", () => {
    const folder = folderWith({ ...SAMPLE, ...edited("labs.yaml", "why:", "wy:") });
    const load = () => loadKnowledgeFrom(folder);
    expect(load).toThrow(AppError);
    expect(load).toThrow(/labs\.yaml:2 why[^]*labs\.yaml:9 wy/);
  });
});

describe("what only shows across files", () => {
  it("stops the load as well: a reference to nothing, an id that is used twice", () => {
    expect(() =>
      loadKnowledgeFrom(
        folderWith({ ...SAMPLE, ...edited("classes/diuretics.yaml", "labs: [potassium]", "labs: [kalium]") }),
      ),
    ).toThrow(/labs\.0: no lab has the id "kalium"/);
    const twice = { "mechanisms.yaml": `${SAMPLE["mechanisms.yaml"] ?? ""}${SAMPLE["mechanisms.yaml"] ?? ""}` };
    expect(() => loadKnowledgeFrom(folderWith({ ...SAMPLE, ...twice }))).toThrow(/"low-potassium" is used twice/);
  });

  it("but not what is merely old or unused", () => {
    const old = edited("classes/diuretics.yaml", "reviewBy: 2027-11-22", "reviewBy: 2001-01-01");
    expect(
      loadKnowledgeFrom(
        folderWith({
          ...SAMPLE,
          ...old,
          "drug-sets.yaml": "- { id: acei, name: ACE inhibitors, members: [{ rxcui: '1', name: a }] }",
        }),
      ).classes,
    ).toHaveLength(1);
  });
});

describe("the version", () => {
  const dates = ["2026-11-21", "2026-11-22"];

  it("is the month of the newest check and a hash", () => {
    expect(buildKnowledge(sampleFiles()).knowledge.version).toMatch(/^2026\.11 [0-9a-f]{8}$/);
    expect(versionOf(sampleFiles(), ["2026-03-01", "2025-12-31"])).toMatch(/^2026\.03 /);
  });

  it("does not hang on the order of the files or on their line endings", () => {
    const files = sampleFiles();
    const windows = files.map((file) => ({ ...file, text: `\uFEFF${file.text.replace(/\n/g, "\r\n")}` }));
    expect(versionOf([...files].reverse(), dates)).toBe(versionOf(files, dates));
    expect(versionOf(windows, dates)).toBe(versionOf(files, dates));
  });

  it("changes with one word, and with a file's name", () => {
    const before = versionOf(sampleFiles(), dates);
    expect(versionOf(sampleFiles(edited("labs.yaml", "high: 5.3", "high: 5.4")), dates)).not.toBe(before);
    const renamed = sampleFiles().map((file) => ({
      ...file,
      path: file.path.replace("classes/diuretics", "classes/loop"),
    }));
    expect(versionOf(renamed, dates)).not.toBe(before);
  });

  it("is the same after a copy to another place", () => {
    const folder = folderWith(SAMPLE);
    const copy = `${folder}-copy`;
    folders.push(copy);
    cpSync(folder, copy, { recursive: true });
    expect(loadKnowledgeFrom(copy).version).toBe(loadKnowledgeFrom(folder).version);
  });
});
