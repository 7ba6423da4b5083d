import type { Part } from "./part";

export type CodeSystem = "rxnorm" | "atc" | "ndc" | "snomed" | "dmd" | "loinc" | "icd10cm" | "icd10" | "other";
export type Code = { system: CodeSystem; address: string; code: string; display: string | null };
/** A concept: its words, the best first, and its codes. */
export type Concept = { text: string | null; codes: readonly Code[]; path: string };

/** What tells a system, by address (a part of it, in lower case) or by OID. The first that fits. */
const SYSTEMS: readonly (readonly [CodeSystem, readonly string[]])[] = [
  ["rxnorm", ["rxnorm", "2.16.840.1.113883.6.88"]],
  ["atc", ["whocc.no/atc", "/atc", "2.16.840.1.113883.6.73"]],
  ["ndc", ["/ndc", "2.16.840.1.113883.6.69"]],
  ["dmd", ["dmd.nhs.uk"]],
  ["snomed", ["snomed.info/sct", "2.16.840.1.113883.6.96"]],
  ["loinc", ["loinc.org", "2.16.840.1.113883.6.1"]],
  ["icd10cm", ["icd-10-cm", "icd10cm", "2.16.840.1.113883.6.90"]],
  ["icd10", ["icd-10", "icd10", "2.16.840.1.113883.6.3"]],
];

/** How a system is called where its code is all there is. */
export const SYSTEM_NAMES: Readonly<Record<CodeSystem, string>> = {
  rxnorm: "RxNorm",
  atc: "ATC",
  ndc: "NDC",
  snomed: "SNOMED CT",
  dmd: "dm+d",
  loinc: "LOINC",
  icd10cm: "ICD-10-CM",
  icd10: "ICD-10",
  other: "code",
};

function systemOf(address: string): CodeSystem {
  const plain = address.trim().toLowerCase();
  const oid = /^urn:oid:([\d.]+)$/.exec(plain)?.[1];
  const found = SYSTEMS.find(([, marks]) =>
    marks.some((mark) => (oid === undefined ? !/^\d/.test(mark) && plain.includes(mark) : mark === oid)),
  );
  return found?.[0] ?? "other";
}

/** The concept of a field; STU3 and broken shapes give what can be read of them. */
export function conceptIn(part: Part, key: string): Concept | null {
  const bare = part.bare(key);
  if (bare !== null) return { text: tidied(bare), codes: [], path: `${part.path}.${key}` };
  const concept = part.part(key);
  return concept === null ? null : conceptOf(concept);
}

export function conceptsIn(part: Part, key: string): Concept[] {
  return part.list(key).map(conceptOf);
}

/** A part that is a concept; R5 has it one level down where a reference may stand too. */
export function conceptOf(part: Part): Concept {
  const codes = part.list("coding").flatMap((coding): Code[] => {
    const address = coding.text("system") ?? "";
    const display = tidied(coding.text("display"));
    const code = coding.text("code")?.trim() ?? "";
    return code === "" && display === null ? [] : [{ system: systemOf(address), address, code, display }];
  });
  return { text: tidied(part.text("text")), codes, path: part.path };
}

/** The words of a concept, the best first and each once. */
export function wordsOf(concept: Concept | null): string[] {
  if (concept === null) return [];
  const words = [concept.text, ...concept.codes.map(({ display }) => display)].filter((one) => one !== null);
  return [...new Set(words)];
}

/** The codes of a concept in one of the systems. */
export function codesOf(concept: Concept | null, ...systems: readonly CodeSystem[]): string[] {
  const codes = concept?.codes.filter(({ system, code }) => systems.includes(system) && code !== "") ?? [];
  return [...new Set(codes.map(({ code }) => code))];
}

/** The bare code of a status: a code in STU3, a concept in R4. */
export function statusIn(part: Part, key: string): string {
  if (!part.has(key)) return "";
  const concept = conceptIn(part, key);
  return (concept?.codes[0]?.code || concept?.text || "").trim().toLowerCase();
}

/** “No known allergy”, “no information”: codes of the IPS and SNOMED CT that say that there is nothing, or that nothing is known. */
const ABSENCE_CODES: ReadonlySet<string> = new Set([
  "716186003",
  "409137002",
  "428607008",
  "429625007",
  "787481004",
  "160245001",
]);

/** Whether the concept says that there is nothing, or that nothing is known. */
export function saysAbsent(concept: Concept | null): boolean {
  return (
    concept?.codes.some(
      ({ address, code, system }) =>
        (system === "snomed" && ABSENCE_CODES.has(code)) || /absent-unknown|data-absent-reason/.test(address),
    ) === true
  );
}

/** SNOMED's tag at the end of a name, which is no part of it: “Anaemia (disorder)”. */
export function withoutTag(words: string): string {
  return words
    .replace(
      /\s?\((?:disorder|finding|situation|morphologic abnormality|substance|product|medicinal product|clinical drug)\)$/i,
      "",
    )
    .trim();
}

/** No name is longer; what is would only take time. */
const MOST_WORDS = 1000;

function tidied(words: string | null): string | null {
  const plain = words?.slice(0, MOST_WORDS).replace(/\s+/g, " ").trim() ?? "";
  return plain === "" ? null : plain;
}
