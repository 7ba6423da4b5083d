import type { Medication } from "@/lib/domain/medication";
import { timesPerDay } from "./dose";
import type { Truth } from "./truth";

const OVERUSE = /\b(over-?us(e|ed|ing)|excessive(ly)?|heavy use|many times|more than (prescribed|recommended)|hourly|every (1|2|one|two) hours?|around the clock)\b/i;

/**
 * Whether a medication that is meant for occasional use is used a lot, as the list says; not known where it does not.
 * Four times a day or more by the clock counts as a lot for a reliever.
 */
export function overuse(medication: Medication, lineText: string): Truth {
  if (OVERUSE.test(lineText)) return true;
  const perDay = timesPerDay(medication.frequency);
  if (perDay === null) return null;
  if (!medication.asNeeded && perDay >= 4) return true;
  return medication.asNeeded ? null : false;
}
