import { UcumLhcUtils } from "@lhncbc/ucum-lhc";
import { loinc } from "./loinc";
import { readTable } from "./read-table";

type Substance = { molarMass: number; charge: number | null };

let substances: Map<string, Substance> | null = null;

/** Units as laboratories print them, where it is not the UCUM code already. Keys without spaces, in lower case. */
const PRINTED: Readonly<Record<string, string>> = {
  "k/ul": "10*3/uL",
  "k/mm3": "10*3/uL",
  "x10e3/ul": "10*3/uL",
  "thou/ul": "10*3/uL",
  "thousand/ul": "10*3/uL",
  "10^3/ul": "10*3/uL",
  "10e3/ul": "10*3/uL",
  "x10^3/ul": "10*3/uL",
  "10^9/l": "10*9/L",
  "10e9/l": "10*9/L",
  "x10^9/l": "10*9/L",
  "x10e9/l": "10*9/L",
  "m/ul": "10*6/uL",
  "10^12/l": "10*12/L",
  "x10^12/l": "10*12/L",
  "mm/hr": "mm/h",
  percent: "%",
  "mosm/kg": "mosm/kg",
  "mosmol/kg": "mosm/kg",
  "mg%": "mg/dL",
  "g%": "g/dL",
  "gm/dl": "g/dL",
  "mgs/dl": "mg/dL",
};
const UNIT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/micromol(es?)?/g, "umol"],
  [/nanomol(es?)?/g, "nmol"],
  [/millimol(es?)?/g, "mmol"],
  [/picomol(es?)?/g, "pmol"],
  [/micrograms?|mcg/g, "ug"],
  [/nanograms?/g, "ng"],
  [/milligrams?/g, "mg"],
  [/picograms?/g, "pg"],
  [/milliequivalents?|mequiv|mval/g, "meq"],
  [/\[iu\]|iu|units?/g, "u"],
  [/lit(re|er)s?/g, "l"],
  [/decil/g, "dl"],
  [/millil/g, "ml"],
];

/**
 * The UCUM code of a unit as it was printed: `mmol/l`, `µmol/L`, `mcg/dL`, `mEq/L`, `K/uL`, `mL/min/1.73m2`. International
 * units and enzyme units are both given as `U`: they are only ever compared within one analyte. Null when it is no unit.
 */
export function ucumUnit(printed: string): string | null {
  const plain = printed
    .normalize("NFKC")
    .replace(/[\s_]+/g, "")
    .replace(/[μµ]/g, "u")
    .toLowerCase();
  const known = PRINTED[plain];
  if (known !== undefined) return known;
  if (/^ml\/min(\/?[({[]?1\.73m?(\^?2)?[)}\]]?|\/?[({[]?1\.73.*)?$/.test(plain)) return "mL/min";
  let code = plain;
  for (const [word, short] of UNIT_WORDS) code = code.replace(word, short);
  const cased = code
    .replace(/(?<!mo)l(?=$|\/)/g, "L")
    .replace(/(?<=^|\/|m|u|k)u(?=\/|$)/g, "U")
    .replace("10^", "10*");
  if (
    /^(m|u|n|p|k)?(g|mol|eq|U)\/(d|m|u)?L$/.test(cased) ||
    ["fL", "%", "mmol/mol", "mm/h", "mosm/kg", "s", "pg", "ratio", "ng/mL/h"].includes(cased)
  )
    return cased;
  return UcumLhcUtils.getInstance().validateUnitString(cased).status === "valid" ? cased : null;
}

/**
 * A laboratory value in another unit, by UCUM with the molar mass and charge of the analyte (a LOINC code or an analyte of
 * loinc.tsv). HbA1c goes between % (NGSP) and mmol/mol (IFCC) by its master equation. Null where the units are not known or
 * cannot be converted for this analyte; never a guess.
 */
export function convert(value: number, from: string, to: string, loincOrAnalyte: string): number | null {
  const source = ucumUnit(from);
  const target = ucumUnit(to);
  if (source === null || target === null || !Number.isFinite(value)) return null;
  if (source === target) return value;
  const analyte = loinc().byCode(loincOrAnalyte)?.analyte ?? loinc().analyteOf(loincOrAnalyte) ?? loincOrAnalyte;
  if (analyte === "HbA1c") return convertHbA1c(value, source, target);
  const substance = substanceOf(analyte);
  if (substance === null && isAmount(source) !== isAmount(target)) return null;
  const options = substance === null ? {} : { molecularWeight: substance.molarMass, charge: substance.charge };
  const result = UcumLhcUtils.getInstance().convertUnitTo(source, value, target, options);
  return result.status === "succeeded" && result.toVal !== null ? Number(result.toVal.toPrecision(12)) : null;
}

/** NGSP (%) = 0.09148 × IFCC (mmol/mol) + 2.152: the master equation of the IFCC network. */
function convertHbA1c(value: number, from: string, to: string): number | null {
  if (from === "mmol/mol" && to === "%") return 0.09148 * value + 2.152;
  if (from === "%" && to === "mmol/mol") return (value - 2.152) / 0.09148;
  return null;
}

function isAmount(unit: string): boolean {
  return /mol|eq/.test(unit);
}

function substanceOf(analyte: string): Substance | null {
  substances ??= new Map(
    readTable("curated/molar-masses.tsv").map(([name = "", mass = "", charge = ""]) => [
      name,
      { molarMass: Number(mass), charge: charge === "" ? null : Number(charge) },
    ]),
  );
  return substances.get(analyte) ?? null;
}
