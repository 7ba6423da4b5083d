import type { Draft } from "./assemble-pieces";
import type { Token } from "@/lib/reading/medications/text/tokens";

/**
 * A later sentence of the same line may take back a bare mention: "He takes Synthroid and aspirin. Aspirin had been
 * discontinued." Then both mentions are stopped. A mention with directions of its own is left as it is.
 */
export function reconcileUse(tokens: readonly Token[], drafts: Draft[]): Draft[] {
  const seen = new Map<string, Draft[]>();
  let line = -1;
  for (const draft of drafts) {
    if (draft.line !== line) {
      line = draft.line;
      seen.clear();
    }
    if (draft.kind !== "medication" || draft.group === null) continue;
    const key = ingredientKey(draft);
    const earlier = seen.get(key) ?? [];
    if (draft.mark !== null && (draft.mark.use === "stopped" || draft.mark.use === "held")) {
      for (const other of earlier)
        if (
          (other.mark === null || other.mark.use === "current") &&
          other.sentence <= draft.sentence &&
          other.from < draft.from
        )
          takeBack(tokens, other, draft);
      if (
        earlier.some(
          (other) => other.mark === null && hasNumber(tokens, other) && saysNew(tokens, other.from, draft.from),
        )
      )
        draft.mark = null;
    }
    if (earlier.length < MOST_MENTIONS) earlier.push(draft);
    seen.set(key, earlier);
  }
  return drafts;
}

/**
 * A bare mention is stopped with the later words about it. One with directions of its own was meant as taken when it was written, so
 * that the two contradict each other: it is asked.
 */
function takeBack(tokens: readonly Token[], earlier: Draft, later: Draft): void {
  const { mark } = later;
  if (mark === null || mark === undefined) return;
  if (!hasNumber(tokens, earlier)) {
    if (earlier.sentence < later.sentence) earlier.mark = mark;
    return;
  }
  if (hasNumber(tokens, later) || saysNew(tokens, earlier.from, later.to)) return;
  earlier.mark = { use: "uncertain", reason: mark.reason, choices: ["current", mark.use] };
}

/** Mentions of one drug on one line that are compared; more is no list that anybody wrote. */
const MOST_MENTIONS = 20;

function ingredientKey(draft: Draft): string {
  const names =
    draft.group?.hits.flatMap((hit) => hit.entries[0]?.ingredients.map((ingredient) => ingredient.name) ?? []) ?? [];
  return [...new Set(names)].sort().join("+");
}

function hasNumber(tokens: readonly Token[], draft: Draft): boolean {
  for (let at = draft.from; at < draft.to; at += 1) if (tokens[at]?.kind === "number") return true;
  return false;
}

/** "This is new, as the patient was not taking aspirin at home": the stop lies before the start. */
function saysNew(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1)
    if (["new", "newly", "started", "restarted", "resumed"].includes(tokens[at]?.text ?? "")) return true;
  return false;
}
