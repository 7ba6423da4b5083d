import type { z } from "zod";
import { CONTENT_SCHEMAS, kindOfPath } from "./content-kinds";
import type { ContentFile } from "./content-files";
import type { Origin, Problem } from "@/lib/knowledge/check/content-problem";
import { readEntries } from "./read-entries";
import type { Knowledge, Source } from "@/lib/knowledge/schema";
import { versionOf } from "./version";

/** The knowledge base made of some content files, whatever is wrong with it, and the place of each entry. */
export interface BuiltKnowledge {
  knowledge: Knowledge;
  /** As in the files: where an id is there twice, so is the source. */
  sources: readonly Source[];
  /** Entry → its place in the files. */
  origins: ReadonlyMap<object, Origin>;
  problems: Problem[];
}

/** Reads content files against their schemas. Entries that do not fit are left out and named in `problems`. */
export function buildKnowledge(files: readonly ContentFile[]): BuiltKnowledge {
  const origins = new Map<object, Origin>();
  const problems: Problem[] = files
    .filter((file) => kindOfPath(file.path) === null)
    .map((file) => ({
      severity: "error",
      rule: "unknown-kind",
      file: file.path,
      line: null,
      field: "",
      message: `neither folder nor file name is one of ${Object.keys(CONTENT_SCHEMAS).join(", ")}`,
    }));

  const entriesOf = <T extends object>(kind: keyof typeof CONTENT_SCHEMAS, schema: z.ZodType<T>): T[] =>
    files
      .filter((file) => kindOfPath(file.path) === kind)
      .flatMap((file) => {
        const read = readEntries(file, schema);
        problems.push(...read.problems);
        return read.entries.map(({ entry, origin }) => {
          origins.set(entry, origin);
          return entry;
        });
      });

  const sources = entriesOf("sources", CONTENT_SCHEMAS.sources);
  const content = {
    classes: entriesOf("classes", CONTENT_SCHEMAS.classes),
    drugSets: entriesOf("drug-sets", CONTENT_SCHEMAS["drug-sets"]),
    interactions: entriesOf("interactions", CONTENT_SCHEMAS.interactions),
    mechanisms: entriesOf("mechanisms", CONTENT_SCHEMAS.mechanisms),
    problems: entriesOf("problems", CONTENT_SCHEMAS.problems),
    conditions: entriesOf("conditions", CONTENT_SCHEMAS.conditions),
    redFlags: entriesOf("red-flags", CONTENT_SCHEMAS["red-flags"]),
    labs: entriesOf("labs", CONTENT_SCHEMAS.labs),
    hints: entriesOf("hints", CONTENT_SCHEMAS.hints),
    treatments: entriesOf("treatments", CONTENT_SCHEMAS.treatments),
    leaflet: entriesOf("leaflet", CONTENT_SCHEMAS.leaflet),
    symptoms: entriesOf("symptoms", CONTENT_SCHEMAS.symptoms),
    symptomWords: entriesOf("symptom-words", CONTENT_SCHEMAS["symptom-words"]),
    sourceHosts: entriesOf("source-hosts", CONTENT_SCHEMAS["source-hosts"]),
    history: entriesOf("history", CONTENT_SCHEMAS.history)
      .reverse()
      .sort((a, b) => b.date.localeCompare(a.date)),
  };
  const dated = [
    ...content.classes,
    ...content.interactions,
    ...content.conditions,
    ...content.redFlags,
    ...content.labs,
    ...content.treatments,
  ];
  const version = versionOf(
    files,
    dated.map((entry) => entry.checked),
  );
  return {
    knowledge: { version, ...content, sources: new Map(sources.map((source) => [source.id, source])) },
    sources,
    origins,
    problems,
  };
}
