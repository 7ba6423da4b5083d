import { describe, expect, it } from "vitest";
import { review } from "@/lib/review/review";
import { caseOf, found, idsOf, type CaseParts } from "@/tests/unit/review/fixtures/cases";
import { testKnowledge } from "@/tests/unit/review/fixtures/knowledge";

const reviewed = (parts: CaseParts) => review(caseOf(parts), testKnowledge);
const interactionsOf = (parts: CaseParts) =>
  reviewed(parts)
    .findings.filter(({ kind }) => kind === "interaction")
    .map(({ id, priority }) => [id.replace("interaction:", ""), priority]);
const simvastatin = (strength: string | null, frequency: string | null = "daily") => ({
  ingredients: ["simvastatin"],
  strength,
  frequency,
});

describe("a pair of the content", () => {
  it("is found from either side, by name, class or set", () => {
    expect(interactionsOf({ meds: ["clarithromycin", "simvastatin"] })).toEqual([["simva-3a4", "act-now"]]);
    expect(interactionsOf({ meds: ["simvastatin", "clarithromycin"] })).toEqual([["simva-3a4", "act-now"]]);
  });

  it("holds between two ingredients of one product, and never between a drug and itself", () => {
    expect(interactionsOf({ meds: [{ ingredients: ["simvastatin", "clarithromycin"] }] })).toEqual([
      ["simva-3a4", "act-now"],
    ]);
    expect(interactionsOf({ meds: ["simvastatin", "simvastatin"] })).toEqual([]);
  });

  it("names in its title the drugs of the list alone, and the limit where it is breached", () => {
    const title = (meds: Parameters<typeof reviewed>[0]["meds"], id: string) => found(reviewed({ meds }), id).title;
    expect(
      title(
        [{ ingredients: ["simvastatin"], strength: "40", frequency: "daily" }, "amlodipine"],
        "interaction:simva-amlo",
      ),
    ).toBe("Simvastatin with amlodipine: above the label's limit of 20 mg a day");
    expect(title([simvastatin("20 mg"), "amlodipine"], "interaction:simva-amlo")).toBe(
      "Simvastatin with amlodipine: within the label's limit of 20 mg a day",
    );
    expect(title(["diclofenac", "hydrochlorothiazide", "lisinopril"], "interaction:triple")).toBe(
      "Diclofenac with hydrochlorothiazide and lisinopril",
    );
  });

  it("asks for the dose where a limit hangs on it", () => {
    expect(reviewed({ meds: ["simvastatin", "amlodipine"] }).questions.join(" ")).toMatch(
      /How much simvastatin is taken a day\? The label limits it to 20 mg/,
    );
    expect(reviewed({ meds: [simvastatin("20 mg"), "amlodipine"] }).questions.join(" ")).not.toMatch(/How much/);
    const bare = found(
      reviewed({
        meds: [{ ingredients: ["ezetimibe", "simvastatin"], strength: "10-40", frequency: "daily" }, "amlodipine"],
      }),
      "interaction:simva-amlo",
    );
    expect(bare).toMatchObject({ priority: "review" });
    expect(bare.reasons.join(" ")).toContain("if 40 mg is meant");
  });

  it("is not there for a stopped drug or a form that does not count", () => {
    expect(interactionsOf({ meds: ["simvastatin", { ingredients: ["clarithromycin"], use: "stopped" }] })).toEqual([]);
    expect(interactionsOf({ meds: ["simvastatin", { ingredients: ["ketoconazole"], route: "topical" }] })).toEqual([]);
  });

  it("is one alert: the most severe row wins, and a row that replaces another wins its pairs alone", () => {
    expect(interactionsOf({ meds: ["simvastatin", "clarithromycin", "diltiazem"] })).toEqual([
      ["simva-3a4", "act-now"],
      ["simva-any", "review"],
    ]);
    expect(
      found(reviewed({ meds: ["simvastatin", "clarithromycin", "diltiazem"] }), "interaction:simva-any").ingredients,
    ).toEqual(["diltiazem", "simvastatin"]);
  });

  it("names its drugs as they are taken, its effect, its options and its severity", () => {
    const finding = found(reviewed({ meds: [simvastatin("40 mg"), "clarithromycin"] }), "interaction:simva-3a4");
    expect(finding).toMatchObject({
      title: "Simvastatin with clarithromycin",
      ingredients: ["clarithromycin", "simvastatin"],
      options: ["Consider simva-3a4"],
      ruleId: "INT-001",
    });
    expect(finding.reasons).toEqual([
      "clarithromycin; simvastatin 40 mg daily",
      "Effect of simva-3a4.",
      "Shown at this level as a contraindicated interaction",
    ]);
  });

  it("rises on a condition of the content", () => {
    const meds = ["digoxin", "hydrochlorothiazide"];
    expect(interactionsOf({ meds })).toEqual([["hypok-digoxin", "consider"]]);
    const raised = found(reviewed({ meds, labs: [["potassium", 3, "mmol/L"]] }), "interaction:hypok-digoxin");
    expect(raised.priority).toBe("review");
    expect(raised.reasons).toContain("Raised: the potassium is low");
  });
});

describe("a label's limit", () => {
  const row = (meds: CaseParts["meds"], jurisdiction = "US", id = "interaction:simva-amlo") =>
    found(reviewed({ meds: meds ?? [], context: { jurisdiction } }), id);

  it("leaves a dose above it loud", () => {
    expect(row([simvastatin("40 mg"), "amlodipine"])).toMatchObject({ priority: "review" });
    expect(row([simvastatin("40 mg"), "amlodipine"]).reasons).toContain(
      "simvastatin 40 mg a day; the label's limit in this combination is 20 mg a day",
    );
  });

  it("leaves one unit above it loud even where the frequency was not read", () => {
    expect(row([simvastatin("40 mg", null), "amlodipine"]).priority).toBe("review");
  });

  it("makes a dose within it quiet, and says so", () => {
    const within = row([simvastatin("20 mg"), "amlodipine"]);
    expect(within.priority).toBe("info");
    expect(within.reasons.join()).toContain("within the limit");
  });

  it("keeps an unread dose at one to consider, and says so", () => {
    const unread = row([simvastatin(null), "amlodipine"]);
    expect(unread.priority).toBe("consider");
    expect(unread.reasons.join()).toContain("daily dose not read");
    expect(row([simvastatin("20 mg", null), "amlodipine"]).priority).toBe("consider");
  });

  it("is that of the country", () => {
    const meds = [simvastatin("20 mg"), "verapamil"];
    expect(row(meds, "US", "interaction:simva-dilt").priority).toBe("review");
    expect(row(meds, "UK", "interaction:simva-dilt").priority).toBe("info");
  });
});

describe("rows about one drug, or three", () => {
  it("hold with the condition alone", () => {
    expect(interactionsOf({ meds: ["magnesium oxide"] })).toEqual([]);
    expect(interactionsOf({ meds: ["magnesium oxide"], context: { dialysis: true } })).toEqual([["mg-ckd", "review"]]);
    expect(
      found(reviewed({ meds: ["magnesium oxide"], context: { dialysis: true } }), "interaction:mg-ckd").reasons,
    ).toContain("on dialysis");
  });

  it("join the drug's own finding where it is as loud and says the same", () => {
    const review = reviewed({ meds: ["salmeterol"], labs: [["potassium", 3, "mmol/L"]] });
    expect(idsOf(review)).not.toContain("interaction:beta2-lab");
    expect(found(review, "medication:laba").reasons).toContain("Salmeterol: row beta2-lab");
  });

  it("take three different drugs, and then stand for the pairs among them", () => {
    expect(
      interactionsOf({ meds: ["diclofenac", "hydrochlorothiazide", "lisinopril"] }).filter(
        ([id]) => id !== "additive-hyperkalaemia",
      ),
    ).toEqual([["triple", "review"]]);
    expect(interactionsOf({ meds: ["diclofenac", "lisinopril"] }).map(([id]) => id)).toContain("nsaid-acei");
    expect(
      interactionsOf({
        meds: [{ ingredients: ["diclofenac"], route: "topical" }, "hydrochlorothiazide", "lisinopril"],
      }),
    ).toEqual([]);
  });
});

describe("drugs of one mechanism", () => {
  it("are one finding with every drug, not one for each pair", () => {
    const review = reviewed({
      meds: ["hydrochlorothiazide", { ingredients: ["salmeterol"] }, { ingredients: ["albuterol"], route: "inhaled" }],
    });
    const finding = found(review, "interaction:additive-hypokalaemia");
    expect(finding).toMatchObject({
      kind: "interaction",
      priority: "consider",
      title: "Three drugs that can lower potassium",
      ingredients: ["albuterol", "hydrochlorothiazide", "salmeterol"],
      mechanisms: ["hypokalaemia"],
    });
    expect(finding.against).toEqual(["Against the cluster"]);
    expect(interactionsOf({ meds: ["hydrochlorothiazide", "salmeterol"] })).toEqual([
      ["additive-hypokalaemia", "consider"],
    ]);
  });

  it("take in the moderate row of the content that says the same", () => {
    const finding = found(
      reviewed({ meds: ["hydrochlorothiazide", "salmeterol"] }),
      "interaction:additive-hypokalaemia",
    );
    expect(finding.reasons).toContain("Hydrochlorothiazide with salmeterol: Effect of hypok-thiazide-beta2.");
    expect(finding.options).toEqual(
      expect.arrayContaining(["Consider both electrolytes", "Consider hypok-thiazide-beta2"]),
    );
  });

  it("are at review with a matching result", () => {
    const finding = found(
      reviewed({ meds: ["hydrochlorothiazide", "salmeterol"], labs: [["potassium", 3, "mmol/L"]] }),
      "interaction:additive-hypokalaemia",
    );
    expect(finding.priority).toBe("review");
    expect(finding.reasons).toContain("Potassium 3 mmol/L on 1 Nov 2026, below 3.5 mmol/L");
  });

  it("share one finding where they share two mechanisms", () => {
    const review = reviewed({ meds: ["hydrochlorothiazide", "furosemide"] });
    expect(found(review, "interaction:additive-hypokalaemia")).toMatchObject({
      title: "Two drugs that can lower potassium and magnesium",
      mechanisms: ["hypokalaemia", "hypomagnesaemia"],
    });
    expect(idsOf(review)).not.toContain("interaction:additive-hypomagnesaemia");
  });

  it("are told inside a larger cluster that holds them, and by themselves where a result speaks for them", () => {
    const meds = ["hydrochlorothiazide", "furosemide", "salmeterol"];
    const inside = found(reviewed({ meds }), "interaction:additive-hypokalaemia");
    expect(inside.reasons).toContain("Furosemide and hydrochlorothiazide can lower magnesium");
    expect(inside.mechanisms).toContain("hypomagnesaemia");
    expect(
      found(reviewed({ meds, labs: [["magnesium", 0.5, "mmol/L"]] }), "interaction:additive-hypomagnesaemia").priority,
    ).toBe("review");
  });

  it("go into a louder pair of the same drugs", () => {
    const review = reviewed({ meds: ["spironolactone", "lisinopril"] });
    expect(interactionsOf({ meds: ["spironolactone", "lisinopril"] })).toHaveLength(1);
    expect(review.findings.find(({ kind }) => kind === "interaction")?.mechanisms).toContain("hyperkalaemia");
  });

  it("stay at information where each is only named in product information, or where the result lies on the other side", () => {
    expect(
      found(reviewed({ meds: ["lisinopril", "potassium chloride"] }), "interaction:additive-hyperkalaemia").priority,
    ).toBe("info");
    expect(
      found(
        reviewed({ meds: ["terbutaline", "salmeterol"], labs: [["potassium", 5.8, "mmol/L"]] }),
        "interaction:additive-hypokalaemia",
      ).priority,
    ).toBe("info");
  });

  it("count different drugs, not the same one twice", () => {
    expect(interactionsOf({ meds: ["hydrochlorothiazide", "hydrochlorothiazide"] })).toEqual([]);
  });

  it("do not add up where the mechanism has no words for it", () => {
    expect(interactionsOf({ meds: ["amlodipine", "conjugated estrogens"] })).toEqual([]);
  });
});
