import { describe, expect, it } from "vitest";
import { SIGN_IDS } from "@/lib/domain/symptom";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";

interface More {
  readonly drugs?: string[];
  readonly ageYears?: number;
  readonly conditions?: string[];
}

function flags(symptomText: string, { drugs = [], conditions = [], ageYears = 50 }: More = {}): string[] {
  const input = { medications: drugs, conditions, context: { asOf: "2026-11-30", ageYears, symptomText } };
  const { review } = reviewInput(input, { knowledge: loadKnowledge(), today: "2026-11-30" });
  return review.findings.filter(({ kind }) => kind === "red-flag").map(({ conditionId }) => conditionId ?? "");
}

/** Emergency, words that tell it, and words near to them that do not. */
const RULES: [string, string, string, More?][] = [
  ["dvt", "right calf puffy and hot since the coach trip", "both calves puffy by evening, as always"],
  [
    "pulmonary-embolism",
    "short of breath since lunch and one calf is swollen",
    "short of breath on hills for years, asthma",
  ],
  ["acute-limb-ischaemia", "left foot went white and ice cold an hour ago", "my feet are cold in bed"],
  [
    "chronic-limb-threatening-ischaemia",
    "foot pain at night, has to hang it out of bed",
    "no rest pain, walks two miles",
  ],
  ["compartment-syndrome", "leg in a cast, pain on passive stretch of the toes", "cast off last year, the calf cramps"],
  ["rhabdomyolysis", "thighs sore after the gym and my wee is like cola", "thighs sore after the gym, wee is pale"],
  ["cauda-equina", "numb between the legs and can't pee", "back pain, saddle sensation normal, bladder normal"],
  [
    "cord-compression",
    "mid back pain and both legs weak",
    "no back pain, legs strong",
    { conditions: ["breast cancer"] },
  ],
  ["tetany-low-calcium", "hands locked into claws, lips tingling", "hands cramp when I write"],
  ["tetanus", "rusty nail in the foot last week, jaw is locked", "rusty nail in the foot, had the tetanus jab"],
  ["severe-potassium", "woke and can't move my legs", "woke with cramp, then walked it off"],
  ["hyponatraemia-seizure", "drank litres of water, then confused and had a fit", "drank litres of water, feels well"],
  ["motor-neurone-disease", "hand is wasted and the arm twitches all day", "no wasting, no fasciculation"],
  ["guillain-barre", "tummy bug a fortnight ago, now my legs are weak", "tummy bug a fortnight ago, fine now"],
  ["nms-serotonin", "rigid, temperature 40, confused", "no fever, tone normal"],
  ["acute-dystonia", "after a sickness tablet my neck is twisted to one side", "after a sickness tablet I slept well"],
  ["adrenal-crisis", "ran out of prednisolone, vomiting and collapsed", "takes prednisolone every day, feels well"],
  ["heat-stroke", "dropped on a hot day on the march, incoherent", "cramps on a hot day on the march, clear headed"],
  ["deep-infection", "thigh agony, skin dusky with blisters, rigors", "blister on the heel from new boots"],
  [
    "drug-accumulation",
    "nodding off and arms jerking",
    "sleeps well",
    { drugs: ["gabapentin 600 mg three times daily"], conditions: ["CKD stage 4"] },
  ],
  [
    "statin-autoimmune-myopathy",
    "statin stopped in August, still can't get up from a chair",
    "statin stopped in August, strength is back to normal",
  ],
  [
    "quinine-bleeding",
    "gums bleeding and purple spots",
    "no bleeding, no rash",
    { drugs: ["quinine sulfate 300 mg at night"] },
  ],
  [
    "child-limb-alarm",
    "limping and temperature 39",
    "aching shins in the evening, runs about all day",
    { ageYears: 6 },
  ],
  ["stroke", "face drooped on one side and the arm is weak since breakfast", "his brother had a stroke"],
  [
    "overdose",
    "he swallowed the whole packet of his tablets tonight",
    "takes all his tablets every morning as prescribed",
  ],
  ["suicide-risk", "she says she would be better off dead", "I'm dying of boredom with these cramps"],
  [
    "anaphylaxis",
    "tongue swelling and wheezing ten minutes after the penicillin",
    "hay fever, wheeze in spring for years",
  ],
  [
    "gastrointestinal-bleeding",
    "black tarry stools since Monday on naproxen",
    "black stools since the iron tablets",
    { drugs: ["naproxen 500 mg twice daily"] },
  ],
  [
    "pre-eclampsia",
    "32 weeks pregnant, splitting headache and flashing lights",
    "32 weeks pregnant, leg cramps at night, ankles a bit puffy as always",
  ],
  [
    "myasthenic-crisis",
    "eyelids droop by evening, double vision, food sticks in my throat",
    "eyelids heavy with tiredness after the night shift",
    { drugs: ["rosuvastatin 20 mg"] },
  ],
  [
    "adrenal-crisis",
    "skin has gone darker, craving salt and dizzy when I stand",
    "skin darker from the holiday, cramps",
  ],
  [
    "chest-pain-or-breathlessness",
    "crushing chest pain down the left arm, sweaty",
    "no chest pain, chest clear, cramps at night",
  ],
  [
    "severe-dehydration",
    "diarrhoea all day, no wet nappies, drowsy",
    "one loose stool, drinking well, wet nappies as usual",
    { ageYears: 1 },
  ],
  ["rhabdomyolysis", "found on the bathroom floor, been there since last night", "slept on the floor for my back"],
];

describe("red flags over signs", () => {
  it.each(RULES)("%s is told by “%s” and not by “%s”", (emergency, told, near, more) => {
    expect(flags(told, more)).toContain(emergency);
    expect(flags(near, more)).not.toContain(emergency);
  });

  it("are not raised by what is denied, past, another's, feared or advised", () => {
    for (const words of [
      "no weakness, no dark urine and no swelling of either leg",
      "had a clot in the calf in 2009",
      "my mother had a seizure, I only have cramp",
      "I am worried about a clot",
      "come back if the leg swells or goes numb",
      "weak pulse of light, weak tea, a weak stream for years",
    ])
      expect(flags(words), words).toEqual([]);
  });

  it("tell how soon, and act-now only for now and today", () => {
    const { review } = reviewInput(
      { medications: [], context: { asOf: "2026-11-30", symptomText: "hand wasted, arm twitches all day" } },
      { knowledge: loadKnowledge(), today: "2026-11-30" },
    );
    expect(review.findings[0]).toMatchObject({ kind: "red-flag", howSoon: "within-days", priority: "review" });
  });
});

describe("a symptom that is ticked one way and told the other way", () => {
  const contradictions = (symptoms: Record<string, string>, symptomText: string) =>
    reviewInput(
      { medications: [], context: { asOf: "2026-11-30", ageYears: 50, symptoms, symptomText } },
      { knowledge: loadKnowledge(), today: "2026-11-30" },
    ).review.findings.filter(({ id }) => id === "missing-information:symptoms-contradict");

  it("is asked, with the words", () => {
    const [no] = contradictions({ weakness: "no" }, "can't climb the stairs any more");
    expect(no?.priority).toBe("review");
    expect(no?.reasons.join(" ")).toContain("weakness: answered no, the words say “can't climb");
    expect(contradictions({ fever: "yes" }, "apyrexial, cramps")).toHaveLength(1);
  });

  it("is not asked where both say the same or the words are of another", () => {
    expect(contradictions({ weakness: "no" }, "no weakness, cramps")).toEqual([]);
    expect(contradictions({ weakness: "yes" }, "can't climb the stairs")).toEqual([]);
    expect(contradictions({ weakness: "no" }, "my wife has weakness, I only have cramp")).toEqual([]);
  });
});

describe("what was said", () => {
  const answer = (context: Record<string, unknown>) =>
    reviewInput(
      { medications: [], context: { asOf: "2026-11-30", ...context } },
      { knowledge: loadKnowledge(), today: "2026-11-30" },
    ).review;

  it("is told clause by clause, and stands in unread where it was not understood", () => {
    const review = answer({ symptomText: "legs like jelly, my elbow throbs oddly at dusk, I like tea" });
    expect(review.symptoms?.find(({ id }) => id === "weakness")).toMatchObject({ polarity: "present" });
    expect(review.symptoms).toContainEqual({ id: null, kind: "no-symptom", quote: "I like tea" });
    const foreign = answer({ symptomText: "Mein linkes Bein schmerzt seit gestern" });
    expect(foreign.unread).toContainEqual(expect.objectContaining({ where: "context.symptomText" }));
    expect(foreign.findings).toContainEqual(expect.objectContaining({ kind: "unread", priority: "review" }));
  });

  it("keeps an unknown symptom and reports it; a known one counts", () => {
    const review = answer({ symptoms: { chestPain: "yes", hairLoss: "yes" } });
    expect(review.unread).toContainEqual(expect.objectContaining({ where: "context.symptoms.hairLoss" }));
    expect(review.findings.some(({ kind }) => kind === "red-flag")).toBe(true);
  });

  it("has words in the content for every sign that is counted", () => {
    const told = loadKnowledge()
      .symptoms.filter(({ kind }) => kind === "sign")
      .map(({ id }) => id);
    expect(told.sort()).toEqual([...SIGN_IDS].sort());
  });
});
