import type { Priority } from "@/lib/domain/vocabulary";
import type { FindingView } from "../_views/review-view";

/** At most so many findings stand open at first; what endangers is never folded. */
const OPEN_AT_MOST = 7;

export type FindingGroup = { priority: Priority; open: FindingView[]; folded: FindingView[]; floor: FindingView[] };

/**
 * Groups findings by what to do. Folded is not dropped: it opens in place and stands in every report. Findings that stand
 * at their level only because their group was asked for share one line (`floor`).
 */
export function groupFindings(findings: readonly FindingView[], priorities: readonly Priority[]): FindingGroup[] {
  let left = OPEN_AT_MOST;
  return priorities.map((priority) => {
    const all = findings.filter((finding) => finding.priority === priority);
    const floor = all.filter((finding) => finding.byFloor);
    const others = all.filter((finding) => !finding.byFloor);
    const room = priority === "act-now" ? others.length : priority === "info" ? 0 : Math.max(0, left);
    const open = others.slice(0, room);
    left -= open.length;
    return { priority, open, folded: others.slice(room), floor };
  });
}
