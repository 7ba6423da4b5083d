import { type Analyte, labVocabulary } from "./lab-vocabulary";

/** Fluids in which a value says nothing of the blood; what is measured in them is not read. */
const OTHER_FLUID =
  /\b(?:csf|cerebrospinal|pleural|ascitic|peritoneal|synovial|dialysate|drain|sweat|stool|faecal|fecal|gastric)\b/i;
const URINE = /\b(?:urine|urinary|24\s?-?h(?:r|our)?s?)\b/i;
const IONISED = /^[\s,;(]*(?:ionised|ionized|free)\b/i;
const ADJUSTED = /^[\s,;(]*(?:adj(?:usted)?|corr(?:ected)?)\b/i;

/**
 * The analyte that is meant once the words around its name are taken in: "K 24 h urine", "CSF glucose", "Ca 1.05 ionised".
 * @param before the words before the name; @param between name and value; @param after the value and its unit
 * @returns null where it is measured in a fluid that is not read
 */
export function analyteInContext(
  analyte: Analyte,
  { before, between, after }: { before: string; between: string; after: string },
): Analyte | null {
  const { byName } = labVocabulary();
  if (OTHER_FLUID.test(before) || OTHER_FLUID.test(between)) return null;
  if (!analyte.name.includes("urine") && (URINE.test(between) || URINE.test(before.slice(-16))))
    return byName.get(`${analyte.name.replace(" total", "")} urine`) ?? null;
  if (analyte.name === "calcium total" && IONISED.test(after)) return byName.get("calcium ionised") ?? analyte;
  if (analyte.name === "calcium total" && ADJUSTED.test(after)) return byName.get("calcium adjusted") ?? analyte;
  return analyte;
}
