import type { LabPiece, ReadLabResult } from "@/lib/domain/lab";
import { adjustedCalcium } from "./corrected-calcium";
import { ckdEpi2021 } from "./egfr";
import type { KnowledgeIndex } from "@/lib/review/facts/knowledge-index";
import { fromFirstUnit, toFirstUnit } from "./units";
import {
  isAbnormal,
  isCritical,
  isHigh,
  interpretResult,
  formatResult,
  type InterpretedResult,
} from "./interpret-result";
import { ADULT_AGE, isChild, type Patient } from "@/lib/review/facts/patient";
import { dayOf } from "@/lib/review/facts/day-range";
import { byText, formatNumber } from "@/lib/review/format";

/** The results of a case, judged: the latest of each test, all of them, and what was computed from them. */
export interface LabResults {
  /** What is judged by: not older than a year. */
  readonly latest: ReadonlyMap<string, InterpretedResult>;
  /** The latest of tests that have none of the last year. */
  readonly old: ReadonlyMap<string, InterpretedResult>;
  /** Abnormal results without a date beside which a dated one was used. */
  readonly undated: readonly InterpretedResult[];
  /** Results of tests that the knowledge base does not hold. */
  readonly unknown: readonly ReadLabResult[];
  readonly all: readonly InterpretedResult[];
  /** Reported or computed, in mL/min/1.73 m²; null where neither is there. */
  readonly egfr: { readonly value: number; readonly words: string } | null;
  /** "eGFR not computed: sex not entered". */
  readonly notComputed: readonly string[];
}

/** Ids of labs.yaml that are computed with; the equations are about these analytes. */
const ANALYTE = { creatinine: "creatinine", egfr: "egfr", calcium: "calcium-adj", albumin: "albumin" } as const;

/** LOINC of a calcium that the laboratory itself adjusted for albumin. */
const ADJUSTED_CALCIUM_LOINC = "29265-6";

const HAEMOLYSED = "The sample is said to be haemolysed: it reads too high then. Consider a repeat sample first.";

/** "haemolysed sample", "HEMOLYSIS ++"; not "no haemolysis", and not a haemolytic anaemia. */
function saysHaemolysed(text: string): boolean {
  return (
    /\bha?emoly(sed|zed|sis|se|ze)\b/i.test(text) &&
    !/\b(no|not|non|without|nil|neg(ative)?)\b[\s-]*(visible |evidence of )?ha?emoly/i.test(text)
  );
}

/** Judges every recognised result. A test that the knowledge base does not hold is not judged. */
export function collectResults(pieces: readonly LabPiece[], patient: Patient, index: KnowledgeIndex): LabResults {
  const recognised = pieces.filter((piece) => piece.status === "recognised");
  const read = recognised.flatMap((piece) => piece.results);
  const known = recognised.flatMap((piece) => {
    const haemolysed = saysHaemolysed(piece.text);
    return piece.results.flatMap((result) => {
      const lab = index.labOf(result.loinc, result.name);
      return lab === null ? [] : [{ lab, result, haemolysed }];
    });
  });
  const unknown = read
    .filter((result) => index.labOf(result.loinc, result.name) === null)
    .sort((a, b) => byText(`${a.name}|${a.value}`, `${b.name}|${b.value}`));
  const albumins = known.filter(({ lab }) => lab.id === ANALYTE.albumin);
  const all = known.map(({ lab, result, haemolysed }) => {
    const judged =
      lab.id === ANALYTE.calcium
        ? interpretCalcium(lab, result, albumins, patient)
        : interpretResult(lab, result, patient);
    return haemolysed && isHigh(judged) && /haemolysed/i.test(lab.notes ?? "")
      ? { ...judged, doubts: [HAEMOLYSED] }
      : judged;
  });
  all.sort(newestFirst);
  const latest = new Map<string, InterpretedResult>();
  const old = new Map<string, InterpretedResult>();
  for (const judged of all) {
    if (isOld(judged, patient)) {
      if (!latest.has(judged.lab.id) && !old.has(judged.lab.id)) old.set(judged.lab.id, judged);
    } else if (!latest.has(judged.lab.id)) latest.set(judged.lab.id, judged);
  }
  for (const id of latest.keys()) old.delete(id);
  const undated = all.filter(
    (judged) =>
      judged.day === null &&
      isAbnormal(judged) &&
      latest.get(judged.lab.id)?.day !== null &&
      latest.get(judged.lab.id) !== judged,
  );
  return { latest, old, undated, unknown, all, ...estimateGfr(latest, old, patient) };
}

/** A result of more than so many days ago does not tell of today: never an emergency (DESIGN: act-now is of now). */
const RECENT_DAYS = 30;
/** After so many days it judges nothing. */
const OLD_DAYS = 365;

/** Days between a result and the day of the review, at least; null where it has no date. */
export function ageInDays(judged: InterpretedResult, asOf: string): number | null {
  return judged.day === null ? null : Math.max(0, dayOf(asOf) - judged.day.to);
}

/** Not known to be older than 30 days. */
export function isRecent(judged: InterpretedResult, asOf: string): boolean {
  return (ageInDays(judged, asOf) ?? 0) <= RECENT_DAYS;
}

function isOld(judged: InterpretedResult, patient: Patient): boolean {
  return (ageInDays(judged, patient.asOf) ?? 0) > OLD_DAYS;
}

/** By date, then the more alarming; undated last. Does not hang on the order of entry. */
function newestFirst(a: InterpretedResult, b: InterpretedResult): number {
  return (b.day?.to ?? -Infinity) - (a.day?.to ?? -Infinity) || alarm(b) - alarm(a) || byText(sortKey(a), sortKey(b));
}

function alarm(judged: InterpretedResult): number {
  if (isCritical(judged)) return 3;
  if (isAbnormal(judged)) return 2;
  return judged.notInterpretedBecause === null ? 0 : 1;
}

function sortKey({ lab, result }: InterpretedResult): string {
  return [
    lab.id,
    String(result.value),
    result.unit ?? "",
    result.comparator ?? "",
    result.flag ?? "",
    result.date ?? "",
  ].join("|");
}

/** A total calcium is adjusted for an albumin of the same day (or both undated); the laboratory's own adjusted value stays. */
function interpretCalcium(
  lab: InterpretedResult["lab"],
  result: ReadLabResult,
  albumins: readonly { lab: InterpretedResult["lab"]; result: ReadLabResult }[],
  patient: Patient,
): InterpretedResult {
  const raw = interpretResult(lab, result, patient);
  if (
    result.loinc === ADJUSTED_CALCIUM_LOINC ||
    /adjusted|corrected/i.test(result.name) ||
    raw.value === null ||
    raw.notInterpretedBecause === "implausible"
  )
    return raw;
  const albumin = albumins.find(
    (other) =>
      other.result.date === result.date && typeof other.result.value === "number" && other.result.unit !== null,
  );
  if (albumin === undefined)
    return isAbnormal(raw) ? { ...raw, remarks: [...raw.remarks, "not adjusted: no albumin of the same day"] } : raw;
  const albuminFirst =
    typeof albumin.result.value === "number" && albumin.result.unit !== null
      ? toFirstUnit(albumin.lab, albumin.result.value, albumin.result.unit)
      : null;
  const gramPerLitre = albuminFirst === null ? null : fromFirstUnit(albumin.lab, albuminFirst, "g/L");
  const mmolPerLitre = fromFirstUnit(lab, raw.value, "mmol/L");
  if (gramPerLitre === null || mmolPerLitre === null) return raw;
  const adjusted = adjustedCalcium(mmolPerLitre, gramPerLitre);
  // Judged and said in the unit of the report, so that value and limit can be compared.
  const unit = result.unit ?? raw.readIn ?? "mmol/L";
  const first = toFirstUnit(lab, adjusted, "mmol/L");
  const inUnit = first === null ? null : fromFirstUnit(lab, first, unit);
  const reported = inUnit === null ? { value: adjusted, unit: "mmol/L" } : { value: inUnit, unit };
  const judged = interpretResult(
    lab,
    { ...result, ...reported, flag: null, referenceLow: null, referenceHigh: null },
    patient,
  );
  return {
    ...judged,
    result,
    remarks: [
      ...judged.remarks,
      `adjusted for ${formatResult(albumin.lab, albumin.result)}: ${formatNumber(Number(reported.value.toPrecision(3)))} ${reported.unit}`,
    ],
  };
}

function estimateGfr(
  latest: ReadonlyMap<string, InterpretedResult>,
  old: ReadonlyMap<string, InterpretedResult>,
  patient: Patient,
): Pick<LabResults, "egfr" | "notComputed"> {
  if (patient.dialysis === true)
    return {
      egfr: null,
      notComputed:
        latest.has(ANALYTE.creatinine) || latest.has(ANALYTE.egfr)
          ? ["eGFR not used: it means nothing on dialysis"]
          : [],
    };
  const reported = latest.get(ANALYTE.egfr);
  if (reported !== undefined && typeof reported.result.value === "number") {
    return {
      egfr: { value: reported.result.value, words: formatResult(reported.lab, reported.result) },
      notComputed: [],
    };
  }
  const creatinine = latest.get(ANALYTE.creatinine);
  if (creatinine === undefined && old.has(ANALYTE.creatinine))
    return { egfr: null, notComputed: ["eGFR not computed: the creatinine is older than a year"] };
  if (creatinine === undefined || creatinine.value === null || creatinine.notInterpretedBecause === "implausible")
    return { egfr: null, notComputed: [] };
  if (isChild(patient))
    return { egfr: null, notComputed: [`eGFR not computed: the equation is for adults of ${ADULT_AGE} or older`] };
  const missing = [patient.ageYears === null ? "age" : null, patient.sex === null ? "sex" : null].filter(
    (part) => part !== null,
  );
  if (patient.ageYears === null || patient.sex === null)
    return { egfr: null, notComputed: [`eGFR not computed: ${missing.join(" and ")} not entered`] };
  const mgDl = fromFirstUnit(creatinine.lab, creatinine.value, "mg/dL");
  if (mgDl === null) return { egfr: null, notComputed: [] };
  const value = ckdEpi2021(mgDl, patient.ageYears, patient.sex);
  return {
    egfr: {
      value,
      words: `eGFR ${value} mL/min/1.73 m² by CKD-EPI 2021 from ${formatResult(creatinine.lab, creatinine.result)}`,
    },
    notComputed: [],
  };
}
