/** A pattern with what goes with it (`lib/knowledge/symptom-schema.ts` has the same shape, checked). */
export interface PatternEntry {
  readonly find: readonly string[];
  readonly near?: string | undefined;
  readonly unless: readonly string[];
  readonly gives: readonly string[];
  readonly alone?: true | undefined;
}

/** A sign, a circumstance or a kind of no symptom, with the words that say it. */
export interface SignWords {
  readonly id: string;
  readonly kind: "sign" | "circumstance" | "no-symptom";
  readonly name: string;
  readonly event?: true | undefined;
  readonly anyTime?: true | undefined;
  readonly newOnly?: true | undefined;
  readonly passing?: true | undefined;
  readonly patterns: readonly (string | PatternEntry)[];
  readonly absent: readonly (string | PatternEntry)[];
  readonly unless: readonly string[];
}

/** Words that patterns name together. */
export interface WordClass {
  readonly id: string;
  readonly site?: string | undefined;
  readonly words: readonly string[];
}

/** The part of the knowledge base that the reader of symptoms works with; it comes in as an argument. */
export interface SymptomContent {
  readonly signs: readonly SignWords[];
  readonly words: readonly WordClass[];
}
