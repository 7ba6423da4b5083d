import type { Priority } from "@/lib/domain/vocabulary";
import { clustersOf, type SharedMechanism } from "@/lib/review/rules/shared-mechanisms";
import {
  inWords,
  judgedFinding,
  once,
  retold,
  moreUrgent,
  priorityRank,
  mergeSources,
  type FindingDraft,
} from "./finding-draft";
import type { Facts } from "@/lib/review/facts/facts";
import { isFor } from "@/lib/review/facts/knowledge-index";
import { severityRank } from "@/lib/review/rules/match-interactions";
import type { ReportedInteraction } from "@/lib/review/rules/one-interaction-per-pair";
import type { ClassMatch } from "@/lib/review/rules/match-classes";
import type { MatchingResults } from "@/lib/review/rules/mechanism-evidence";
import { labsIn } from "@/lib/review/predicate-parts";
import { clusterPriority, interactionPriority } from "./priority";
import { rowTitle } from "./interaction-title";
import { byText, capitalised, drugName, formatCount, joinWords, unique } from "@/lib/review/format";

/** A cluster on its way to a finding: what joined it and what it took in. */
interface ShownCluster {
  readonly cluster: SharedMechanism;
  priority: Priority;
  because: string;
  readonly results: readonly string[];
  readonly rows: ReportedInteraction[];
  /** Those of the rows that are major pairs: named in the title, and kept beside it at `info`. */
  readonly pairs: ReportedInteraction[];
  readonly folded: SharedMechanism[];
}

/**
 * Findings about drugs together: rows of the content, and one for each mechanism that two or more drugs share. A row inside a
 * bigger cluster of its mechanism becomes part of it, unless it is contraindicated; a cluster whose drugs all stand in a louder
 * finding becomes part of that. So there is one finding for a cause and not one for a pair.
 */
export function judgeInteractions(
  rows: readonly ReportedInteraction[],
  matches: readonly ClassMatch[],
  facts: Facts,
  results: MatchingResults,
): FindingDraft[] {
  const clusters = clustersOf(matches, facts.index).map((cluster) => showCluster(cluster, results));
  const own = rows.filter((row) => !joinsCluster(row, clusters, matches, facts, results));
  const absorbed = new Map<ReportedInteraction, ShownCluster[]>();
  const shown: ShownCluster[] = [];
  for (const candidate of [...clusters].sort(byLoudnessAndSize)) {
    const row = own.find(
      (other) =>
        other.slots.length > 1 &&
        tells(other, candidate) &&
        priorityRank(rowPriority(other, results)) <= priorityRank(candidate.priority),
    );
    const bigger = shown.find(
      (other) =>
        within(candidate.cluster.ingredients, other.cluster.ingredients) &&
        (candidate.results.length === 0 || sameMembers(candidate.cluster, other.cluster)),
    );
    if (row !== undefined) absorbed.set(row, [...(absorbed.get(row) ?? []), candidate]);
    else if (bigger !== undefined) {
      bigger.folded.push(candidate.cluster);
      bigger.rows.push(...candidate.rows);
      bigger.pairs.push(...candidate.pairs);
    } else shown.push(candidate);
  }
  return [
    ...own.map((row) => rowDraft(row, absorbed.get(row) ?? [], facts, results)),
    ...shown.flatMap((cluster) => {
      const draft = sharedMechanismFinding(cluster, matches, facts, results);
      return [draft, ...cluster.pairs.map((pair) => foldedInto(draft, rowDraft(pair, [], facts, results)))];
    }),
  ];
}

function showCluster(cluster: SharedMechanism, results: MatchingResults): ShownCluster {
  const matching = results.ofMechanism(cluster.mechanism.id);
  const { priority, because } = clusterPriority({
    matchingResult: matching.length > 0,
    contraryResult: results.contraryTo(cluster.mechanism.id),
    labelOnlyAlone: cluster.labelOnlyAlone,
  });
  return { cluster, priority, because, results: matching, rows: [], pairs: [], folded: [] };
}

/** Puts a row into the cluster of its mechanism that holds all its drugs. A major pair makes the cluster as loud as it is. */
function joinsCluster(
  row: ReportedInteraction,
  clusters: readonly ShownCluster[],
  matches: readonly ClassMatch[],
  facts: Facts,
  results: MatchingResults,
): boolean {
  if (row.severity === "contraindicated") return false;
  const loud = interactionPriority(row.severity);
  const isPair = row.severity === "major";
  // A limit of the label for one pair is a matter of its own; so is a major row about one drug and a result.
  if (isPair && (row.slots.length === 1 || row.limit !== null)) return false;
  const mechanisms = mechanismsOfRow(row, facts, results);
  const home = clusters.find(
    ({ cluster, priority }) =>
      mechanisms.includes(cluster.mechanism.id) &&
      drugsWithin(row, cluster, matches) &&
      (isPair
        ? priority !== "info" && cluster.ingredients.length > row.slots.length
        : priorityRank(priority) <= priorityRank(loud)),
  );
  if (home === undefined) return false;
  home.rows.push(row);
  if (isPair) {
    home.pairs.push(row);
    if (priorityRank(loud) < priorityRank(home.priority))
      home.because = `${home.because}, one pair of them a major interaction`;
    home.priority = moreUrgent(home.priority, loud);
  }
  return true;
}

/** Whether every drug of a row stands in the cluster, by one of its ingredients: trimethoprim alone raises potassium in co-trimoxazole. */
function drugsWithin(
  { slots, ingredients }: ReportedInteraction,
  cluster: SharedMechanism,
  matches: readonly ClassMatch[],
): boolean {
  if (within(ingredients, cluster.ingredients)) return true;
  const drugs = new Set(
    matches.filter(({ profile }) => cluster.ingredients.includes(profile.name)).map(({ drug }) => drug),
  );
  return slots
    .flat()
    .every(
      ({ profile, drug }) =>
        !ingredients.includes(profile.name) || cluster.ingredients.includes(profile.name) || drugs.has(drug),
    );
}

/** The mechanisms that a row names, and for one about a result those that the result is explained by. */
function mechanismsOfRow(
  { row, slots }: ReportedInteraction,
  facts: Facts,
  results: MatchingResults,
): readonly string[] {
  if (slots.length > 1 || row.when === undefined) return row.mechanisms;
  const ofResults = labsIn(row.when)
    .flatMap((id) => facts.index.mechanismsOfLab.get(id) ?? [])
    .map(({ id }) => id)
    .filter((id) => results.ofMechanism(id).length > 0);
  return [...row.mechanisms, ...ofResults];
}

/** A finding that another one tells: kept at `info` beside it, so that nothing is lost. */
export function foldedInto(home: FindingDraft, draft: FindingDraft): FindingDraft {
  return {
    rank: draft.rank,
    asks: null,
    finding: { ...draft.finding, priority: "info", foldedInto: home.finding.id },
    words: retold(draft, ({ reasons }) => ({ reasons: [...reasons, `Told in: ${home.words().title}`] })),
  };
}

/** Whether a pair holds all drugs of a cluster; one with a result of its own (a low sodium) is not told inside a pair about something else. */
function tells({ row, ingredients }: ReportedInteraction, { cluster, results }: ShownCluster): boolean {
  return (
    within(cluster.ingredients, ingredients) && (results.length === 0 || row.mechanisms.includes(cluster.mechanism.id))
  );
}

/** By its severity; a moderate pair whose latest result lies on the other side (a low potassium where the drugs raise it) is told and not alerted to. */
function rowPriority({ row, severity }: ReportedInteraction, results: MatchingResults): Priority {
  return severity === "moderate" && isContradicted(row, results) ? "info" : interactionPriority(severity);
}

function isContradicted({ mechanisms }: ReportedInteraction["row"], results: MatchingResults): boolean {
  return mechanisms.length > 0 && mechanisms.every((id) => results.contraryTo(id));
}

function byLoudnessAndSize(a: ShownCluster, b: ShownCluster): number {
  return (
    priorityRank(a.priority) - priorityRank(b.priority) || b.cluster.ingredients.length - a.cluster.ingredients.length
  );
}

function within(small: readonly string[], large: readonly string[]): boolean {
  return small.every((name) => large.includes(name));
}

function sameMembers(a: SharedMechanism, b: SharedMechanism): boolean {
  return a.ingredients.length === b.ingredients.length && within(a.ingredients, b.ingredients);
}

function rowDraft(
  shown: ReportedInteraction,
  absorbed: readonly ShownCluster[],
  facts: Facts,
  matching: MatchingResults,
): FindingDraft {
  const { row, severity, ingredients } = shown;
  const clusters = absorbed.map(({ cluster }) => cluster);
  const priority = rowPriority(shown, matching);
  const contradicted = severity === "moderate" && isContradicted(row, matching);
  const made = judgedFinding({
    id: `interaction:${row.id}`,
    kind: "interaction",
    priority,
    ingredients: [...ingredients],
    mechanisms: unique([...row.mechanisms, ...clusters.map(({ mechanism }) => mechanism.id)]),
    ruleId: row.ruleId,
  });
  const tell = inWords(() => {
    const drugs = unique(
      shown.slots
        .flat()
        .filter(({ profile }) => ingredients.includes(profile.name))
        .map(({ drug }) => drug.words),
    ).sort(byText);
    const statics = facts.index.statics(row, ingredients);
    return {
      mechanism: row.mechanismText,
      general: [row.effect],
      title: rowTitle(shown),
      reasons: unique([
        drugs.join("; "),
        ...shown.reasons,
        ...unique(absorbed.flatMap(({ results }) => results)),
        row.effect,
        ...clusters.map(
          ({ mechanism, ingredients: members }) => `${capitalised(joinWords(members))} ${mechanism.clusterWords ?? ""}`,
        ),
        `Shown at this level as ${article(severity)} ${severity} interaction${row.verified ? "" : ", not yet verified in a label"}${contradicted ? ", and the latest result lies on the other side" : ""}`,
      ]),
      effects: [...statics.effects],
      against: [
        ...matching.doubtsOf(clusters.map(({ mechanism }) => mechanism.id)),
        ...matching.fitting.texts(
          row.against.filter((statement) => isFor(statement, ingredients)),
          { concern: absorbed.some(({ results }) => results.length > 0) || matching.of(row.mechanisms).length > 0 },
        ),
      ],
      options: [...row.options, ...matching.fitting.texts(row.alternatives)],
      sources: [...statics.sources],
    };
  });
  const asks =
    severity === "minor" || contradicted
      ? null
      : {
          labs: unique([...row.labs, ...clusters.flatMap(({ mechanism }) => mechanism.labs)]),
          reason: () => rowTitle(shown),
          essentials: severity === "moderate" ? 2 : 4,
        };
  return {
    ...(clusters.length > 0 ? { cluster: true as const } : {}),
    finding: made,
    words: tell,
    problems: [row.problem],
    role: (ingredient) => roleInRow(shown, ingredient),
    rank: [severityRank(severity), -ingredients.length],
    asks,
  };
}

/** "above the label's limit with clarithromycin", "major interaction with diltiazem"; of one drug alone what the row is. */
function roleInRow({ severity, ingredients, breached, slots }: ReportedInteraction, ingredient: string): string {
  const others = ingredients.filter((name) => name !== ingredient);
  if (slots.length === 1 || others.length === 0) return `${severity} interaction with a condition or result`;
  const partners = joinWords(others.map(drugName));
  return breached.has(ingredient)
    ? `above the label's limit with ${partners}`
    : `${severity === "contraindicated" ? "contraindicated" : `${severity} interaction`} with ${partners}`;
}

function article(severity: string): string {
  return /^[aeiou]/.test(severity) ? "an" : "a";
}

function sharedMechanismFinding(
  { cluster, priority, because, results, rows, pairs, folded }: ShownCluster,
  matches: readonly ClassMatch[],
  facts: Facts,
  matching: MatchingResults,
): FindingDraft {
  const same = folded.filter((other) => sameMembers(other, cluster));
  const smaller = folded.filter((other) => !sameMembers(other, cluster));
  const mechanisms = [cluster.mechanism, ...same.map((other) => other.mechanism)];
  const words = once(() => joinEndings(mechanisms.map((mechanism) => mechanism.clusterWords ?? "")));
  const all = [cluster, ...folded];
  const made = judgedFinding({
    id: `interaction:additive-${cluster.mechanism.id}`,
    kind: "interaction",
    priority,
    ingredients: [...cluster.ingredients],
    mechanisms: all.map((other) => other.mechanism.id),
    ruleId: `ADD-${cluster.mechanism.id}`,
  });
  const tell = inWords(() => {
    const statics = rows.map((row) => facts.index.statics(row.row, row.ingredients));
    return {
      title: `${formatCount(cluster.ingredients.length, "drug")} that ${words()}${pairsInWords(pairs)}`,
      reasons: [
        drugsInWords(cluster.ingredients, matches),
        ...results,
        ...rows.map(
          (row) =>
            `${rowTitle(row)}${row.severity === "major" ? " (major)" : ""}: ${unique([row.row.effect, ...(row.severity === "major" ? row.reasons : [])]).join(" ")}`,
        ),
        ...smaller.map((other) => `${capitalised(joinWords(other.ingredients))} ${other.mechanism.clusterWords ?? ""}`),
        `Shown at this level for ${because}`,
      ],
      effects: statics.flatMap(({ effects }) => effects),
      against: unique([
        ...matching.doubtsOf(mechanisms.map(({ id }) => id)),
        ...matching.fitting.texts(
          [
            ...mechanisms.flatMap((mechanism) => mechanism.clusterAgainst),
            ...rows.flatMap(({ row, ingredients }) => row.against.filter((statement) => isFor(statement, ingredients))),
          ],
          { concern: results.length > 0 },
        ),
      ]),
      options: unique([
        ...mechanisms.flatMap((mechanism) => mechanism.clusterOptions),
        ...matching.fitting.texts(mechanisms.flatMap((mechanism) => mechanism.clusterOptionsWhen)),
        ...rows.flatMap(({ row }) => [...row.options, ...matching.fitting.texts(row.alternatives)]),
      ]),
      sources: mergeSources([
        ...mechanisms.map((mechanism) => facts.index.references(mechanism.sources)),
        ...statics.map(({ sources }) => sources),
      ]),
    };
  });
  const asks =
    priority === "info"
      ? null
      : {
          labs: unique(
            [...mechanisms, ...smaller.map((other) => other.mechanism)].flatMap((mechanism) => mechanism.labs),
          ),
          reason: () => `${joinWords(cluster.ingredients)} ${words()}`,
          essentials: 2,
        };
  return {
    cluster: true,
    finding: made,
    words: tell,
    role: () => words(),
    rank: [rankOf(results.length, pairs.length), -cluster.ingredients.length],
    asks:
      pairs.length > 0 && asks !== null
        ? { ...asks, labs: unique([...asks.labs, ...pairs.flatMap(({ row }) => row.labs)]), essentials: 3 }
        : asks,
  };
}

/** ", among them spironolactone with trimethoprim (major)". */
function pairsInWords(pairs: readonly ReportedInteraction[]): string {
  const [first] = pairs;
  if (first === undefined) return "";
  const title = rowTitle(first);
  return pairs.length === 1
    ? `, among them ${title.charAt(0).toLowerCase()}${title.slice(1)} (major)`
    : `, with ${formatCount(pairs.length, "major pair").toLowerCase()} among them`;
}

/** "can lower potassium", "can lower magnesium" and "can raise sodium" become one ending. */
function joinEndings(endings: readonly string[]): string {
  const split = endings
    .map((ending) => /^(can \S+) (.*)$/.exec(ending))
    .map((match, at) => ({ verb: match?.[1] ?? "", object: match?.[2] ?? endings[at] ?? "" }));
  const verbs = unique(split.map(({ verb }) => verb));
  return joinWords(
    verbs.map((verb) =>
      `${verb} ${joinWords(split.filter((part) => part.verb === verb).map(({ object }) => object))}`.trim(),
    ),
  );
}

/** The medications that hold these ingredients, as they are taken. */
function drugsInWords(ingredients: readonly string[], matches: readonly ClassMatch[]): string {
  return unique(matches.filter(({ profile }) => ingredients.includes(profile.name)).map(({ drug }) => drug.words))
    .sort(byText)
    .join("; ");
}

/** First what a result speaks for, then what a named pair does. */
function rankOf(results: number, pairs: number): number {
  if (results > 0) return 0;
  return pairs > 0 ? 1 : 2;
}
