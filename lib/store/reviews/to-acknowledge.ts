import type { Finding, Review } from "@/lib/domain/review";
import type { UnreadEntry } from "@/lib/domain/case";

/** Something that the signer has to tick as seen, one box each. */
export type ToAcknowledge = { key: string; kind: "unread" | "check-failed"; text: string };

/**
 * What must be ticked as seen before a review can be signed: each line that was not read and each check that did not
 * finish. The keys go back to `signReview` as `acknowledged`.
 */
export function toAcknowledge(review: Review): ToAcknowledge[] {
  const boxes = [
    ...review.unread.map(unreadBox),
    ...review.findings.filter((finding) => finding.kind === "check-failed").map(failedCheckBox),
  ];
  return [...new Map(boxes.map((box) => [box.key, box])).values()];
}

/** Findings that must have a decision before signing: everything at act-now. */
export function toDecide(review: Review, decided: ReadonlySet<string>): Finding[] {
  return review.findings.filter((finding) => finding.priority === "act-now" && !decided.has(finding.id));
}

function unreadBox(entry: UnreadEntry): ToAcknowledge {
  return { key: `unread:${entry.where}:${entry.text.trim()}`, kind: "unread", text: entry.text };
}

function failedCheckBox(finding: Finding): ToAcknowledge {
  return { key: `check-failed:${finding.id}`, kind: "check-failed", text: finding.title };
}
