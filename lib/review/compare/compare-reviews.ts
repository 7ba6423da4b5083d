import { displayDate } from "@/lib/domain/display-date";
import type { LabResult } from "@/lib/domain/lab";
import { PRIORITY_WORDS } from "@/lib/domain/priority-words";
import type { Finding, LabSuggestion, Review } from "@/lib/domain/review";
import { PRIORITIES, type Priority } from "@/lib/domain/vocabulary";
import { joinWords, unique } from "@/lib/review/format";

export type DifferenceKind =
  | "finding-new"
  | "finding-gone"
  | "title"
  | "priority"
  | "strength"
  | "timing"
  | "figure"
  | "reason"
  | "against"
  | "option"
  | "source"
  | "rule"
  | "test-new"
  | "test-gone"
  | "test-answered"
  | "test-open-again"
  | "test-priority"
  | "test-reason"
  | "question-new"
  | "question-gone"
  | "entry-not-read"
  | "entry-read";

/** One thing that differs between two reviews, with a sentence that can be shown or printed as it is. */
export interface ReviewDifference {
  readonly kind: DifferenceKind;
  /** Which part of the review it is about. */
  readonly about: "finding" | "test" | "question" | "entry";
  /** Id of the finding or test; of an entry its place (`medications`), of a question empty. */
  readonly id: string;
  /** Title of the finding, name of the test, text of the question or entry. */
  readonly title: string;
  /** The louder of its levels in the two reviews; null for questions and entries. */
  readonly priority: Priority | null;
  /** The value that changed, in words; null where there was none. */
  readonly before: string | null;
  readonly after: string | null;
  /** The whole of it in one sentence that stands alone. */
  readonly sentence: string;
}

/**
 * What differs between two reviews of one patient: run again on newer knowledge, or a follow-up with new facts. Findings and
 * tests are matched by id; the loudest difference comes first. Wording of equal content is compared letter by letter, so an
 * empty answer means that nothing a clinician would read has changed. Knowledge versions and dates are the caller's to say.
 */
export function compareReviews(before: Review, after: Review): ReviewDifference[] {
  const findings = pairs(before.findings, after.findings).flatMap(([was, is]) => findingDifferences(was, is));
  const tests = pairs(before.labs, after.labs).flatMap(([was, is]) => testDifferences(was, is));
  return [
    ...loudestFirst(findings),
    ...loudestFirst(tests),
    ...questionDifferences(before, after),
    ...entryDifferences(before, after),
  ];
}

type Pair<Item> = [was: Item, is: Item] | [was: Item, is: null] | [was: null, is: Item];

/** What has the same id stands together; what is in one of the two only stands alone. In the order of `after`, then of `before`. */
function pairs<Item extends { id: string }>(before: readonly Item[], after: readonly Item[]): Pair<Item>[] {
  const left = new Map(before.map((item) => [item.id, item]));
  const matched = after.map((is): Pair<Item> => {
    const was = left.get(is.id) ?? null;
    left.delete(is.id);
    return was === null ? [null, is] : [was, is];
  });
  return [...matched, ...[...left.values()].map((was): Pair<Item> => [was, null])];
}

function findingDifferences(was: Finding | null, is: Finding | null): ReviewDifference[] {
  if (was === null)
    return is === null
      ? []
      : [
          {
            ...head("finding", is, is),
            kind: "finding-new",
            before: null,
            after: is.title,
            sentence: `New: “${is.title}” at ${PRIORITY_WORDS[is.priority]}.`,
          },
        ];
  if (is === null)
    return [
      {
        ...head("finding", was, was),
        kind: "finding-gone",
        before: was.title,
        after: null,
        sentence: `No longer shown: “${was.title}”, before at ${PRIORITY_WORDS[was.priority]}.`,
      },
    ];
  const base = head("finding", was, is);
  const value = (
    kind: DifferenceKind,
    before: string,
    after: string,
    say: (before: string, after: string) => string,
  ): ReviewDifference[] =>
    before === after ? [] : [{ ...base, kind, before, after, sentence: `“${is.title}”: ${say(before, after)}` }];
  const words = (
    kind: DifferenceKind,
    noun: string,
    before: readonly string[],
    after: readonly string[],
  ): ReviewDifference[] => {
    const [gone, added] = [without(before, after), without(after, before)];
    if (gone.length + added.length === 0) return [];
    return [
      {
        ...base,
        kind,
        before: orNull(gone),
        after: orNull(added),
        sentence: `“${is.title}”: ${changed(noun, gone, added)}`,
      },
    ];
  };
  return [
    ...value(
      "priority",
      was.priority,
      is.priority,
      () => `moved from ${PRIORITY_WORDS[was.priority]} to ${PRIORITY_WORDS[is.priority]}.`,
    ),
    ...value("title", was.title, is.title, (old) => `was worded “${old}”.`),
    ...value(
      "strength",
      strength(was),
      strength(is),
      (old, now) => `strength of the association was ${old}, is ${now}.`,
    ),
    ...value("timing", was.timing, is.timing, (old, now) => `timing was ${old}, is ${now}.`),
    ...words(
      "figure",
      "figure",
      was.effects.map(({ text }) => text),
      is.effects.map(({ text }) => text),
    ),
    ...words("reason", "reason", was.reasons, is.reasons),
    ...words("against", "what speaks against it", was.against, is.against),
    ...words("option", "option", was.options, is.options),
    ...words(
      "source",
      "source",
      was.sources.map(({ citation }) => citation),
      is.sources.map(({ citation }) => citation),
    ),
    ...value("rule", was.ruleId, is.ruleId, (old, now) => `rule was ${old}, is ${now}.`),
  ];
}

function testDifferences(was: LabSuggestion | null, is: LabSuggestion | null): ReviewDifference[] {
  if (was === null)
    return is === null
      ? []
      : [
          {
            ...head("test", named(is), named(is)),
            kind: "test-new",
            before: null,
            after: is.name,
            sentence: `New test to consider: ${is.name}, for ${joinWords(is.reasons)}.`,
          },
        ];
  if (is === null)
    return [
      {
        ...head("test", named(was), named(was)),
        kind: "test-gone",
        before: was.name,
        after: null,
        sentence: `No longer suggested: ${was.name}.`,
      },
    ];
  const base = head("test", named(was), named(is));
  const [gone, added] = [without(was.reasons, is.reasons), without(is.reasons, was.reasons)];
  return [
    ...answerDifference(base, is.name, was.answeredBy, is.answeredBy),
    ...(was.priority === is.priority
      ? []
      : [
          {
            ...base,
            kind: "test-priority" as const,
            before: was.priority,
            after: is.priority,
            sentence: `${is.name}: moved from ${PRIORITY_WORDS[was.priority]} to ${PRIORITY_WORDS[is.priority]}.`,
          },
        ]),
    ...(gone.length + added.length === 0
      ? []
      : [
          {
            ...base,
            kind: "test-reason" as const,
            before: orNull(gone),
            after: orNull(added),
            sentence: `${is.name}: ${changed("reason", gone, added)}`,
          },
        ]),
  ];
}

function answerDifference(base: Head, name: string, was: LabResult | null, is: LabResult | null): ReviewDifference[] {
  const [before, after] = [was === null ? null : formatResult(was), is === null ? null : formatResult(is)];
  if (before === after) return [];
  if (after === null)
    return [
      {
        ...base,
        kind: "test-open-again",
        before,
        after,
        sentence: `${name}: open again; ${before} no longer answers it.`,
      },
    ];
  return [
    {
      ...base,
      kind: "test-answered",
      before,
      after,
      sentence: `${name}: answered by ${after}${before === null ? "" : `, before by ${before}`}.`,
    },
  ];
}

function questionDifferences(before: Review, after: Review): ReviewDifference[] {
  const base = { about: "question", id: "", priority: null } as const;
  return [
    ...without(after.questions, before.questions).map((text) => ({
      ...base,
      kind: "question-new" as const,
      title: text,
      before: null,
      after: text,
      sentence: `New question: ${text}`,
    })),
    ...without(before.questions, after.questions).map((text) => ({
      ...base,
      kind: "question-gone" as const,
      title: text,
      before: text,
      after: null,
      sentence: `No longer asked: ${text}`,
    })),
  ];
}

function entryDifferences(before: Review, after: Review): ReviewDifference[] {
  const [was, is] = [unreadTexts(before), unreadTexts(after)];
  const entry = (key: string) =>
    ({
      about: "entry",
      id: key.slice(0, key.indexOf("\n")),
      title: key.slice(key.indexOf("\n") + 1),
      priority: null,
    }) as const;
  return [
    ...without(is, was).map((key) => ({
      ...entry(key),
      kind: "entry-not-read" as const,
      before: null,
      after: entry(key).title,
      sentence: `Not read: “${entry(key).title}” (${entry(key).id}).`,
    })),
    ...without(was, is).map((key) => ({
      ...entry(key),
      kind: "entry-read" as const,
      before: entry(key).title,
      after: null,
      sentence: `No longer among what was not read: “${entry(key).title}” (${entry(key).id}).`,
    })),
  ];
}

const unreadTexts = (review: Review): string[] => review.unread.map(({ where, text }) => `${where}\n${text}`);

type Head = Pick<ReviewDifference, "about" | "id" | "title" | "priority">;

function head(
  about: Head["about"],
  was: { id: string; title: string; priority: Priority },
  is: { id: string; title: string; priority: Priority },
): Head {
  return {
    about,
    id: is.id,
    title: is.title,
    priority: rank(was.priority) < rank(is.priority) ? was.priority : is.priority,
  };
}

const named = ({ id, name, priority }: LabSuggestion) => ({ id, title: name, priority });

const rank = (priority: Priority | null): number =>
  priority === null ? PRIORITIES.length : PRIORITIES.indexOf(priority);

/** Array.prototype.sort keeps the order of equals, so that the differences of one finding stay together. */
function loudestFirst(differences: readonly ReviewDifference[]): ReviewDifference[] {
  return [...differences].sort((a, b) => rank(a.priority) - rank(b.priority));
}

const strength = (finding: Finding): string => finding.strength ?? "not graded";

const without = (texts: readonly string[], others: readonly string[]): string[] =>
  unique(texts.filter((text) => !others.includes(text)));

const orNull = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join(" "));

function changed(noun: string, gone: readonly string[], added: readonly string[]): string {
  const parts = [
    ...(added.length === 0 ? [] : [`now says ${quoted(added)}`]),
    ...(gone.length === 0 ? [] : [`no longer says ${quoted(gone)}`]),
  ];
  const words = `${noun} ${parts.join("; ")}`;
  return /[.!?]”$/.test(words) ? words : `${words}.`;
}

const quoted = (texts: readonly string[]): string => joinWords(texts.map((text) => `“${text}”`));

function formatResult({ value, comparator, unit, date }: LabResult): string {
  return `${comparator ?? ""}${value}${unit === null ? "" : ` ${unit}`} (${date === null ? "no date" : displayDate(date)})`;
}
