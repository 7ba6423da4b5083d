import { nameKey } from "./drugs/name-key";
import { readTable } from "./read-table";

/** A laboratory observation of LOINC that matters here. */
export type LoincEntry = {
  loinc: string;
  /** The analyte in our own words; several codes (mass, substance, specimen) share one. */
  analyte: string;
  specimen: string;
  /** LOINC long common name. */
  name: string;
  kind: "substance" | "mass" | "panel" | "other";
  /** Seen in published data or code; false: from general knowledge, not yet checked. */
  verified: boolean;
};

/** A way of writing an analyte: `K`, `Pot`, `serum potassium`. */
export type LabSynonym = { term: string; analyte: string };

export type LoincIndex = {
  byCode(loinc: string): LoincEntry | null;
  /** All codes of an analyte, the one for the usual unit of the United States first. */
  byAnalyte(analyte: string): readonly LoincEntry[];
  /** The analyte of a written name or abbreviation, exact by `nameKey`; null when it is none. Single letters are case sensitive. */
  analyteOf(term: string): string | null;
  analytes(): readonly string[];
  /** Every known way of writing an analyte, its own name included. */
  synonyms(): readonly LabSynonym[];
};

let loaded: LoincIndex | null = null;

/** LOINC codes of the laboratory tests, loaded once per process. See PROVENANCE.md for the LOINC notice. */
export function loinc(): LoincIndex {
  loaded ??= load();
  return loaded;
}

function load(): LoincIndex {
  const entries = [...readTable("loinc.tsv"), ...readTable("curated/loinc.tsv")].map(entryOf);
  const byCode = new Map(entries.map((entry) => [entry.loinc, entry]));
  const byAnalyte = new Map<string, LoincEntry[]>();
  for (const entry of entries) byAnalyte.set(entry.analyte, [...(byAnalyte.get(entry.analyte) ?? []), entry]);

  const synonyms: LabSynonym[] = [
    ...[...byAnalyte.keys()].map((analyte) => ({ term: analyte, analyte })),
    ...entries.map((entry) => ({ term: entry.name, analyte: entry.analyte })),
    ...readTable("curated/lab-synonyms.tsv").map(([analyte = "", term = ""]) => ({ term, analyte })),
  ];
  const analyteOfTerm = new Map<string, string>();
  for (const { term, analyte } of synonyms) {
    const key = termKey(term);
    if (!analyteOfTerm.has(key)) analyteOfTerm.set(key, analyte);
  }
  const analytes = [...byAnalyte.keys()];
  return {
    byCode: (code) => byCode.get(code) ?? null,
    byAnalyte: (analyte) => byAnalyte.get(analyte) ?? [],
    analyteOf: (term) => analyteOfTerm.get(termKey(term)) ?? null,
    analytes: () => analytes,
    synonyms: () => synonyms,
  };
}

/** `K` is potassium, `k` is not: a single letter keeps its case. `Na+` and `Na` are one. */
function termKey(term: string): string {
  const key = nameKey(term);
  return key.length === 1 ? term.replace(/[^\p{L}\p{N}]/gu, "") : key;
}

function entryOf([code = "", analyte = "", specimen = "", name = "", kind = "", verified = ""]: string[]): LoincEntry {
  return {
    loinc: code,
    analyte,
    specimen,
    name,
    kind: kindOf(kind),
    verified: verified === "data" || verified === "public-code",
  };
}

function kindOf(text: string): LoincEntry["kind"] {
  if (text.startsWith("substance")) return "substance";
  if (text.startsWith("mass")) return "mass";
  return text === "panel" ? "panel" : "other";
}
