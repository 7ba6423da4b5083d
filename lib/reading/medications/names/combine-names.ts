import type { NameGroup, NameHit, Segment } from "@/lib/reading/medications/text/list-parts";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { GENERAL_NAMES } from "@/lib/reading/medications/vocabulary/name-context";
import type { Suggester } from "./suggest-names";
import { dosedNameIn, unreadNameIn } from "./unread-words";
import { EXCHANGE_VERBS } from "@/lib/reading/medications/vocabulary/use-cues";

type Near = Pick<Suggester, "isLikelySlip" | "isCloseSlip">;

const TIES = new Set(["/", "-", "+", "&", "with", "plus", "w", ":"]);
/** Words that go with the name behind them when a line holds two drugs and no separator. */
const LEADING = new Set([
  "a",
  "an",
  "the",
  "generic",
  "baby",
  "iv",
  "im",
  "and",
  "also",
  "plus",
  "then",
  "stop",
  "stopped",
  "hold",
  "held",
  "start",
  "continue",
  "takes",
  "taking",
  "on",
  "off",
  "some",
]);

/**
 * Puts the names of each segment together into medications: a brand beside its generic is one, the parts of a written
 * combination are one, and anything else begins a medication of its own (the segment is cut before it).
 */
export function groupNames(
  tokens: readonly Token[],
  segments: readonly Segment[],
  hits: readonly NameHit[],
  near: Near,
): Segment[] {
  const grouped: Segment[] = [];
  let next = 0;
  for (const segment of segments) {
    const own: NameHit[] = [];
    for (let hit = hits[next]; hit !== undefined && hit.from < segment.to; hit = hits[next]) {
      if (hit.from >= segment.from) own.push(hit);
      next += 1;
    }
    if (segment.header) grouped.push(segment);
    else
      for (const part of cutAtGroups(tokens, segment, groupsOf(tokens, own)))
        if (!joinsPrevious(tokens, grouped.at(-1), part)) grouped.push(...cutAtUnread(tokens, part, near));
  }
  return grouped;
}

/** "cholecalciferol, vitamin D3, (VITAMIN D3) 50 mcg": a bare name before a comma, and the same drug behind it with its dose. */
function joinsPrevious(tokens: readonly Token[], previous: Segment | undefined, part: Segment): boolean {
  const [before, after] = [previous?.groups[0], part.groups[0]];
  if (
    previous === undefined ||
    before === undefined ||
    after === undefined ||
    previous.line !== part.line ||
    previous.sentence !== part.sentence
  )
    return false;
  if (
    tokens[previous.to - 1]?.text !== "," ||
    before.to !== previous.to - 1 ||
    previous.content !== before.from ||
    before.hits.length >= MOST_NAMES
  )
    return false;
  const opens = after.from === part.from || (tokens[part.from]?.text === "(" && after.from === part.from + 1);
  if (!opens || !after.hits.every((hit) => equalIngredients(before.hits, hit))) return false;
  before.hits.push(...after.hits);
  before.to = after.to;
  previous.to = part.to;
  return true;
}

function equalIngredients(hits: readonly NameHit[], hit: NameHit): boolean {
  const names = ingredientNames(hit);
  return hits.every((other) => {
    const held = ingredientNames(other);
    return held.size === names.size && [...held].every((name) => names.has(name));
  });
}

/** More names than any product has; bounds the work where one name is repeated without end. */
const MOST_NAMES = 24;

function groupsOf(tokens: readonly Token[], hits: readonly NameHit[]): NameGroup[] {
  const groups: NameGroup[] = [];
  for (const hit of hits) {
    const group = groups.at(-1);
    if (group === undefined || group.hits.length >= MOST_NAMES) {
      groups.push({ from: hit.from, to: hit.to, hits: [hit], combined: false });
    } else if (exchangedFor(tokens, group, hit) || keptApart(tokens, group, hit)) {
      groups.push({ from: hit.from, to: hit.to, hits: [hit], combined: false });
    } else if (isTie(tokens, group.to, hit.from)) {
      group.combined ||= !sameMedication(group.hits, hit);
      group.hits.push(hit);
      group.to = hit.to;
    } else if (sameMedication(group.hits, hit) && !dosedNameIn(tokens, group.to, hit.from)) {
      group.hits.push(hit);
      group.to = hit.to;
    } else groups.push({ from: hit.from, to: hit.to, hits: [hit], combined: false });
  }
  return groups;
}

/** "Replaced HCTZ with chlorthalidone", "metformin switched to Janumet": one drug for another, not one beside the other. */
function exchangedFor(tokens: readonly Token[], group: NameGroup, hit: NameHit): boolean {
  for (let at = group.to; at < hit.from; at += 1) if (EXCHANGE_VERBS.has(tokens[at]?.text ?? "")) return true;
  const tie = tokens[hit.from - 1]?.text;
  return (
    (tie === "with" || tie === "to") &&
    (EXCHANGE_VERBS.has(tokens[group.from - 1]?.text ?? "") || EXCHANGE_VERBS.has(tokens[group.from - 2]?.text ?? ""))
  );
}

const REFUSED = new Set(["not", "avoid", "never", "cannot", "cant", "dont", "unable"]);
/** How far before two names a refusal may stand: "do not take", "not to be used". */
const REFUSED_WITHIN = 5;

/** "Do not take simvastatin with clarithromycin": two drugs that are kept apart, and no combination. */
function keptApart(tokens: readonly Token[], group: NameGroup, hit: NameHit): boolean {
  if (!["with", "w"].includes(tokens[hit.from - 1]?.text ?? "")) return false;
  for (let back = 1; back <= REFUSED_WITHIN; back += 1)
    if (REFUSED.has(tokens[group.from - back]?.text ?? "")) return true;
  return false;
}

const HCT = new Set(["hct", "hctz"]);

/** Only a slash, hyphen, plus, "with" or the strength of the first part stands between two names. */
function isTie(tokens: readonly Token[], from: number, to: number): boolean {
  // "Avapro HCT": right behind a name it is the combination.
  if (from === to && HCT.has(tokens[to]?.text ?? "")) return true;
  let ties = 0;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (TIES.has(token.text)) {
      if (token.text === "-" && token.gap && tokens[at + 1]?.gap === true) return false;
      ties += 1;
    } else if (!(token.kind === "number" || STRENGTH_WORDS.has(token.text))) return false;
  }
  return ties > 0 && (to - from === 1 || lastTie(tokens, from, to));
}

/** In "A 10 MG / B 25 MG" and "calcium 600 + D" the tie stands right before the second name. */
function lastTie(tokens: readonly Token[], from: number, to: number): boolean {
  const last = tokens[to - 1];
  return last !== undefined && TIES.has(last.text);
}

const STRENGTH_WORDS = new Set([
  "mg",
  "mcg",
  "g",
  "ml",
  "l",
  "unt",
  "units",
  "unit",
  "meq",
  "%",
  "actuat",
  "hr",
  "iu",
  "microgram",
  "micrograms",
  ".",
  "®",
  "x",
]);

function ingredientNames(hit: NameHit): ReadonlySet<string> {
  return new Set(hit.entries.flatMap((entry) => entry.ingredients.map((ingredient) => ingredient.name)));
}

/** One name's ingredients hold the other's: "HCTZ (hydrochlorothiazide)", "NovoLog insulin", "Percocet (oxycodone)". */
function sameMedication(hits: readonly NameHit[], hit: NameHit): boolean {
  const added = ingredientNames(hit);
  const held = new Set(hits.flatMap((other) => [...ingredientNames(other)]));
  const insulin = (names: ReadonlySet<string>): boolean => [...names].every((name) => name.startsWith("insulin"));
  if (insulin(added) && insulin(held)) return added.has("insulin") || held.has("insulin") || overlaps(added, held);
  return [...added].every((name) => held.has(name)) || [...held].every((name) => added.has(name));
}

function overlaps(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((name) => b.has(name));
}

function cutAtGroups(tokens: readonly Token[], segment: Segment, groups: NameGroup[]): Segment[] {
  if (groups.length <= 1) return [{ ...segment, groups }];
  const parts: Segment[] = [];
  let from = segment.from;
  groups.forEach((group, index) => {
    const following = groups[index + 1];
    const to = following === undefined ? segment.to : cutBefore(tokens, group.to, following.from);
    parts.push({ ...segment, from, to, content: Math.max(from, segment.content), groups: [group] });
    from = to;
  });
  return parts;
}

/** "ramipril 5 mg od bendroflumethiazde 2.5 mg od": a name that was not read begins an item of its own. */
function cutAtUnread(tokens: readonly Token[], part: Segment, near: Near): Segment[] {
  const group = part.groups[0];
  const at = group === undefined ? null : unreadNameIn(tokens, restOf(group), part.to, near);
  if (at === null) return [part];
  return [
    { ...part, to: at },
    { ...part, from: at, content: at, groups: [], unread: true },
  ];
}

/** Behind a name that only says the sort ("insulin glulisne") the next word is the rest of the name. */
function restOf(group: NameGroup): number {
  const [only, ...more] = group.hits.at(-1)?.entries[0]?.ingredients ?? [];
  return more.length === 0 && GENERAL_NAMES.has(only?.name ?? "") ? group.to + 1 : group.to;
}

function cutBefore(tokens: readonly Token[], from: number, name: number): number {
  let at = name;
  while (at - 1 > from && LEADING.has(tokens[at - 1]?.text ?? "")) at -= 1;
  return at - 1 > from && tokens[at - 1]?.text === "(" ? at - 1 : at;
}
