import type { BuiltKnowledge } from "@/lib/knowledge/load/build-knowledge";
import type { Finding } from "./content-problem";
import { changesOf } from "@/lib/knowledge/changes/history";
import { HISTORY_KINDS, type Knowledge } from "@/lib/knowledge/schema";

type HistoryKind = (typeof HISTORY_KINDS)[number];

/** Every change names entries that exist, and no entry was checked on a later day than its history tells of. */
export function checkHistory({ knowledge }: BuiltKnowledge): Finding[] {
  const known = new Set(HISTORY_KINDS.flatMap((kind) => entriesOf(knowledge, kind).map(({ id }) => `${kind}/${id}`)));
  const unknown: Finding[] = knowledge.history.flatMap((change) =>
    (change.about === "all" ? [] : change.about)
      .filter((address) => !known.has(address))
      .map((address) => ({
        severity: "error",
        rule: "unknown-id",
        at: change,
        path: ["about"],
        message: `the history names "${address}", which is no entry`,
      })),
  );
  const untold: Finding[] = HISTORY_KINDS.flatMap((kind) =>
    entriesOf(knowledge, kind)
      .filter((entry) => entry.checked > (changesOf(knowledge, kind, entry.id)[0]?.date ?? ""))
      .map((entry) => ({
        severity: "warning",
        rule: "untold-change",
        at: entry,
        path: ["checked"],
        message: `"${entry.id}" was checked on ${entry.checked}, and history.yaml says nothing of it since`,
      })),
  );
  return [...unknown, ...untold];
}

function entriesOf(knowledge: Knowledge, kind: HistoryKind): readonly { id: string; checked: string }[] {
  return kind === "red-flags" ? knowledge.redFlags : knowledge[kind];
}
