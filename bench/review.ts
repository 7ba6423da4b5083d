import { medianMs, table } from "./measure";
import { ownLines } from "./samples";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { CaseInput, type PatientCase } from "@/lib/domain/case";
import { SCHEMA_VERSION } from "@/lib/domain/vocabulary";
import { PatientContext } from "@/lib/domain/context";
import { reviewInput } from "@/lib/intake/review-input";
import { judge } from "@/lib/review/judge";
import { review } from "@/lib/review/review";

/** What the review costs beside copying its answer, and how it grows with the list. */
export interface ReviewBench {
  readonly medianMs20: number;
  readonly medianMs100: number;
  readonly cloneMedianMs20: number;
  readonly timesClone: number;
  /** Judging alone, without a word: what a panel does. */
  readonly judgeMedianMs20: number;
  readonly growth: number;
}

const knowledge = loadKnowledge();

/** A case of so many different drugs of the knowledge base, ten conditions and ten dated results. */
export function benchCase(drugs: number, step = 7): PatientCase {
  const members = [
    ...new Map(
      knowledge.classes.flatMap((drugClass) => drugClass.members).map((member) => [member.name, member]),
    ).values(),
  ];
  const text = (at: number) => ({ text: `line ${at}`, start: at, end: at + 1 });
  return {
    id: "bench",
    schemaVersion: SCHEMA_VERSION,
    medications: Array.from({ length: drugs }, (_, at) => {
      const member = members[(at * step) % members.length] ?? { name: "aspirin", rxcui: null };
      return {
        ...text(at),
        status: "recognised" as const,
        suggestions: [],
        medications: [
          {
            name: member.name,
            match: "exact" as const,
            ingredients: [{ rxcui: member.rxcui, name: member.name }],
            strength: "20 mg",
            form: null,
            route: null,
            frequency: "daily",
            asNeeded: false,
            start: `2026-0${1 + (at % 9)}-15`,
            stop: null,
            use: "current" as const,
            useReason: null,
            doubts: [],
          },
        ],
      };
    }),
    conditions: ["I10", "E11.9", "N18.32", "E03.9", "I50.9", "J44.9", "G62.9", "K74.60", "F10.20", "E83.42"].map(
      (code, at) => ({
        ...text(at),
        status: "recognised" as const,
        polarity: "present" as const,
        codes: [{ system: "icd10cm" as const, code, display: code }],
        conditionId: null,
      }),
    ),
    labs: (
      [
        ["2823-3", 3.1, "mmol/L"],
        ["2951-2", 131, "mmol/L"],
        ["2601-3", 0.6, "mmol/L"],
        ["2000-8", 2.1, "mmol/L"],
        ["1751-7", 34, "g/L"],
        ["14682-9", 140, "umol/L"],
        ["2157-6", 900, "U/L"],
        ["3016-3", 9, "mIU/L"],
        ["14749-6", 6, "mmol/L"],
        ["14879-1", 0.7, "mmol/L"],
      ] as const
    ).map(([loinc, value, unit], at) => ({
      ...text(at),
      status: "recognised" as const,
      results: [
        {
          loinc,
          name: loinc,
          value,
          unit,
          comparator: null,
          date: "2026-11-01",
          flag: null,
          referenceLow: null,
          referenceHigh: null,
        },
      ],
    })),
    context: PatientContext.parse({
      asOf: "2026-11-22",
      ageYears: 72,
      sex: "female",
      cramps: { onset: "2026-07" },
      symptoms: { weakness: "no" },
      symptomText: "Night cramps in both calves, no dark urine",
    }),
    unread: [],
  };
}

/** Measures both sizes in one run. */
export function benchReview(): ReviewBench {
  const small = benchCase(20);
  const large = benchCase(100);
  const answer = review(small, knowledge);
  const medianMs20 = medianMs(() => review(small, knowledge), 600);
  const judgeMedianMs20 = medianMs(() => judge(small, knowledge), 600);
  const cloneMedianMs20 = medianMs(() => structuredClone(answer), 600);
  const medianMs100 = medianMs(() => review(large, knowledge), 300);
  return {
    medianMs20,
    medianMs100,
    cloneMedianMs20,
    judgeMedianMs20,
    timesClone: medianMs20 / cloneMedianMs20,
    growth: medianMs100 / medianMs20,
  };
}

/** The figures as a table, each beside what is aimed at; and the whole door, from a pasted list to the review. */
export function reviewTable(): string {
  const { medianMs20, medianMs100, cloneMedianMs20, judgeMedianMs20, timesClone, growth } = benchReview();
  const reviewed = table(
    ["review", "measured", "aim"],
    [
      ["20 drugs, 10 conditions, 10 results, median", `${medianMs20.toFixed(2)} ms`, "under 1 ms"],
      ["the same, judged and not told, median", `${judgeMedianMs20.toFixed(2)} ms`, ""],
      ["structuredClone of its answer, median", `${cloneMedianMs20.toFixed(2)} ms`, "the baseline"],
      ["the review in structuredClones", timesClone.toFixed(1), "at most 10"],
      ["100 drugs, median", `${medianMs100.toFixed(2)} ms`, ""],
      ["100 drugs in reviews of 20", growth.toFixed(1), "under 5"],
    ],
  );
  const input = listOf(50);
  const door = medianMs(() => reviewInput(input, { knowledge, today: "2026-11-22" }), 60);
  const { patientCase } = reviewInput(input, { knowledge, today: "2026-11-22" });
  const judged = medianMs(() => review(patientCase, knowledge), 100);
  return `${reviewed}\n\n${table(
    ["the whole door (reviewInput)", "measured"],
    [
      ["50 lines, 3 conditions, 2 results: read and reviewed, median", `${door.toFixed(1)} ms`],
      ["of which the review", `${judged.toFixed(1)} ms`],
    ],
  )}`;
}

/** An entry of so many of our own lines, as a clinician pastes it. */
export function listOf(lines: number): CaseInput {
  const own = ownLines();
  return CaseInput.parse({
    medications: Array.from({ length: lines }, (_, at) => own[(at * 3) % own.length] ?? "").join("\n"),
    conditions: ["CKD 3b", "type 2 diabetes", "COPD"],
    labs: "Potassium 3.1 mmol/L 20 Nov 2026, Magnesium 0.6 mmol/L 20 Nov 2026",
    context: {
      asOf: "2026-11-22",
      jurisdiction: "UK",
      birthYear: 1953,
      sex: "female",
      cramps: { onset: "2026-04", perWeek: 5 },
    },
  });
}
