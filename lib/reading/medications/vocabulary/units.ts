/** Units of a dose as they are written, to how they are shown (ISMP: no µg, no U, words where a sign could be misread). */
export const DOSE_UNITS: ReadonlyMap<string, string> = new Map([
  ["mg", "mg"], ["mgs", "mg"], ["mgm", "mg"], ["milligram", "mg"], ["milligrams", "mg"], ["milligramme", "mg"], ["milligrammes", "mg"],
  ["mcg", "micrograms"], ["mcgs", "micrograms"], ["ug", "micrograms"], ["μg", "micrograms"], ["microgram", "micrograms"], ["micrograms", "micrograms"],
  ["microg", "micrograms"], ["micro", "micrograms"], ["mics", "micrograms"], ["ng", "nanograms"], ["nanogram", "nanograms"], ["nanograms", "nanograms"],
  ["g", "g"], ["gm", "g"], ["gms", "g"], ["gr", "g"], ["gram", "g"], ["grams", "g"], ["gramme", "g"], ["grammes", "g"],
  ["kg", "kg"], ["ml", "mL"], ["mls", "mL"], ["cc", "mL"], ["ccs", "mL"], ["millilitre", "mL"], ["millilitres", "mL"], ["milliliter", "mL"], ["milliliters", "mL"],
  ["l", "L"], ["litre", "L"], ["litres", "L"], ["liter", "L"], ["liters", "L"],
  ["unit", "units"], ["units", "units"], ["u", "units"], ["iu", "units"], ["unt", "units"], ["iunits", "units"],
  ["meq", "mEq"], ["meqs", "mEq"], ["milliequivalent", "mEq"], ["milliequivalents", "mEq"], ["mmol", "mmol"], ["mmols", "mmol"], ["millimole", "mmol"], ["millimoles", "mmol"],
  ["%", "%"], ["percent", "%"], ["grain", "grains"], ["grains", "grains"], ["mu", "million units"], ["mcl", "mcL"], ["microlitre", "mcL"],
]);

/** What a strength can be "per": `100 micrograms per dose`, `0.2 mg per hour`. */
export const PER_UNITS: ReadonlyMap<string, string> = new Map([
  ["ml", "mL"], ["mls", "mL"], ["l", "L"], ["g", "g"], ["gm", "g"], ["mg", "mg"], ["kg", "kg"],
  ["dose", "dose"], ["doses", "dose"], ["actuation", "dose"], ["actuations", "dose"], ["act", "dose"], ["actuat", "dose"], ["puff", "puff"], ["puffs", "puff"], ["spray", "spray"], ["inh", "dose"], ["inhalation", "dose"],
  ["hr", "hour"], ["hrs", "hour"], ["h", "hour"], ["hour", "hour"], ["hours", "hour"], ["tablet", "tablet"], ["tab", "tablet"], ["capsule", "capsule"], ["cap", "capsule"], ["vial", "vial"], ["sachet", "sachet"], ["drop", "drop"], ["blister", "dose"], ["metered", "dose"], ["day", "day"], ["week", "week"], ["wk", "week"], ["patch", "patch"],
]);

/** Units that only a laboratory result has below the line: "4.1 mmol/L" is never a dose. */
export const LABORATORY_PER: ReadonlySet<string> = new Set(["l", "litre", "liter", "dl", "decilitre", "deciliter"]);

const sorts = (units: readonly string[], ingredients: string): [string, readonly string[]][] => ingredients.split(",").map((name) => [name, units]);

/** Ingredients whose products come in more than one unit, so that a number alone leaves the strength open. */
export const SEVERAL_UNITS: ReadonlyMap<string, readonly string[]> = new Map([
  ...sorts(["micrograms", "mg"], "levothyroxine,liothyronine,digoxin,clonidine,colchicine,fludrocortisone,misoprostol,tamsulosin,fentanyl,buprenorphine,estradiol,desmopressin,cyanocobalamin,folic acid,nitroglycerin,bumetanide,ropinirole,pramipexole,moxonidine,clenbuterol,octreotide,calcitriol,alfacalcidol"),
  ...sorts(["units", "micrograms", "mg"], "cholecalciferol,ergocalciferol,vitamin d,vitamin e,heparin,insulin"),
  ...sorts(["mEq", "mmol", "mg"], "potassium chloride,potassium,potassium bicarbonate,potassium citrate,magnesium,magnesium oxide,sodium bicarbonate"),
]);
