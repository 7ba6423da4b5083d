import { describe, expect, it } from "vitest";
import type { ConditionPiece } from "@/lib/domain/condition";
import { readConditions } from "@/lib/reading/conditions/read-conditions";

const read = (text: string): ConditionPiece[] =>
  readConditions(text, { conditionIdOf: (code) => (code.startsWith("N18") ? "ckd-dialysis" : null) });
const short = (text: string): [string, string][] =>
  read(text).flatMap((piece) => piece.codes.map((code): [string, string] => [code.code, piece.polarity]));
const present = (text: string): string[] =>
  short(text)
    .filter(([, polarity]) => polarity === "present")
    .map(([code]) => code);

describe("how clinicians write a condition", () => {
  it.each([
    ["T2DM", ["E11.9"]],
    ["CKD 3b", ["N18.32"]],
    ["chronic kidney disease, stage 4", ["N18.4"]],
    ["s/p L4-5 fusion", ["Z98.1"]],
    ["ETOH excess", ["F10.10"]],
    ["PVD", ["I73.9"]],
    ["Parkinson’s disease", ["G20.A1"]],
    ["parkinsons", ["G20.A1"]],
    ["HTN, T2DM, underactive thyroid and gout", ["I10", "E11.9", "E03.9", "M10.9"]],
    ["Diabetes mellitus, type 2", ["E11.9"]],
    ["COPD/asthma overlap", ["J44.9", "J45.909"]],
    ["Essential (primary) hypertension", ["I10"]],
    ["CAD s/p CABG x3, AF", ["I25.10", "Z95.1", "I48.91"]],
    ["dehydrated, D&V 3/7", ["E86.0", "R19.7"]],
    ["N18.32", ["N18.32"]],
    ["28 weeks pregnant", ["Z3A.28"]],
    ["lumbar stenosis with neurogenic claudication", ["M48.062"]],
    ["Hypertension I10", ["I10"]],
    ["E11.9 Type 2 diabetes mellitus", ["E11.9"]],
    ["chronic obstructive pulmonary disease (COPD)", ["J44.9"]],
    ["Liver transplant 2019", ["Z94.4"]],
    ["Acne", ["L70.9"]],
    ["IIH", ["G93.2"]],
    ["Preterm labour", ["O60.00"]],
    ["Angiodysplasia", ["K55.20"]],
    ["Mucormycosis", ["B46.5"]],
    ["Coarctation of the aorta", ["Q25.1"]],
  ])("%s", (text, codes) => expect(present(text)).toEqual(codes));

  it("gives the knowledge base's id and the official wording", () => {
    expect(read("CKD 3b")).toMatchObject([
      {
        status: "recognised",
        conditionId: "ckd-dialysis",
        codes: [{ system: "icd10cm", code: "N18.32", display: "Chronic kidney disease, stage 3b" }],
      },
    ]);
  });
});

describe("what is not the patient's own present condition never counts as one", () => {
  it.each([
    "FH: mother - migraine, father T2DM",
    "FHx hypothyroidism",
    "Mother: MND",
    "His mother has Hashimoto's and his father has gout.",
    "family history of Parkinson's",
    "brother - sickle cell",
    "No hx of DVT/PE",
    "denies asthma, epilepsy or diabetes",
    "never had DVT",
    "no history of stroke",
    "not pregnant",
    "Diabetes: no",
    "PE ruled out",
    "there is no history of fever",
    "without neuropathy",
    "? hypothyroid",
    "awaiting liver transplant",
    "listed for heart transplant",
    "TB contact",
    "shingles vaccine 2025",
    "DVT prophylaxis",
    "r/o DVT",
    "possible RLS",
    "query MND",
    "suspected DVT",
    "PE?",
    "likely PMR",
    "previous TIA 2019",
    "hypokalaemia (resolved)",
    "breast ca 2015 in remission",
    "childhood asthma",
    "hx of hypokalemia 2019",
    "h/o rhabdo on statin",
    "history of severe hyponatraemia",
  ])("%s", (text) => {
    expect(short(text).length).toBeGreaterThan(0);
    expect(present(text)).toEqual([]);
  });

  it.each([
    ["FHx: mother RLS. PMHx HTN", ["I10"]],
    ["no DVT but has varicose veins", ["I83.90"]],
    ["Non-smoker, gout", ["M10.9"]],
    ["Never smoker, T2DM", ["E11.9"]],
    ["non-alcoholic fatty liver disease", ["K76.0"]],
    ["denies diabetes; COPD", ["J44.9"]],
    ["?DVT, gout", ["M10.9"]],
    ["hypertension, not well controlled", ["I10"]],
    ["Type 2 diabetes mellitus without complications", ["E11.9"]],
    ["history of hypertension and T2DM", ["I10", "E11.9"]],
    ["Lives with wife. T2DM", ["E11.9"]],
    ["Hypothyroidism ?compliance", ["E03.9"]],
  ])("and what is, still does: %s", (text, codes) => expect(present(text)).toEqual(codes));

  it("reads a section on the family as such, up to the next heading", () => {
    expect(short("Family History:\n- diabetes\n- MND\nPast medical history:\n- asthma")).toEqual([
      ["E11.9", "family"],
      ["G12.20", "family"],
      ["J45.909", "present"],
    ]);
  });
});

describe("what is no condition", () => {
  it.each([
    "NKDA",
    "No Pmhx of note",
    "nil of note",
    "PMHx:",
    "There is no personal or family history of serious illness.",
    "never smoked",
  ])("%s", (text) => {
    expect(read(text)).toMatchObject([{ status: "not-condition", codes: [] }]);
  });

  it.each(["xyzzy disease of Borneo", "seen by Dr Smith", "as required"])(
    "keeps %s in sight as not recognised",
    (text) => {
      expect(read(text).map((piece) => piece.status)).toEqual(["unrecognised"]);
    },
  );
});

it("covers every non-blank character, in order", () => {
  const text = "PMH:\n  T2DM, HTN & gout;\n\n FHx: mother RLS. \n blah\n";
  let at = 0;
  for (const piece of read(text)) {
    expect(text.slice(at, piece.start).trim()).toBe("");
    expect(text.slice(piece.start, piece.end)).toBe(piece.text);
    at = piece.end;
  }
  expect(text.slice(at).trim()).toBe("");
});
