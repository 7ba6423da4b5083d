import UFuzzy from "@leeoniya/ufuzzy";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { drugNames, type DrugNameEntry } from "@/lib/terminology/drugs/drug-names";
import { icd10cm } from "@/lib/terminology/icd10cm/icd10cm";
import { nameKey } from "@/lib/terminology/drugs/name-key";
import { nearNames } from "@/lib/terminology/spelling/near-names";
import { readMedications } from "@/lib/reading/medications/read-medications";
import { quietest } from "./child";
import { perSecond, table, timed } from "./measure";
import { misspellings, ownLines, type Misspelling } from "./samples";

/** Names best first, at least five where there are five. */
type Search = (word: string) => readonly DrugNameEntry[];

/** Each library over the same names: speed, accuracy, cost of the index. The ingredients decide whether a name is right. */
export function spellingTable(milliseconds = 1500): string {
  const fresh = quietest("loading-child.ts", 3);
  const names = drugNames();
  const entries = [...names.keys()].flatMap((key) => names.lookup(key).slice(0, 1));
  const sets = misspellings();
  const all = sets.flatMap((set) => set.words);
  const libraries: [string, () => Search][] = [
    ["CrampCheck nearNames", () => ownSearch],
    ["MiniSearch 7.2", () => miniSearch(entries)],
    ["Fuse.js 7.5", () => fuseSearch(entries)],
    ["uFuzzy 1.0", () => uFuzzySearch(entries)],
  ];
  const rows = libraries.map(([label, build]) => {
    const built = timed(() => {
      const search = build();
      search("warmup");
      return search;
    });
    const speed = perSecond(
      all.map((word) => word.written),
      built.value,
      milliseconds,
    );
    const accuracy = sets.flatMap(({ words }) => {
      const found = words.map((word) => ({ word, hits: built.value(word.written) }));
      return [1, 5].map((first) => share(found, ({ word, hits }) => isAmong(word, hits.slice(0, first))).toFixed(3));
    });
    const own = built.value === ownSearch;
    const [ms, mb] = own
      ? [fresh[`${OWN_INDEX}|ms`] ?? 0, fresh[`${OWN_INDEX}|MB`] ?? 0]
      : [built.milliseconds, built.megabytes];
    return { label, speed, cells: [...accuracy, ms.toFixed(0), mb.toFixed(0)] };
  });
  const own = rows[0]?.speed ?? 0;
  return table(
    [
      "library",
      "lookups/s",
      "ours is ×",
      ...sets.flatMap(({ source, words }) => [`top-1 ${source} (${words.length})`, "top-5"]),
      "index ms",
      "MB",
    ],
    rows.map(({ label, speed, cells }) => [label, speed.toFixed(0), (own / speed).toFixed(1), ...cells]),
  );
}

function share<T>(items: readonly T[], isRight: (item: T) => boolean): number {
  return items.filter(isRight).length / Math.max(1, items.length);
}

function isAmong({ meant }: Misspelling, found: readonly DrugNameEntry[]): boolean {
  const wanted = drugNames().lookup(nameKey(meant));
  return found.some(
    (entry) =>
      nameKey(entry.name) === nameKey(meant) ||
      wanted.some((one) => sameIngredients(one, entry)) ||
      contains(entry, wanted),
  );
}

/** The samples name the ingredient where a brand was meant ("percoset" → oxycodone): a product with it counts, for every library. */
function contains(entry: DrugNameEntry, wanted: readonly DrugNameEntry[]): boolean {
  return wanted.some(
    (one) =>
      one.kind === "ingredient" &&
      one.ingredients.length === 1 &&
      entry.ingredients.includes(one.ingredients[0] ?? entry.ingredients[0] ?? { rxcui: null, name: "" }),
  );
}

function sameIngredients(a: DrugNameEntry, b: DrugNameEntry): boolean {
  return a.ingredients.length === b.ingredients.length && a.ingredients.every((one) => b.ingredients.includes(one));
}

/** Ours is made once in a process and would cost nothing here: its figures come from fresh processes. */
const OWN_INDEX = "spelling index, first suggestion";
const ownSearch: Search = (word) => nearNames(word).map((near) => near.entry);

function miniSearch(entries: readonly DrugNameEntry[]): Search {
  const index = new MiniSearch<{ id: number; name: string }>({ fields: ["name"] });
  index.addAll(entries.map((entry, id) => ({ id, name: entry.name })));
  return (word) =>
    index
      .search(word, { fuzzy: 0.3, prefix: true })
      .slice(0, 5)
      .flatMap((hit) => entries[Number(hit.id)] ?? []);
}

function fuseSearch(entries: readonly DrugNameEntry[]): Search {
  const index = new Fuse(entries, { keys: ["name"], threshold: 0.4, ignoreLocation: false });
  return (word) => index.search(word, { limit: 5 }).map((hit) => hit.item);
}

function uFuzzySearch(entries: readonly DrugNameEntry[]): Search {
  const fuzzy = new UFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
  const haystack = entries.map((entry) => entry.name.toLowerCase());
  return (word) => {
    const [found, info, order] = fuzzy.search(haystack, word.toLowerCase());
    const best = info !== null && order !== null ? order.map((at) => info.idx[at] ?? -1) : (found ?? []);
    return best.slice(0, 5).flatMap((at) => entries[at] ?? []);
  };
}

/** Our exact path against splitting on white space and looking each token up in a plain Map of the same names. */
export function exactTable(milliseconds = 1500): string {
  const names = drugNames();
  const plain = new Map([...names.keys()].map((key) => [key, names.lookup(key)]));
  const lines = [...names.keys()]
    .filter((_, at) => at % 40 === 0)
    .flatMap((key) => names.lookup(key).slice(0, 1))
    .map((entry) => `${entry.name} 40 mg tablet take 1 by mouth daily`);
  let hits = 0;
  const bare = perSecond(
    lines,
    (line) => {
      for (const token of line.split(/\s+/)) if (plain.has(token)) hits += 1;
    },
    milliseconds,
  );
  const own = perSecond(
    lines,
    (line) => {
      for (const token of line.split(/\s+/)) if (names.lookup(nameKey(token)).length > 0) hits += 1;
    },
    milliseconds,
  );
  return (
    table(
      ["exact path", "lines/s", "slower ×"],
      [
        ["split and Map", bare.toFixed(0), "1.0"],
        ["nameKey and lookup", own.toFixed(0), (bare / own).toFixed(2)],
      ],
    ) + (hits < 0 ? " " : "")
  );
}

/** The whole reading of a list, with strength, directions, use and suggestions, beside the bare pass: for information. */
export function readingTable(milliseconds = 1500): string {
  const plain = new Set(drugNames().keys());
  const lines = ownLines();
  let hits = 0;
  const bare = perSecond(
    lines,
    (line) => {
      for (const token of line.split(/\s+/)) if (plain.has(token)) hits += 1;
    },
    milliseconds,
  );
  const whole = perSecond(
    lines,
    (line) => {
      hits += readMedications(line, { asOf: "2026-11-22", jurisdiction: "US" }).length;
    },
    milliseconds,
  );
  return (
    table(
      ["reading", "lines/s", "50 lines, ms"],
      [
        ["split and Set", bare.toFixed(0), (50000 / bare).toFixed(2)],
        ["readMedications", whole.toFixed(0), (50000 / whole).toFixed(1)],
      ],
    ) + (hits < 0 ? " " : "")
  );
}

const CONDITION_QUERIES = [
  "diab kidn",
  "type 2 diabetes",
  "hypokalaemia",
  "night cramps",
  "heart failure",
  "unspecified fracture",
  "e",
  "G47.62",
  "chronic kidney disease stage 3",
  "initial encounter fracture left",
  "unsp",
];

/** ICD-10-CM search over all codes: milliseconds a query, after the first. */
export function conditionTable(): string {
  const codes = icd10cm();
  for (const query of CONDITION_QUERIES) codes.search(query);
  const rows = CONDITION_QUERIES.map((query) => {
    const times = Array.from({ length: 30 }, () => timed(() => codes.search(query)).milliseconds).sort((a, b) => a - b);
    return [query, (times[15] ?? 0).toFixed(2), (times[29] ?? 0).toFixed(2)];
  });
  return table(["ICD-10-CM search", "median ms", "worst ms"], rows);
}
