import type { Decision } from "@/lib/domain/decision";
import { FACTS_NOT_KEPT } from "@/lib/domain/decision";
import { changedFacts, factsLine, factsOfFinding, FindingFacts } from "@/lib/domain/finding-facts";
import type { Finding } from "@/lib/domain/review";
import { sha256 } from "@/lib/store/digest";
import type { DraftContent } from "./review-record";

type Content = Pick<DraftContent, "patientCase" | "review">;

/** `1:` and the SHA-256 of the facts: the version of the comparison stands in front. */
export function factsDigest(facts: FindingFacts): string {
  return `${facts.version}:${sha256(factsLine(facts))}`;
}

/** What is kept of a finding with a decision about it: its level, its facts, their digest. */
export function seenWithDecision(finding: Finding, content: Content) {
  const facts = factsOfFinding(finding, content.patientCase);
  return { priority: finding.priority, facts, factsDigest: factsDigest(facts) };
}

/**
 * What has changed about a finding since it was decided; empty where the decision stands. One of before the facts were kept
 * stands in a signed review, where it was signed, and in no draft (docs/decisions/007-decisions-and-what-was-seen.md).
 */
export function changedSince(
  then: { factsDigest: string | null; facts: unknown },
  finding: Finding | undefined,
  content: Content & { isSigned: boolean },
): string[] {
  if (finding === undefined) return [];
  if (then.factsDigest === null) return content.isSigned ? [] : [FACTS_NOT_KEPT];
  const now = factsOfFinding(finding, content.patientCase);
  if (then.factsDigest === factsDigest(now)) return [];
  const seen = FindingFacts.safeParse(then.facts);
  const changed = seen.success ? changedFacts(seen.data, now) : [];
  return changed.length === 0 ? ["what it rests on"] : changed;
}

/** The findings of a draft's new content that decisions taken before still stand for. */
export function stillDecided(decisions: readonly Decision[], content: Content): Set<string> {
  const digests = new Map(decisions.map((decision) => [decision.findingId, decision.factsDigest ?? null]));
  const standing = content.review.findings.filter((finding) => {
    const digest = digests.get(finding.id) ?? null;
    return digest !== null && digest === factsDigest(factsOfFinding(finding, content.patientCase));
  });
  return new Set(standing.map(({ id }) => id));
}
