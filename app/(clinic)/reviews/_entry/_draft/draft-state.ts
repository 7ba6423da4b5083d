import type { CaseInput } from "@/lib/domain/case";
import type { Preview } from "@/lib/clinic/preview";
import type { SaveStatus } from "@/app/_view-models/save-status";
import type { EntryFields, FieldName } from "@/app/(clinic)/reviews/_entry/entry-fields";
import type { FieldConflict } from "./merge-entries";

/** What the handler gives back for a save. */
export type SavedDraft = { reference: string; version: number; preview: Preview };
/** What stands on the server when somebody else saved in between. */
export type CurrentDraft = {
  reference: string;
  version: number;
  input: CaseInput;
  localReference: string | null;
  status: string;
  changedBy: string;
  changedAt: string;
};

/** Who signed and when (`by` null: not told), and how many changes came too late. */
export type SignedMeanwhileBy = { by: string | null; at: string; changes: number };

/** What the page shows of a draft. */
export type DraftState = {
  entry: EntryFields;
  reference: string | null;
  status: SaveStatus;
  preview: Preview | null;
  /** Fields changed by two people; nothing is sent until each is chosen. */
  conflicts: readonly FieldConflict[];
  theirs: EntryFields | null;
  /** “Dr Lind changed Conditions at 14:31.” */
  merged: { by: string; at: string; fields: readonly FieldName[] } | null;
  /** The session ended; what was typed waits in this tab. */
  signedOut: boolean;
  /** Somebody signed meanwhile; the changes need a new version. */
  signedMeanwhile: SignedMeanwhileBy | null;
};
