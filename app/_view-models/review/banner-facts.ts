import type { BannerFacts } from "@/app/_shell/patient-banner";
import type { PatientContext } from "@/lib/domain/context";
import { displayDate } from "@/lib/domain/display-date";
import type { Facts } from "@/lib/review/facts/facts";

/** The line that says which patient this is, with eGFR and the cramps where they are known. */
export function bannerFacts(
  reference: string,
  localReference: string | null,
  context: PatientContext,
  facts: Pick<Facts, "labs">,
): BannerFacts {
  const { birthYear, ageYears, sex, cramps } = context;
  const age = ageYears === null ? "birth year not entered" : `${ageYears} years`;
  const born = birthYear === null ? age : `born ${birthYear}${ageYears === null ? "" : ` (${ageYears} y)`}`;
  const { egfr, latest } = facts.labs;
  const date = latest.get("egfr")?.result.date ?? latest.get("creatinine")?.result.date ?? null;
  const kidney =
    egfr === null ? [] : [`eGFR ${egfr.value}${date === null ? " (date not given)" : ` (${displayDate(date)})`}`];
  const onset =
    cramps.onset === null
      ? "onset of cramps not entered"
      : `cramps since ${cramps.onset.length === 10 ? "" : "about "}${displayDate(cramps.onset)}`;
  const weekly = cramps.perWeek === null ? "" : `, ${cramps.perWeek} a week`;
  return {
    reference,
    localReference,
    born,
    sex: sex === "unknown" ? "sex not entered" : sex,
    further: [...kidney, onset + weekly],
  };
}
