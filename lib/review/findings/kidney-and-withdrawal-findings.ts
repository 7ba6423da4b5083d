import type { DrugClass } from "@/lib/knowledge/schema";
import { displayDate } from "@/lib/domain/display-date";
import { inWords, judgedFinding, type FindingDraft } from "./finding-draft";
import { explain } from "@/lib/review/rules/explain-predicate";
import type { Facts } from "@/lib/review/facts/facts";
import type { ListedDrug } from "@/lib/review/facts/medications/listed-drugs";
import { isOver } from "@/lib/review/facts/medications/listed-drugs";
import { fallsOf } from "@/lib/review/facts/medications/dose-history";
import { isFor } from "@/lib/review/facts/knowledge-index";
import { mechanismsOf, type ClassMatch } from "@/lib/review/rules/match-classes";
import { evaluate, type Subject } from "@/lib/review/rules/evaluate-predicate";
import { byText, joinWords, unique } from "@/lib/review/format";

type Flag = DrugClass["withdrawal"][number] | DrugClass["accumulatesIn"][number];

/** A flag with every drug of the list that it holds for. */
interface Raised {
  readonly flag: Flag;
  readonly match: ClassMatch;
  readonly names: string[];
  readonly reasons: string[];
  urgent: boolean;
}

/**
 * What stopping a drug, or lowering its dose, can bring (an adrenal crisis, withdrawal, an autoimmune myopathy that goes on), and
 * drugs that build up where the kidneys fail. `review`; an emergency where the content says what makes it one.
 * @param taken the classes of what is taken now
 * @param stopped the classes of what is stopped or held
 */
export function judgeKidneyAndWithdrawal(
  taken: readonly ClassMatch[],
  stopped: readonly ClassMatch[],
  facts: Facts,
): FindingDraft[] {
  const raised = new Map<string, Raised>();
  for (const match of [...taken, ...stopped])
    for (const flag of match.rule.drugClass.withdrawal) {
      // One line may say that it is stopped and another that it is taken: then it was not stopped.
      const goesOn = isOver(match.drug) && taken.some(({ profile }) => profile.key === match.profile.key);
      if (!goesOn && fellWithin(match, flag, facts)) raise(raised, match, flag, facts);
    }
  for (const match of taken) for (const flag of match.rule.drugClass.accumulatesIn) raise(raised, match, flag, facts);
  return [...raised.values()].map((one, at) => draftOf(one, at, facts));
}

function raise(raised: Map<string, Raised>, match: ClassMatch, flag: Flag, facts: Facts): void {
  const { profile, drug } = match;
  if (!isFor({ onlyFor: flag.members }, [profile.name])) return;
  const subject: Subject = { drug, ingredient: profile.name, capBreached: null, startedInsideWindow: null };
  if (flag.when !== undefined && evaluate(flag.when, facts, subject) !== true) return;
  const urgent = flag.actNowWhen !== undefined && evaluate(flag.actNowWhen, facts, subject) === true;
  const entry = raised.get(flag.id) ?? { flag, match, names: [], reasons: [], urgent: false };
  raised.set(flag.id, entry);
  entry.names.push(profile.name);
  entry.urgent ||= urgent;
  entry.reasons.push(
    drugAndFall(drug),
    ...(flag.when === undefined ? [] : explain(flag.when, facts, subject)),
    ...(urgent && flag.actNowWhen !== undefined ? explain(flag.actNowWhen, facts, subject) : []),
  );
}

/** Whether it was stopped or lowered in the time in which that matters; a day that is not known may lie in it. */
function fellWithin({ drug, profile }: ClassMatch, flag: DrugClass["withdrawal"][number], facts: Facts): boolean {
  const falls = isOver(drug) ? [drug.stop] : fallsOf(drug.events);
  const recent = falls.some(
    (day) => day === null || (day.from <= facts.today && facts.today - day.to <= flag.withinDays),
  );
  if (!recent || flag.takenForDays === undefined) return recent;
  const subject: Subject = { drug, ingredient: profile.name, capBreached: null, startedInsideWindow: null };
  return evaluate({ takenForDays: flag.takenForDays }, facts, subject) !== false;
}

function drugAndFall(drug: ListedDrug): string {
  const { use, stop } = drug.medication;
  if (!isOver(drug)) {
    const falls = drug.events.filter(({ kind }) => kind === "decreased" || kind === "stopped");
    return [drug.words, ...falls.map(({ words }) => words)].join(", ");
  }
  const verb = use === "held" ? "held" : "stopped";
  return `${drug.words}: ${verb}${stop === null ? ", date not given" : ` ${displayDate(stop)}`}`;
}

function draftOf({ flag, match, names, reasons, urgent }: Raised, at: number, facts: Facts): FindingDraft {
  const ingredients = unique(names).sort(byText);
  const made = judgedFinding({
    id: `safety:${flag.id}`,
    kind: "safety",
    priority: urgent ? "act-now" : "review",
    ingredients,
    mechanisms: [...mechanismsOf(match)],
    ruleId: match.rule.drugClass.ruleId,
  });
  const tell = inWords(() => ({
    mechanism: flag.text,
    title: flag.title,
    reasons: [
      ...unique(reasons),
      flag.text,
      ...(urgent ? [`How soon: ${flag.howSoon ?? "Today"}`] : []),
      `Shown at this level as a safety flag, whatever the association with cramps${urgent ? ", with signs that make it an emergency" : ""}`,
    ],
    options: [...flag.options],
    sources: facts.index.references(flag.sources),
  }));
  return {
    finding: made,
    words: tell,
    problems: [flag.problem],
    role: () => (isOver(match.drug) ? "stopped or held" : "safety flag"),
    rank: [match.rule.order, at],
    asks:
      flag.labs.length === 0
        ? null
        : { labs: flag.labs, reason: () => `${joinWords(ingredients)}: ${flag.title}`, essentials: urgent ? 5 : 4 },
  };
}
