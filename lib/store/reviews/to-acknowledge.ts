import type { Finding, Review } from "@/lib/domain/review";
import type { UnreadEntry } from "@/lib/domain/case";

/** Something that the signer has to tick as seen, one box each. */
export type ToAcknowledge = { key: string; kind: "unread" | "not-judged" | "check-failed"; text: string };

/**
 * What must be ticked as seen before a review can be signed: each line that was not read, each result that was not judged, and
 * each check that did not finish. The keys go back to `signReview` as `acknowledged`.
 */
export function toAcknowledge(review: Review): ToAcknowledge[] {
  const boxes = [
    ...review.unread.map(unreadBox),
    ...notJudgedBoxes(review.findings.filter(({ id }) => id.startsWith("missing-information:result-"))),
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

/** Results for which no range holds here: nothing that could be entered makes them judged, so they share a box. */
const WITHOUT_RANGE: ReadonlySet<string> = new Set(["LAB-no-range", "LAB-child"]);

/** A box for each result that says nothing because its unit, value or sex is missing, and one for all that no range is held for. */
function notJudgedBoxes(findings: readonly Finding[]): ToAcknowledge[] {
  const without = findings.filter(({ ruleId }) => WITHOUT_RANGE.has(ruleId));
  const askable = findings.filter((finding) => !without.includes(finding));
  const box = (of: readonly Finding[]): ToAcknowledge => ({
    key: `not-judged:${of.map(({ id }) => id).join("+")}`,
    kind: "not-judged",
    text: of.map(({ title }) => title).join("; "),
  });
  return [...askable.map((finding) => box([finding])), ...(without.length === 0 ? [] : [box(without)])];
}

function failedCheckBox(finding: Finding): ToAcknowledge {
  return { key: `check-failed:${finding.id}`, kind: "check-failed", text: finding.title };
}
