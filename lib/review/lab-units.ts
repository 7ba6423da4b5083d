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
    .replace(/\/1\.73m?2?.*$/, "")
    .replace(/1\.73m2/, "");
}

const factors = new WeakMap<LabTest, ReadonlyMap<string, number>>();

/** Factor from a unit to the first unit of a test, or null where the test is not given in it. */
export function factorToFirst(lab: LabTest, unit: string): number | null {
  let byUnit = factors.get(lab);
  if (byUnit === undefined) {
    byUnit = new Map(lab.units.map((candidate) => [unitKey(candidate.unit), candidate.toFirst]));
    factors.set(lab, byUnit);
  }
  return byUnit.get(unitKey(unit)) ?? null;
}

/** A value in the test's first unit, or null where the unit is not one of the test's. */
export function toFirstUnit(lab: LabTest, value: number, unit: string): number | null {
  const factor = factorToFirst(lab, unit);
  return factor === null ? null : value * factor;
}

/**
 * The unit that a bare number can only be in: the first of those that are the same measure, where every unit outside it
 * would be an implausible value. Null where two different units are plausible.
 */
export function onlyPlausibleUnit(lab: LabTest, value: number): string | null {
  const plausible = lab.units.filter(({ toFirst }) => lab.plausible === null || (value * toFirst >= lab.plausible.low && value * toFirst <= lab.plausible.high));
  const [first] = plausible;
  if (first === undefined) return null;
  return plausible.every(({ toFirst }) => toFirst === first.toFirst) ? first.unit : null;
}
