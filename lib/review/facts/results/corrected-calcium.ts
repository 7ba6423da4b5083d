/**
 * Albumin-adjusted calcium, in mmol/L, by the adjustment that UK laboratories and textbooks use:
 * total calcium + 0.02 × (40 − albumin). A laboratory's own adjusted value goes before it.
 * @param totalMmolL total calcium in mmol/L
 * @param albuminGL albumin in g/L
 */
export function adjustedCalcium(totalMmolL: number, albuminGL: number): number {
  return Math.round((totalMmolL + 0.02 * (40 - albuminGL)) * 100) / 100;
}
