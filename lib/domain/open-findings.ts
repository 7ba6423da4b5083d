import { LIMITS } from "./limits";
import type { Finding } from "./review";

type Shown = Pick<Finding, "priority" | "byFloor">;

/** Whether a finding asks for attention by itself: not for information, and not there because its group is always shown. */
export function wantsAttention({ priority, byFloor }: Shown): boolean {
  return priority !== "info" && byFloor !== true;
}

/**
 * The findings that stand open when a review is first seen: the first seven that ask for attention, in the order of the review,
 * so that what endangers comes first. The rest is folded, one click away; nothing is left out of any report.
 */
export function openByDefault<Item extends Shown>(findings: readonly Item[]): Item[] {
  return findings.filter(wantsAttention).slice(0, LIMITS.openFindings);
}
