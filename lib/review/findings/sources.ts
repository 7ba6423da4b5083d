import type { KnownCondition } from "@/lib/knowledge/schema";
import type { SourceReference } from "@/lib/domain/review";
import { unique } from "@/lib/review/format";

/** So many sources a finding names, unless its figures alone have more. */
export const MOST_SOURCES = 6;

/** Source ids of a condition: of its figures and of what speaks against it first. */
export function conditionSources({
  figures,
  against,
  sources,
}: Pick<KnownCondition, "figures" | "against" | "sources">): string[] {
  return unique([
    ...figures.map(({ source }) => source),
    ...against.flatMap((statement) => statement.sources),
    ...sources,
  ]);
}

/** The first sources of a finding; those of its figures all stay. */
export function fewSources(
  sources: readonly SourceReference[],
  effects: readonly { readonly sourceId: string }[],
): SourceReference[] {
  if (sources.length <= MOST_SOURCES) return [...sources];
  const ofFigures = new Set(effects.map(({ sourceId }) => sourceId));
  const figures = sources.filter(({ id }) => ofFigures.has(id));
  const others = sources.filter(({ id }) => !ofFigures.has(id)).slice(0, Math.max(0, MOST_SOURCES - figures.length));
  return sources.filter((source) => figures.includes(source) || others.includes(source));
}
