import {
  mergeSources,
  once,
  priorityRank,
  retold,
  type FindingDraft,
  type TestRequest,
} from "@/lib/review/findings/finding-draft";
import type { KnowledgeIndex } from "@/lib/review/facts/knowledge-index";
import { foldedInto } from "@/lib/review/findings/interaction-findings";
import { unique } from "@/lib/review/format";

/**
 * A row about one drug and a result or a condition ("beta agonist with a low potassium") adds to what the drug's own finding
 * says once that is at least as loud: it becomes part of it, so that one cause is one finding. So does a major one that names itself
 * part of it (`toldIn`); other major rows and contraindicated ones stay their own. A major row that is told elsewhere is kept at
 * `info` beside it, because decisions hang on it.
 */
export function subsumeSingleDrugInteractions(
  interactions: readonly FindingDraft[],
  medications: readonly FindingDraft[],
  safety: readonly FindingDraft[],
  index: KnowledgeIndex,
): FindingDraft[] {
  const folded = new Map<FindingDraft, FindingDraft[]>();
  const take = (home: FindingDraft, row: FindingDraft) => folded.set(home, [...(folded.get(home) ?? []), row]);
  const kept = interactions.flatMap((row) => {
    if (!index.singleDrugRowIds.has(row.finding.id)) return [row];
    const isHome = ({ finding }: FindingDraft) =>
      priorityRank(finding.priority) <= priorityRank(row.finding.priority) &&
      row.finding.ingredients.every((name) => finding.ingredients.includes(name));
    const named = (index.rowToldIn.get(row.finding.id) ?? []).flatMap((id) =>
      [...safety, ...medications, ...interactions].filter((draft) => draft.finding.id === id && isHome(draft)),
    )[0];
    if (named !== undefined) {
      take(named, row);
      return [foldedInto(named, row)];
    }
    const home = priorityRank(row.finding.priority) < priorityRank("consider") ? undefined : medications.find(isHome);
    if (home === undefined) return [row];
    take(home, row);
    return [];
  });
  return [...kept, ...medications, ...safety].map((draft) => withRows(draft, folded.get(draft) ?? []));
}

function withRows(draft: FindingDraft, rows: readonly FindingDraft[]): FindingDraft {
  if (rows.length === 0) return draft;
  // A drug with a row as loud as the floor does not stand there by the floor alone.
  const { byFloor: _, ...finding } = draft.finding;
  const [, ...rank] = draft.rank;
  return {
    ...draft,
    rank: finding.kind === "medication" ? [0, ...rank] : draft.rank,
    asks: rows.reduce<TestRequest | null>((asks, row) => joinAsks(asks, row.asks), draft.asks),
    finding,
    words: retold(draft, ({ reasons, options, sources }) => {
      const more = rows.map((row) => row.words());
      return {
        reasons: unique([...reasons, ...more.flatMap((row) => [row.title, ...row.reasons.slice(1, -1)])]),
        options: unique([...options, ...more.flatMap((row) => row.options)]),
        sources: mergeSources([sources, ...more.map((row) => row.sources)]),
      };
    }),
  };
}

/** What both find most telling comes first. */
function joinAsks(a: TestRequest | null, b: TestRequest | null): TestRequest | null {
  if (a === null || b === null) return a ?? b;
  const first = unique([...a.labs.slice(0, a.essentials), ...b.labs.slice(0, b.essentials)]);
  return {
    labs: unique([...first, ...a.labs, ...b.labs]),
    reason: once(() => `${a.reason()}; ${b.reason()}`),
    essentials: first.length,
  };
}
