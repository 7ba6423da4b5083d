import type { DayRange } from "@/lib/review/facts/day-range";
import type { Facts } from "@/lib/review/facts/facts";
import type { InterpretedResult } from "@/lib/review/facts/results/interpret-result";
import { formatResult } from "@/lib/review/facts/results/interpret-result";
import { SYMPTOM_NAMES } from "@/lib/review/facts/symptoms/symptom-names";

/** Something after which a drug of long standing may begin to harm: its clock starts again (docs/onset.md, rule 4). */
export interface ClockReset {
  readonly day: DayRange;
  readonly words: string;
}

/** So many days back what is told as present now may have begun. */
const NOW_DAYS = 30;
/** A fall of the eGFR by a fifth: as a share of the earlier eGFR, and as the rise of creatinine that goes with it in CKD-EPI. */
const EGFR_FALL = 0.8;
const CREATININE_RISE = 1.21;
/** The earlier of two results is compared up to so many days back. */
const COMPARED_DAYS = 365;

/** Losses and heat that are told as present. */
const ILLNESS = ["vomitingDiarrhoea", "heatExposure"] as const;

/** The latest event of the last month that starts the clock of a long-standing drug again; null where none is known. */
export function clockReset(facts: Facts): ClockReset | null {
  const fall =
    kidneyFall(facts, "creatinine", (earlier, later) => later >= earlier * CREATININE_RISE) ??
    kidneyFall(facts, "egfr", (earlier, later) => later <= earlier * EGFR_FALL);
  if (fall !== null) return fall;
  const ill = ILLNESS.find((id) => facts.symptoms.answers.get(id) === "yes");
  return ill === undefined
    ? null
    : { day: { from: facts.today - NOW_DAYS, to: facts.today }, words: SYMPTOM_NAMES[ill] ?? ill };
}

function kidneyFall(facts: Facts, labId: string, fell: (earlier: number, later: number) => boolean): ClockReset | null {
  const dated = facts.labs.all.filter(
    (judged): judged is InterpretedResult & { day: DayRange; value: number } =>
      judged.lab.id === labId &&
      judged.day !== null &&
      judged.value !== null &&
      judged.notInterpretedBecause !== "implausible",
  );
  const [later, earlier] = dated.sort((a, b) => b.day.to - a.day.to);
  if (
    later === undefined ||
    earlier === undefined ||
    facts.today - later.day.to > NOW_DAYS ||
    later.day.from - earlier.day.to > COMPARED_DAYS
  )
    return null;
  return fell(earlier.value, later.value)
    ? {
        day: later.day,
        words: `a fall of kidney function (${formatResult(later.lab, later.result)}, before that ${formatResult(earlier.lab, earlier.result)})`,
      }
    : null;
}
