import type { MedicationUse } from "@/lib/domain/vocabulary";
import type { DrugNameEntry } from "@/lib/terminology/drugs/drug-names";

/** Tokens `from` up to, not including, `to`. */
export type Span = { from: number; to: number };

/** A name that stands in the text; several entries where the name has several products. */
export type NameHit = Span & {
  entries: readonly DrugNameEntry[];
  /** The name is also an everyday phrase (a shop's "Cold Relief"), so that the clinician is asked. */
  everyday: boolean;
};

/** The names of one medication in a segment: brand beside generic, or the parts of a combination. */
export type NameGroup = Span & { hits: NameHit[]; combined: boolean };

export type UseMark = {
  use: MedicationUse;
  reason: string;
  /** Set where the clinician has to say which it is; the likelier first. */
  choices?: readonly MedicationUse[];
};

/** What a header says of the lines below it, with its words. */
export type SectionState = { use: MedicationUse; asNeeded: boolean; words: string | null };

/** A stretch of one line between separators; `content` is where bullets, numbers and headers end. */
export type Segment = Span & {
  content: number;
  line: number;
  sentence: number;
  groups: NameGroup[];
  section: SectionState;
  /** A header, or the part of a line that is one. */
  header: boolean;
  /** A field of a record ("Frequency: BD"), which goes on with the drug above it. */
  field?: boolean;
  /** Begins with a word that may be a name that was not read. */
  unread?: boolean;
};
