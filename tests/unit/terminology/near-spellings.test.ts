import { describe, expect, it } from "vitest";
import { drugNames } from "@/lib/terminology/drugs/drug-names";
import { ingredientIndex } from "@/lib/terminology/drugs/ingredients";
import { nameKey } from "@/lib/terminology/drugs/name-key";
import { nearNames } from "@/lib/terminology/spelling/near-names";
import { doubtfulSpellings, isForeignForm } from "@/scripts/terminology/near-spellings";

describe("spellings that are a slip away from their ingredient", () => {
  it.each([
    ["hydroxizine", "hydroxyzine"],
    ["propanolol", "propranolol"],
    ["oxcarbamazepine", "oxcarbazepine"],
    ["lanzoprazole", "lansoprazole"],
    ["loracepam", "lorazepam"],
    ["fosenopril", "fosinopril"],
    ["salmaterol", "salmeterol"],
    ["labetolol", "labetalol"],
    ["amantidine", "amantadine"],
  ])("%s is no name, and %s is offered first", (written, meant) => {
    expect(drugNames().lookup(nameKey(written))).toEqual([]);
    expect(nearNames(written)[0]?.entry.ingredients.map((one) => one.name)).toEqual([meant]);
  });

  it.each([
    ["frusemide", "furosemide"],
    ["sulphasalazine", "sulfasalazine"],
    ["ciclosporin", "cyclosporine"],
    ["aluminium hydroxide", "aluminum hydroxide"],
    ["amoxycillin", "amoxicillin"],
    ["torasemide", "torsemide"],
    ["indometacin", "indomethacin"],
    ["hidroxizina", "hydroxyzine"],
    ["prednisolona", "prednisolone"],
    ["digitoxine", "digitoxin"],
    ["lignocaine", "lidocaine"],
    ["oestradiol", "estradiol"],
    ["cefalexin", "cephalexin"],
    ["colestyramine", "cholestyramine"],
    ["beclometasone", "beclomethasone"],
    ["metolazon", "metolazone"],
  ])("%s is a real name and stays", (written, ingredient) => {
    expect(
      drugNames()
        .lookup(nameKey(written))
        .map((entry) => entry.ingredients.map((one) => nameKey(one.name))),
    ).toEqual([[nameKey(ingredient)]]);
  });

  it("knows a foreign form by its stem, folded throughout", () => {
    expect(isForeignForm("hidroxizina", "hydroxyzine")).toBe(true);
    expect(isForeignForm("fenitoinum", "phenytoin")).toBe(true);
    expect(isForeignForm("hydroxizine", "hydroxyzine")).toBe(false);
    expect(isForeignForm("phenobarbitol", "phenobarbital")).toBe(false);
  });

  it("doubts only what could as well be another drug, and never a reviewed name", () => {
    const names = [
      { key: "clobazam", ingredient: "clobazam" },
      { key: "clonazepam", ingredient: "clonazepam" },
      { key: "xyrotril", ingredient: "xyrotril" },
    ];
    const spellings = [
      { key: "clonazapam", ingredient: "clonazepam" },
      { key: "xirotril", ingredient: "xyrotril" },
    ];
    expect([...doubtfulSpellings(spellings, names, new Set())]).toEqual(["clonazapam"]);
    expect([...doubtfulSpellings(spellings, names, new Set(["clonazapam"]))]).toEqual([]);
  });
});

describe("ingredients", () => {
  it("are single substances: no combination and no torn bracket hides another drug", () => {
    const names = [...ingredientIndex().all().keys()].map((one) => one.name);
    expect(names.filter((name) => name.split("(").length !== name.split(")").length)).toEqual([]);
    expect(names.filter((name) => /[:;|]/.test(name) || (name.includes("/") && !/kit$/.test(name)))).toEqual([]);
  });

  it.each([
    ["irbesartan/hydrochlorothiazide", ["hydrochlorothiazide", "irbesartan"]],
    ["conjugated estrogens/medroxyprogesterone acetate", ["estrogens, conjugated", "medroxyprogesterone"]],
    ["Thyrolar-0.25", ["levothyroxine", "liothyronine"]],
    ["Sando-K", ["potassium bicarbonate", "potassium chloride"]],
  ])("%s is all of its ingredients", (name, ingredients) => {
    expect(
      drugNames()
        .lookup(nameKey(name))
        .map((entry) => entry.ingredients.map((one) => one.name).sort()),
    ).toEqual([ingredients]);
  });
});
