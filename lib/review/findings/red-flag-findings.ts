import { HowSoon } from "@/lib/domain/vocabulary";
import type { RedFlag } from "@/lib/knowledge/schema";
import { inWords, judgedFinding, type FindingDraft } from "./finding-draft";
import { conditionNames } from "./condition-findings";
import { explain } from "@/lib/review/rules/explain-predicate";
import type { Facts } from "@/lib/review/facts/facts";
import { evaluate } from "@/lib/review/rules/evaluate-predicate";
import { signsSeen } from "@/lib/review/rules/signs-seen";
import { conditionsIn, symptomsIn } from "@/lib/review/predicate-parts";
import { byText, joinWords, unique } from "@/lib/review/format";

/** A red flag with what sets it off, before those of one cause are joined. */
interface RaisedFlag {
  readonly flag: RedFlag;
  readonly conditionId: string | undefined;
  readonly labId: string | undefined;
  readonly reasons: readonly string[];
  readonly title: string;
}

/** The red flags of a case, and the symptoms that they tell of. */
export interface RedFlagsFound {
  readonly drafts: readonly FindingDraft[];
  readonly symptoms: ReadonlySet<string>;
}

/**
 * Red flags that an answer, a result, a listed condition or free words set off: each `act-now`, with why, what to consider and
 * how soon. Several that point to one condition are one finding, and one that says less than another is told by that other.
 */
export function judgeRedFlags(facts: Facts): RedFlagsFound {
  const raised = facts.index.knowledge.redFlags.flatMap((flag) => raise(flag, facts));
  const byCause = new Map<string, RaisedFlag[]>();
  for (const one of raised) {
    const cause = causeOf(one);
    byCause.set(cause, [...(byCause.get(cause) ?? []), one]);
  }
  const groups = joinReplaced([...byCause.values()]);
  const symptoms = new Set(
    raised.flatMap(({ flag }) => symptomsIn(flag.when)).filter((id) => facts.symptoms.answers.get(id) === "yes"),
  );
  return {
    symptoms,
    drafts: groups.flatMap(({ told, joined }) =>
      told[0] === undefined ? [] : [flagDraft(told[0], told, joined, facts)],
    ),
  };
}

/** Flags of one emergency are one finding; without one, those of one condition. */
function causeOf({ flag, conditionId }: RaisedFlag): string {
  return flag.emergency ?? conditionId ?? flag.id;
}

const SOONEST: readonly HowSoon[] = HowSoon.options;

interface FlagGroup {
  readonly told: readonly RaisedFlag[];
  /** Flags of other causes that say less: their reasons, options and tests are told here. */
  readonly joined: RaisedFlag[];
}

/** Joins the groups whose flags are all replaced by one of another group to that group: the first in the order of the content. */
function joinReplaced(groups: readonly RaisedFlag[][]): FlagGroup[] {
  const kept = new Map<readonly RaisedFlag[], FlagGroup>();
  const replacerOf = (group: readonly RaisedFlag[]) =>
    groups.find(
      (other) =>
        other !== group &&
        group.every(({ flag }) => other.some(({ flag: by }) => by.replaces?.includes(flag.id) === true)),
    );
  for (const group of groups) if (replacerOf(group) === undefined) kept.set(group, { told: group, joined: [] });
  for (const group of groups) {
    if (kept.has(group)) continue;
    let home = replacerOf(group);
    for (let steps = 0; home !== undefined && !kept.has(home) && steps < groups.length; steps += 1)
      home = replacerOf(home);
    const entry = home === undefined ? undefined : kept.get(home);
    if (entry === undefined) kept.set(group, { told: group, joined: [] });
    else entry.joined.push(...group);
  }
  return [...kept.values()];
}

function raise(flag: RedFlag, facts: Facts): RaisedFlag[] {
  const quote = facts.symptoms.flagQuotes.get(flag.id);
  const held = evaluate(flag.when, facts) === true;
  if (!held && quote === undefined) return [];
  const reasons = [
    ...(quote === undefined ? [] : [`In what was entered: “${quote}”`]),
    ...(held ? explain(flag.when, facts).filter((fact) => quote === undefined || !fact.includes(`“${quote}”`)) : []),
  ];
  const common = { flag, labId: held && "lab" in flag.when ? flag.when.lab : undefined, reasons: unique(reasons) };
  if (flag.conditionId !== undefined) return [{ ...common, conditionId: flag.conditionId, title: flag.title }];
  const named = conditionsIn(flag.when);
  if (quote !== undefined || named.length === 0 || flag.emergency !== undefined)
    return [{ ...common, conditionId: undefined, title: flag.title }];
  // A flag that names conditions instead of one cause is raised for each that is on the list; what a result suggests is not.
  const present = named.filter((id) => facts.conditions.get(id)?.from === "list").sort(byText);
  return present.map((id) => {
    const entry = facts.conditions.get(id);
    return {
      ...common,
      conditionId: id,
      title: `${entry?.condition.name ?? id}: ${flag.title.charAt(0).toLowerCase()}${flag.title.slice(1)}`,
      reasons: entry?.reasons ?? [],
    };
  });
}

/** So many tests of a red flag are asked for without another reason. */
const MOST_ESSENTIAL = 5;
const MOST_AGAINST = 2;

function flagDraft(
  first: RaisedFlag,
  told: readonly RaisedFlag[],
  joined: readonly RaisedFlag[],
  facts: Facts,
): FindingDraft {
  const flags = [...told, ...joined];
  const entry = first.conditionId === undefined ? undefined : facts.conditions.get(first.conditionId);
  const reasons = unique([
    ...flags.flatMap((flag) => flag.reasons),
    ...(entry?.reasons ?? []),
    ...joined.map(({ title }) => `Also a red flag: ${title}`),
    ...flags.map(({ flag }) => flag.why),
  ]);
  const order = facts.index.knowledge.redFlags.indexOf(first.flag);
  const soon = SOONEST.find((one) => told.some(({ flag }) => flag.soon === one)) ?? first.flag.soon;
  const soonest = told.find(({ flag }) => flag.soon === soon)?.flag ?? first.flag;
  const about = unique(flags.flatMap(({ conditionId }) => conditionId ?? []));
  const labId = told.find((flag) => flag.labId !== undefined)?.labId;
  const made = judgedFinding({
    id: `red-flag:${causeOf(first)}`,
    kind: "red-flag",
    priority: soon === "now" || soon === "today" ? "act-now" : "review",
    howSoon: soon,
    ruleId: first.flag.ruleId,
  });
  const tell = inWords(() => ({
    mechanism: first.flag.why,
    general: flags.map(({ flag }) => flag.why),
    title: first.title,
    reasons: [...reasons, `How soon: ${soonest.howSoon}`],
    against: unique(told.flatMap(({ flag }) => flag.against)).slice(0, MOST_AGAINST),
    options: unique(flags.flatMap(({ flag }) => flag.options)),
    sources: facts.index.references(flags.flatMap(({ flag }) => flag.sources)),
  }));
  const conditionId = first.flag.emergency ?? first.conditionId;
  if (conditionId !== undefined) made.conditionId = conditionId;
  if (labId !== undefined) made.labId = labId;
  // What a joined flag would ask for by itself comes after: a numb saddle is no reason for a creatine kinase today.
  const own = unique([...told.flatMap(({ flag }) => flag.labs), ...(entry?.condition.labs ?? [])]);
  const labs = unique([...own, ...joined.flatMap(({ flag }) => flag.labs)]);
  const causes = joinWords(unique(told.flatMap((flag) => flag.reasons)).slice(0, 2), "and");
  return {
    finding: made,
    words: tell,
    problems: problemsOfFlags(told, facts),
    seen: unique([
      ...flags.flatMap(({ flag }) => signsSeen(flag.when, facts)),
      ...told.flatMap(({ flag }) => facts.symptoms.flagQuotes.get(flag.id) ?? []).map((quote) => `“${quote}”`),
      ...(entry?.from === "list" ? conditionNames(entry) : []),
    ]),
    rank: [SOONEST.indexOf(soon), order],
    about,
    asks:
      labs.length === 0
        ? null
        : { labs, reason: () => `${first.title} (${causes})`, essentials: Math.min(MOST_ESSENTIAL, own.length) },
  };
}

/** The problems that cover the flags of one emergency, those of the first flag first. */
function problemsOfFlags(told: readonly RaisedFlag[], { index }: Facts): string[] {
  return unique(told.flatMap(({ flag }) => index.problems.ofRedFlag(flag.id)));
}
