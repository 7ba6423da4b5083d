import type { Finding } from "@/lib/domain/review";
import type { Priority } from "@/lib/domain/vocabulary";
import { clustersOf, type Cluster } from "./clusters";
import { finding, loudness, mergeSources, type Draft } from "./draft";
import type { Facts } from "./facts";
import { severityRank } from "./interaction-rows";
import type { ShownRow } from "./interactions";
import type { ClassMatch } from "./match-class";
import type { MatchingResults } from "./matching-results";
import { clusterPriority, interactionPriority } from "./priority";
import { rowTitle } from "./row-title";
import { byText, capitalised, countInWords, joinWords, unique } from "./wording";

/** A cluster on its way to a finding: what joined it and what it took in. */
interface ShownCluster {
  readonly cluster: Cluster;
  readonly priority: Priority;
  readonly because: string;
  readonly results: readonly string[];
  readonly rows: ShownRow[];
  readonly folded: Cluster[];
}

/**
 * Findings about drugs together: rows of the content, and one for each mechanism that two or more drugs share. A moderate or
 * minor row inside a cluster of its mechanism becomes part of it; a cluster whose drugs all stand in a louder finding becomes
 * part of that. So there is one finding for a cause and not one for a pair.
 */
export function judgeInteractions(rows: readonly ShownRow[], matches: readonly ClassMatch[], facts: Facts, results: MatchingResults): Draft[] {
  const clusters = clustersOf(matches, facts.index).map((cluster) => showCluster(cluster, results));
  const own = rows.filter((row) => !joinsCluster(row, clusters));
  const absorbed = new Map<ShownRow, ShownCluster[]>();
  const shown: ShownCluster[] = [];
  for (const candidate of [...clusters].sort(byLoudnessAndSize)) {
    const row = own.find((other) => other.slots.length > 1 && within(candidate.cluster.ingredients, other.ingredients) && loudness(interactionPriority(other.severity)) <= loudness(candidate.priority));
    const bigger = shown.find((other) => within(candidate.cluster.ingredients, other.cluster.ingredients) && (candidate.results.length === 0 || sameMembers(candidate.cluster, other.cluster)));
    if (row !== undefined) absorbed.set(row, [...(absorbed.get(row) ?? []), candidate]);
    else if (bigger !== undefined) {
      bigger.folded.push(candidate.cluster);
      bigger.rows.push(...candidate.rows);
    } else shown.push(candidate);
  }
  return [...own.map((row) => rowDraft(row, absorbed.get(row) ?? [], facts)), ...shown.map((cluster) => clusterDraft(cluster, matches, facts))];
}

function showCluster(cluster: Cluster, results: MatchingResults): ShownCluster {
  const matching = results.ofMechanism(cluster.mechanism.id);
  const { priority, because } = clusterPriority({ matchingResult: matching.length > 0, contraryResult: results.contraryTo(cluster.mechanism.id), labelOnlyAlone: cluster.labelOnlyAlone });
  return { cluster, priority, because, results: matching, rows: [], folded: [] };
}

/** Puts a moderate or minor row into the cluster of its mechanism that holds all its drugs. */
function joinsCluster(row: ShownRow, clusters: readonly ShownCluster[]): boolean {
  if (severityRank(row.severity) < severityRank("moderate")) return false;
  const home = clusters.find(({ cluster, priority }) => row.row.mechanisms.includes(cluster.mechanism.id) && within(row.ingredients, cluster.ingredients) && loudness(priority) <= loudness(interactionPriority(row.severity)));
  home?.rows.push(row);
  return home !== undefined;
}

function byLoudnessAndSize(a: ShownCluster, b: ShownCluster): number {
  return loudness(a.priority) - loudness(b.priority) || b.cluster.ingredients.length - a.cluster.ingredients.length;
}

function within(small: readonly string[], large: readonly string[]): boolean {
  return small.every((name) => large.includes(name));
}

function sameMembers(a: Cluster, b: Cluster): boolean {
  return a.ingredients.length === b.ingredients.length && within(a.ingredients, b.ingredients);
}

function rowDraft(shown: ShownRow, absorbed: readonly ShownCluster[], facts: Facts): Draft {
  const { row, severity, ingredients } = shown;
  const clusters = absorbed.map(({ cluster }) => cluster);
  const priority = interactionPriority(severity);
  const drugs = unique(shown.slots.flat().filter(({ profile }) => ingredients.includes(profile.name)).map(({ drug }) => drug.words)).sort(byText);
  const statics = facts.index.statics(row);
  const given: Finding = finding({
    id: `interaction:${row.id}`,
    kind: "interaction",
    priority,
    title: rowTitle(shown),
    ingredients: [...ingredients],
    mechanisms: unique([...row.mechanisms, ...clusters.map(({ mechanism }) => mechanism.id)]),
    reasons: [
      drugs.join("; "),
      ...shown.reasons,
      ...unique(absorbed.flatMap(({ results }) => results)),
      row.effect,
      ...clusters.map(({ mechanism, ingredients: members }) => `${capitalised(joinWords(members))} ${mechanism.clusterWords ?? ""}`),
      `Shown at this level as ${article(severity)} ${severity} interaction${row.verified ? "" : ", not yet verified in a label"}`,
    ],
    effects: [...statics.effects],
    against: row.against.map((statement) => statement.text),
    options: [...row.options],
    sources: [...statics.sources],
    ruleId: row.ruleId,
  });
  const asks = severity === "minor" ? null : { labs: unique([...row.labs, ...clusters.flatMap(({ mechanism }) => mechanism.labs)]), reason: rowTitle(shown), essentials: severity === "moderate" ? 2 : 4 };
  return { finding: given, rank: [severityRank(severity), -ingredients.length], asks };
}

function article(severity: string): string {
  return /^[aeiou]/.test(severity) ? "an" : "a";
}

function clusterDraft({ cluster, priority, because, results, rows, folded }: ShownCluster, matches: readonly ClassMatch[], facts: Facts): Draft {
  const same = folded.filter((other) => sameMembers(other, cluster));
  const smaller = folded.filter((other) => !sameMembers(other, cluster));
  const mechanisms = [cluster.mechanism, ...same.map((other) => other.mechanism)];
  const words = joinEndings(mechanisms.map((mechanism) => mechanism.clusterWords ?? ""));
  const statics = rows.map((row) => facts.index.statics(row.row));
  const all = [cluster, ...folded];
  const given = finding({
    id: `interaction:additive-${cluster.mechanism.id}`,
    kind: "interaction",
    priority,
    title: `${countInWords(cluster.ingredients.length, "drug")} that ${words}`,
    ingredients: [...cluster.ingredients],
    mechanisms: all.map((other) => other.mechanism.id),
    reasons: [
      drugsInWords(cluster.ingredients, matches),
      ...results,
      ...rows.map((row) => `${rowTitle(row)}: ${row.row.effect}`),
      ...smaller.map((other) => `${capitalised(joinWords(other.ingredients))} ${other.mechanism.clusterWords ?? ""}`),
      `Shown at this level for ${because}`,
    ],
    effects: statics.flatMap(({ effects }) => effects),
    against: unique([...mechanisms.flatMap((mechanism) => mechanism.clusterAgainst.map(({ text }) => text)), ...rows.flatMap(({ row }) => row.against.map(({ text }) => text))]),
    options: unique([...mechanisms.flatMap((mechanism) => mechanism.clusterOptions), ...rows.flatMap(({ row }) => row.options)]),
    sources: mergeSources([...mechanisms.map((mechanism) => facts.index.references(mechanism.sources)), ...statics.map(({ sources }) => sources)]),
    ruleId: `ADD-${cluster.mechanism.id}`,
  });
  const asks = priority === "info" ? null : { labs: unique([...mechanisms, ...smaller.map((other) => other.mechanism)].flatMap((mechanism) => mechanism.labs)), reason: `${joinWords(cluster.ingredients)} ${words}`, essentials: 2 };
  return { finding: given, rank: [results.length > 0 ? 0 : 2, -cluster.ingredients.length], asks };
}

/** "can lower potassium", "can lower magnesium" and "can raise sodium" become one ending. */
function joinEndings(endings: readonly string[]): string {
  const split = endings.map((ending) => /^(can \S+) (.*)$/.exec(ending)).map((match, at) => ({ verb: match?.[1] ?? "", object: match?.[2] ?? endings[at] ?? "" }));
  const verbs = unique(split.map(({ verb }) => verb));
  return joinWords(verbs.map((verb) => `${verb} ${joinWords(split.filter((part) => part.verb === verb).map(({ object }) => object))}`.trim()));
}

/** The medications that hold these ingredients, as they are taken. */
function drugsInWords(ingredients: readonly string[], matches: readonly ClassMatch[]): string {
  return unique(matches.filter(({ profile }) => ingredients.includes(profile.name)).map(({ drug }) => drug.words)).sort(byText).join("; ");
}
