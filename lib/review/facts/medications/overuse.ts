import type { Medication } from "@/lib/domain/medication";
import { timesPerDay } from "./times-per-day";
import type { Ternary } from "@/lib/review/facts/three-valued";

const OVERUSE =
  /\b(over-?us(e|ed|ing)|excessive(ly)?|heavy use|many times|more than (prescribed|recommended)|hourly|every (1|2|one|two) hours?|around the clock|(several|multiple|numerous|countless) times (a|per|each) day|all day long)\b/i;
/** A whole inhaler a month or more is far beyond occasional use: "2 inhalers a month", "a canister a week". */
const CANISTERS =
  /\b(\d+|an?|one|two|three|four|another|whole)\s+(inhalers?|cann?isters?|puffers?|pumps?)\s+(an?|per|each|every|\/)\s*(day|week|fortnight|2 weeks|two weeks|month)\b/i;
/** Even a reliever that may be taken as needed is not meant for so many times a day. */
const MANY_TIMES_A_DAY = 8;

/**
 * Whether a medication that is meant for occasional use is used a lot, as the list says; not known where it does not.
 * Four times a day or more by the clock counts as a lot for a reliever, and eight times as needed.
 */
export function overuse(medication: Medication, lineText: string): Ternary {
  if (OVERUSE.test(lineText) || CANISTERS.test(lineText)) return true;
  const perDay = timesPerDay(medication.frequency);
  if (perDay === null) return null;
  if (perDay >= (medication.asNeeded ? MANY_TIMES_A_DAY : 4)) return true;
  return medication.asNeeded ? null : false;
}
