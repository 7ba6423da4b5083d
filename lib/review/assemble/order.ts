import type { FindingKind } from "@/lib/domain/vocabulary";
import { priorityRank, type FindingDraft } from "@/lib/review/findings/finding-draft";
import { byText } from "@/lib/review/format";

/** Which kind stands first where the priority is the same: what endangers, what could not be checked, then causes. */
const KIND_ORDER: Readonly<Record<FindingKind, number>> = {
  "red-flag": 0,
  "check-failed": 1,
  safety: 2,
  interaction: 3,
  "lab-result": 4,
  medication: 5,
  condition: 6,
  unread: 7,
  "missing-information": 8,
};

/**
 * Orders findings by priority, kind and the named reasons of their rank (a matching result, the timing, the strength), and
 * at last by id, so that the order hangs on nothing else.
 */
export function inOrder(drafts: readonly FindingDraft[]): FindingDraft[] {
  return [...drafts].sort(
    (a, b) =>
      priorityRank(a.finding.priority) - priorityRank(b.finding.priority) ||
      KIND_ORDER[a.finding.kind] - KIND_ORDER[b.finding.kind] ||
      byRank(a.rank, b.rank) ||
      byText(a.finding.id, b.finding.id),
  );
}

function byRank(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
