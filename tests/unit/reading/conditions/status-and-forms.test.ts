import { describe, expect, it } from "vitest";
import { readConditions } from "@/lib/reading/conditions/read-conditions";

const polarities = (text: string): string[] =>
  readConditions(text, { conditionIdOf: () => null }).flatMap((piece) =>
    piece.codes.length > 0 ? [piece.polarity] : [],
  );

describe("what a form or a status says of a condition", () => {
  it.each([
    ["Psoriasis - Inactive", "past"],
    ["Gout (resolved)", "past"],
    ["hypokalaemia, corrected", "past"],
    ["corrected hyponatraemia", "past"],
    ["DVT - refuted", "negated"],
    ["Stroke (entered in error)", "negated"],
    ["Asthma: N", "negated"],
    ["Diabetes: No", "negated"],
    ["Epilepsy - No", "negated"],
    ["Epilepsy [x] No [ ] Yes", "negated"],
    ["COPD ☐ Yes ☒ No", "negated"],
    ["[ ] Gout", "negated"],
    ["Denies migraine", "negated"],
    ["Kidney stones? No", "negated"],
    ["Heart attack? N", "negated"],
    ["COPD ... No", "negated"],
    ["unlikely to be gout", "negated"],
    ["Gout | Resolved 03/2024", "past"],
    ["Asthma, in remission since 2011", "past"],
    ["used to have migraine", "past"],
    ["asthma (childhood)", "past"],
    ["TIA 2014", "past"],
    ["Gout? Yes", "present"],
    ["name: Asthma", "present"],
    ["name: Asthma; clinicalStatus: resolved", "past"],
    ["- name: Gout\n  status: refuted", "negated"],
    ['"condition": "Gout"\n"clinicalStatus": "inactive"', "past"],
    ["PE not ruled out", "uncertain"],
    ["Asthma [x] Yes [ ] No", "present"],
    ["[x] Gout", "present"],
    ["Hypertension - Active", "present"],
    ["Diabetes: Yes", "present"],
    ["COPD, confirmed", "present"],
  ])("%s is %s", (text, polarity) => expect(polarities(text)).toEqual([polarity]));

  it("gives each box its own condition", () => {
    expect(polarities("[x] Asthma [ ] Gout [x] COPD")).toEqual(["present", "negated", "present"]);
  });

  it("reads the status column of a table, and the ticks under yes and no", () => {
    const text = "Problem\tStatus\tOnset\nAsthma\tResolved\t2001\nGout\tActive\t2015\nDVT\tRefuted\t2019";
    expect(polarities(text)).toEqual(["past", "present", "negated"]);
    expect(polarities("Condition | Yes | No\nDiabetes | x |\nEpilepsy | | x")).toEqual(["present", "negated"]);
    expect(polarities("Condition | Relation\nGout | Father\nAsthma | Self")).toEqual(["family", "present"]);
  });
});

describe("whose condition it is", () => {
  it.each([
    "Mother, father and two brothers: diabetes",
    "Both parents hypertensive",
    "FH: gout; COPD; stroke",
    "Father - gout, COPD, stroke",
    "gout (brother)",
    "COPD in both parents",
    "wife has COPD",
    "paternal side - gout",
  ])("%s", (text) => expect(new Set(polarities(text))).toEqual(new Set(["family"])));

  it.each([
    "Wife reports confusion",
    "Lives with son, COPD",
    "brought in by daughter with cellulitis",
    "mother of two, asthma",
  ])("but is the patient's own: %s", (text) => expect(polarities(text)).toEqual(["present"]));
});

it("takes neither a person's name nor a mark of billing for a condition", () => {
  expect(polarities("Surname: Addison, seen by Dr Parkinson")).toEqual([]);
  const codes = readConditions("Gout (CMS/HCC)", { conditionIdOf: () => null }).flatMap((piece) => piece.codes);
  expect(codes.map(({ code }) => code)).toEqual(["M10.9"]);
});

it("holds what another condition came after for over", () => {
  expect(polarities("post-TB bronchiectasis")).toEqual(["past", "present"]);
});

describe("a history of now is present", () => {
  it.each([
    "2-day history of confusion",
    "3/7 hx of diarrhoea",
    "six week history of weight loss",
    "presents with a history of palpitations",
  ])("%s", (text) => expect(polarities(text)).toEqual(["present"]));
  it("and a history of what passes is over", () => expect(polarities("history of hypokalaemia")).toEqual(["past"]));
});

it("reads a line of ten thousand cues in linear time", () => {
  const start = performance.now();
  readConditions("no gout, ?asthma, mother COPD, ".repeat(2500), { conditionIdOf: () => null });
  const once = performance.now() - start;
  const again = performance.now();
  readConditions("no gout, ?asthma, mother COPD, ".repeat(10000), { conditionIdOf: () => null });
  expect(performance.now() - again).toBeLessThan(Math.max(400, once) * 12);
});
