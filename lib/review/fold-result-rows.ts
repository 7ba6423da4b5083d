import type { Draft } from "./draft";
import { loudness, mergeSources } from "./draft";
import type { KnowledgeIndex } from "./index-knowledge";
import { unique } from "./wording";

/**
 * A row about one drug and a result ("beta agonist with a low potassium") says what the drug's own finding says once that is as
 * loud: it becomes part of it, so that one cause is one finding.
 */
export function foldResultRows(interactions: readonly Draft[], medications: readonly Draft[], index: KnowledgeIndex): Draft[] {
  const folded = new Map<Draft, Draft[]>();
  const kept = interactions.filter((row) => {
    if (!index.resultRowIds.has(row.finding.id)) return true;
    const home = medications.find(({ finding }) => loudness(finding.priority) <= loudness(row.finding.priority) && finding.byFloor !== true && row.finding.ingredients.every((name) => finding.ingredients.includes(name)));
    if (home === undefined) return true;
    folded.set(home, [...(folded.get(home) ?? []), row]);
    return false;
  });
  return [...kept, ...medications.map((draft) => withRows(draft, folded.get(draft) ?? []))];
}

function withRows(draft: Draft, rows: readonly Draft[]): Draft {
  if (rows.length === 0) return draft;
  const { finding } = draft;
  return {
    ...draft,
    finding: {
      ...finding,
      reasons: unique([...finding.reasons, ...rows.map((row) => row.finding.title)]),
      options: unique([...finding.options, ...rows.flatMap((row) => row.finding.options)]),
      sources: mergeSources([finding.sources, ...rows.map((row) => row.finding.sources)]),
    },
  };
}
