import type { ContentChange, HISTORY_KINDS, Knowledge } from "@/lib/knowledge/schema";

/** What changed in one entry and why, newest first; what concerns every entry is among it. */
export function changesOf(
  { history }: Pick<Knowledge, "history">,
  kind: (typeof HISTORY_KINDS)[number],
  id: string,
): ContentChange[] {
  return history.filter(({ about }) => about === "all" || about.includes(`${kind}/${id}`));
}
