import type { MedicationPiece } from "@/lib/domain/medication";

/** One annotated line or block: the form of `shared/samples` and of `cases/`. */
export type MedicationCase = {
  id: string;
  text: string;
  ingredients: string[];
  is_drug?: boolean;
  status?: string;
  active?: string[];
  not_taking?: string[];
  uncertain?: string[];
  optional?: string[];
  must_not?: string[];
  accept?: Record<string, string[]>;
  ambiguous?: boolean;
  note?: string;
};

export type Scored = {
  id: string;
  missed: string[];
  extra: string[];
  wrongUse: string[];
  found: number;
  expected: number;
  stopped: number;
};

/** Whether two ingredient names count as the same: equal, or named as equal by the table or by the case itself. */
export type SameIngredient = (expected: string, found: string, one: MedicationCase) => boolean;

export function sameIngredient(equivalents: ReadonlyMap<string, readonly string[]>): SameIngredient {
  const linked = (a: string, b: string): boolean => equivalents.get(a)?.includes(b) ?? false;
  return (expected, found, one) => {
    if (expected === found || linked(expected, found) || linked(found, expected)) return true;
    if (expected === "insulin" && found.startsWith("insulin")) return true;
    return one.accept?.[expected]?.includes(found) ?? false;
  };
}

/**
 * Compares what was read with the answers. Only pieces that are `recognised` count as found (a `confirm` is a question);
 * a misspelt name counts as found where the right one stands first among the suggestions and the case says `misspelt`.
 */
export function scoreCase(one: MedicationCase, pieces: readonly MedicationPiece[], same: SameIngredient): Scored {
  const medications = pieces
    .filter((piece) => piece.status === "recognised" || piece.status === "confirm")
    .flatMap((piece) => piece.medications);
  const offered =
    one.note?.includes("misspelt") === true
      ? pieces.flatMap((piece) =>
          piece.suggestions.slice(0, 1).flatMap((first) => first.ingredients.map((ingredient) => ingredient.name)),
        )
      : [];
  const found = [
    ...new Set(
      medications.flatMap((medication) => medication.ingredients.map((ingredient) => ingredient.name.toLowerCase())),
    ),
  ];
  const missed = one.ingredients.filter(
    (expected) => ![...found, ...offered].some((name) => same(expected, name, one)),
  );
  const extra = found.filter(
    (name) =>
      !one.ingredients.some((expected) => same(expected, name, one)) &&
      !(one.optional ?? []).some((optional) => same(optional, name, one)),
  );
  const notCurrent = one.not_taking ?? (one.status === "not-taking" || one.status === "held" ? one.ingredients : []);
  const current = new Set(
    medications
      .filter((medication) => medication.use === "current")
      .flatMap((medication) => medication.ingredients.map((ingredient) => ingredient.name.toLowerCase())),
  );
  const wrongUse = notCurrent.filter(
    (name) => !(one.active ?? []).includes(name) && [...current].some((taken) => same(name, taken, one)),
  );
  const active = one.active ?? (one.status === "active" && one.is_drug !== false ? one.ingredients : []);
  const lostUse = active.filter(
    (name) =>
      !missed.includes(name) &&
      ![...current].some((taken) => same(name, taken, one)) &&
      found.some((taken) => same(name, taken, one)),
  );
  return {
    id: one.id,
    missed,
    extra,
    wrongUse: [
      ...wrongUse.map((name) => `${name} counted as current`),
      ...lostUse.map((name) => `${name} not counted as current`),
    ],
    found: found.length,
    expected: one.ingredients.length,
    stopped: notCurrent.length,
  };
}

export type Totals = {
  cases: number;
  expected: number;
  missed: number;
  found: number;
  extra: number;
  stopped: number;
  stoppedAsCurrent: number;
  activeLost: number;
};

export function totals(scores: readonly Scored[]): Totals {
  const sum = (of: (one: Scored) => number): number => scores.reduce((total, one) => total + of(one), 0);
  return {
    cases: scores.length,
    expected: sum((one) => one.expected),
    missed: sum((one) => one.missed.length),
    found: sum((one) => one.found),
    extra: sum((one) => one.extra.length),
    stopped: sum((one) => one.stopped),
    stoppedAsCurrent: sum(
      (one) => one.wrongUse.filter((use) => use.endsWith(" counted as current") && !use.includes(" not ")).length,
    ),
    activeLost: sum((one) => one.wrongUse.filter((use) => use.includes(" not counted")).length),
  };
}

export const recall = (all: Totals): number => (all.expected === 0 ? 1 : 1 - all.missed / all.expected);
export const precision = (all: Totals): number => (all.found === 0 ? 1 : 1 - all.extra / all.found);
