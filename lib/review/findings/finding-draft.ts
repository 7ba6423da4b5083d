import type { Finding, SourceReference } from "@/lib/domain/review";
import type { HowSoon, Priority } from "@/lib/domain/vocabulary";

/** What is said of a finding: written last, from what was judged. */
export interface FindingWords extends Pick<
  Finding,
  "title" | "reasons" | "effects" | "against" | "options" | "sources"
> {
  /** How it comes about, in one sentence of the content; null where it is not known. */
  readonly mechanism: string | null;
  /** Those of the reasons that are of the content and not of this patient. */
  readonly general: readonly string[];
}

/** A finding as it is judged: ids, priorities and names of ingredients, and no prose. */
export type JudgedFinding = Omit<Finding, keyof FindingWords | "facts" | "level" | "problemId">;

/** A finding while the review is made: with what orders it, the tests it asks for, and how it is told. */
export interface FindingDraft {
  readonly finding: JudgedFinding;
  /** Writes its words from what was judged, once; nothing of it runs while a case is judged. */
  readonly words: () => FindingWords;
  /** Orders findings of one priority and kind: smaller first, compared number by number. */
  readonly rank: readonly number[];
  readonly asks: TestRequest | null;
  /** Tells of two or more drugs by what they do together: what it tells is not told again beside it. */
  readonly cluster?: true;
  /** Stands at `consider` because its group is always shown, whatever its evidence. */
  readonly floor?: true;
  /** Conditions of the knowledge base that a red flag stands for, where it goes out under the name of an emergency. */
  readonly about?: readonly string[];
  /** The problem that its content names, or those that may take it. */
  readonly problems?: readonly string[];
  /** What a headline says of the patient: "dark urine", "weakness"; results and drugs are known otherwise. */
  readonly seen?: readonly string[];
  /** What a drug is to this finding: "strong association", "above the label's limit with clarithromycin". */
  readonly role?: (ingredient: string) => string;
  /** Holds only if these drugs are taken, which is not clear. */
  readonly ifTaken?: readonly string[];
}

/** Tests that a finding asks for, most telling first. */
export interface TestRequest {
  readonly labs: readonly string[];
  /** Completes "asked for by": names an ingredient, condition, result or finding of this case. */
  readonly reason: () => string;
  /** How many of the list may be asked for without another reason beside it. */
  readonly essentials: number;
}

/** A judged finding with the fields that most kinds leave empty. */
export function judgedFinding(
  given: Pick<JudgedFinding, "id" | "kind" | "priority" | "ruleId"> & Partial<JudgedFinding>,
): JudgedFinding {
  return { strength: null, ingredients: [], mechanisms: [], timing: "unknown", ...given };
}

/** Words that are written when they are asked for first, with the parts that most findings leave empty. */
export function inWords(
  write: () => Pick<FindingWords, "title" | "reasons"> & Partial<FindingWords>,
): () => FindingWords {
  return once(() => ({ effects: [], against: [], options: [], sources: [], mechanism: null, general: [], ...write() }));
}

/** The words of another draft with something added or changed. */
export function retold(
  draft: FindingDraft,
  change: (words: FindingWords) => Partial<FindingWords>,
): () => FindingWords {
  return once(() => ({ ...draft.words(), ...change(draft.words()) }));
}

/** What the function gives, worked out at the first call. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** How the level of a finding is named among its reasons. */
const LEVEL = /^Shown at this level (?:as (?:an? )?|for |: )?/;

/** The finding as it stands in the answer: its words, and the same taken apart into facts of this patient, mechanism and level. */
export function toFinding({ finding, words }: FindingDraft, problemId: string): Finding {
  const { title, reasons, effects, against, options, sources, mechanism, general } = words();
  const { id, kind, priority, strength, ingredients, mechanisms, timing, ruleId, howSoon, ...rest } = finding;
  const level = reasons.find((reason) => LEVEL.test(reason));
  const ofContent = new Set([...general, mechanism, level]);
  return {
    id,
    kind,
    priority,
    howSoon: howSoon ?? usualHowSoon(finding),
    problemId,
    strength,
    title,
    ingredients,
    mechanisms,
    reasons,
    facts: reasons.filter((reason) => !ofContent.has(reason) && !/^(How soon|Told in): /.test(reason)),
    mechanism,
    level: level === undefined ? null : level.replace(LEVEL, ""),
    effects,
    against,
    options,
    timing,
    sources,
    ruleId,
    ...rest,
  };
}

const USUALLY_SOON: Readonly<Record<Priority, HowSoon | null>> = {
  "act-now": "today",
  review: "within-days",
  consider: "next-visit",
  info: null,
};

/** How soon by its priority, where the content says nothing nearer; what was not read or entered is no matter of days. */
export function usualHowSoon({ kind, priority }: JudgedFinding): HowSoon | null {
  return kind === "unread" || kind === "missing-information" || kind === "check-failed" ? null : USUALLY_SOON[priority];
}

const LOUDNESS: Readonly<Record<Priority, number>> = { "act-now": 0, review: 1, consider: 2, info: 3 };

/** 0 for the loudest. */
export function priorityRank(priority: Priority): number {
  return LOUDNESS[priority];
}

export function moreUrgent(a: Priority, b: Priority): Priority {
  return LOUDNESS[a] <= LOUDNESS[b] ? a : b;
}

export function lessUrgent(a: Priority, b: Priority): Priority {
  return LOUDNESS[a] >= LOUDNESS[b] ? a : b;
}

/** Source references, each once, in order of first appearance. */
export function mergeSources(lists: Iterable<readonly SourceReference[]>): SourceReference[] {
  const byId = new Map<string, SourceReference>();
  for (const list of lists) for (const source of list) if (!byId.has(source.id)) byId.set(source.id, source);
  return [...byId.values()];
}
