import type { EntryFields } from "@/app/(clinic)/reviews/_entry/entry-fields";

/** The parts of the entry in which something can be undone in place. */
export type EntryPartId = "list" | "conditions" | "results";

/** Something done outside of typing: what it was, and the fields as they were before and after. */
export type UndoStep = { part: EntryPartId; words: string; back: Partial<EntryFields>; after: Partial<EntryFields> };

export const UNDO_STEPS = 20;

/** The steps with one more, the oldest given up beyond twenty. */
export function withStep(
  steps: readonly UndoStep[],
  before: EntryFields,
  patch: Partial<EntryFields>,
  { part, words }: Pick<UndoStep, "part" | "words">,
): readonly UndoStep[] {
  const back: Partial<EntryFields> = Object.fromEntries(Object.entries(before).filter(([field]) => field in patch));
  return [...steps, { part, words, back, after: patch }].slice(-UNDO_STEPS);
}

/**
 * The last step that can still be undone, of one part or of all: only while every field it changed stands as it left it, so
 * that undoing never takes away what was typed or merged since. Null where there is none.
 */
export function lastStep(steps: readonly UndoStep[], now: EntryFields, part?: EntryPartId): UndoStep | null {
  const own = steps.filter((step) => part === undefined || step.part === part);
  return own.reverse().find((step) => stillStands(step, now)) ?? null;
}

function stillStands({ after }: UndoStep, now: EntryFields): boolean {
  const current: Record<string, unknown> = now;
  return Object.entries(after).every(([field, value]) => current[field] === value);
}
