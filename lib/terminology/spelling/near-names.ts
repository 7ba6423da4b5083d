import { deletionIndex, type DeletionIndex } from "./deletion-index";
import { drugNames, type DrugNameEntry } from "@/lib/terminology/drugs/drug-names";
import { distanceFrom, LONGEST_WORD } from "./edit-distance";
import { nameKey } from "@/lib/terminology/drugs/name-key";
import { namePrior } from "./name-prior";
import { readTable } from "@/lib/terminology/read-table";
import { slipCost } from "./slip-cost";
import { soundHash, soundKey } from "./sound-key";
import { hasStrength } from "@/lib/terminology/drugs/strengths";
import { lookAlikesOf } from "@/lib/terminology/drugs/tall-man";

/** A name that may have been meant: offered, never applied. */
export type NearName = {
  entry: DrugNameEntry;
  /** Letters that differ: inserted, left out, replaced, or two neighbours swapped. For a beginning, the letters missing. */
  distance: number;
  /** Higher is likelier; comparable within one lookup only. */
  score: number;
  /** What speaks for it, in words. */
  why: string;
};

export type NearNameOptions = { limit?: number; strength?: string | null; form?: string | null };

const SHORTEST = 3;
/** How much a frequent drug may overtake one that is spelt more nearly. */
const PRIOR_WEIGHT = 0.9;
const OTHER_FIRST_LETTER = 0.35;
const STRENGTH_BONUS = 0.35;
const NO_SUCH_STRENGTH = -0.15;
const BEGINNING_COST = 1.25;
const MOST_LOOK_ALIKES = 12;
/** A drug that is listed as confused with the first hit and could be read in the same letters stands directly beside it. */
const BESIDE_REACH = 4;
const MOST_BESIDE = 2;
const SOUND_REACH = 5;
const SOUND_BUCKETS = 65_521;
const ENOUGH = 12;
/** Candidates that are spelt less nearly than these cannot be carried to the front by their frequency. */
const MOST_SCORED = 60;

type Index = {
  keys: readonly string[];
  sorted: readonly string[];
  letters: DeletionIndex;
  sounds: SoundIndex;
  plain: ReadonlySet<string>;
};
/** Positions of the keys that may sound alike: the last one of each bucket of sounds, and for each the one before it (-1: none). */
type SoundIndex = { last: Int32Array; before: Int32Array };
type Candidate = { key: string; distance: number; cost: number; why: string };

let loaded: Index | null = null;

/**
 * The drug names that someone may have meant by `text`, best first: spelt, sounding or beginning nearly so. One entry for each
 * set of ingredients. Names known to be confused with the first hit stand beside it where they are spelt nearly so, others behind, even beyond `limit` (5). Empty for ordinary
 * words and for what is near to nothing. `strength` ("40 mg") counts for candidates that are sold in it.
 */
export function nearNames(text: string, options: NearNameOptions = {}): NearName[] {
  const word = nameKey(text);
  loaded ??= load();
  if (word.length < SHORTEST || word.length > LONGEST_WORD || !/^[a-z0-9]*$/.test(word) || loaded.plain.has(word))
    return [];
  const limit = options.limit ?? 5;
  const shown = distinct(scored(spelt(word, loaded).concat(beginning(word, loaded)), options), limit);
  const alike = lookAlikes(word, shown.slice(0, 2), shown);
  const beside = alike.filter((one) => one.of === shown[0] && one.name.distance <= BESIDE_REACH).slice(0, MOST_BESIDE);
  const behind = alike.filter((one) => !beside.includes(one)).map((one) => one.name);
  return [
    ...shown.slice(0, 1),
    ...beside.map((one) => ({ ...one.name, score: one.of.score })),
    ...shown.slice(1),
    ...behind,
  ];
}

/** Names within reach by letters or by sound. Short words leave less room for slips. */
function spelt(word: string, index: Index): Candidate[] {
  const reach = 1 + Number(word.length > 4) + Number(word.length > 7);
  const byDistance: string[][] = Array.from({ length: reach + 1 }, () => []);
  const bySound: Candidate[] = [];
  const measure = distanceFrom(word);
  index.letters.candidates(word, (position) => {
    const key = index.keys[position] ?? "";
    const distance = measure.to(key, reach);
    if (distance <= reach) byDistance[distance]?.push(key);
  });
  const sound = soundKey(word);
  if (sound.length >= 3) {
    for (
      let position = index.sounds.last[bucketOf(word)] ?? -1;
      position >= 0;
      position = index.sounds.before[position] ?? -1
    ) {
      const key = index.keys[position] ?? "";
      const distance = measure.to(key, SOUND_REACH);
      if (distance > reach && distance <= Math.min(SOUND_REACH, 1 + word.length / 2) && soundKey(key) === sound)
        bySound.push({ ...candidate(word, key, distance), why: "sounds alike" });
    }
  }
  measure.done();
  return nearest(byDistance)
    .map(({ key, distance }) => candidate(word, key, distance))
    .concat(bySound);
}

/** The nearest and the next nearest, and farther ones only while there are few: they could not come to the front. */
function nearest(byDistance: readonly (readonly string[])[]): { key: string; distance: number }[] {
  const kept: { key: string; distance: number }[] = [];
  const least = byDistance.findIndex((keys) => keys.length > 0);
  byDistance.forEach((keys, distance) => {
    if (distance > least + 1 && kept.length >= ENOUGH) return;
    for (const key of keys) kept.push({ key, distance });
  });
  return kept;
}

function candidate(word: string, key: string, distance: number): Candidate {
  const first =
    word[0] === key[0] || soundKey(word.slice(0, 2))[0] === soundKey(key.slice(0, 2))[0] ? 0 : OTHER_FIRST_LETTER;
  return { key, distance, cost: distance === 0 ? -1 : slipCost(word, key) + first, why: letters(distance) };
}

function letters(distance: number): string {
  if (distance === 0) return "this spelling";
  return distance === 1
    ? "one letter differs"
    : `${["no", "one", "two", "three", "four", "five"][distance] ?? String(distance)} letters differ`;
}

/** Names that begin with the word: what is typed so far, or a name cut short. */
function beginning(word: string, index: Index): Candidate[] {
  const found: Candidate[] = [];
  if (word.length < 4) return found;
  for (let at = firstAtLeast(index.sorted, word); at < index.sorted.length && found.length < 60; at += 1) {
    const key = index.sorted[at] ?? "";
    if (!key.startsWith(word)) break;
    if (key.length > word.length)
      found.push({
        key,
        distance: key.length - word.length,
        cost: BEGINNING_COST + 0.03 * (key.length - word.length),
        why: "begins so",
      });
  }
  return found;
}

function firstAtLeast(sorted: readonly string[], word: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function scored(candidates: readonly Candidate[], options: NearNameOptions): NearName[] {
  const names = drugNames();
  const nearest =
    candidates.length <= MOST_SCORED
      ? candidates
      : [...candidates].sort((a, b) => a.cost - b.cost).slice(0, MOST_SCORED);
  const hits = nearest.flatMap(({ key, distance, cost, why }) =>
    names.lookup(key).map((entry) => {
      const sold = options.strength ? hasStrength(entry.ingredients, options.strength) : null;
      const known = sold === true ? STRENGTH_BONUS : NO_SUCH_STRENGTH;
      const bonus = sold === null ? 0 : known;
      return {
        entry,
        distance,
        score: PRIOR_WEIGHT * namePrior(entry) - cost + bonus,
        why: sold === true ? `${why}; ${options.strength ?? ""} exists for it` : why,
      };
    }),
  );
  return hits.sort((a, b) => b.score - a.score || a.distance - b.distance || (a.entry.name < b.entry.name ? -1 : 1));
}

/** The best name of each set of ingredients. */
function distinct(hits: readonly NearName[], limit: number): NearName[] {
  const kept: NearName[] = [];
  for (const hit of hits) {
    if (kept.length >= limit) break;
    if (!kept.some((other) => sameIngredients(other.entry, hit.entry))) kept.push(hit);
  }
  return kept;
}

function sameIngredients(a: DrugNameEntry, b: DrugNameEntry): boolean {
  return a.ingredients.length === b.ingredients.length && a.ingredients.every((one) => b.ingredients.includes(one));
}

/** What the first hits have been confused with and is not yet among them, the most similarly spelt first. */
function lookAlikes(
  word: string,
  hits: readonly NearName[],
  shown: readonly NearName[],
): { of: NearName; name: NearName }[] {
  const names = drugNames();
  const listed = new Set(shown.map((hit) => hit.entry.name.toLowerCase()));
  const found: { of: NearName; name: NearName }[] = [];
  for (const hit of hits) {
    const partners = [
      ...lookAlikesOf(hit.entry.name),
      ...hit.entry.ingredients.flatMap((one) => lookAlikesOf(one.name)),
    ];
    const measure = distanceFrom(word);
    const measured = partners.map((partner) => ({ partner, distance: measure.to(nameKey(partner), LONGEST_WORD) }));
    measure.done();
    measured.sort((a, b) => a.distance - b.distance || (a.partner < b.partner ? -1 : 1));
    for (const { partner, distance } of measured.slice(0, MOST_LOOK_ALIKES)) {
      const entry = names.lookup(nameKey(partner))[0];
      if (entry === undefined || listed.has(entry.name.toLowerCase())) continue;
      listed.add(entry.name.toLowerCase());
      found.push({
        of: hit,
        name: { entry, distance, score: hit.score - 5, why: `has been confused with ${hit.entry.name}` },
      });
    }
  }
  return found;
}

function load(): Index {
  const keys = [...drugNames().keys()].filter(
    (key) => key.length >= 4 && key.length <= LONGEST_WORD && /^[a-z0-9]+$/.test(key),
  );
  return {
    keys,
    sorted: [...keys].sort(),
    letters: deletionIndex(keys),
    sounds: soundIndex(keys),
    plain: new Set(readTable("curated/plain-words.tsv").map(([word = ""]) => word)),
  };
}

function soundIndex(keys: readonly string[]): SoundIndex {
  const last = new Int32Array(SOUND_BUCKETS).fill(-1);
  const before = new Int32Array(keys.length);
  keys.forEach((key, position) => {
    const bucket = bucketOf(key);
    before[position] = last[bucket] ?? -1;
    last[bucket] = position;
  });
  return { last, before };
}

function bucketOf(key: string): number {
  return soundHash(key) % SOUND_BUCKETS;
}
