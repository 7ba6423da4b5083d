import type { CaseInput } from "@/lib/domain/case";
import type { IsoDate } from "@/lib/domain/vocabulary";

/** A made-up patient to practise on. `shows`: what there is to see, in a few words. */
export type ExamplePatient = { id: string; title: string; who: string; shows: string; input: CaseInput };

/** What the worklist knows the draft of an example by. */
export function exampleLocalReference(id: string): string {
  return `EXAMPLE ${id}`;
}

/** Six made-up patients, none of them anybody; their dates lie before `today`, so that they do not grow old. */
export function examplePatients(today: IsoDate): readonly ExamplePatient[] {
  const ago = (days: number) => daysBefore(today, days);
  const month = (months: number) => monthsBefore(today, months);
  const year = (years: number) => String(Number(today.slice(0, 4)) - years);
  return [
    {
      id: "diuretic",
      title: "A new diuretic and a low potassium",
      who: "Woman of about 73, cramps for seven months",
      shows: "A red flag, three drugs of one effect, a misspelt name",
      input: {
        medications: [
          `Bendroflumethiazide 2.5 mg OD since ${month(9)}`,
          "amlodipine 10",
          "Simvastatin 40 mg nocte",
          "Symbicort 200/6 two puffs twice daily",
          "Prednisolone 5 mg daily",
          "Zaroxlyn 5mg",
          "paracetamol 1 g up to four times a day as needed",
          "Stopped: lisinopril (cough)",
          "NKDA",
        ].join("\n"),
        conditions: ["I10", "N18.32"],
        labs: `Potassium 2.4 mmol/L ${ago(2)}\nCreatinine 128 umol/L ${ago(2)}`,
        context: {
          birthYear: Number(year(73)),
          sex: "female",
          cramps: { onset: month(7), perWeek: 5, site: "both calves", timing: "night" },
        },
      },
    },
    {
      id: "statin",
      title: "A statin meets an antibiotic",
      who: "Man of about 69, calves sore for four days",
      shows: "An interaction, dark urine, a raised creatine kinase",
      input: {
        medications: [
          `Simvastatin 40 mg at night since ${year(6)}`,
          `Clarithromycin 500 mg twice daily since ${ago(5)}`,
          "Diltiazem MR 120 mg twice daily",
          "Aspirin 75 mg daily",
          "GTN spray as needed",
        ].join("\n"),
        conditions: ["I25.10"],
        labs: `CK 2400 U/L ${ago(1)}\nCreatinine 96 umol/L ${ago(1)}`,
        context: {
          birthYear: Number(year(69)),
          sex: "male",
          cramps: { onset: ago(4), perWeek: 7, site: "calves and thighs" },
          symptoms: { darkUrine: "yes", weakness: "yes" },
        },
      },
    },
    {
      id: "pregnancy",
      title: "Night cramps in pregnancy",
      who: "Woman of about 31, 26 weeks pregnant",
      shows: "What is known of treatment, and a list without a likely drug",
      input: {
        medications: "Folic acid 400 micrograms daily\nFerrous fumarate 210 mg daily\nCyclizine 50 mg as needed",
        conditions: [],
        labs: `Hb 108 g/L ${ago(10)}`,
        context: {
          birthYear: Number(year(31)),
          sex: "female",
          pregnant: true,
          gestationWeeks: 26,
          cramps: { onset: month(1), perWeek: 4, site: "left or right calf", timing: "night" },
          symptoms: { oneSidedSwelling: "no" },
        },
      },
    },
    {
      id: "dialysis",
      title: "Cramps at the end of dialysis",
      who: "Man of about 65, three sessions a week",
      shows: "A cause that is no drug, quinine, results to read together",
      input: {
        medications:
          "Quinine sulfate 200 mg at night\nSevelamer 800 mg with meals\nAlfacalcidol 0.25 micrograms daily\nEpoetin beta 4,000 units weekly\nBisoprolol 2.5 mg daily\nFurosemide 250 mg daily",
        conditions: ["N18.6", "E11.9"],
        labs: `Calcium 2.05 mmol/L ${ago(3)}\nMagnesium 0.92 mmol/L ${ago(3)}\nPotassium 5.1 mmol/L ${ago(3)}`,
        context: {
          birthYear: Number(year(65)),
          sex: "male",
          dialysis: true,
          cramps: { onset: month(14), perWeek: 3, timing: "last hour of dialysis" },
        },
      },
    },
    {
      id: "thyroid",
      title: "A thyroid that lags behind",
      who: "Woman of about 58, a statin since spring",
      shows: "A condition behind the cramps, timing of two starts",
      input: {
        medications: `Levothyroxine 50 micrograms daily\nRosuvastatin 20 mg daily since ${month(8)}\nOmeprazole 20 mg daily since ${year(5)}\nIron tablets OD`,
        conditions: ["E03.9", "E78.5"],
        labs: `TSH 14.2 mU/L ${ago(20)}\nCK 420 U/L ${ago(20)}`,
        context: {
          birthYear: Number(year(58)),
          sex: "female",
          cramps: { onset: month(6), perWeek: 3, site: "calves and feet" },
        },
      },
    },
    {
      id: "few-drugs",
      title: "Few drugs, many questions",
      who: "Man of about 44, thirty units of alcohol a week",
      shows: "What is not ruled out, tests to ask for, a name that nobody knows",
      input: {
        medications: "salbutamol inhaler prn\ncetirizine 10mg od prn\nNocturalgan 1 tab at night",
        conditions: [],
        context: {
          birthYear: Number(year(44)),
          sex: "male",
          alcoholUnitsPerWeek: 30,
          cramps: { onset: month(3), perWeek: 2, site: "right calf", timing: "after walking" },
          symptoms: { walkingPain: "yes" },
        },
      },
    },
  ];
}

function daysBefore(today: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
}

function monthsBefore(today: IsoDate, months: number): string {
  const months0 = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - months;
  return `${Math.floor(months0 / 12)}-${String((months0 % 12) + 1).padStart(2, "0")}`;
}
