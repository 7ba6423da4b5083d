import type { ReadLabResult } from "@/lib/domain/lab";
import type { Analyte, LabUnit } from "./lab-vocabulary";
import type { SeriesValue } from "./values/read-series";

/** The LOINC code that fits the unit; of a bare number, its size tells which family of units it is in. */
function codeFor(analyte: Analyte, unit: LabUnit | null, value: number | string): string | null {
  const only = analyte.codes.get("any");
  if (only !== undefined) return only;
  if (unit !== null) {
    const family = unit.unit === "mEq/L" ? "mol" : unit.family;
    return analyte.codes.get(family) ?? [...analyte.codes.values()][0] ?? null;
  }
  const { bare } = analyte;
  const inBare = bare !== null && typeof value === "number" && value < bare.limit;
  const other = [...analyte.codes].find(([family]) => family !== bare?.family)?.[1];
  return (inBare && bare !== null ? analyte.codes.get(bare.family) : other) ?? [...analyte.codes.values()][0] ?? null;
}

/** A value with its test as a result of the case. */
export function toResult(analyte: Analyte, value: SeriesValue): ReadLabResult {
  return {
    loinc: codeFor(analyte, value.unit, value.value),
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
