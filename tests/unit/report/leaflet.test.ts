import { describe, expect, it } from "vitest";
import type { CaseInput } from "@/lib/domain/case";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { documentText } from "@/lib/report/formats/text/document";
import { leafletOf } from "@/lib/report/leaflet/choose-leaflet";
import type { Leaflet } from "@/lib/domain/leaflet";
import { leafletDocument } from "@/lib/report/documents/leaflet";
import { reportInput } from "./fixtures";

const knowledge = loadKnowledge();

/** Everything that gates ask for answered “no”, kidneys and sodium well: a patient for whom each piece is right. */
const WELL: CaseInput = {
  medications: "Atorvastatin 20 mg daily",
  conditions: ["Gout"],
  labs: "Creatinine 70 umol/L 20 Nov 2026, Sodium 140 mmol/L 20 Nov 2026, Potassium 4.2 mmol/L 20 Nov 2026",
  context: {
    asOf: "2026-11-22",
    jurisdiction: "UK",
    birthYear: 1976,
    sex: "female",
    pregnant: false,
    dialysis: false,
    symptoms: {
      oneSidedSwelling: "no",
      severeLocalPain: "no",
      coldLimb: "no",
      numbness: "no",
      restPain: "no",
      collapse: "no",
    },
  },
};

function leaflet(change: Partial<CaseInput> = {}, context: Record<string, unknown> = {}): Leaflet {
  return leafletOf(
    reviewInput({ ...WELL, ...change, context: { ...WELL.context, ...context } }, { knowledge, today: "2026-11-22" })
      .patientCase,
    knowledge,
  );
}

const symptoms = (answers: Record<string, string>) => ({
  symptoms: {
    oneSidedSwelling: "no",
    severeLocalPain: "no",
    coldLimb: "no",
    numbness: "no",
    restPain: "no",
    collapse: "no",
    ...answers,
  },
});
const ids = ({ pieces }: Leaflet) => pieces.map(({ id }) => id);
const text = (of: Leaflet, id: string) => of.pieces.find((piece) => piece.id === id)?.text ?? null;
const all = (of: Leaflet) => of.pieces.map((piece) => [piece.heading, piece.text, ...piece.points].join(" ")).join(" ");

const MORE_TO_DRINK = /drink a bit more/i;

describe("the leaflet of a patient of whom everything is known and well", () => {
  it("has the plain pieces and nothing that is for others", () => {
    const well = leaflet();
    expect(ids(well)).toEqual(
      expect.arrayContaining([
        "what-it-is",
        "get-help-now",
        "call-an-ambulance",
        "stretch-now",
        "rub-and-walk",
        "warm-or-cold",
        "evening-stretches",
        "bed-and-posture",
        "shoes",
        "move",
        "drinking",
        "alcohol",
        "your-medicines",
        "diary",
        "come-back",
      ]),
    );
    for (const id of [
      "do-not-rub",
      "no-heat",
      "look-at-your-feet",
      "drinking-with-a-plan",
      "move-in-pregnancy",
      "no-magnesium",
      "no-potassium",
      "children",
    ])
      expect(ids(well)).not.toContain(id);
    expect(well).toMatchObject({ leftOut: [], notKnown: [] });
    expect(all(well)).toMatch(MORE_TO_DRINK);
  });
});

describe("what would harm this patient is left out", () => {
  it.each<[string, Partial<CaseInput>, Record<string, unknown>]>([
    ["heart failure", { conditions: ["Heart failure"] }, {}],
    ["dialysis, as answered", {}, { dialysis: true }],
    ["dialysis, by code", { conditions: ["Z99.2"] }, {}],
    ["chronic kidney disease", { conditions: ["N18.4"] }, {}],
    [
      "an eGFR under 30",
      { labs: "Creatinine 300 umol/L 20 Nov 2026, Sodium 140 mmol/L 20 Nov 2026, Potassium 4.2 mmol/L 20 Nov 2026" },
      {},
    ],
    ["cirrhosis", { conditions: ["Cirrhosis"] }, {}],
    [
      "a low sodium",
      { labs: "Sodium 124 mmol/L 20 Nov 2026, Creatinine 70 umol/L 20 Nov 2026, Potassium 4.2 mmol/L 20 Nov 2026" },
      {},
    ],
    ["desmopressin", { medications: "Desmopressin 200 micrograms at night" }, {}],
  ])("never tells to drink more with %s, but to keep to the plan", (_, change, context) => {
    const own = leaflet(change, context);
    expect(all(own)).not.toMatch(MORE_TO_DRINK);
    expect(ids(own)).not.toContain("drinking");
    expect(ids(own)).toContain("drinking-with-a-plan");
  });

  it.each<[string, Partial<CaseInput>, Record<string, unknown>]>([
    ["chronic kidney disease", { conditions: ["N18.5"] }, {}],
    ["dialysis", {}, { dialysis: true }],
    [
      "an eGFR under 30",
      { labs: "Creatinine 300 umol/L 20 Nov 2026, Sodium 140 mmol/L 20 Nov 2026, Potassium 4.2 mmol/L 20 Nov 2026" },
      {},
    ],
  ])("warns of magnesium with %s", (_, change, context) => {
    expect(text(leaflet(change, context), "no-magnesium")).toContain("Do not take magnesium.");
  });

  it.each<[string, Partial<CaseInput>]>([
    ["an ACE inhibitor", { medications: "Ramipril 5 mg daily" }],
    ["an angiotensin receptor blocker", { medications: "Losartan 50 mg daily" }],
    ["spironolactone", { medications: "Spironolactone 25 mg daily" }],
    ["amiloride", { medications: "Amiloride 5 mg daily" }],
    ["trimethoprim", { medications: "Trimethoprim 200 mg twice daily" }],
    [
      "an eGFR under 60",
      { labs: "Creatinine 120 umol/L 20 Nov 2026, Sodium 140 mmol/L 20 Nov 2026, Potassium 4.2 mmol/L 20 Nov 2026" },
    ],
    [
      "a high potassium",
      { labs: "Creatinine 70 umol/L 20 Nov 2026, Sodium 140 mmol/L 20 Nov 2026, Potassium 5.9 mmol/L 20 Nov 2026" },
    ],
  ])("warns of potassium and salt substitutes with %s", (_, change) => {
    expect(text(leaflet(change), "no-potassium")).toMatch(/Do not take potassium\. Do not use a salt substitute/);
  });

  it.each<[string, Partial<CaseInput>, Record<string, unknown>]>([
    ["a swollen leg", {}, symptoms({ oneSidedSwelling: "yes" })],
    ["a known deep vein thrombosis", { conditions: ["DVT of left leg"] }, {}],
    ["severe pain in one place", {}, symptoms({ severeLocalPain: "yes" })],
    ["a cold limb", {}, symptoms({ coldLimb: "yes" })],
  ])("neither rubs nor stretches with %s", (_, change, context) => {
    const own = leaflet(change, context);
    for (const id of ["rub-and-walk", "stretch-now", "evening-stretches"]) expect(ids(own)).not.toContain(id);
    expect(ids(own)).toContain("do-not-rub");
    expect(own.leftOut.find(({ id }) => id === "rub-and-walk")?.because).not.toBe("");
  });

  it.each<[string, Partial<CaseInput>, Record<string, unknown>]>([
    ["numbness", {}, symptoms({ numbness: "yes" })],
    ["neuropathy", { conditions: ["G62.9"] }, {}],
    ["diabetes", { conditions: ["Type 2 diabetes"] }, {}],
    ["peripheral arterial disease", { conditions: ["Peripheral arterial disease"] }, {}],
  ])("puts no heat on skin that may not feel it: %s", (_, change, context) => {
    const own = leaflet(change, context);
    expect(ids(own)).not.toContain("warm-or-cold");
    expect(text(own, "no-heat")).toContain("Do not use a hot water bottle");
  });

  it("leaves the pillow under the knees out with arterial disease and pain at rest", () => {
    for (const own of [
      leaflet({ conditions: ["Peripheral arterial disease"] }),
      leaflet({}, symptoms({ restPain: "yes" })),
    ])
      expect(all(own)).not.toContain("pillow");
  });

  it("speaks to the pregnant, to children and to nobody else of these", () => {
    expect(ids(leaflet({}, { pregnant: true }))).toContain("move-in-pregnancy");
    expect(ids(leaflet({}, { birthYear: 2016 }))).toContain("children");
    expect(ids(leaflet({}, { birthYear: 2016 }))).not.toContain("alcohol");
    expect(ids(leaflet({}, { pregnant: null }))).not.toContain("move-in-pregnancy");
  });
});

describe("what is not known is never read as no", () => {
  const unknown = leaflet(
    { labs: "", medications: "Atorvastatin 20 mg daily", conditions: [] },
    { dialysis: null, pregnant: null, symptoms: {}, birthYear: null, sex: "unknown" },
  );

  it("words kidneys, drinking, rubbing, heat and stretching with care", () => {
    expect(text(unknown, "no-magnesium")).toContain("We have not seen how well yours work.");
    expect(text(unknown, "no-potassium")).toContain("before you ask us");
    expect(text(unknown, "drinking")).toContain("If you were told to limit how much you drink, keep to that.");
    expect(text(unknown, "rub-and-walk")).toMatch(/^Do not rub a leg that is swollen/);
    expect(text(unknown, "stretch-now")).toMatch(/^Look at both legs first/);
    expect(text(unknown, "warm-or-cold")).toMatch(/^Use warm or cold only if you can feel/);
    expect(all(unknown)).not.toMatch(MORE_TO_DRINK);
  });

  it("tells the clinician which answers are missing", () => {
    expect(unknown.notKnown.find(({ id }) => id === "drinking")?.missing).toEqual(
      expect.arrayContaining(["dialysis", "eGFR under 30"]),
    );
    expect(unknown.notKnown.find(({ id }) => id === "rub-and-walk")?.missing).toContain("one sided swelling");
  });

  it("takes care with drugs when a line was not read, since it may be the drug that matters", () => {
    const unread = leaflet({ medications: "Atorvastatin 20 mg daily\nZaroxlyn 5mg" });
    expect(text(unread, "no-potassium")).toContain("before you ask us");
    expect(text(unread, "drinking")).not.toMatch(MORE_TO_DRINK);
  });

  it("takes care with conditions when none was entered or one was not read", () => {
    expect(text(leaflet({ conditions: [] }), "drinking")).not.toMatch(MORE_TO_DRINK);
    expect(text(leaflet({ conditions: ["Gout", "qqqqxyz"] }), "drinking")).not.toMatch(MORE_TO_DRINK);
  });
});

describe("every leaflet", () => {
  it.each([
    ["of the well", leaflet()],
    ["of the unknown", leaflet({ labs: "", conditions: [] }, { symptoms: {}, dialysis: null })],
    ["with a clot", leaflet({}, symptoms({ oneSidedSwelling: "yes" }))],
  ])("says when to get help and that no medicine is changed alone: %s", (_, own) => {
    const printed = documentText(leafletDocument(own, reportInput().identity)).replace(/\s+/g, " ");
    expect(printed).toMatch(/GET HELP TODAY.*One leg is swollen, red or warm\..*CALL AN AMBULANCE/);
    expect(printed).toContain("Do not stop or change a medicine by yourself.");
    expect(printed).toContain("Given to you by");
  });

  it("has every piece of the content in one of the two: printed, or told to the clinician, or for others", () => {
    for (const own of [leaflet(), leaflet({ conditions: ["Heart failure", "Type 2 diabetes"] })]) {
      const told = new Set([...ids(own), ...own.leftOut.map(({ id }) => id), ...own.notKnown.map(({ id }) => id)]);
      const missing = knowledge.leaflet.filter((piece) => !told.has(piece.id));
      expect(missing.every((piece) => piece.onlyWhen !== undefined)).toBe(true);
    }
  });
});

const printed = (of: Leaflet) => documentText(leafletDocument(of, reportInput().identity)).replace(/\s+/g, " ");
const results = (others: string) => ({ labs: `Creatinine 70 umol/L 20 Nov 2026, ${others}` });

describe("the leaflet never speaks against the treatment", () => {
  it.each<[string, Partial<CaseInput>, Record<string, unknown>, RegExp]>([
    [
      "potassium chloride",
      { medications: "Potassium chloride 600 mg twice daily\nLosartan 50 mg daily" },
      {},
      /do not take potassium/i,
    ],
    [
      "potassium citrate that is planned",
      { medications: "Ramipril 5 mg daily\nto start potassium citrate tomorrow" },
      {},
      /do not take potassium/i,
    ],
    [
      "a low potassium",
      { medications: "Ramipril 5 mg daily", ...results("Potassium 2.9 mmol/L 20 Nov 2026") },
      {},
      /do not take potassium/i,
    ],
    [
      "a low potassium of a child",
      results("Potassium 2.9 mmol/L (3.5-5.0) 20 Nov 2026"),
      { birthYear: 2016 },
      /potassium or other tablets/i,
    ],
    [
      "magnesium on dialysis",
      { medications: "Magnesium oxide 400 mg daily" },
      { dialysis: true },
      /do not take magnesium|not shown that magnesium/i,
    ],
    [
      "a low magnesium in kidney disease",
      { conditions: ["N18.5"], ...results("Magnesium 0.4 mmol/L 20 Nov 2026") },
      {},
      /do not take magnesium|not shown that magnesium/i,
    ],
    [
      "calcium with a low calcium",
      { medications: "Adcal-D3 twice daily", ...results("Calcium 1.9 mmol/L 20 Nov 2026") },
      {},
      /ask us before you take\s+calcium/i,
    ],
    ["quinine", { medications: "Quinine sulfate 200 mg at night" }, {}, /hardly ever used/i],
    ["salt tablets", { medications: "Slow sodium 600 mg four times daily" }, {}, /spoons of salt/i],
    ["a low sodium", results("Sodium 124 mmol/L 20 Nov 2026"), {}, /spoons of salt/i],
    ["Addison's disease", { conditions: ["Addison's disease"] }, {}, /spoons of salt/i],
  ])("with %s", (_, change, context, words) => {
    const own = leaflet(change, context);
    expect(printed(own)).not.toMatch(words);
  });

  it("tells who takes it to keep to what was told, and the clinician what was left out", () => {
    const own = leaflet({ medications: "Potassium chloride 600 mg twice daily\nLosartan 50 mg daily" });
    expect(text(own, "potassium-as-told")).toContain("Keep to what they told you.");
    expect(own.leftOut.find(({ id }) => id === "no-potassium")?.because).toContain("potassium-products");
  });

  it("still warns where potassium is neither taken nor low", () => {
    const own = leaflet({ medications: "Losartan 50 mg daily", ...results("Potassium 4.6 mmol/L 20 Nov 2026") });
    expect(text(own, "no-potassium")).toContain("Do not take potassium.");
    expect(ids(own)).not.toContain("potassium-as-told");
  });
});

describe("how urgent a sign is", () => {
  const own = leaflet();
  const points = (id: string) => own.pieces.find((piece) => piece.id === id)?.points.join(" ") ?? "";

  it("calls an ambulance for a cold, pale or blue leg, in every piece that speaks of one", () => {
    expect(points("call-an-ambulance")).toContain("A leg or foot turns cold, pale or blue.");
    expect(points("get-help-now")).not.toMatch(/cold|pale|blue/);
    const careful = leaflet({ labs: "", conditions: [] }, { symptoms: {} });
    const cold = leaflet({}, symptoms({ coldLimb: "yes" }));
    for (const piece of [...careful.pieces, ...cold.pieces].filter((one) => /\bcold, pale|is cold\b/.test(one.text)))
      expect(piece.text).toContain("call an ambulance");
  });

  it("names tetany, and weakness in one list only", () => {
    expect(points("get-help-now")).toContain("Your hands or feet lock up, or your lips tingle.");
    expect(points("get-help-now")).toContain("You feel weak");
    expect(text(own, "come-back")).not.toContain("weak");
  });
});
