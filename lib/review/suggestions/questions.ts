import type { LabSuggestion } from "@/lib/domain/review";
import type { Strength } from "@/lib/domain/vocabulary";
import { priorityRank, type FindingDraft } from "@/lib/review/findings/finding-draft";
import type { ListedDrug } from "@/lib/review/facts/medications/listed-drugs";
import type { Facts } from "@/lib/review/facts/facts";
import type { MatchedInteraction } from "@/lib/review/rules/match-interactions";
import { shortName } from "@/lib/review/facts/results/interpret-result";
import type { ClassMatch } from "@/lib/review/rules/match-classes";
import type { MatchedList } from "@/lib/review/findings/medication-findings";
import { mechanismsOf } from "@/lib/review/rules/match-classes";
import { symptomsIn } from "@/lib/review/predicate-parts";
import { SYMPTOM_NAMES } from "@/lib/review/facts/symptoms/symptom-names";
import { byText, drugName, joinWords, lowered, formatNumber, unique } from "@/lib/review/format";

const MOST_QUESTIONS = 3;
/** So many drugs a question names at most. */
const MOST_NAMES = 3;

interface Candidate {
  readonly text: string;
  readonly weight: number;
}

/**
 * The two or three answers that would change the ranking most, the most telling first: a unit, a dose that a limit hangs on, the
 * one date that would help most, an alarm symptom, a result. None where nothing is found that they could change.
 */
export function askQuestions(
  drafts: readonly FindingDraft[],
  list: MatchedList,
  labs: readonly LabSuggestion[],
  rows: readonly MatchedInteraction[],
  facts: Facts,
): string[] {
  const { current } = list;
  const candidates = [
    ...uses(drafts, facts),
    ...units(drafts),
    ...doses(rows),
    ...dates(list, drafts, facts),
    ...contradictions(facts),
    ...symptoms(drafts, current, facts),
    ...results(current, labs),
  ];
  return unique(candidates.sort((a, b) => b.weight - a.weight || byText(a.text, b.text)).map(({ text }) => text)).slice(
    0,
    MOST_QUESTIONS,
  );
}

/** Whether a drug is taken comes before all else where a danger hangs on it, and early where its own finding does. */
function uses(drafts: readonly FindingDraft[], facts: Facts): Candidate[] {
  const dangers = drafts.filter(({ ifTaken }) => ifTaken !== undefined);
  const names = unique(dangers.flatMap(({ ifTaken }) => ifTaken ?? [])).sort(byText);
  const [first] = dangers;
  if (first !== undefined && names.length > 0)
    return [
      {
        text: `${names.length === 1 ? "Is" : "Are"} ${joinWords(names.map(drugName))} taken now? The list leaves it open, and ${dangers.length === 1 ? "a finding hangs" : `${dangers.length} findings hang`} on it: ${lowered(first.words().title.replace(/^If .* taken: /, ""))}.`,
        weight: 110,
      },
    ];
  const open = unique(
    facts.drugs.uncertain
      .flatMap(({ profiles }) => profiles.map(({ name }) => name))
      .filter((name) =>
        drafts.some(
          ({ finding }) =>
            finding.ingredients.includes(name) && priorityRank(finding.priority) <= priorityRank("consider"),
        ),
      ),
  ).sort(byText);
  return open.length === 0
    ? []
    : [
        {
          text: `${open.length === 1 ? "Is" : "Are"} ${joinWords(open.slice(0, MOST_NAMES).map(drugName))} taken now? The list leaves it open.`,
          weight: 99,
        },
      ];
}

function units(drafts: readonly FindingDraft[]): Candidate[] {
  return drafts
    .filter(
      ({ finding }) =>
        finding.kind === "missing-information" && finding.labId !== undefined && finding.priority !== "info",
    )
    .map(({ words }) => ({ text: `What are the value and the unit of the result? ${words().title}.`, weight: 100 }));
}

/** A dose that was not read and that a limit of the label hangs on. */
function doses(rows: readonly MatchedInteraction[]): Candidate[] {
  return rows.flatMap(({ unreadDoses }) =>
    unreadDoses.map(({ ingredient, maxDailyMg }) => ({
      text: `How much ${drugName(ingredient)} is taken a day? The label limits it to ${formatNumber(maxDailyMg)} mg a day in this combination.`,
      weight: 95,
    })),
  );
}

const STRENGTH_WEIGHT: Readonly<Record<Strength, number>> = { strong: 2, moderate: 1, weak: 0, "label-only": 0 };

/**
 * The dates that could move a finding. A start moves a strong class from consider to review, the first cramp all of them at once,
 * and the day of a stop says whether the effect still lasts.
 */
function dates({ current, stopped }: MatchedList, drafts: readonly FindingDraft[], facts: Facts): Candidate[] {
  const datable = current.filter(
    ({ rule }) => STRENGTH_WEIGHT[rule.drugClass.strength] > 0 && rule.drugClass.onset.anchor !== "none",
  );
  const undated = datable.filter(({ drug }) => !drug.events.some(({ day }) => day !== null));
  const dated = datable.length > undated.length;
  const candidates: Candidate[] = [];
  if (facts.onset === null && datable.length > 0) {
    candidates.push({
      text: `When did the cramps begin? The month is enough; it can be compared with the start of ${someOf(datable, "or")}.`,
      weight: dated ? 92 : 90,
    });
  }
  const [first] = undated.sort((a, b) => moves(b, drafts) - moves(a, drafts) || byText(a.profile.name, b.profile.name));
  if (first !== undefined)
    candidates.push({
      text: `When was ${drugName(first.profile.name)} started, or its dose last raised?`,
      weight: (facts.onset === null ? 70 : 85) + moves(first, drafts),
    });
  const gone = stopped.filter(
    ({ rule, drug }) =>
      drug.stop === null &&
      STRENGTH_WEIGHT[rule.drugClass.strength] > 0 &&
      rule.drugClass.outlastsStoppingDays !== null,
  );
  const verb = (drug: ListedDrug) => (drug.medication.use === "held" ? "held" : "stopped");
  if (gone[0] !== undefined)
    candidates.push({
      text: `When was ${drugName(gone[0].profile.name)} ${verb(gone[0].drug)}? Its effect can outlast it.`,
      weight: 82,
    });
  return candidates;
}

/** How far a start date could move the finding of a class: most where it is strong and not yet at review. */
function moves({ rule }: ClassMatch, drafts: readonly FindingDraft[]): number {
  const found = drafts.find(({ finding }) => finding.id === `medication:${rule.drugClass.id}`);
  const couldRise =
    rule.drugClass.strength === "strong" &&
    (found === undefined || priorityRank(found.finding.priority) > priorityRank("review"));
  return STRENGTH_WEIGHT[rule.drugClass.strength] + (couldRise ? 2 : 0);
}

/** A symptom that was answered one way and told the other way. */
function contradictions({ symptoms }: Facts): Candidate[] {
  const [first] = symptoms.contradictions;
  if (first === undefined) return [];
  const name = SYMPTOM_NAMES[first.id] ?? first.id;
  return [
    { text: `Is there ${name}? It was answered ${first.ticked}, and the words say “${first.quote}”.`, weight: 105 },
  ];
}

/** Alarm symptoms that a drug or a listed condition asks about. */
function symptoms(drafts: readonly FindingDraft[], matches: readonly ClassMatch[], facts: Facts): Candidate[] {
  const about = drafts.filter(
    ({ finding }) =>
      finding.kind !== "unread" && finding.kind !== "check-failed" && finding.kind !== "missing-information",
  );
  if (drafts.some(({ finding }) => finding.id === "missing-information:nothing-read")) return [];
  // Above all where nothing was found: the alarm that nobody told is then asked for.
  const quiet = about.every(({ finding }) => priorityRank(finding.priority) > priorityRank("consider"));
  const open = (id: string) => (facts.symptoms.answers.get(id) ?? "unknown") === "unknown";
  const ofConditions = [...facts.conditions.values()]
    .filter(({ condition }) => condition.redFlag === "conditional")
    .flatMap(({ condition }) => condition.askFor)
    .filter(open);
  const ofDrugs = matches
    .flatMap(({ rule }) => rule.drugClass.raisedTo.flatMap(({ when }) => symptomsIn(when)))
    .filter(open);
  const myopathy =
    matches.some((match) => mechanismsOf(match).includes("myopathy")) && open("darkUrine") ? ["darkUrine"] : [];
  const ids = unique([
    ...myopathy,
    ...ofDrugs.sort(byText),
    ...ofConditions.sort(byText),
    ...["weakness", "oneSidedSwelling", ...(quiet ? ["coldLimb"] : [])].filter(open),
  ]).slice(0, 3);
  return ids.length === 0
    ? []
    : [
        {
          text: `Does the patient have ${joinWords(
            ids.map((id) => (id === "collapse" ? "a collapse" : (SYMPTOM_NAMES[id] ?? id))),
            "or",
          )}?`,
          weight: 80,
        },
      ];
}

/** The most wanted test without an answer, where a drug on the list could explain its result. */
function results(matches: readonly ClassMatch[], labs: readonly LabSuggestion[]): Candidate[] {
  const candidates = labs.filter(
    ({ answeredBy, priority }) => answeredBy === null && priorityRank(priority) <= priorityRank("consider"),
  );
  for (const lab of candidates.slice(0, 1)) {
    const asking = matches.filter(({ rule }) => rule.drugClass.labs.includes(lab.id));
    if (asking.length > 0)
      return [
        {
          text: `Is there a recent, dated result for ${lowered(shortName(lab))}? It bears on ${someOf(asking, "and")}.`,
          weight: 75,
        },
      ];
  }
  return [];
}

/** The drugs by name; of many the first few, with how many more. */
function someOf(matches: readonly ClassMatch[], last: "and" | "or"): string {
  const names = unique(matches.map(({ profile }) => profile.name))
    .sort(byText)
    .map(drugName);
  if (names.length <= MOST_NAMES) return joinWords(names, last);
  return `${names.slice(0, MOST_NAMES - 1).join(", ")} ${last} ${names.length - MOST_NAMES + 1} others`;
}
