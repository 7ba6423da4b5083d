import { dayRangeOf, type DayRange } from "@/lib/review/facts/day-range";
import type { TimelineDrug } from "./drug-bars";

const NEAR_DAYS = 84;
const SPAN = "in the 12 weeks before onset";

/** “2 drugs started and 1 dose rose in the 12 weeks before onset.”, with how many drugs have no date. */
export function timelineCaption(drugs: readonly TimelineDrug[], onset: DayRange | null): string {
  const undated = drugs.filter(({ medication }) => medication.start === null).length;
  const missing = undated === 0 ? "" : ` ${undated} ${undated === 1 ? "has" : "have"} no start date.`;
  if (drugs.length === 0) return "No medication was entered.";
  if (onset === null) return `The onset of the cramps is not entered, so starts cannot be compared with it.${missing}`;
  const near = (day: DayRange | null) => day !== null && onset.from - day.to <= NEAR_DAYS && onset.to - day.from >= 0;
  const changes = drugs
    .flatMap(({ medication }) => medication.changes ?? [])
    .filter(({ date }) => near(dayRangeOf(date)));
  const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
  const stopped =
    drugs.filter(({ medication: { use, stop } }) => (use === "stopped" || use === "held") && near(dayRangeOf(stop)))
      .length + count("stopped");
  const started = drugs.filter(({ medication }) => near(dayRangeOf(medication.start))).length + count("restarted");
  const parts = [
    ...(started > 0 ? [`${started} ${started === 1 ? "drug" : "drugs"} started`] : []),
    ...(count("increased") > 0 ? [`${doses(count("increased"))} rose`] : []),
    ...(count("decreased") > 0 ? [`${doses(count("decreased"))} fell`] : []),
    ...(stopped > 0 ? [`${stopped} ${stopped === 1 ? "drug was" : "drugs were"} stopped`] : []),
  ];
  return `${parts.length === 0 ? "No drug is known to have started or changed" : joined(parts)} ${SPAN}.${missing}`;
}

function doses(amount: number): string {
  return `${amount} ${amount === 1 ? "dose" : "doses"}`;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
