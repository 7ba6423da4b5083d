import type { LabTest } from "@/lib/knowledge/schema";

/** A unit in one spelling: case, spaces, micro sign and SI or US habit apart ("µmol/L", "micromol/l", "umol/L"). */
export function unitKey(unit: string): string {
  const known = unitKeys.get(unit);
  if (known !== undefined) return known;
  if (unitKeys.size > 2000) unitKeys.clear();
  const key = makeUnitKey(unit);
  unitKeys.set(unit, key);
  return key;
}

const unitKeys = new Map<string, string>();

function makeUnitKey(unit: string): string {
  return unit
    .toLowerCase()
    .replace(/[\s[\]{}_]/g, "")
    .replace(/[µμ]/g, "u")
    .replace(/^micro(?=mol|g)/, "u")
    .replace(/^mcg/, "ug")
    .replace(/^iu/, "u")
    .replace(/miu/, "mu")
    .replace(/10\*|10\^/, "10e")
    .replace(/\/1\.73.*/s, "")
    .replace(/1\.73m2/, "");
}

type LabUnit = LabTest["units"][number];

const unitsOf = new WeakMap<LabTest, ReadonlyMap<string, LabUnit>>();

/** A unit of the test under any of its spellings, or null where the test is not given in it. */
export function labUnit(lab: LabTest, unit: string): LabUnit | null {
  let byUnit = unitsOf.get(lab);
  if (byUnit === undefined) {
    byUnit = new Map(lab.units.map((candidate) => [unitKey(candidate.unit), candidate]));
    unitsOf.set(lab, byUnit);
  }
  return byUnit.get(unitKey(unit)) ?? null;
}

/** A value in the test's first unit, or null where the unit is not one of the test's. */
export function toFirstUnit(lab: LabTest, value: number, unit: string): number | null {
  const known = labUnit(lab, unit);
  return known === null ? null : inFirst(known, value);
}

/** A value of the test's first unit in another of its units, or null where that is none of them. */
export function fromFirstUnit(lab: LabTest, value: number, unit: string): number | null {
  const known = labUnit(lab, unit);
  return known === null ? null : Number(((value - (known.plus ?? 0)) / known.toFirst).toPrecision(12));
}

/** Scales that do not share their zero (HbA1c in mmol/mol and %) differ by more than a factor. */
export function inFirst({ toFirst, plus }: LabUnit, value: number): number {
  return value * toFirst + (plus ?? 0);
}

/** The units that a number without one may be in; rare ones are always written with it. */
export function unitsOfBare(lab: LabTest): readonly LabUnit[] {
  return lab.units.filter(({ onlyWritten }) => onlyWritten !== true);
}

/**
 * The unit that a bare number can only be in: the first of those that are the same measure, where every unit outside it
 * would be an implausible value. Null where two different units are plausible.
 */
export function onlyPlausibleUnit(lab: LabTest, value: number): string | null {
  const plausible = unitsOfBare(lab).filter(
    (unit) =>
      lab.plausible === null ||
      (inFirst(unit, value) >= lab.plausible.low && inFirst(unit, value) <= lab.plausible.high),
  );
  const [first] = plausible;
  if (first === undefined) return null;
  return plausible.every(({ toFirst, plus }) => toFirst === first.toFirst && plus === first.plus) ? first.unit : null;
}
