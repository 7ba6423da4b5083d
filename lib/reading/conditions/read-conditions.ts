import type { ConditionPiece } from "@/lib/domain/condition";

export interface ReadConditionsOptions {
  /** The knowledge base's condition for an ICD-10-CM code; null where it knows none. */
  conditionIdOf: (code: string) => string | null;
}

/** Placeholder of the reading of conditions; replaced by the helper who owns this room. */
export function readConditions(text: string, _options: ReadConditionsOptions): ConditionPiece[] {
  const trimmed = text.trim();
  if (trimmed === "") return [];
  const start = text.indexOf(trimmed);
  return [{ text: trimmed, start, end: start + trimmed.length, status: "unrecognised", polarity: "present", codes: [], conditionId: null }];
}
