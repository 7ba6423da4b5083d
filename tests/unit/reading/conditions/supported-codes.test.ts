import { describe, expect, it } from "vitest";
import type { ConditionPiece } from "@/lib/domain/condition";
import { readConditions } from "@/lib/reading/conditions/read-conditions";

const read = (text: string): ConditionPiece[] => readConditions(text, { conditionIdOf: (code) => code });
const given = (text: string): string[] =>
  read(text).flatMap((piece) => (piece.status === "recognised" ? piece.codes.map(({ code }) => code) : []));
const asked = (text: string): string[] =>
  read(text).flatMap((piece) => (piece.status === "confirm" ? piece.codes.map(({ code }) => code) : []));
const unread = (text: string): string[] =>
  read(text)
    .filter((piece) => piece.status === "unrecognised")
    .map((piece) => piece.text);

describe("a neighbour's code is never given", () => {
  it.each([
    ["prediabetes", "R73.03"],
    ["Atherosclerosis of the aorta", "I70.0"],
    ["mild cognitive impairment", "G31.84"],
    ["diffuse toxic goiter", "E05.00"],
    ["simple goitre", "E04.9"],
    ["old anterior MI", "I25.2"],
    ["STEMI 2011", "I25.2"],
    ["NSTEMI", "I21.4"],
    ["vascular dementia", "F01.50"],
    ["gastric ulcer", "K25.9"],
    ["autoimmune hepatitis", "K75.4"],
    ["Hepatitis A", "B15.9"],
    ["paranoid schizophrenia", "F20.0"],
    ["pulmonary emphysema", "J43.9"],
    ["psoas abscess", "K68.12"],
    ["LADA", "E13.9"],
    ["Friedreich's ataxia", "G11.11"],
    ["bone metastases", "C79.51"],
  ])("%s is %s", (text, code) => expect(given(text)).toEqual([code]));

  it("reads no code from a body mass index, a height or a distance", () => {
    for (const text of ["BMI 41", "Ht 181 cm", "runs 5 mi", "MS Contin 15 mg"]) expect(given(text)).toEqual([]);
  });

  it.each([
    "carcinoma of the thymus",
    "drug-induced psoriasis",
    "tropical diabetes",
    "diabetes mellitus (steroid-induced)",
    "pulmonry hypertension",
    "ischaemic hepatitis",
    "congenital torticollis neonatal",
  ])("asks where a word beside the condition is not of its term: %s", (text) => {
    expect(given(text)).toEqual([]);
    expect(asked(text).length).toBeGreaterThan(0);
  });
});

describe("a term is known by its words, whatever their order or form", () => {
  it.each([
    ["osteoarthritis of the left knee", "M17.9"],
    ["fractured left neck of femur", "S72.009A"],
    ["stenosis, lumbar spine", "M48.061"],
    ["disease of the coronary arteries", "I25.10"],
    ["1° heart block", "I44.0"],
    ["3° AV block", "I44.2"],
    ["2° hyperparathyroidism", "N25.81"],
    ["moderate AR", "I35.1"],
    ["Right hamstring tear", "S76.319A"],
    ["chronic obstructive airways disease", "J44.9"],
    ["post-thyroidectomy hypothyroidism", "E89.0"],
    ["steroid-induced osteoporosis", "M81.8"],
    ["type 2 diabetes with neuropathy", "E11.40"],
    ["T2DM complicated by gastroparesis", "E11.43"],
  ])("%s", (text, code) => expect(given(text)).toEqual([code]));
});

describe("an abbreviation with several meanings is asked unless the words decide", () => {
  it.each(["PD", "HD", "AS", "ED", "PA"])("asks %s", (text) => {
    expect(given(text)).toEqual([]);
    expect(asked(text).length).toBeGreaterThan(1);
  });
  it.each([
    ["ESRD on HD MWF", ["N18.6", "Z99.2"]],
    ["HD, chorea, on tetrabenazine", ["G10", "G25.5"]],
    ["severe AS", ["I35.0"]],
    ["AS on etanercept", ["M45.9"]],
    ["RTA with tibial fracture", ["V89.2XXA", "S82.209A"]],
    ["distal RTA", ["N25.89"]],
    ["PD on ropinirole", ["G20.A1"]],
    ["MS", ["G35.D"]],
  ])("%s", (text, codes) => expect(given(text)).toEqual(codes));
});

describe("an operation or a device keeps its code and tells its condition", () => {
  it.each([
    ["CABG 2009", "Z95.1", "I25.10"],
    ["stent to LAD", "Z95.5", "I25.10"],
    ["insulin pump", "Z96.41", "E10.9"],
  ])("%s", (text, code, condition) => {
    const [piece] = readConditions(text, { conditionIdOf: (one) => (one === condition ? "cause" : null) });
    expect(piece).toMatchObject({ status: "recognised", conditionId: "cause", codes: [{ code }] });
  });
  it("knows a pacemaker and oxygen at home", () => {
    expect(given("dual chamber pacemaker, home O2")).toEqual(["Z95.0", "Z99.81"]);
  });
});

describe("a misspelt name is offered and never applied", () => {
  it.each([
    ["hypothyrodism", "E03.9"],
    ["osteoporsis", "M81.0"],
    ["rhuematoid arthritis", "M06.9"],
    ["sarcodosis", "D86.9"],
    ["hypokaleamia", "E87.6"],
  ])("%s", (text, code) => {
    expect(given(text)).toEqual([]);
    expect(asked(text)).toContain(code);
  });
});

describe("every word is accounted for", () => {
  it.each([
    ["HTN, blorbitis, gout", ["blorbitis,"]],
    ["asthma and wibblosis", ["wibblosis"]],
    ["gout; zorbic disease of Flemm", ["zorbic disease of Flemm"]],
  ])("%s", (text, words) => expect(unread(text)).toEqual(words));

  it.each([
    "Hypertension, on ramipril, well controlled",
    "COPD (GOLD 3), under clinic",
    "T2DM - diet controlled, HbA1c 52",
    "PMHx: gout",
  ])("and ordinary details of a condition are no question: %s", (text) =>
    expect(read(text).map((piece) => piece.status)).toEqual(["recognised"]),
  );

  it("leaves an allergy to a drug to the drugs", () => {
    for (const text of ["penicillin allergy", "Allergic to codeine", "Allergies: trimethoprim - rash"])
      expect(read(text).map((piece) => piece.status)).toEqual(["not-condition"]);
  });
});
