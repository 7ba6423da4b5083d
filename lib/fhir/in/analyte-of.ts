import { labVocabulary, termKey, type Analyte } from "@/lib/reading/labs/lab-vocabulary";
import { loinc } from "@/lib/terminology/loinc";

/** Words around the name of a test that do not change which test it is. */
const AROUND =
  /\b(?:serum|plasma|blood|venous|level|levels|concentration|measurement|measured|ser\/plas|serpl|substance|mass|in|of|or|by|ifcc|standardi[sz]ed|automated|auto|calculated|estimated|bld|rbc|[smc]cnc|mfr|hplc|hemoglobin\.total)\b|#|\//gi;

/** What may stand behind the brackets without making it another test or another specimen. */
const BESIDE = /\b(?:in|serum|plasma|blood|or|red|cells?|by|automated|count|estimate|method|level|levels)\b|[-,]/gi;

const known = new Map<string, Analyte | null>();
const MOST_KNOWN = 5000;

/**
 * The analyte of a LOINC code, else of the whole name of the test. A name that only holds the name of another test is not that
 * test: a mean corpuscular haemoglobin is no haemoglobin.
 */
export function analyteOf(code: string | null, words: readonly string[]): Analyte | null {
  const { byName } = labVocabulary();
  const coded = code === null ? undefined : loinc().byCode(code)?.analyte;
  if (coded !== undefined) {
    // "Adjusted calcium" under the code of calcium: the words say which of the tests of that code it is.
    const told = analyteNamed(words[0] ?? "");
    if (told !== null && code !== null && [...told.codes.values()].includes(code)) return told;
    return byName.get(coded) ?? analyteNamed(coded);
  }
  for (const one of words) {
    const named = analyteNamed(one);
    if (named !== null) return named;
  }
  return null;
}

function analyteNamed(words: string): Analyte | null {
  const before = known.get(words);
  if (before !== undefined) return before;
  const found = lookUp(words);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(words, found);
  return found;
}

function lookUp(words: string): Analyte | null {
  const whole = exact(words) ?? exact(words.replace(AROUND, " "));
  if (whole !== null) return whole;
  const [, outside = "", inside = "", behind = ""] =
    /^([^([]{1,80})[([]([^)\]]{1,80})[)\]]([^([]{0,80})$/.exec(words) ?? [];
  if (outside === "") return null;
  if (/\bin urine\b/i.test(behind)) return exact(`${outside} urine`);
  if (exact(behind.replace(AROUND, " ")) !== null || behind.replace(BESIDE, "").trim() !== "") return null;
  const [out, within] = [exact(outside.replace(AROUND, " ")), exact(inside)];
  const qualifies = /\/(?:volume|time|mass)|fraction|^(?:moles|mass|enzymatic)/i.test(inside);
  return qualifies || within === null || within === out ? out : null;
}

/** LOINC's long names say what is measured, then in brackets how, then in what. */
function exact(words: string): Analyte | null {
  const { terms, byName } = labVocabulary();
  const key = termKey(words);
  if (key === "") return null;
  const name = loinc().analyteOf(words.trim());
  return terms.get(key) ?? (name === null ? null : (byName.get(name) ?? null));
}
