import type { Finding, SourceReference } from "@/lib/domain/review";
import type { Priority } from "@/lib/domain/vocabulary";

/** A finding while the review is made: with what orders it and the tests it asks for. */
export interface FindingDraft {
  readonly finding: Finding;
  /** Orders findings of one priority and kind: smaller first, compared number by number. */
  readonly rank: readonly number[];
  readonly asks: TestRequest | null;
  /** Tells of two or more drugs by what they do together: what it tells is not told again beside it. */
  readonly cluster?: true;
  /** Stands at `consider` because its group is always shown, whatever its evidence. */
  readonly floor?: true;
  /** Conditions of the knowledge base that a red flag stands for, where it goes out under the name of an emergency. */
  readonly about?: readonly string[];
  /** Holds only if these drugs are taken, which is not clear. */
  readonly ifTaken?: readonly string[];
}

/** Tests that a finding asks for, most telling first. */
export interface TestRequest {
  readonly labs: readonly string[];
  /** Completes "asked for by": names an ingredient, condition, result or finding of this case. */
  readonly reason: string;
  /** How many of the list may be asked for without another reason beside it. */
  readonly essentials: number;
}

/** A finding with the fields that most kinds leave empty. */
export function finding(
  given: Pick<Finding, "id" | "kind" | "priority" | "title" | "reasons" | "ruleId"> & Partial<Finding>,
): Finding {
  return {
    strength: null,
    ingredients: [],
    mechanisms: [],
    effects: [],
    against: [],
    options: [],
    timing: "unknown",
    sources: [],
    ...given,
  };
}

const LOUDNESS: Readonly<Record<Priority, number>> = { "act-now": 0, review: 1, consider: 2, info: 3 };

/** 0 for the loudest. */
export function priorityRank(priority: Priority): number {
  return LOUDNESS[priority];
}

export function moreUrgent(a: Priority, b: Priority): Priority {
  return LOUDNESS[a] <= LOUDNESS[b] ? a : b;
}

export function lessUrgent(a: Priority, b: Priority): Priority {
  return LOUDNESS[a] >= LOUDNESS[b] ? a : b;
}

/** Source references, each once, in order of first appearance. */
export function mergeSources(lists: Iterable<readonly SourceReference[]>): SourceReference[] {
  const byId = new Map<string, SourceReference>();
  for (const list of lists) for (const source of list) if (!byId.has(source.id)) byId.set(source.id, source);
  return [...byId.values()];
}
