/** Sex as the CKD-EPI equation knows it. */
export type EquationSex = "male" | "female";

/**
 * Estimated GFR by the CKD-EPI 2021 creatinine equation without race (Inker and others, N Engl J Med 2021;385:1737-49).
 * @param creatinineMgDl serum creatinine in mg/dL
 * @param ageYears age in years; the equation is for adults
 * @returns mL/min/1.73 m², rounded to a whole number as laboratories report it
 */
export function ckdEpi2021(creatinineMgDl: number, ageYears: number, sex: EquationSex): number {
  const kappa = sex === "female" ? 0.7 : 0.9;
  const alpha = sex === "female" ? -0.241 : -0.302;
  const ratio = creatinineMgDl / kappa;
  const value =
    142 *
    Math.min(ratio, 1) ** alpha *
    Math.max(ratio, 1) ** -1.2 *
    0.9938 ** ageYears *
    (sex === "female" ? 1.012 : 1);
  return Math.round(value);
}
