import { drugNames, type DrugNameEntry } from "@/lib/terminology/drugs/drug-names";
import type { NameHit } from "@/lib/reading/medications/text/list-parts";
import type { Token } from "@/lib/reading/medications/text/tokens";
import { DOSE_UNITS, LABORATORY_PER } from "@/lib/reading/medications/vocabulary/units";

/** Chemical symbols in real use for supplements, with the least amount that is a dose and no result of a test, for each unit. */
const SYMBOLS: ReadonlyMap<string, { element: string; least: ReadonlyMap<string, number> }> = new Map([
  [
    "k",
    {
      element: "potassium",
      least: new Map([
        ["mEq", 8],
        ["mmol", 8],
        ["mg", 90],
      ]),
    },
  ],
  [
    "mg",
    {
      element: "magnesium",
      least: new Map([
        ["mg", 50],
        ["g", 1],
        ["mmol", 4],
        ["mEq", 4],
      ]),
    },
  ],
  [
    "ca",
    {
      element: "calcium",
      least: new Map([
        ["mg", 100],
        ["g", 1],
        ["mmol", 10],
      ]),
    },
  ],
  ["zn", { element: "zinc", least: new Map([["mg", 10]]) }],
  ["fe", { element: "iron", least: new Map([["mg", 15]]) }],
]);
/** Symbols that stand only before the other half of a salt ("Na bicarb", "Li carbonate"). */
const IN_SALTS: ReadonlyMap<string, string> = new Map([
  ...[...SYMBOLS].map(([symbol, { element }]) => [symbol, element] as const),
  ["na", "sodium"],
  ["li", "lithium"],
  ["al", "aluminum"],
]);

/**
 * "K 20 mEq daily", "Mg 400 mg": at the head of an item a symbol with a dose is the supplement, as a question for the clinician.
 * "Mg oxide", "Ca citrate": a symbol before the other half of a salt is that salt.
 */
export function withElementSymbols(tokens: readonly Token[], hits: readonly NameHit[]): NameHit[] {
  const all = [...hits];
  const taken = new Set(
    hits.flatMap((hit) => Array.from({ length: hit.to - hit.from }, (_, index) => hit.from + index)),
  );
  for (let at = 0; at < tokens.length; at += 1) {
    if (taken.has(at) || tokens[at]?.kind !== "word" || !IN_SALTS.has(tokens[at]?.text ?? "")) continue;
    const hit = saltAt(tokens, at) ?? dosedAt(tokens, at);
    if (hit !== null && !taken.has(hit.to - 1)) all.push(hit);
  }
  return all.length === hits.length ? all : all.sort((a, b) => a.from - b.from);
}

function saltAt(tokens: readonly Token[], at: number): NameHit | null {
  const element = IN_SALTS.get(tokens[at]?.text ?? "") ?? "";
  const other = tokens[at + 1];
  if (other?.kind !== "word" || !other.gap || other.text.length < 4 || tokens[at - 1]?.kind === "number") return null;
  const entries = drugNames().lookup(element + other.text);
  return entries.length === 0 ? null : { from: at, to: at + 2, entries, everyday: false };
}

function dosedAt(tokens: readonly Token[], at: number): NameHit | null {
  const symbol = SYMBOLS.get(tokens[at]?.text ?? "");
  const [number, unit] = [tokens[at + 1], tokens[at + 2]];
  if (symbol === undefined || number?.kind !== "number" || unit === undefined || !opensItem(tokens, at)) return null;
  const least = symbol.least.get(DOSE_UNITS.get(unit.text) ?? "");
  if (
    least === undefined ||
    Number(number.text) < least ||
    (tokens[at + 3]?.text === "/" && LABORATORY_PER.has(tokens[at + 4]?.text ?? ""))
  )
    return null;
  const ingredient = drugNames().ingredientByName(symbol.element);
  if (ingredient === null) return null;
  const entry: DrugNameEntry = {
    name: symbol.element,
    kind: "abbreviation",
    ingredients: [ingredient],
    source: "chemical symbol",
  };
  return { from: at, to: at + 1, entries: [entry], everyday: true };
}

const OPENERS = new Set([",", ";", "•", "-", "*", ".", "|", ":", "(", "+", ")", "and", "plus", "takes", "also"]);

/** Nothing but a line's start, a separator or the numbering of a list stands before it. */
function opensItem(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.kind === "newline" || (tokens[at]?.gap === true && OPENERS.has(before.text));
}
