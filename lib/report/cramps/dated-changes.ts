import type { PatientCase } from "@/lib/domain/case";
import type { DoseChange } from "@/lib/domain/medication";
import { dayRangeOf, type DayRange } from "@/lib/review/facts/day-range";

/** Something that happened to a drug on a known day, month or year. */
export interface DatedChange {
  /** As entered, as precise as it is. */
  readonly date: string;
  readonly day: DayRange;
  /** “bendroflumethiazide stopped”. */
  readonly words: string;
}

const KIND_WORDS: Readonly<Record<DoseChange["kind"], string>> = {
  increased: "dose raised",
  decreased: "dose lowered",
  stopped: "stopped",
  restarted: "restarted",
};

/** Every dated start, stop and change of dose in a case, the earliest first. */
export function changesOf(patientCase: PatientCase): DatedChange[] {
  const medications = patientCase.medications
    .filter((piece) => piece.status === "recognised")
    .flatMap((piece) => piece.medications);
  const dated = medications
    .filter(({ use }) => use !== "planned" && use !== "allergy")
    .flatMap(({ ingredients, start, stop, use, changes }) => {
      const name = ingredients.map((ingredient) => ingredient.name).join(" and ");
      const ended = use === "stopped" || use === "held";
      return [
        { date: start, words: `${name} started` },
        ...(changes ?? []).map(({ date, kind }) => ({ date, words: `${name} ${KIND_WORDS[kind]}` })),
        ...(ended ? [{ date: stop, words: `${name} ${use}` }] : []),
      ];
    });
  return dated
    .flatMap(({ date, words }): DatedChange[] => {
      const day = dayRangeOf(date);
      return date === null || day === null ? [] : [{ date, day, words }];
    })
    .sort((a, b) => a.day.from - b.day.from || (a.words < b.words ? -1 : 1));
}
