import { describe, expect, it } from "vitest";
import { ingredientIndex } from "@/lib/terminology/drugs/ingredients";
import { classContent, classOf } from "./class-content";

const classes = classContent();
const names = (id: string) => classOf(classes, id).members.map((member) => member.name);
const classesOf = (drug: string) =>
  classes
    .filter((entry) => entry.members.some((member) => member.name === drug))
    .map((entry) => entry.id)
    .sort();

/** Too new for the terminology; listed under its own name so that it is matched once the terminology has it. */
const UNKNOWN_TO_TERMINOLOGY = new Set(["veligrotug"]);

describe("the members of the classes", () => {
  it("are ingredients of the terminology, under its names and RxCUIs", () => {
    const wrong = classes.flatMap((entry) =>
      [...entry.members, ...(entry.together?.members ?? [])]
        .filter((member) => !UNKNOWN_TO_TERMINOLOGY.has(member.name))
        .filter((member) => {
          const known = ingredientIndex().byName(member.name);
          return known === null || known.name !== member.name || known.rxcui !== member.rxcui;
        })
        .map((member) => `${entry.id}: ${member.name}`),
    );
    expect(wrong).toEqual([]);
  });

  it("stand in a class once", () => {
    for (const entry of classes) expect(new Set(names(entry.id)).size, entry.id).toBe(entry.members.length);
  });

  it("are no ATC codes in disguise: the research aid is licensed and stays out", () => {
    expect(JSON.stringify(classes)).not.toMatch(/\b[A-V]\d{2}[A-Z]{2}\d{2}\b/);
  });

  it.each([
    ["dorzolamide", "an eye drop, not the oral carbonic anhydrase inhibitor"],
    ["brinzolamide", "an eye drop"],
    ["aspirin", "low-dose aspirin is no NSAID here"],
    ["psyllium", "a bulk-forming laxative"],
    ["pseudoephedrine", "a sympathomimetic, not a beta agonist"],
    ["budesonide", "an inhaled steroid alone"],
    ["fluticasone", "an inhaled steroid alone"],
    ["beclomethasone", "an inhaled steroid alone"],
    ["tiotropium", "the negative control"],
    ["umeclidinium", "the negative control"],
    ["inositol", "a supplement that the classification files beside nicotinic acid"],
    ["lofexidine", "treats opioid withdrawal and is no opioid"],
  ])("leave %s out: %s", (drug) => {
    expect(classesOf(drug)).toEqual([]);
  });

  it("keep bempedoic acid and ezetimibe out of the statins", () => {
    expect(classesOf("bempedoic acid")).toEqual(["bempedoic-acid"]);
    expect(classesOf("ezetimibe")).toEqual(["ezetimibe"]);
  });

  it("keep plain vitamin D apart from active vitamin D", () => {
    expect(classesOf("cholecalciferol")).toEqual(["vitamin-supplement"]);
    expect(classesOf("calcitriol")).toEqual(["romosozumab-vitd"]);
  });

  it.each([
    [
      "thiazide-thiazide-like",
      [
        "hydrochlorothiazide",
        "chlorthalidone",
        "bendroflumethiazide",
        "indapamide",
        "metolazone",
        "xipamide",
        "cyclopenthiazide",
      ],
    ],
    ["loop-diuretic", ["furosemide", "bumetanide", "torsemide", "ethacrynic acid"]],
    ["ksparing-enac", ["amiloride", "triamterene"]],
    ["mra", ["spironolactone", "eplerenone"]],
    ["saba", ["albuterol", "levalbuterol", "terbutaline"]],
    ["laba", ["salmeterol", "formoterol", "arformoterol", "indacaterol", "olodaterol", "vilanterol"]],
    ["ccb-dihydropyridine", ["amlodipine", "felodipine", "lercanidipine", "lacidipine", "nimodipine"]],
    ["ccb-nondhp", ["diltiazem", "verapamil"]],
    ["ssri", ["sertraline", "citalopram", "fluoxetine"]],
    ["ppi", ["omeprazole", "lansoprazole", "vonoprazan"]],
  ])("of %s hold what a list will bring", (id, expected) => {
    expect(names(id)).toEqual(expect.arrayContaining(expected));
  });

  it("hold each statin in the class and in an entry of its own, which replaces the class", () => {
    for (const statin of [
      "atorvastatin",
      "simvastatin",
      "rosuvastatin",
      "pravastatin",
      "lovastatin",
      "fluvastatin",
      "pitavastatin",
    ]) {
      expect(classesOf(statin)).toEqual(["statin-class", `statin-${statin}`].sort());
      expect(classOf(classes, `statin-${statin}`).replaces).toContain("statin-class");
    }
  });

  it("part nifedipine from the other dihydropyridines", () => {
    expect(classesOf("nifedipine")).toEqual(["nifedipine"]);
  });

  it("part potassium-sparing drugs with the group figure from finerenone without one", () => {
    expect(classesOf("finerenone")).toEqual(["finerenone"]);
    expect(classOf(classes, "finerenone").evidence).toEqual([]);
  });
});

describe("routes", () => {
  it("count inhaled beta agonists only as inhaled, and the others only as not inhaled", () => {
    for (const id of ["saba", "laba", "laba-ics"])
      expect(classOf(classes, id).routes, id).toEqual({ only: ["inhaled"] });
    expect(classOf(classes, "oral-beta-agonist").routes?.except).toContain("inhaled");
  });

  it("judge albuterol without a route as inhaled", () => {
    expect(classOf(classes, "saba").replaces).toContain("oral-beta-agonist");
    expect(classOf(classes, "laba").replaces).toContain("oral-beta-agonist");
  });

  it("need the steroid in the same product for the combination, as the study counted it", () => {
    const combination = classOf(classes, "laba-ics");
    expect(combination.together?.across).toBe(false);
    expect(combination.together?.members.map((member) => member.name)).toEqual(
      expect.arrayContaining(["budesonide", "fluticasone", "beclomethasone", "mometasone"]),
    );
    expect(combination.replaces).toContain("laba");
  });

  it.each([
    ["estrogen", "vaginal"],
    ["estrogen-other", "vaginal"],
    ["beta-blocker-isa", "eye"],
    ["beta-blocker-other", "eye"],
    ["nsaid", "topical"],
    ["corticosteroid-systemic", "inhaled"],
    ["corticosteroid-systemic", "nasal"],
    ["corticosteroid-systemic", "topical"],
    ["calcineurin-inhibitor", "topical"],
    ["aminoglycoside", "eye"],
    ["cholinesterase-mg", "eye"],
    ["iv-iron", "oral"],
    ["laxative", "topical"],
    ["retinoid", "topical"],
    ["antifungal-azole", "topical"],
  ])("leave %s out when it is %s", (id, route) => {
    expect(classOf(classes, id).routes?.except).toContain(route);
  });

  it("keep the nasal forms that act in the whole body", () => {
    for (const id of ["desmopressin", "gnrh-androgen", "romosozumab-vitd", "triptan-ergot"])
      expect(classOf(classes, id).routes?.only, id).toContain("nasal");
  });

  it("part the bisphosphonate infusion from the tablet; without a route ibandronate counts as the tablet", () => {
    expect(classesOf("ibandronate")).toEqual(["bisphosphonate", "bisphosphonate-iv"]);
    expect(classOf(classes, "bisphosphonate").routes?.except).toContain("intravenous");
    expect(classOf(classes, "bisphosphonate-iv").routes?.except).toEqual(["oral"]);
    expect(classOf(classes, "bisphosphonate").replaces).toContain("bisphosphonate-iv");
  });

  it("keep the warning against quinine for cramps from quinidine", () => {
    expect(classOf(classes, "quinine").safety[0]?.members).toEqual(["quinine", "hydroquinine"]);
    expect(classOf(classes, "quinine").safety[0]?.when, "so that it holds where both are listed").toBeUndefined();
  });
});

describe("what a member does itself", () => {
  const acts = (id: string, drug: string) => {
    const entry = classOf(classes, id);
    const member = entry.members.find((each) => each.name === drug);
    if (!member) throw new Error(`${drug} is no member of ${id}`);
    return member.mechanisms ?? entry.mechanisms;
  };

  it.each([
    ["romosozumab-vitd", "calcitriol", "hypocalcaemia"],
    ["romosozumab-vitd", "alfacalcidol", "hypocalcaemia"],
    ["glp1-dipeptidyl", "sitagliptin", "volume-depletion"],
    ["glp1-dipeptidyl", "semaglutide", "hypokalaemia"],
    ["glp1-dipeptidyl", "pioglitazone", "volume-depletion"],
    ["insulin-secretagogue", "glipizide", "hypokalaemia"],
    ["insulin-secretagogue", "insulin glargine", "hypokalaemia"],
    ["phosphate-binder", "sevelamer", "hypomagnesaemia"],
    ["phosphate-binder", "lanthanum", "hypokalaemia"],
    ["bisphosphonate", "alendronate", "hypomagnesaemia"],
    ["pth-analogue", "teriparatide", "hypocalcaemia"],
    ["mtor-mycophenolate", "methotrexate", "hypokalaemia"],
    ["antiepileptic", "levetiracetam", "hyponatraemia"],
    ["other-tki", "ibrutinib", "hypokalaemia"],
    ["antifungal-azole", "fluconazole", "hypokalaemia"],
    ["xanthine-caffeine", "caffeine", "hypokalaemia"],
    ["nrti-integrase", "lamivudine", "hypophosphataemia"],
    ["laxative", "polyethylene glycol 3350", "hypokalaemia"],
    ["laxative", "lactulose", "hypocalcaemia"],
    ["vinca-taxane", "paclitaxel", "hyponatraemia"],
  ])("leaves out what is said of others in %s: %s and %s", (id, drug, mechanism) => {
    expect(acts(id, drug)).not.toContain(mechanism);
  });

  it.each([
    ["romosozumab-vitd", "romosozumab", "hypocalcaemia"],
    ["glp1-dipeptidyl", "semaglutide", "volume-depletion"],
    ["phosphate-binder", "patiromer", "hypomagnesaemia"],
    ["phosphate-binder", "sodium zirconium cyclosilicate", "hypokalaemia"],
    ["progestogen", "drospirenone", "hyperkalaemia"],
    ["naproxen", "naproxen", "hyperkalaemia"],
    ["neuromuscular-blocker", "succinylcholine", "hyperkalaemia"],
    ["laxative", "sodium phosphate", "hypocalcaemia"],
    ["antiepileptic", "phenytoin", "hypocalcaemia"],
    ["carbamazepine-group", "oxcarbazepine", "hyponatraemia"],
  ])("keeps in %s that %s can lead to %s", (id, drug, mechanism) => {
    expect(acts(id, drug)).toContain(mechanism);
  });

  it("never goes without an option and a word against it, whatever is held for other members only", () => {
    const reaches = (list: readonly { onlyFor?: readonly string[] | undefined }[], drug: string) =>
      list.some((item) => item.onlyFor?.includes(drug) ?? true);
    const bare = classes.flatMap((entry) =>
      entry.members
        .filter(({ name }) => !reaches(entry.options, name) || !reaches(entry.against, name))
        .map(({ name }) => `${entry.id}: ${name}`),
    );
    expect(bare).toEqual([]);
  });

  it.each([
    ["thiazide-thiazide-like", "hydrochlorothiazide", /indapamide/],
    ["ccb-dihydropyridine", "lercanidipine", /amlodipine/],
    ["antipsychotic", "haloperidol", /aripiprazole/],
    ["laba", "formoterol", /salmeterol|indacaterol/],
    ["hedgehog-inhibitor", "glasdegib", /vismodegib|sonidegib/],
    ["trimethoprim-heparin", "enoxaparin", /trimethoprim/],
  ])("does not bring figures of another drug: %s and %s", (id, drug, other) => {
    const shown = classOf(classes, id).evidence.filter((figure) => figure.onlyFor?.includes(drug) ?? true);
    expect(shown.map((figure) => figure.text).filter((text) => other.test(text))).toEqual([]);
  });
});
