import { describe, expect, it } from "vitest";
import { review } from "@/lib/review/review";
import { caseOf, type CaseParts } from "@/tests/unit/review/fixtures/cases";
import { testKnowledge } from "@/tests/unit/review/fixtures/knowledge";

const reviewed = (parts: CaseParts) => review(caseOf(parts), testKnowledge);
const labOf = (parts: CaseParts, id: string) => {
  const lab = reviewed(parts).labs.find((candidate) => candidate.id === id);
  if (lab === undefined)
    throw new Error(
      `no ${id} among ${reviewed(parts)
        .labs.map((candidate) => candidate.id)
        .join(", ")}`,
    );
  return lab;
};
const idsOf = (parts: CaseParts) => reviewed(parts).labs.map((lab) => lab.id);

describe("a test", () => {
  it("is asked for by a finding, with a reason that names it", () => {
    expect(labOf({ meds: ["hydrochlorothiazide"] }, "potassium")).toEqual({
      id: "potassium",
      name: "Potassium, serum/plasma",
      loinc: "2823-3",
      priority: "consider",
      reasons: ["hydrochlorothiazide"],
      answeredBy: null,
      repeat: null,
      leftOutOf: [],
      problemIds: ["linked-drugs"],
    });
  });

  it("has every reason once, the loudest first", () => {
    const { reasons, priority } = labOf(
      {
        meds: ["hydrochlorothiazide", "salmeterol"],
        labs: [["potassium", 2.4, "mmol/L", { date: null }]],
        conditions: ["K74.60"],
      },
      "potassium",
    );
    expect(priority).toBe("act-now");
    expect(reasons[0]).toBe("Potassium 2.4 mmol/L (no date), at or below the critical limit of 2.5 mmol/L");
    expect(reasons.some((reason) => reason.startsWith("Condition cirrhosis"))).toBe(true);
    expect(new Set(reasons).size).toBe(reasons.length);
  });

  it("is answered by a dated result that is recent enough, and listed with it", () => {
    const parts: CaseParts = {
      meds: ["hydrochlorothiazide"],
      labs: [["potassium", 4.2, "mmol/L", { date: "2026-10-20" }]],
    };
    expect(labOf(parts, "potassium")).toMatchObject({ answeredBy: { value: 4.2, date: "2026-10-20" }, repeat: null });
  });

  it.each<[string, string | null, string]>([
    ["no date", null, "(no date) does not count as the answer"],
    ["an old date", "2026-01-01", "is too old to answer it"],
    ["a date to come", "2027-01-01", "is too old to answer it"],
  ])("is not answered by a result with %s", (_, date, words) => {
    const lab = labOf({ meds: ["hydrochlorothiazide"], labs: [["potassium", 4.2, "mmol/L", { date }]] }, "potassium");
    expect(lab.answeredBy).toBeNull();
    if (date !== "2027-01-01") expect(lab.reasons.join()).toContain(words);
  });

  it("is not answered by an implausible result", () => {
    expect(
      labOf({ meds: ["hydrochlorothiazide"], labs: [["potassium", 31, "mmol/L"]] }, "potassium").answeredBy,
    ).toBeNull();
  });

  it("is to be repeated when the result is abnormal, with why, and by the interval of the content", () => {
    const lab = labOf({ meds: ["spironolactone"], labs: [["potassium", 5.8, "mmol/L"]] }, "potassium");
    expect(lab.answeredBy).not.toBeNull();
    expect(lab.repeat).toBe(
      "Repeat after any change, by local policy: Potassium 5.8 mmol/L on 1 Nov 2026, above 5.3 mmol/L. With spironolactone after 1 week.",
    );
  });

  it("says which panels leave it out", () => {
    expect(labOf({ meds: ["hydrochlorothiazide"] }, "magnesium").leftOutOf).toEqual(["BMP", "CMP"]);
  });

  it("is not asked for by drugs that are only named in product information, except in a cluster or as a safety flag", () => {
    expect(idsOf({ meds: ["lisinopril"] })).toEqual([]);
    expect(idsOf({ meds: ["amlodipine"] })).toEqual([]);
    expect(idsOf({ meds: ["quinine"] })).toEqual(["fbc"]);
    expect(idsOf({ meds: ["lisinopril", "spironolactone"] })).toContain("potassium");
  });

  it("is asked for by none where nothing points to it", () => {
    expect(idsOf({ meds: ["paracetamol", "metoprolol"] })).toEqual([]);
    expect(idsOf({})).toEqual([]);
  });

  it("stands for those that it covers", () => {
    const ids = idsOf({ conditions: ["E11.9"] });
    expect(ids).toContain("hba1c");
    expect(ids).not.toContain("glucose");
  });

  it("is one of few: at most seven without an emergency", () => {
    const crowd: CaseParts = {
      meds: [
        "hydrochlorothiazide",
        "furosemide",
        "salmeterol",
        "simvastatin",
        "fenofibrate",
        "spironolactone",
        "lisinopril",
        "omeprazole",
        "levothyroxine",
        "quinine",
      ],
      conditions: ["K74.60", "N18.4", "E11.9", "F10.20", "E03.9"],
    };
    expect(reviewed(crowd).labs.filter(({ answeredBy }) => answeredBy === null).length).toBeLessThanOrEqual(7);
  });
});

describe("questions", () => {
  it("are two or three, about the drugs that a date could raise", () => {
    const { questions } = reviewed({ meds: ["hydrochlorothiazide"] });
    expect(questions.length).toBeLessThanOrEqual(3);
    expect(questions[0]).toBe(
      "When did the cramps begin? The month is enough; it can be compared with the start of hydrochlorothiazide.",
    );
  });

  it("ask for the start once the first cramp is known, of the strongest drug", () => {
    const { questions } = reviewed({
      meds: ["hydrochlorothiazide", "spironolactone"],
      context: { cramps: { onset: "2026-04" } },
    });
    expect(questions[0]).toBe("When was hydrochlorothiazide started, or its dose last raised?");
  });

  it("ask for what is not answered and stop when it is", () => {
    const asked = reviewed({ meds: ["simvastatin"] }).questions.join();
    expect(asked).toContain("dark urine");
    const answered = reviewed({
      meds: ["simvastatin"],
      context: { symptoms: { darkUrine: "no", weakness: "no", oneSidedSwelling: "no" } },
    }).questions.join();
    expect(answered).not.toContain("dark urine");
  });

  it("ask for the alarms also where nothing is found", () => {
    expect(reviewed({ meds: ["paracetamol"] }).questions).toEqual([
      "Does the patient have weakness, swelling of one leg or a cold or pale limb?",
    ]);
  });
});
