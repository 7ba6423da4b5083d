import { describe, expect, it } from "vitest";
import { notFlagged } from "@/lib/review/suggestions/not-flagged";
import { review } from "@/lib/review/review";
import { caseOf, found, idsOf, type CaseParts } from "@/tests/unit/review/fixtures/cases";
import { testKnowledge } from "@/tests/unit/review/fixtures/knowledge";

const reviewed = (parts: CaseParts) => review(caseOf(parts), testKnowledge);
const cramps = (onset: string, more: object = {}) => ({ cramps: { onset }, ...more });

describe("a finding about medications", () => {
  it("is one for all drugs of a class, with its basis and this patient's facts", () => {
    const finding = found(
      reviewed({
        meds: [
          { ingredients: ["indapamide"], strength: "2.5 mg", frequency: "daily", start: "2026-02-02" },
          "hydrochlorothiazide",
        ],
        context: cramps("2026-03-02"),
      }),
      "medication:thiazide",
    );
    expect(finding).toMatchObject({
      kind: "medication",
      strength: "strong",
      ingredients: ["hydrochlorothiazide", "indapamide"],
      timing: "plausible",
      ruleId: "TST-01",
      title: "Hydrochlorothiazide and indapamide may contribute",
    });
    expect(finding.reasons).toContain(
      "indapamide 2.5 mg daily, started 2 Feb 2026, 4 weeks before the cramps began, inside the usual window",
    );
    expect(finding.reasons).toContain("hydrochlorothiazide, start date not given");
    expect(finding.effects).toEqual([
      {
        text: "1.48 (95 % CI 1.29 to 1.68)",
        measure: "ratio",
        estimate: 1.48,
        low: 1.29,
        high: 1.68,
        sourceId: "src-b",
      },
    ]);
    expect(finding.against).toEqual(["Against thiazide"]);
    expect(finding.options).toEqual(["Consider a review of thiazide"]);
    expect(finding.sources.map((source) => source.id)).toEqual(["src-b", "src-a"]);
  });

  it("is at review when a strong class was started inside its window, and says that this is why", () => {
    const finding = found(
      reviewed({
        meds: [{ ingredients: ["hydrochlorothiazide"], start: "2026-03-01" }],
        context: cramps("2026-03-20"),
      }),
      "medication:thiazide",
    );
    expect(finding.priority).toBe("review");
    expect(finding.reasons.at(-1)).toBe(
      "Shown at this level: strong association, started or raised inside its usual window",
    );
  });

  it("is at review with a result that its mechanism explains, and names the result", () => {
    const finding = found(
      reviewed({ meds: ["hydrochlorothiazide"], labs: [["potassium", 3.1, "mmol/L"]] }),
      "medication:thiazide",
    );
    expect(finding.priority).toBe("review");
    expect(finding.reasons).toContain("Potassium 3.1 mmol/L on 1 Nov 2026, below 3.5 mmol/L");
  });

  it("takes a listed low potassium for the result where none is entered, and no result against a normal one", () => {
    expect(
      found(reviewed({ meds: ["hydrochlorothiazide"], conditions: ["E87.6"] }), "medication:thiazide").priority,
    ).toBe("review");
    expect(
      found(reviewed({ meds: ["hydrochlorothiazide"], labs: [["potassium", 4.1, "mmol/L"]] }), "medication:thiazide")
        .priority,
    ).toBe("consider");
  });

  it("stands at the floor for the commissioned groups, marked as such", () => {
    const { findings } = reviewed({ meds: ["amlodipine", "furosemide"] });
    expect(findings.find(({ id }) => id === "medication:ccb")).toMatchObject({
      priority: "consider",
      byFloor: true,
      strength: "label-only",
    });
    expect(findings.find(({ id }) => id === "medication:loop")).toMatchObject({ priority: "consider", byFloor: true });
  });

  it("stays at information for weak and label-only classes", () => {
    const review = reviewed({ meds: ["fenofibrate", "lisinopril"], labs: [["potassium", 5.6, "mmol/L"]] });
    expect(found(review, "medication:fibrate").priority).toBe("info");
    expect(found(review, "medication:acei").priority).toBe("info");
  });

  it("is graded higher where the content says so, and says why", () => {
    const finding = found(
      reviewed({ meds: ["simvastatin"], labs: [["ck", 900, "U/L"]], context: { sex: "male" } }),
      "medication:statin-simvastatin",
    );
    expect(finding).toMatchObject({ strength: "moderate", priority: "review" });
    expect(finding.reasons).toContain("Creatine kinase 900 U/L on 1 Nov 2026, above 320 U/L");
    expect(finding.reasons).toContain("Graded higher with a breached cap, weakness or a raised creatine kinase");
  });

  it("is raised by a dose above the cap of an interaction", () => {
    const meds = (strength: string): CaseParts["meds"] => [
      { ingredients: ["simvastatin"], strength, frequency: "daily" },
      "amlodipine",
    ];
    expect(found(reviewed({ meds: meds("40 mg") }), "medication:statin-simvastatin").strength).toBe("moderate");
    expect(found(reviewed({ meds: meds("20 mg") }), "medication:statin-simvastatin").strength).toBe("weak");
  });

  it("names what it would take where a class is loud only then", () => {
    const early = found(reviewed({ meds: [{ ingredients: ["omeprazole"], start: "2026-11-01" }] }), "medication:ppi");
    expect(early.priority).toBe("info");
    expect(early.reasons.at(-1)).toContain("Louder after 90 days");
    expect(found(reviewed({ meds: [{ ingredients: ["omeprazole"], start: "2025" }] }), "medication:ppi").priority).toBe(
      "consider",
    );
    expect(found(reviewed({ meds: ["omeprazole"] }), "medication:ppi").priority).toBe("info");
    expect(
      found(reviewed({ meds: ["omeprazole"], labs: [["magnesium", 0.5, "mmol/L"]] }), "medication:ppi").priority,
    ).toBe("review");
  });

  it("starts the clock of a statin again with an interacting drug", () => {
    const meds = (start: string): CaseParts["meds"] => [
      { ingredients: ["simvastatin"], start: "2015" },
      { ingredients: ["clarithromycin"], start },
    ];
    expect(
      found(reviewed({ meds: meds("2026-09-01"), context: cramps("2026-09-20") }), "medication:statin-simvastatin")
        .timing,
    ).toBe("plausible");
    expect(
      found(
        reviewed({ meds: [{ ingredients: ["simvastatin"], start: "2015" }], context: cramps("2026-09-20") }),
        "medication:statin-simvastatin",
      ).timing,
    ).toBe("unlikely");
  });
});

describe("which class a drug belongs to", () => {
  it("hangs on the route; a route that is not given is the usual one", () => {
    expect(idsOf(reviewed({ meds: [{ ingredients: ["albuterol"], route: "inhaled" }] }))).toContain("medication:saba");
    expect(idsOf(reviewed({ meds: [{ ingredients: ["albuterol"], route: "oral" }] }))).toContain(
      "medication:oral-beta",
    );
    const unknown = idsOf(reviewed({ meds: ["albuterol"] }));
    expect(unknown).toContain("medication:saba");
    expect(unknown).not.toContain("medication:oral-beta");
  });

  it("is read from the form where the route is not given", () => {
    expect(idsOf(reviewed({ meds: [{ ingredients: ["albuterol"], form: "tablet" }] }))).toContain(
      "medication:oral-beta",
    );
  });

  it.each(["topical", "eye", "ear", "nasal"])("is none for a %s form that no rule names", (route) => {
    expect(idsOf(reviewed({ meds: [{ ingredients: ["hydrochlorothiazide"], route }] }))).not.toContain(
      "medication:thiazide",
    );
  });

  it("keeps out a route that the class excepts", () => {
    expect(idsOf(reviewed({ meds: [{ ingredients: ["conjugated estrogens"], route: "vaginal" }] }))).not.toContain(
      "medication:oestrogen",
    );
    expect(idsOf(reviewed({ meds: [{ ingredients: ["conjugated estrogens"], route: "oral" }] }))).toContain(
      "medication:oestrogen",
    );
  });

  it("takes a combination by all of its ingredients, and the narrower class only with its partner", () => {
    const combined = idsOf(reviewed({ meds: [{ ingredients: ["salmeterol", "fluticasone"] }] }));
    expect(combined).toContain("medication:laba-ics");
    expect(combined).not.toContain("medication:laba");
    const apart = idsOf(reviewed({ meds: ["salmeterol", "fluticasone"] }));
    expect(apart).toContain("medication:laba");
    expect(apart).not.toContain("medication:laba-ics");
    expect(idsOf(reviewed({ meds: [{ ingredients: ["amlodipine", "valsartan", "hydrochlorothiazide"] }] }))).toEqual(
      expect.arrayContaining(["medication:ccb", "medication:thiazide"]),
    );
  });

  it("is found by RxCUI under another name", () => {
    const patientCase = caseOf({ meds: ["anything"] });
    const [piece] = patientCase.medications;
    if (piece?.medications[0] === undefined) throw new Error();
    piece.medications[0].ingredients = [{ rxcui: "5487", name: "hidroclorotiazida" }];
    expect(idsOf(review(patientCase, testKnowledge))).toContain("medication:thiazide");
  });
});

describe("drugs that are not simply taken", () => {
  it("are told when stopped lately, at most as one to consider", () => {
    const finding = found(
      reviewed({
        meds: [{ ingredients: ["hydrochlorothiazide"], use: "stopped", stop: "2026-11-15", start: "2026-11-01" }],
        context: cramps("2026-11-10"),
        labs: [["potassium", 3, "mmol/L"]],
      }),
      "medication:thiazide",
    );
    expect(finding.priority).toBe("consider");
    expect(finding.title).toContain("no longer taken");
    expect(finding.reasons.join()).toContain("stopped 15 Nov 2026; its effect may still last");
  });

  it("are not told once the effect is over, when planned, or when recorded as an allergy", () => {
    expect(
      idsOf(reviewed({ meds: [{ ingredients: ["hydrochlorothiazide"], use: "stopped", stop: "2026-01-15" }] })),
    ).toEqual([]);
    expect(
      idsOf(
        reviewed({
          meds: [
            { ingredients: ["hydrochlorothiazide"], use: "planned" },
            { ingredients: ["simvastatin"], use: "allergy" },
          ],
        }),
      ),
    ).toEqual([]);
  });

  it("join the finding of the class where another of it is taken", () => {
    const finding = found(
      reviewed({ meds: ["indapamide", { ingredients: ["hydrochlorothiazide"], use: "held", stop: "2026-11-20" }] }),
      "medication:thiazide",
    );
    expect(finding.ingredients).toEqual(["indapamide"]);
    expect(finding.reasons.join()).toContain("hydrochlorothiazide: held 20 Nov 2026");
  });

  it("are judged quietly when it is not clear whether they are taken, and that is asked", () => {
    const review = reviewed({
      meds: [{ ingredients: ["hydrochlorothiazide"], use: "uncertain", start: "2026-11-01" }],
      context: cramps("2026-11-10"),
    });
    expect(found(review, "medication:thiazide").priority).toBe("consider");
    expect(found(review, "missing-information:use").title).toBe("Not clear whether taken: hydrochlorothiazide");
  });

  it("can be the cause by being stopped", () => {
    const finding = found(
      reviewed({
        meds: [{ ingredients: ["morphine"], use: "stopped", stop: "2026-11-18" }],
        context: cramps("2026-11-20"),
      }),
      "medication:opioid-withdrawal",
    );
    expect(finding.timing).toBe("plausible");
  });
});

describe("the order of medications", () => {
  it("follows the result, the timing and the strength, and puts those at the floor last", () => {
    const { findings } = reviewed({
      meds: [
        { ingredients: ["conjugated estrogens"], start: "2026-03-01" },
        { ingredients: ["hydrochlorothiazide"], start: "2010" },
        "amlodipine",
        { ingredients: ["salmeterol"], start: "2010" },
        "spironolactone",
      ],
      labs: [["magnesium", 0.5, "mmol/L"]],
      context: cramps("2026-04-20"),
    });
    expect(findings.filter(({ kind }) => kind === "medication").map(({ id }) => id)).toEqual([
      "medication:thiazide",
      "medication:oestrogen",
      "medication:mra",
      "medication:laba",
      "medication:ccb",
    ]);
  });
});

describe("why a recognised drug is not flagged", () => {
  const reasons = (parts: CaseParts) => notFlagged(caseOf(parts), testKnowledge);

  it("is told for every ingredient without a finding", () => {
    expect(reasons({ meds: ["paracetamol"] })).toEqual([
      {
        ingredient: "paracetamol",
        medication: "paracetamol",
        reason:
          "Looked up: no association with cramps is in the knowledge base. Not being there does not mean no effect.",
      },
    ]);
    expect(reasons({ meds: [{ ingredients: ["conjugated estrogens"], route: "vaginal" }] })[0]?.reason).toContain(
      "this one is vaginal",
    );
    expect(reasons({ meds: ["metoprolol"] })[0]?.reason).toContain("looked at and not listed");
    expect(
      reasons({ meds: [{ ingredients: ["simvastatin"], use: "allergy", useReason: "Allergies" }] })[0]?.reason,
    ).toBe("Not judged as current: recorded as an allergy (“Allergies”).");
    expect(reasons({ meds: ["potassium chloride"], labs: [["potassium", 2.9, "mmol/L"]] })[0]?.reason).toContain(
      "on the other side",
    );
  });

  it("tells a drug that is over with its date, and that it is told where its effect may outlast it", () => {
    expect(
      reasons({ meds: [{ ingredients: ["simvastatin"], use: "stopped", stop: "2020-01-05", useReason: null }] })[0]
        ?.reason,
    ).toBe(
      "Not judged as current: recorded as stopped on 5 Jan 2020; it is told as a finding where its effect may outlast it.",
    );
    expect(
      reasons({ meds: [{ ingredients: ["simvastatin"], use: "planned", useReason: "under “planned”" }] })[0]?.reason,
    ).toBe("Not judged as current: planned, not yet taken (under “planned”).");
  });

  it("quotes no drug twice for two products of it, and keeps apart a product that counts from one that does not", () => {
    expect(reasons({ meds: ["paracetamol", "paracetamol"] })).toHaveLength(1);
    const both = reasons({
      meds: [
        { ingredients: ["conjugated estrogens"], route: "vaginal", name: "cream" },
        { ingredients: ["conjugated estrogens"], route: "oral", name: "tablet" },
      ],
    });
    expect(both.map(({ medication }) => medication)).toEqual(["cream"]);
  });

  it("is not told for a drug with a finding", () => {
    expect(reasons({ meds: ["hydrochlorothiazide", "lisinopril", "amlodipine"] })).toEqual([]);
  });
});

describe("a drug that is stopped without a date", () => {
  it.each([
    ["stopped", "no longer taken"],
    ["held", "held at present"],
  ] as const)("%s is for information, asks for nothing and says so in its title", (use, words) => {
    const answer = review(caseOf({ meds: [{ ingredients: ["hydrochlorothiazide"], use }] }), testKnowledge);
    expect(found(answer, "medication:thiazide")).toMatchObject({
      priority: "info",
      title: expect.stringContaining(words) as unknown,
    });
    expect(answer.labs).toEqual([]);
  });
});

describe("a drug that counts only after a time, whose start is not known", () => {
  it("is not made loud by a result that it explains last", () => {
    const loud = (lab: string, value: number) =>
      found(review(caseOf({ meds: ["omeprazole"], labs: [[lab, value, "mmol/L"]] }), testKnowledge), "medication:ppi")
        .priority;
    expect(loud("magnesium", 0.5)).toBe("review");
    expect(loud("potassium", 3.1)).toBe("info");
  });
});
