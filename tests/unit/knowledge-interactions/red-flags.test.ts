import { describe, expect, it } from "vitest";
import { buildKnowledge } from "@/lib/knowledge/load/build-knowledge";
import { readContentFiles } from "@/lib/knowledge/load/content-files";
import { review } from "@/lib/review/review";
import { caseOf, RowCase } from "./case-of-row";

const { knowledge } = buildKnowledge(readContentFiles());

/** Red flags of a case, by what they stand for. */
function flagsOf(given: Partial<RowCase>): string[] {
  const findings = review(caseOf(RowCase.parse({ drugs: ["cetirizine"], ...given }), knowledge), knowledge).findings;
  return findings.filter(({ kind }) => kind === "red-flag").map(({ id }) => id.replace("red-flag:", ""));
}

describe("a red flag answered yes", () => {
  const ANSWERS: [Record<string, "yes">, string][] = [
    [{ oneSidedSwelling: "yes" }, "dvt"],
    [{ coldLimb: "yes" }, "acute-limb-ischaemia"],
    [{ restPain: "yes" }, "chronic-limb-threatening-ischaemia"],
    [{ weakness: "yes" }, "weakness"],
    [{ wasting: "yes" }, "motor-neurone-disease"],
    [{ fasciculation: "yes" }, "motor-neurone-disease"],
    [{ darkUrine: "yes" }, "rhabdomyolysis"],
    [{ bladderChange: "yes" }, "cauda-equina"],
    [{ numbness: "yes" }, "peripheral-neuropathy"],
    [{ tetany: "yes" }, "tetany-low-calcium"],
    [{ fever: "yes" }, "fever"],
    [{ fever: "yes", rigidity: "yes" }, "nms-serotonin"],
    [{ fever: "yes", severeLocalPain: "yes" }, "deep-infection"],
    [{ heatExposure: "yes", collapse: "yes" }, "heat-stroke"],
    [{ collapse: "yes" }, "collapse"],
    [{ confusion: "yes" }, "hyponatraemia-seizure"],
    [{ seizure: "yes" }, "hyponatraemia-seizure"],
  ];

  it.each(ANSWERS)("%o is %s, and comes first", (symptoms, flag) => {
    expect(flagsOf({ symptoms })).toContain(flag);
  });

  it.each(ANSWERS)("%o answered no raises nothing", (symptoms) => {
    expect(flagsOf({ symptoms: Object.fromEntries(Object.keys(symptoms).map((id) => [id, "no" as const])) })).toEqual(
      [],
    );
  });

  it("asks for numbness only where no neuropathy is known", () => {
    expect(flagsOf({ symptoms: { numbness: "yes" }, conditions: ["G62.9"] })).toEqual([]);
  });

  it("joins palpitations to a drug or a result", () => {
    expect(flagsOf({ drugs: ["hydrochlorothiazide"], symptoms: { palpitations: "yes" } })).toContain(
      "palpitations-with-potassium-or-qt-drug",
    );
    expect(flagsOf({ drugs: ["sotalol"], symptoms: { palpitations: "yes" } })).toContain(
      "palpitations-with-potassium-or-qt-drug",
    );
    expect(
      flagsOf({ symptoms: { palpitations: "yes" }, labs: [{ id: "potassium", value: 2.9, unit: "mmol/L" }] }),
    ).toContain("palpitations-with-potassium-or-qt-drug");
    expect(flagsOf({ symptoms: { palpitations: "yes" } })).toEqual([]);
  });

  it("joins bleeding to quinine", () => {
    expect(flagsOf({ drugs: ["quinine"], symptoms: { bleeding: "yes" } })).toContain("quinine-bleeding");
    expect(flagsOf({ drugs: ["ramipril"], symptoms: { bleeding: "yes" } })).toEqual([]);
    expect(flagsOf({ drugs: ["quinine"] })).toEqual([]);
  });

  it("takes a low platelet count or a purpura on the list for a reaction to quinine until it is shown not to be", () => {
    expect(flagsOf({ drugs: ["quinine"], conditions: ["D69.3"] })).toContain("quinine-bleeding");
    expect(flagsOf({ drugs: ["quinine"], labs: [{ id: "platelets", value: 12, unit: "10^9/L" }] })).toContain(
      "quinine-bleeding",
    );
    expect(flagsOf({ drugs: ["ramipril"], conditions: ["D69.3"] })).toEqual([]);
    expect(flagsOf({ drugs: ["quinine"], labs: [{ id: "platelets", value: 230, unit: "10^9/L" }] })).toEqual([]);
  });

  it("reads a very high creatine kinase as rhabdomyolysis", () => {
    expect(flagsOf({ drugs: ["atorvastatin"], labs: [{ id: "ck", value: 5000, unit: "U/L" }] })).toContain(
      "rhabdomyolysis",
    );
    expect(flagsOf({ drugs: ["atorvastatin"], labs: [{ id: "ck", value: 900, unit: "U/L" }] })).toEqual([]);
  });

  it("reads weakness with a potassium far off as a paralysis", () => {
    expect(
      flagsOf({ symptoms: { weakness: "yes" }, labs: [{ id: "potassium", value: 1.9, unit: "mmol/L" }] }),
    ).toContain("severe-potassium");
    expect(
      flagsOf({ symptoms: { weakness: "yes" }, labs: [{ id: "potassium", value: 4.1, unit: "mmol/L" }] }),
    ).not.toContain("severe-potassium");
  });

  it("is about a child only below 18 and only with an alarm", () => {
    expect(flagsOf({ ageYears: 9, symptoms: { fever: "yes" } })).toContain("child-limb-alarm");
    expect(flagsOf({ ageYears: 9 })).toEqual([]);
    expect(flagsOf({ ageYears: 40, symptoms: { fever: "yes" } })).not.toContain("child-limb-alarm");
  });
});

describe("free words", () => {
  const MEANT: [string, string][] = [
    ["Cramps since Monday, cola-coloured urine this morning", "rhabdomyolysis"],
    ["thighs ache and his urine turned brown", "rhabdomyolysis"],
    ["tea colored urine after a long run", "rhabdomyolysis"],
    ["one calf swollen and warm after the flight", "dvt"],
    ["Right calf is red, hot and bigger: right calf swollen", "dvt"],
    ["carpopedal spasm on taking the blood pressure", "tetany-low-calcium"],
    ["Trousseau's sign, tingling around the mouth", "tetany-low-calcium"],
    ["hands lock up, tingling lips", "tetany-low-calcium"],
    ["can't feel my feet since yesterday", "peripheral-neuropathy"],
    ["proximal weakness MRC 4/5", "weakness"],
    ["can't climb stairs any more", "weakness"],
    ["legs are getting weaker week by week", "weakness"],
    ["thenar wasting and twitches all over", "motor-neurone-disease"],
    ["widespread fasciculations", "motor-neurone-disease"],
    ["foot is ice cold and there are no foot pulses", "acute-limb-ischaemia"],
    ["hangs his leg out of bed at night", "chronic-limb-threatening-ischaemia"],
    ["numb between the legs and cannot pass urine", "cauda-equina"],
    ["lead-pipe rigidity, 39.5, on haloperidol", "nms-serotonin"],
    ["collapsed at a marathon, confused", "heat-stroke"],
    ["blacked out twice", "collapse"],
    ["had a seizure in the ambulance", "hyponatraemia-seizure"],
    ["new confusion and lethargy", "hyponatraemia-seizure"],
    ["febrile, shaking chills", "fever"],
    ["woke up unable to move his legs", "severe-potassium"],
    ["QTc of 500 on the ECG", "long-qt-with-drug-or-low-electrolyte"],
  ];

  it.each(MEANT)("“%s” is %s", (symptomText, flag) => {
    expect(flagsOf({ symptomText })).toContain(flag);
  });

  const NOT_MEANT = [
    "No dark urine, no weakness, no swelling.",
    "Denies fever, weakness or numbness",
    "Both calves cramp at night, relieved by stretching",
    "Cramps in the left calf, twice a week, hardening that can be felt",
    "without swelling of one leg",
    "his mother had a seizure",
    "Cold feet in winter, as always",
    "Twinges after the gym",
  ];

  it.each(NOT_MEANT)("“%s” raises nothing", (symptomText) => {
    expect(flagsOf({ symptomText })).toEqual([]);
  });
});

describe("a problem list", () => {
  // Chronic diagnoses hold words that are alarms in a story of today.
  const CHRONIC = [
    "Hay fever",
    "Rheumatic fever in childhood",
    "Urinary incontinence",
    "BPH with urinary retention",
    "Seizure disorder",
    "Muscle weakness (generalized)",
    "Hemiparesis after stroke",
    "Overactive bladder",
    "Vertebral collapse L1",
    "Delirium superimposed on dementia, resolved",
    "Tetanus immunisation 2019",
    "Concussion with loss of consciousness 1998",
    "Raynaud's, cold hands",
    "Foot drop, left, old",
    "Dysphagia",
  ];

  it.each(CHRONIC)("“%s” is no red flag by its words", (text) => {
    const patientCase = caseOf(RowCase.parse({ drugs: ["cetirizine"] }), knowledge);
    const listed = {
      ...patientCase,
      conditions: [
        {
          text,
          start: 0,
          end: text.length,
          status: "unrecognised" as const,
          polarity: "present" as const,
          codes: [],
          conditionId: null,
        },
      ],
    };
    expect(
      review(listed, knowledge)
        .findings.filter(({ kind }) => kind === "red-flag")
        .map(({ title }) => title),
    ).toEqual([]);
  });
});

describe("the content of red flags", () => {
  it("says for each what to do and how soon, with a source", () => {
    expect(
      knowledge.redFlags.filter(
        (flag) => flag.sources.length === 0 || flag.options.length === 0 || flag.howSoon === "",
      ),
    ).toEqual([]);
  });
});
