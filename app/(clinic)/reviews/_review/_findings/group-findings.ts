import { openByDefault } from "@/lib/domain/open-findings";
import type { Priority } from "@/lib/domain/vocabulary";
import type { FindingView } from "@/app/_view-models/review/review-view";

export type FindingGroup = { priority: Priority; open: FindingView[]; folded: FindingView[]; floor: FindingView[] };

/**
 * Groups findings by what to do. Folded is not dropped: it opens in place and stands in every report. Findings that stand
 * at their level only because their group was asked for share one line (`floor`).
 */
export function groupFindings(findings: readonly FindingView[], priorities: readonly Priority[]): FindingGroup[] {
  const openAtFirst = new Set(openByDefault(findings));
  return priorities.map((priority) => {
    const all = findings.filter((finding) => finding.priority === priority);
    const floor = all.filter((finding) => finding.byFloor);
    const others = all.filter((finding) => !finding.byFloor);
    return {
      priority,
      open: others.filter((finding) => openAtFirst.has(finding)),
      folded: others.filter((finding) => !openAtFirst.has(finding)),
      floor,
    };
  });
}
