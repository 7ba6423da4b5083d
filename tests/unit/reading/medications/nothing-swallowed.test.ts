import { describe, expect, it } from "vitest";
import { medications, only, read, usesOf } from "./read";

const statuses = (text: string) => read(text).map(({ status }) => status);

describe("a name that was not read stays in sight", () => {
  it.each([
    ["enalapril 5mg od torasemde 5mg od digoxin 125mcg od", "torasemde 5mg od", "torasemide"],
    ["losartan 50 mg od and atorvastatn 20 mg", "atorvastatn 20 mg", "atorvastatin"],
    ["losartan 50 mg od zorvolinol 20 mg nocte", "zorvolinol 20 mg nocte", null],
  ])("%s", (line, unread, offered) => {
    const piece = read(line).find(({ status }) => status === "unrecognised");
    expect(piece?.text).toBe(unread);
    if (offered !== null) expect(piece?.suggestions[0]?.name).toBe(offered);
  });

  it.each(["BFZ 2.5", "CTX 50", "MTZ 5"])("an abbreviation with a number on its own line: %s", (line) => {
    expect(statuses(line)).toEqual(["unrecognised"]);
  });

  it.each(["ALT 45", "eGFR 40", "BP 140", "Mitte: 3/12", "Qty 28"])("%s is no medication", (line) => {
    expect(statuses(line)).toEqual(["not-medication"]);
  });

  it.each([
    "Beconase Aqueous 50 micrograms nasal spray",
    "fenofibrate micronised 200 mg daily",
    "bisoprolol 2.5 mg od for Takotsubo cardiomyopathy",
    "apixaban 5 mg bd per Dr Zorvolinsky",
    "ramipril 5 mg od (Zorvolin Pharma 30 mg pack)",
    "furosemide 40 mg mane titrating to euvolaemia",
  ])("%s leaves nothing to ask", (line) => {
    expect(statuses(line)).toEqual(["recognised"]);
  });
});

describe("names in other scripts, regimens and kinds are offered", () => {
  it.each([
    ["Симвастатин 20 мг", "simvastatin"],
    ["Фуросемид 40 мг", "furosemide"],
    ["Амлодипин 5 мг", "amlodipine"],
    ["Σιμβαστατίνη 20 mg", "simvastatin"],
    ["Φουροσεμίδη 40 mg", "furosemide"],
  ])("%s: %s", (line, name) => {
    const [piece] = read(line);
    expect(piece?.status).toBe("unrecognised");
    expect(piece?.suggestions[0]?.ingredients.map((one) => one.name)).toEqual([name]);
  });

  it.each([
    ["R-CHOP", "rituximab"],
    ["VRd cycle 3", "bortezomib"],
    ["FOLFOX every 2 weeks", "oxaliplatin"],
    ["hormone patch", "estradiol"],
    ["liquorice-rich herbal tea 15 bags/day", "licorice"],
  ])("%s", (line, name) => {
    const [piece] = read(line);
    expect(piece?.status).toBe("unrecognised");
    expect(piece?.suggestions.map((one) => one.name)).toContain(name);
  });

  it("grapefruit juice is read as what it is", () => {
    expect(statuses("Drinks grapefruit juice")).toEqual(["recognised"]);
  });
});

describe("a strength that the drug does not have is a doubt", () => {
  it.each([
    ["Digoxin 125 mg daily", ["125 mg", "125 micrograms"]],
    ["Levothyroxine 100 mg od", ["100 mg", "100 micrograms"]],
    ["CBZ 10 mg", ["10 mg", "20 mg", "100 mg"]],
    ["HCT 20 mg", ["20 mg", "25 mg", "12.5 mg"]],
  ])("%s", (line, choices) => {
    expect(only(line).doubts).toEqual([{ field: "strength", choices }]);
  });

  it.each([
    "indapamide 1.5 mg daily",
    "quinine sulfate 200 mg nocte",
    "ferrous fumarate 322 mg od",
    "prednisolone 60 mg daily",
    "warfarin 3.5 mg daily",
    "furosemide 500 mg daily",
    "enoxaparin 40 mg daily",
    "HCTZ 12.5 mg",
  ])("%s is none", (line) => {
    expect(only(line).doubts).toEqual([]);
  });

  it("another country's drug of that name is offered where only its strength fits", () => {
    const [piece] = read("Urex 40 mg mane");
    expect(piece?.status).toBe("confirm");
    expect(piece?.suggestions.map(({ name }) => name)).toContain("furosemide");
    expect(read("Urex 1 g bd")[0]?.status).toBe("recognised");
  });

  it("another country's drug is offered beside one that is sold in that strength, too", () => {
    const [piece] = read("Cartia 100 mg daily");
    expect(piece?.status).toBe("confirm");
    expect(piece?.suggestions.map(({ name }) => name)).toContain("aspirin");
    expect(read("Cartia XT 180 mg daily")[0]?.status).toBe("recognised");
  });

  it.each(["Tab Telma-H 40/12.5 1-0-0", "Cap Somac-D 1-0-0"])("%s is asked, and not its first part alone", (line) => {
    expect(statuses(line)).toEqual(["confirm"]);
  });

  it("a name behind its form begins an item, and no directions of the line above", () => {
    const pieces = read("Tab Dytor 10 mg 1-0-0\nCap Pan-X 1-0-0 before breakfast x 15 days");
    expect(pieces.map(({ status }) => status)).toEqual(["recognised", "unrecognised"]);
    expect(read("Dytor 10 mg\ntab by mouth daily").map(({ status }) => status)).toEqual(["recognised"]);
  });

  it("a brand right before HCT is the combination", () => {
    expect(
      medications("Micardis HCT 80/12.5 daily").map(({ ingredients }) => ingredients.map(({ name }) => name).sort()),
    ).toEqual([["hydrochlorothiazide", "telmisartan"]]);
    expect(
      medications("Avapro HCT 300/12.5 daily").map(({ ingredients }) => ingredients.map(({ name }) => name).sort()),
    ).toEqual([["hydrochlorothiazide", "irbesartan"]]);
  });

  it.each([
    ["dapagliflozin propanediol (FARXIGA) 10 mg tablet", "dapagliflozin"],
    ["clopidogrel bisulphate (Plavix) 75 mg", "clopidogrel"],
  ])("the salt of a name begins no other: %s", (line, name) => {
    expect(read(line).map(({ status }) => status)).toEqual(["recognised"]);
    expect(only(line).ingredients.map((one) => one.name)).toEqual([name]);
  });

  it("two amounts of one ingredient ask which product it is", () => {
    const [piece] = read("Hydrocodone 10/325");
    expect(piece?.status).toBe("confirm");
    expect(piece?.suggestions.some(({ name }) => name.includes("acetaminophen"))).toBe(true);
    expect(read("hydrocodone/acetaminophen 10/325")[0]?.status).toBe("recognised");
  });
});

describe("a head that is not known ends a section of what is not taken", () => {
  it.each([
    "Stopped:\natenolol\nPATIENT'S OWN SUPPLY BROUGHT IN\ndigoxin 125 mcg daily",
    "HELD MEDICATIONS\natenolol\nBrought from home:\ndigoxin 125 mcg",
  ])("%j", (text) => {
    expect(usesOf(text)["digoxin"]).toBe("current");
    expect(usesOf(text)["atenolol"]).not.toBe("current");
  });

  it("an organ inside it and a remark do not", () => {
    expect(medications("Stopped:\nCARDIAC\natenolol\ndue to dizziness\ndigoxin").map(({ use }) => use)).toEqual([
      "stopped",
      "stopped",
    ]);
  });
});
