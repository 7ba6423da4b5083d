import { loudness, mergeSources, type Draft, type LabAsk } from "./draft";
import type { KnowledgeIndex } from "./index-knowledge";
import { unique } from "./wording";

/**
 * A row about one drug and a result or a condition ("beta agonist with a low potassium") adds to what the drug's own finding
 * says once that is at least as loud: it becomes part of it, so that one cause is one finding. A major or contraindicated row stays its own.
 */
export function foldSingleDrugRows(interactions: readonly Draft[], medications: readonly Draft[], index: KnowledgeIndex): Draft[] {
  const folded = new Map<Draft, Draft[]>();
  const kept = interactions.filter((row) => {
    if (!index.singleDrugRowIds.has(row.finding.id) || loudness(row.finding.priority) < loudness("consider")) return true;
    const home = medications.find(({ finding }) => loudness(finding.priority) <= loudness(row.finding.priority) && row.finding.ingredients.every((name) => finding.ingredients.includes(name)));
    if (home === undefined) return true;
    folded.set(home, [...(folded.get(home) ?? []), row]);
    return false;
  });
  return [...kept, ...medications.map((draft) => withRows(draft, folded.get(draft) ?? []))];
}

function withRows(draft: Draft, rows: readonly Draft[]): Draft {
  if (rows.length === 0) return draft;
  // A drug with a row as loud as the floor does not stand there by the floor alone.
  const { byFloor: _, ...finding } = draft.finding;
  const [, ...rank] = draft.rank;
  return {
    rank: [0, ...rank],
    asks: rows.reduce<LabAsk | null>((asks, row) => joinAsks(asks, row.asks), draft.asks),
    finding: {
      ...finding,
      reasons: unique([...finding.reasons, ...rows.flatMap((row) => [row.finding.title, ...row.finding.reasons.slice(1, -1)])]),
      options: unique([...finding.options, ...rows.flatMap((row) => row.finding.options)]),
      sources: mergeSources([finding.sources, ...rows.map((row) => row.finding.sources)]),
    },
  };
}

/** What both find most telling comes first. */
function joinAsks(a: LabAsk | null, b: LabAsk | null): LabAsk | null {
  if (a === null || b === null) return a ?? b;
  const first = unique([...a.labs.slice(0, a.essentials), ...b.labs.slice(0, b.essentials)]);
  return { labs: unique([...first, ...a.labs, ...b.labs]), reason: `${a.reason}; ${b.reason}`, essentials: first.length };
}
