import { describe, expect, it } from "vitest";
import { compiledNames } from "@/lib/terminology/drugs/compiled-names";
import { conditionLines, conditionWords } from "@/lib/terminology/icd10cm/condition-words";
import { deletionIndex } from "@/lib/terminology/spelling/deletion-index";
import { drugNames } from "@/lib/terminology/drugs/drug-names";
import { termSearch } from "@/lib/terminology/icd10cm/icd-terms";
import { nameKey } from "@/lib/terminology/drugs/name-key";
import { readTable } from "@/lib/terminology/read-table";
import { soundHash, soundKey } from "@/lib/terminology/spelling/sound-key";

const keys = [...drugNames().keys()].filter((key) => /^[a-z0-9]{4,31}$/.test(key));

describe("the index of spellings", () => {
  const index = deletionIndex(keys);
  const found = (word: string): string[] => {
    const hits: string[] = [];
    index.candidates(word, (position) => hits.push(keys[position] ?? ""));
    return hits;
  };

  it("reaches every name from every word that is up to two slips away at its beginning", () => {
    for (const key of keys.filter((_, at) => at % 61 === 0)) {
      for (const slip of [
        key,
        `x${key}`,
        key.slice(1),
        key.slice(2),
        `${key[1]}${key[0]}${key.slice(2)}`,
        `${key.slice(0, 2)}zz${key.slice(4)}`,
        `${key.slice(0, 3)}${key.slice(4, 5)}${key.slice(6)}`,
      ]) {
        expect(found(slip), `${slip} for ${key}`).toContain(key);
      }
    }
  });

  it("names each candidate once", () => {
    const hits = found("amitriptiline");
    expect(new Set(hits).size).toBe(hits.length);
  });

  it("stays empty without words", () => {
    const hits: number[] = [];
    deletionIndex([]).candidates("aspirin", (position) => hits.push(position));
    expect(hits).toEqual([]);
  });
});

describe("the key of sounds", () => {
  it.each([
    ["seroquel", "ceroquel"],
    ["xyloprim", "zyloprim"],
    ["phenytoin", "fenitoyn"],
    ["lexapro", "leksapro"],
    ["jardiance", "gardians"],
  ])("hears %s and %s alike", (one, other) => {
    expect(soundKey(one)).toBe(soundKey(other));
  });

  it.each([
    ["lasix", "losec"],
    ["celexa", "zyprexa"],
    ["ambien", "embeda"],
  ])("tells %s from %s", (one, other) => {
    expect(soundKey(one)).not.toBe(soundKey(other));
  });

  it("gives names of one key one number", () => {
    const numberOf = new Map<string, number>();
    for (const key of keys) {
      const known = numberOf.get(soundKey(key));
      expect(soundHash(key), key).toBe(known ?? soundHash(key));
      numberOf.set(soundKey(key), soundHash(key));
    }
  });

  it("spreads the names over many numbers", () => {
    expect(new Set(keys.map(soundHash)).size).toBeGreaterThan(0.99 * new Set(keys.map(soundKey)).size);
  });
});

describe("the table of names", () => {
  it("gives back every row of the file, letters outside ASCII among them", () => {
    const table = compiledNames();
    const rows = [...table.starts.values()].flatMap((start) => table.rowsAt(start));
    expect(rows.map(({ name, kind, positions, source }) => [name, kind, positions.join(","), source])).toEqual(
      readTable("drug-names.tsv").map(([, ...cells]) => cells),
    );
  });

  it("is sorted, so that the rows of a key stand together, and its keys are the keys of its names", () => {
    const table = compiledNames();
    expect([...table.starts.keys()].length).toBe(new Set(readTable("drug-names.tsv").map(([key = ""]) => key)).size);
    for (const [key, start] of table.starts) for (const row of table.rowsAt(start)) expect(nameKey(row.name)).toBe(key);
  });

  it("knows the kind of a line without reading it", () => {
    const table = compiledNames();
    for (const start of table.starts.values()) expect(table.kindAt(start)).toBe(table.rowsAt(start)[0]?.kind);
  });
});

describe("the terms of conditions", () => {
  const terms = readTable("icd10cm-synonyms.tsv").map(([, term = ""]) => term);

  it("have the same words together as one by one", () => {
    const lines = conditionLines(terms.join("\n")).split("\n");
    expect(lines.map((line) => line.split(" ").filter((word) => word !== ""))).toEqual(terms.map(conditionWords));
  });

  it.each([["restless leg"], ["diab kidn"], ["e"], ["heart fail congestive"], ["zzz"]])(
    "are found by the beginnings of words: %s",
    (query) => {
      const words = query.split(" ");
      const expected = terms.flatMap((term, at) => {
        const own = conditionWords(term);
        return words.every((word) => own.some((one) => one.startsWith(word))) ? [`${at} ${own.length}`] : [];
      });
      const found: string[] = [];
      termSearch(terms).visit(words, (term, count) => found.push(`${term} ${count}`));
      expect(found).toEqual(expected);
    },
  );

  it("read British and American spelling, accents and possessives as one", () => {
    expect(conditionWords("Ménière's disease of the oesophagus, haemophilia, tumour; localised fibre\nloss")).toEqual([
      "meniere",
      "disease",
      "esophagus",
      "hemophilia",
      "tumor",
      "localized",
      "fiber",
      "loss",
    ]);
  });
});
