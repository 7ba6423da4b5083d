import { settledDayFirst } from "@/lib/reading/dates/lab-dates";
import type { UnitSystem } from "./to-result";

const CREATININE = /\b(?:s?cr|creat(?:inine)?)\b[\s:=]{1,4}(\d{1,4}(?:\.\d+)?)(?!\s*(?:mg|[µμu]mol|micromol))/i;
/** No creatinine in mg/dL reaches this, none in µmol/L stays below it. */
const CREATININE_BETWEEN = 20;

/**
 * The system of units that a text uses where it does not write them, told by its creatinine or by an order of day and month
 * that only one country has; null where nothing tells.
 */
export function unitSystemOf(text: string): UnitSystem | null {
  const start = text.slice(0, 20_000);
  const creatinine = CREATININE.exec(start)?.[1];
  if (creatinine !== undefined) return Number(creatinine) < CREATININE_BETWEEN ? "mass" : "mol";
  return settledDayFirst(start) === false ? "mass" : null;
}
