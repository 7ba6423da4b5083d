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

/**
 * The line that stands for folded findings of one priority. What is to be acted on now is never folded without saying so: more
 * than seven of them at once are rare, and a bare "2 folded" would hide that they are urgent.
 */
export function describeFolded(priority: Shown["priority"], count: number): string {
  return priority === "act-now" ? `${count} more to act on now, folded` : `${count} folded`;
}
