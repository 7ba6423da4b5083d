import type { Review } from "@/lib/domain/review";
import { reviewInput } from "@/lib/intake/review-input";
import { changesOf } from "@/lib/knowledge/changes/history";
import type { ContentChange, HISTORY_KINDS, Knowledge } from "@/lib/knowledge/schema";
import { compareReviews, type ReviewDifference } from "@/lib/review/compare/compare-reviews";
import type { SignedReview } from "./signed-review";

/** A signed review run again on the knowledge of today, beside what was signed. */
export interface Rerun {
  readonly from: string;
  readonly to: string;
  /** The date that both are made for: only knowledge and reading differ, not time. */
  readonly asOf: string;
  readonly after: Review;
  readonly differences: readonly ReviewDifference[];
  /** Entries of the list that are read differently now, in words. */
  readonly reread: readonly string[];
  /** What changed in the content since the signature about the findings and tests that differ, newest first. */
  readonly contentChanges: readonly ContentChange[];
}

/**
 * Reviews again what was entered, for the date of the signed review, so that nothing differs but the knowledge base and the
 * reading of the list. Pure; the signed review is not touched.
 */
export function rerunOf(signed: SignedReview, knowledge: Knowledge): Rerun {
  const { asOf } = signed.review;
  const again = reviewInput(
    { ...signed.input, context: { ...signed.input.context, asOf } },
    { knowledge, today: asOf },
  );
  const differences = compareReviews(signed.review, again.review);
  const since = signed.signedAt.slice(0, 10);
  const entries = differences.flatMap(entryOf);
  const contentChanges = knowledge.history.filter(
    (change) =>
      change.date >= since && entries.some(([kind, id]) => changesOf({ history: [change] }, kind, id).length > 0),
  );
  return {
    from: signed.review.knowledgeVersion,
    to: again.review.knowledgeVersion,
    asOf,
    after: again.review,
    differences,
    reread: rereadEntries(signed, again.patientCase),
    contentChanges,
  };
}

type Entry = readonly [kind: (typeof HISTORY_KINDS)[number], id: string];

const KIND_OF: ReadonlyMap<string, Entry[0]> = new Map([
  ["medication", "classes"],
  ["interaction", "interactions"],
  ["condition", "conditions"],
  ["red-flag", "red-flags"],
]);

/** The entry of the knowledge base that a finding or test comes from, by its id: `medication:thiazide` is `classes/thiazide`. */
function entryOf({ about, id }: ReviewDifference): Entry[] {
  if (about === "test") return [["labs", id]];
  const [kind = "", entry] = id.split(":");
  const content = KIND_OF.get(kind);
  return about !== "finding" || content === undefined || entry === undefined ? [] : [[content, entry]];
}

function rereadEntries(signed: SignedReview, now: SignedReview["patientCase"]): string[] {
  const read = (pieces: SignedReview["patientCase"]["medications"]): string[] =>
    pieces.map(
      ({ text, status, medications }) =>
        `“${text.trim()}”: ${status === "recognised" ? medications.map(({ name, use }) => (use === "current" ? name : `${name} (${use})`)).join(", ") : status.replace("-", " ")}`,
    );
  const [before, after] = [read(signed.patientCase.medications), read(now.medications)];
  return after
    .filter((line) => !before.includes(line))
    .map((line) => `Read now as ${line}`)
    .concat(before.filter((line) => !after.includes(line)).map((line) => `Read before as ${line}`));
}

/** The answer in one sentence, with both versions. */
export function rerunSentence({ from, to, differences, reread }: Rerun): string {
  const versions =
    from === to
      ? `The knowledge base is still version ${to}`
      : `Signed on knowledge version ${from}, run again on ${to}`;
  const amount = differences.length + reread.length;
  return `${versions}: ${amount === 0 ? "nothing differs" : `${amount} ${amount === 1 ? "difference" : "differences"}`}.`;
}
