import { priorityRank, retold, type FindingDraft, type JudgedFinding } from "@/lib/review/findings/finding-draft";
import { foldedInto } from "@/lib/review/findings/interaction-findings";

/**
 * What a finding about drugs together tells is not told again as loudly: a result that it explains stays at `info`, so does a
 * mechanism without a result that two or more of its drugs share besides, and a drug that stands there because its group is
 * always shown joins the line of its group.
 */
export function subsumeIntoSharedMechanisms(drafts: readonly FindingDraft[]): FindingDraft[] {
  const clusters = drafts.filter(
    ({ cluster, finding }) => cluster === true && priorityRank(finding.priority) <= priorityRank("consider"),
  );
  if (clusters.length === 0) return [...drafts];
  return drafts.map((draft) => {
    const { finding } = draft;
    if (finding.kind === "lab-result" && finding.priority === "consider") {
      const home = clusters.find(
        ({ finding: cluster }) =>
          cluster.priority === "review" && sharesMechanism(cluster, finding) && sharesDrug(cluster, finding),
      );
      return home === undefined ? draft : { ...foldedInto(home, draft), asks: draft.asks };
    }
    if (draft.cluster === true && finding.priority === "consider") {
      const home = clusters.find(
        ({ finding: cluster }) =>
          cluster.priority === "review" &&
          cluster.ingredients.filter((name) => finding.ingredients.includes(name)).length > 1,
      );
      return home === undefined ? draft : { ...foldedInto(home, draft), asks: draft.asks };
    }
    if (draft.floor !== true || finding.byFloor === true) return draft;
    const home = clusters.find(
      ({ finding: cluster }) =>
        sharesMechanism(cluster, finding) && finding.ingredients.every((name) => cluster.ingredients.includes(name)),
    );
    return home === undefined
      ? draft
      : {
          ...draft,
          finding: { ...finding, byFloor: true },
          words: retold(draft, ({ reasons }) => ({ reasons: [...reasons, `Told in: ${home.words().title}`] })),
        };
  });
}

/** Results that say of one organ what another says: told beside it. */
const SAID_BY: Readonly<Record<string, string>> = { urea: "creatinine", egfr: "creatinine" };

/** A high urea beside a high creatinine is one finding about the kidneys; the quieter of the two is told in the other. */
export function subsumeSameOrgan(results: readonly FindingDraft[]): FindingDraft[] {
  const byLab = new Map(
    results.map((draft) => [draft.finding.kind === "lab-result" ? draft.finding.labId : undefined, draft]),
  );
  const told = new Map<FindingDraft, FindingDraft[]>();
  const kept = results.map((draft) => {
    const home = byLab.get(SAID_BY[draft.finding.labId ?? ""] ?? "");
    if (
      draft.finding.kind !== "lab-result" ||
      home === undefined ||
      draft.finding.priority === "info" ||
      priorityRank(home.finding.priority) > priorityRank(draft.finding.priority)
    )
      return draft;
    told.set(home, [...(told.get(home) ?? []), draft]);
    return { ...foldedInto(home, draft), asks: draft.asks };
  });
  return kept.map((draft) => {
    const others = told.get(draft) ?? [];
    return others.length === 0
      ? draft
      : {
          ...draft,
          words: retold(draft, ({ reasons }) => ({
            reasons: [...reasons, ...others.map((other) => other.words().title)],
          })),
        };
  });
}

function sharesMechanism(a: JudgedFinding, b: JudgedFinding): boolean {
  return a.mechanisms.some((id) => b.mechanisms.includes(id));
}

/** Whether one of the drugs that can explain a result stands in the finding that is to tell it; true where none can. */
function sharesDrug(cluster: JudgedFinding, { ingredients }: JudgedFinding): boolean {
  return ingredients.length === 0 || ingredients.some((name) => cluster.ingredients.includes(name));
}
