import { describe, expect, it } from "vitest";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { Interaction } from "@/lib/knowledge/schema";
import { review } from "@/lib/review/review";
import { caseOf, found, idsOf, type CaseParts } from "@/tests/unit/review/fixtures/cases";
import { knowledgeWith, testKnowledge } from "@/tests/unit/review/fixtures/knowledge";

const row = (given: object): Interaction =>
  Interaction.parse({
    ruleId: "INT-900",
    problem: "other-interactions",
    type: "drug-drug",
    mechanismText: "How.",
    options: ["Consider it"],
    sources: ["src-a"],
    checked: "2026-11-22",
    verified: true,
    reviewBy: "2027-11-22",
    ...given,
  });

/** Major pairs inside the drugs that raise potassium, and one whose label gives a limit. */
const majorPairs = knowledgeWith({
  interactions: [
    row({
      id: "spiro-acei",
      title: "Spironolactone with ACE inhibitor",
      severity: "major",
      drugs: [{ ingredients: ["spironolactone"] }, { classes: ["acei"] }],
      mechanisms: ["hyperkalaemia"],
      effect: "High potassium, sudden death.",
      labs: ["potassium"],
    }),
    row({
      id: "salts-acei",
      ruleId: "INT-901",
      title: "Potassium with ACE inhibitor",
      severity: "major",
      drugs: [{ ingredients: ["potassium chloride"] }, { classes: ["acei"] }],
      mechanisms: ["hyperkalaemia"],
      effect: "High potassium.",
    }),
  ],
});
const reviewed = (parts: CaseParts, knowledge = testKnowledge) => review(caseOf(parts), knowledge);
const attention = (parts: CaseParts, knowledge = testKnowledge) =>
  reviewed(parts, knowledge)
    .findings.filter(({ priority }) => priority !== "info")
    .map(({ id }) => id);

describe("a major pair inside a bigger cluster of its mechanism", () => {
  const three = { meds: ["spironolactone", "lisinopril", "potassium chloride"] };

  it("is told in the cluster, which becomes as loud and names the pair in its title", () => {
    const one = { meds: ["spironolactone", "lisinopril", "diclofenac"] };
    const cluster = found(reviewed(one, majorPairs), "interaction:additive-hyperkalaemia");
    expect(cluster).toMatchObject({
      priority: "review",
      title: "Three drugs that can raise potassium, among them spironolactone with lisinopril (major)",
    });
    expect(cluster.reasons).toContain("Spironolactone with lisinopril (major): High potassium, sudden death.");
    expect(cluster.reasons.at(-1)).toContain("one pair of them a major interaction");
  });

  it("counts the pairs where there are several", () => {
    expect(found(reviewed(three, majorPairs), "interaction:additive-hyperkalaemia").title).toBe(
      "Three drugs that can raise potassium, with two major pairs among them",
    );
  });

  it("stays in the review at info, says where it is told, and asks for no test of its own", () => {
    const answer = reviewed(three, majorPairs);
    expect(found(answer, "interaction:spiro-acei")).toMatchObject({
      priority: "info",
      foldedInto: "interaction:additive-hyperkalaemia",
    });
    expect(found(answer, "interaction:spiro-acei").reasons.at(-1)).toMatch(
      /^Told in: Three drugs that can raise potassium/,
    );
    expect(attention(three, majorPairs).filter((id) => id.startsWith("interaction:"))).toEqual([
      "interaction:additive-hyperkalaemia",
    ]);
  });

  it("is a finding of its own where the cluster holds no other drug", () => {
    const answer = reviewed({ meds: ["spironolactone", "lisinopril"] }, majorPairs);
    expect(found(answer, "interaction:spiro-acei").priority).toBe("review");
    expect(idsOf(answer)).not.toContain("interaction:additive-hyperkalaemia");
  });

  it("is a finding of its own where the latest result speaks against the cluster", () => {
    const answer = reviewed({ ...three, labs: [["potassium", 3.0, "mmol/L"]] }, majorPairs);
    expect(found(answer, "interaction:spiro-acei").priority).toBe("review");
  });

  it("joins by one ingredient of a combination", () => {
    const combined = {
      meds: [{ ingredients: ["spironolactone"] }, { ingredients: ["lisinopril", "amlodipine"] }, "potassium chloride"],
    };
    const knowledge = knowledgeWith({
      interactions: [
        row({
          id: "spiro-either",
          title: "x",
          severity: "major",
          drugs: [{ ingredients: ["spironolactone"] }, { ingredients: ["lisinopril", "amlodipine"] }],
          mechanisms: ["hyperkalaemia"],
          effect: "High potassium.",
        }),
      ],
    });
    expect(found(reviewed(combined, knowledge), "interaction:spiro-either").foldedInto).toBe(
      "interaction:additive-hyperkalaemia",
    );
  });
});

describe("what is never folded", () => {
  it("a contraindicated pair, whatever the cluster", () => {
    const knowledge = knowledgeWith({
      interactions: [
        row({
          id: "never",
          title: "x",
          severity: "contraindicated",
          drugs: [{ ingredients: ["spironolactone"] }, { classes: ["acei"] }],
          mechanisms: ["hyperkalaemia"],
          effect: "High potassium.",
        }),
      ],
    });
    expect(
      found(reviewed({ meds: ["spironolactone", "lisinopril", "potassium chloride"] }, knowledge), "interaction:never"),
    ).toMatchObject({ priority: "act-now" });
  });

  it("a pair whose limit in the label is a matter of its own", () => {
    const knowledge = knowledgeWith({
      interactions: [
        row({
          id: "capped",
          title: "x",
          severity: "major",
          drugs: [{ ingredients: ["simvastatin"] }, { ingredients: ["fenofibrate"] }],
          caps: [{ of: "simvastatin", maxDailyMg: 20, source: "src-a" }],
          mechanisms: ["myopathy"],
          effect: "Myopathy.",
        }),
      ],
    });
    const answer = reviewed(
      { meds: [{ ingredients: ["simvastatin"], strength: "40 mg", frequency: "daily" }, "fenofibrate"] },
      knowledge,
    );
    expect(found(answer, "interaction:capped").priority).toBe("review");
  });

  it("a critical result", () => {
    expect(
      found(
        reviewed({
          meds: ["hydrochlorothiazide", "furosemide"],
          labs: [["potassium", 2.1, "mmol/L", { date: "2026-11-20" }]],
        }),
        "lab-result:potassium",
      ),
    ).toMatchObject({ priority: "act-now" });
  });
});

describe("a result that a cluster explains", () => {
  const parts: CaseParts = {
    meds: ["hydrochlorothiazide", "furosemide", "salmeterol"],
    labs: [["potassium", 3.1, "mmol/L"]],
  };

  it("is told in the cluster and stays at info, with its value", () => {
    const answer = reviewed(parts);
    expect(found(answer, "interaction:additive-hypokalaemia").reasons).toContain(
      "Potassium 3.1 mmol/L on 1 Nov 2026, below 3.5 mmol/L",
    );
    expect(found(answer, "lab-result:potassium")).toMatchObject({
      priority: "info",
      foldedInto: "interaction:additive-hypokalaemia",
    });
  });

  it("is a finding of its own where one drug alone explains it", () => {
    const single = found(
      reviewed({ meds: ["hydrochlorothiazide"], labs: [["potassium", 3.1, "mmol/L"]] }),
      "lab-result:potassium",
    );
    expect(single.priority).toBe("consider");
    expect(single.foldedInto).toBeUndefined();
  });

  it("leaves a weak drug of a commissioned group on the line of its group, saying where it is told", () => {
    const loop = found(reviewed(parts), "medication:loop");
    expect(loop).toMatchObject({ priority: "consider", byFloor: true });
    expect(loop.reasons.at(-1)).toBe("Told in: Three drugs that can lower potassium");
  });

  it("leaves strong drugs as loud as they are", () => {
    expect(found(reviewed(parts), "medication:thiazide").priority).toBe("review");
    expect(found(reviewed(parts), "medication:laba").priority).toBe("review");
  });

  it("takes in a row about its drugs and the result", () => {
    const answer = reviewed({
      meds: ["hydrochlorothiazide", "salmeterol", "albuterol"].map((name) =>
        name === "albuterol" ? { ingredients: [name], route: "inhaled" } : name,
      ),
      labs: [["potassium", 3.1, "mmol/L"]],
    });
    expect(idsOf(answer)).not.toContain("interaction:beta2-lab");
    expect(found(answer, "interaction:additive-hypokalaemia").reasons.join()).toContain("Effect of beta2-lab.");
  });
});

describe("five drugs and one low potassium", () => {
  it("are told as one cause beside the drugs, and not once for each pair", () => {
    const loud = attention({
      meds: [
        "hydrochlorothiazide",
        "furosemide",
        "salmeterol",
        "omeprazole",
        { ingredients: ["albuterol"], route: "inhaled" },
      ],
      labs: [["potassium", 3.1, "mmol/L"]],
    });
    expect(loud.filter((id) => !id.startsWith("medication:"))).toEqual(["interaction:additive-hypokalaemia"]);
  });
});

describe("results about one organ", () => {
  it("are told in one finding where the other is as loud", () => {
    const urea = {
      ...testKnowledge.labs[0]!,
      id: "urea",
      name: "Urea",
      loinc: [{ code: "22664-7", unit: "mmol/L" }],
      ranges: [{ unit: "mmol/L", low: 2.5, high: 7.8, source: "src-a" }],
      critical: [{ unit: "mmol/L", low: null, high: 30, source: "src-a" }],
      plausible: null,
      lowMeans: undefined,
      highMeans: undefined,
    };
    const creatinine = testKnowledge.labs.find(({ id }) => id === "creatinine")!;
    const knowledge = knowledgeWith({
      labs: [
        ...testKnowledge.labs.filter(({ id }) => id !== "creatinine"),
        { ...creatinine, critical: [{ unit: "umol/L", low: null, high: 354, source: "src-a" }] },
        urea,
      ],
    });
    const labs: CaseParts["labs"] = [
      ["creatinine", 600, "umol/L", { date: "2026-11-20" }],
      ["Urea", 40, "mmol/L", { date: "2026-11-20", loinc: "22664-7" }],
    ];
    const answer = reviewed({ labs }, knowledge);
    expect(found(answer, "lab-result:creatinine").priority).toBe("act-now");
    expect(found(answer, "lab-result:creatinine").reasons.at(-1)).toContain("Urea 40 mmol/L");
    expect(found(answer, "lab-result:urea")).toMatchObject({ priority: "info", foldedInto: "lab-result:creatinine" });
  });
});

describe("a major row about one drug that names where it is told", () => {
  const content = loadKnowledge();
  const names = new Set([
    ...content.classes.flatMap(({ id, safety }) => [`medication:${id}`, ...safety.map((flag) => `safety:${flag.id}`)]),
    ...content.mechanisms.map(({ id }) => `interaction:additive-${id}`),
    ...content.interactions.map(({ id }) => `interaction:${id}`),
  ]);

  it("names a finding that there is", () => {
    const told = content.interactions.flatMap(({ toldIn }) => toldIn);
    expect(told.length).toBeGreaterThan(3);
    expect(told.filter((id) => !names.has(id))).toEqual([]);
  });

  it("is told in the safety flag and kept at info, and stands alone where the flag does not hold", () => {
    const onDialysis = review(caseOf({ meds: ["denosumab"], context: { dialysis: true } }), content);
    expect(found(onDialysis, "interaction:denosumab-ckd")).toMatchObject({
      priority: "info",
      foldedInto: "safety:denosumab-ckd-hypocalcaemia",
    });
    expect(found(onDialysis, "safety:denosumab-ckd-hypocalcaemia").reasons.join()).toContain(
      "Denosumab with severe kidney disease or low vitamin D",
    );
    const lowVitaminD = review(caseOf({ meds: ["denosumab"], labs: [["25-hydroxyvitamin D", 8, "ng/mL"]] }), content);
    expect(found(lowVitaminD, "interaction:denosumab-ckd")).toMatchObject({ priority: "review" });
  });
});

describe("a result beside two pairs of the same drugs", () => {
  it("is told with the mechanism it belongs to, not inside the pair about something else", () => {
    const answer = review(
      caseOf({
        meds: ["hydrochlorothiazide", "escitalopram"],
        labs: [
          ["potassium", 3.3, "mmol/L"],
          ["sodium", 127, "mmol/L"],
        ],
      }),
      loadKnowledge(),
    );
    expect(found(answer, "interaction:hypok-qt").reasons.join()).not.toContain("Sodium");
    expect(found(answer, "interaction:additive-hyponatraemia")).toMatchObject({ priority: "review" });
  });

  it("quietens a moderate pair where it lies on the other side", () => {
    const quiet = review(
      caseOf({ meds: ["potassium chloride", "ramipril"], labs: [["potassium", 2.8, "mmol/L"]] }),
      loadKnowledge(),
    );
    expect(found(quiet, "interaction:hyperk-k-supp")).toMatchObject({ priority: "info" });
    expect(
      found(review(caseOf({ meds: ["potassium chloride", "ramipril"] }), loadKnowledge()), "interaction:hyperk-k-supp"),
    ).toMatchObject({ priority: "consider" });
  });
});
