import type { ReadLabResult } from "@/lib/domain/lab";
import type { Analyte } from "./lab-vocabulary";
import type { SeriesValue } from "./values/read-series";

/** Which of the two systems of units a text uses, told by what can be in only one of them. */
export type UnitSystem = "mol" | "mass";

/** Near the limit a bare number fits both families: there the other results of the text decide. */
function isInBareFamily(value: number, bare: NonNullable<Analyte["bare"]>, units: UnitSystem | null): boolean {
  const isNear = value > bare.limit * 0.6 && value < bare.limit * 1.25;
  return isNear && units !== null && bare.family !== "other" ? units === bare.family : value < bare.limit;
}

/** The LOINC code that fits the unit; of a bare number, its size tells which family of units it is in. */
function codeFor(
  analyte: Analyte,
  { unit, value }: Pick<SeriesValue, "unit" | "value">,
  units: UnitSystem | null,
): string | null {
  const only = analyte.codes.get("any");
  if (only !== undefined) return only;
  if (unit !== null) {
    const family = unit.unit === "mEq/L" ? "mol" : unit.family;
    return analyte.codes.get(family) ?? [...analyte.codes.values()][0] ?? null;
  }
  const { bare } = analyte;
  const inBare = bare !== null && typeof value === "number" && isInBareFamily(value, bare, units);
  const other = [...analyte.codes].find(([family]) => family !== bare?.family)?.[1];
  return (inBare && bare !== null ? analyte.codes.get(bare.family) : other) ?? [...analyte.codes.values()][0] ?? null;
}

/** A value with its test as a result of the case. */
export function toResult(analyte: Analyte, value: SeriesValue, units: UnitSystem | null): ReadLabResult {
  return {
    loinc: codeFor(analyte, value, units),
    name: analyte.name,
    value: value.value,
    unit: value.unit?.unit ?? analyte.fixedUnit,
    comparator: value.comparator,
    date: value.date,
    flag: value.flag,
    referenceLow: value.low,
    referenceHigh: value.high,
  };
}
