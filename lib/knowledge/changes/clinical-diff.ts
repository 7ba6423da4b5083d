import type { Predicate } from "@/lib/knowledge/predicates/predicate-schema";
import { wordsOfPredicate } from "@/lib/knowledge/predicates/predicate-text";
import type {
  DrugClass,
  EvidenceFigure,
  Interaction,
  Knowledge,
  KnownCondition,
  LabTest,
  Member,
  RedFlag,
  Statement,
  Treatment,
} from "@/lib/knowledge/schema";

/** What changed in one entry: its name, kind and id, and each difference in clinical words ("association moderate → weak"). */
export interface ClinicalChange {
  subject: string;
  changes: readonly string[];
}

/** What changed between two versions of the knowledge base, one line for each entry. */
export function clinicalDiff(before: Knowledge, after: Knowledge): string[] {
  return clinicalChanges(before, after).map(({ subject, changes }) => `${subject}: ${changes.join("; ")}`);
}

/** What changed between two versions of the knowledge base, entry by entry. */
export function clinicalChanges(before: Knowledge, after: Knowledge): ClinicalChange[] {
  return [
    ...differences("class", before.classes, after.classes, classFacts),
    ...differences("interaction", before.interactions, after.interactions, interactionFacts),
    ...differences("condition", before.conditions, after.conditions, conditionFacts),
    ...differences("red flag", before.redFlags, after.redFlags, redFlagFacts),
    ...differences("lab", before.labs, after.labs, labFacts),
    ...differences("treatment", before.treatments, after.treatments, treatmentFacts),
    ...differences("mechanism", before.mechanisms, after.mechanisms, (entry) => ({
      ...NO_FACTS,
      name: entry.name,
      lists: { tests: entry.labs, words: nonEmpty(entry.clusterWords) },
    })),
    ...differences("drug set", before.drugSets, after.drugSets, (entry) => ({
      ...NO_FACTS,
      name: entry.name,
      lists: { members: names(entry.members) },
    })),
    ...differences("leaflet", before.leaflet, after.leaflet, (entry) => ({
      ...NO_FACTS,
      name: entry.heading,
      single: { words: entry.text, "words where not known": entry.carefulText ?? "" },
      lists: {
        points: entry.points,
        "left out where": [...entry.unsafeWhen, ...entry.unless].map(wordsOfPredicate),
        "only where": entry.onlyWhen === undefined ? [] : [wordsOfPredicate(entry.onlyWhen)],
      },
    })),
    ...differences("question", before.hints, after.hints, (entry) => ({
      ...NO_FACTS,
      name: entry.question,
      single: { condition: entry.conditionId },
      lists: {
        drug: [...entry.drugs.ingredients, ...entry.drugs.classes, ...entry.drugs.sets],
        "not with": entry.unlessConditions,
      },
    })),
    ...sourceDifferences(before, after),
    ...reasonsGiven(before, after),
  ];
}

/** An entry as facts that can be compared: single values ("association: weak") and lists ("members"). */
interface Facts {
  name: string;
  single: Record<string, string>;
  lists: Record<string, readonly string[]>;
}

const NO_FACTS: Facts = { name: "", single: {}, lists: {} };

function differences<T extends { id: string }>(
  kind: string,
  before: readonly T[],
  after: readonly T[],
  factsOf: (entry: T) => Facts,
): ClinicalChange[] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const now = new Map(after.map((entry) => [entry.id, entry]));
  const removed = before
    .filter((entry) => !now.has(entry.id))
    .map((entry) => ({ subject: `${factsOf(entry).name} (${kind} ${entry.id})`, changes: ["removed"] }));
  const rest = after.flatMap((entry) => {
    const earlier = old.get(entry.id);
    const facts = factsOf(entry);
    const subject = `${facts.name} (${kind} ${entry.id})`;
    if (!earlier)
      return [
        {
          subject,
          changes: [
            `new${facts.single.association ? `, association ${facts.single.association}` : ""}${facts.single.severity ? `, ${facts.single.severity}` : ""}`,
          ],
        },
      ];
    const changes = changesBetween(factsOf(earlier), facts);
    return changes.length > 0 ? [{ subject, changes }] : [];
  });
  return [...removed, ...rest];
}

function changesBetween(before: Facts, after: Facts): string[] {
  const single = keysOf(before.single, after.single).flatMap((key) => {
    const [old, now] = [before.single[key] ?? "", after.single[key] ?? ""];
    return old === now ? [] : [`${key} ${old || "none"} → ${now || "none"}`];
  });
  const lists = keysOf(before.lists, after.lists).flatMap((key) => {
    const [old, now] = [before.lists[key] ?? [], after.lists[key] ?? []];
    const added = now.filter((item) => !old.includes(item));
    const gone = old.filter((item) => !now.includes(item));
    return [
      ...(added.length > 0 ? [`new ${key}: ${added.join(" | ")}`] : []),
      ...(gone.length > 0 ? [`${key} removed: ${gone.join(" | ")}`] : []),
    ];
  });
  const renamed = before.name === after.name ? [] : [`was called “${before.name}”`];
  return [...renamed, ...single, ...lists];
}

function keysOf(...objects: readonly Record<string, unknown>[]): string[] {
  return [...new Set(objects.flatMap((object) => Object.keys(object)))];
}

const names = (members: readonly Member[]) => members.map((member) => member.name);
const texts = (statements: readonly Statement[]) => statements.map((statement) => statement.text);
const nonEmpty = (text: string | null | undefined) => (text ? [text] : []);
const figures = (list: readonly EvidenceFigure[]) =>
  list.map((figure) => `${figure.outcome}: ${figure.text} [${figure.source}]`);
const checks = (entry: { checked: string; verified: boolean }) => ({ verified: entry.verified ? "yes" : "no" });
const when = (predicate: Predicate | undefined) => (predicate ? wordsOfPredicate(predicate) : "");

function classFacts(entry: DrugClass): Facts {
  const { onset } = entry;
  return {
    name: entry.name,
    single: {
      association: entry.strength,
      "grading rule": entry.gradeRule,
      loudest: entry.ceiling,
      ...checks(entry),
      "onset window": `${onset.anchor} ${onset.typicalFromDays ?? "…"} to ${onset.typicalToDays ?? "…"} days, plausible to ${onset.plausibleToDays ?? "…"}`,
      "loud only when": entry.loudOnlyWhen?.words ?? "",
      mechanism: entry.mechanismText,
      listed: entry.unlisted ? "only on request" : "yes",
    },
    lists: {
      members: names(entry.members),
      mechanisms: entry.mechanisms,
      figure: figures(entry.evidence),
      statement: texts(entry.statements),
      "contrary evidence": texts(entry.against),
      option: texts(entry.options),
      alternative: texts(entry.alternatives),
      "mistaken cure": texts(entry.mistakenCures),
      tests: entry.labs,
      "safety flag": entry.safety.map((flag) => flag.title),
      "after stopping": entry.withdrawal.map((flag) => flag.title),
      "builds up": entry.accumulatesIn.map((flag) => flag.title),
      "stronger when": entry.raisedTo.map((raise) => `${raise.strength} ${raise.words}`),
      source: entry.sources,
    },
  };
}

function interactionFacts(entry: Interaction): Facts {
  return {
    name: entry.title,
    single: {
      severity: entry.severity,
      effect: entry.effect,
      "holds when": when(entry.when),
      country: entry.jurisdiction ?? "",
      ...checks(entry),
    },
    lists: {
      drugs: entry.drugs.flatMap((selector) => [...selector.ingredients, ...selector.classes, ...selector.sets]),
      cap: entry.caps.map(
        (cap) => `${cap.of} ${cap.maxDailyMg} mg daily${cap.jurisdiction ? ` (${cap.jurisdiction})` : ""}`,
      ),
      "rises to": entry.risesTo.map(
        (rise) => `${rise.severity} ${rise.words}${rise.source === undefined ? "" : ` (${rise.source})`}`,
      ),
      figure: figures(entry.figures),
      option: entry.options,
      "contrary evidence": texts(entry.against),
      tests: entry.labs,
      source: entry.sources,
    },
  };
}

function conditionFacts(entry: KnownCondition): Facts {
  return {
    name: entry.name,
    single: {
      role: entry.role,
      "red flag": entry.redFlag,
      why: entry.why,
      urgency: entry.urgency ?? "",
      "present when": when(entry.when),
      ...checks(entry),
    },
    lists: {
      code: entry.icd10cm,
      figure: figures(entry.figures),
      option: entry.options,
      "contrary evidence": texts(entry.against),
      tests: entry.labs,
      source: entry.sources,
    },
  };
}

function redFlagFacts(entry: RedFlag): Facts {
  return {
    name: entry.title,
    single: { "how soon": entry.howSoon, "holds when": when(entry.when), ...checks(entry) },
    lists: { words: entry.words, option: entry.options, tests: entry.labs, source: entry.sources },
  };
}

function labFacts(entry: LabTest): Facts {
  const whose = (range: LabTest["ranges"][number]) =>
    [
      range.sex,
      range.pregnant ? "pregnant" : undefined,
      range.ageFrom === undefined ? undefined : `from ${range.ageFrom}`,
      range.ageTo === undefined ? undefined : `to ${range.ageTo}`,
    ]
      .filter(Boolean)
      .join(" ");
  return {
    name: entry.name,
    single: { "a result answers for": `${entry.answersForDays} days`, why: entry.why, ...checks(entry) },
    lists: {
      range: entry.ranges.map(
        (range) => `${range.low ?? "…"} to ${range.high ?? "…"} ${range.unit} ${whose(range)} [${range.source}]`,
      ),
      "critical limit": entry.critical.map(formatLimit),
      "marked limit": entry.marked.map(formatLimit),
      unit: entry.units.map(
        (unit) => `${unit.unit} × ${unit.toFirst}${unit.plus === undefined ? "" : ` + ${unit.plus}`}`,
      ),
      panel: entry.panels,
      "left out of": entry.leftOutOf,
      repeat: entry.repeat.map((repeat) => repeat.text),
      code: entry.loinc.map((loinc) => loinc.code),
      source: entry.sources,
    },
  };
}

function treatmentFacts(entry: Treatment): Facts {
  return {
    name: entry.name,
    single: {
      evidence: entry.evidenceLevel,
      effect: entry.effect,
      position: entry.position,
      cautions: entry.cautions ?? "",
      ...checks(entry),
    },
    lists: {
      figure: figures(entry.figures),
      "unsafe when": entry.unsafeWhen.map((gate) => gate.words),
      source: entry.sources,
    },
  };
}

function sourceDifferences(before: Knowledge, after: Knowledge): ClinicalChange[] {
  const added = [...after.sources.values()]
    .filter((source) => !before.sources.has(source.id))
    .map((source) => ({ subject: `new source ${source.id}`, changes: [source.citation] }));
  const gone = [...before.sources.values()]
    .filter((source) => !after.sources.has(source.id))
    .map((source) => ({ subject: `source ${source.id} removed`, changes: [source.citation] }));
  const changed = [...after.sources.values()].flatMap((source) => {
    const old = before.sources.get(source.id);
    return old && (old.citation !== source.citation || old.whatWasVerified !== source.whatWasVerified)
      ? [{ subject: `source ${source.id}`, changes: [`now “${source.citation}”, verified: ${source.whatWasVerified}`] }]
      : [];
  });
  return [...gone, ...added, ...changed];
}

/** The reasons that were written down between the two versions. */
function reasonsGiven(before: Knowledge, after: Knowledge): ClinicalChange[] {
  const known = new Set(before.history.map(({ id }) => id));
  return after.history
    .filter(({ id }) => !known.has(id))
    .map(({ date, about, change, why }) => ({
      subject: `reason given on ${date} for ${about === "all" ? "every entry" : about.join(", ")}`,
      changes: [change, why],
    }));
}

function formatLimit({ low, high, unit, jurisdiction, ageBelow, source }: LabTest["critical"][number]): string {
  const age = ageBelow === undefined ? "" : ` under ${ageBelow} years`;
  return `${low ?? "…"} / ${high ?? "…"} ${unit} ${jurisdiction ?? ""}${age} [${source}]`;
}
