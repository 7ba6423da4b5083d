import type { Ingredient, Medication, MedicationPiece, NameSuggestion } from "@/lib/domain/medication";
import { ingredientsOfRxcui } from "@/lib/terminology/drugs/rxcui";
import { codesOf, SYSTEM_NAMES, withoutTag, wordsOf, type Concept } from "./concept";
import { sameDrug, type NameRead, type NameReader } from "./name-reader";
import type { NotReadPart } from "./part";

/** What a resource says of its drug: concepts of itself and of the Medication that it refers to, and their ingredients. */
export type DrugSaid = {
  concepts: readonly Concept[];
  ingredients: readonly Concept[];
  /** The words beside a reference, and the reference itself where nothing else names the drug. */
  display: string | null;
  reference: string | null;
  path: string;
  /** How the resource is called where nothing names its drug: "MedicationRequest 2". */
  place: string;
};

/** The drug of a row. `by`: whether the words or a code say which it is. */
export type Drug = Pick<MedicationPiece, "status" | "medications" | "suggestions"> & {
  text: string;
  by: "words" | "code" | null;
  notReadParts: NotReadPart[];
};

/**
 * Which drug it is, by its words and its codes. They agree: no question. The words are not understood: the code decides, and the
 * row says so. They name different drugs: asked, with both. A code without a map is shown with its system.
 */
export function drugOf(said: DrugSaid, names: NameReader): Drug {
  const words = said.concepts.flatMap(wordsOf).map(withoutTag);
  if (said.display !== null && words.length === 0) words.push(withoutTag(said.display));
  const byCode = codedDrug(said);
  const parts = said.ingredients.flatMap((one) => wordsOf(one).slice(0, 1)).map(withoutTag);
  const text = words[0] ?? (parts.length > 0 ? parts.join(" and ") : nameless(said, byCode));
  const reads = words.map((one) => names.read(one));
  const chosen = reads.find(({ status }) => status === "recognised") ?? reads[0];
  const listed = parts.length === 0 ? null : names.read(parts.join(" + "));
  const others = [...reads, ...(listed === null ? [] : [listed])].filter((one) => one !== chosen);
  const drug: Drug = { text, status: "unrecognised", medications: [], suggestions: [], by: null, notReadParts: [] };
  const known = byCode.length > 0 ? byCode : recognisedIn(listed);
  if (chosen?.status === "recognised") return ofWords(drug, chosen, { byCode, others, said });
  if (known.length > 0) return ofCode(drug, chosen, { known, said, isCode: byCode.length > 0, names });
  if (chosen === undefined) return drug;
  const coded = said.concepts.some((one) => codesOf(one, "rxnorm", "atc", "ndc", "snomed", "dmd").length > 0);
  return {
    ...drug,
    status: chosen.status === "not-medication" && coded ? "unrecognised" : chosen.status,
    medications: [...chosen.medications],
    suggestions: [...chosen.suggestions],
  };
}

function ofWords(
  drug: Drug,
  read: NameRead,
  { byCode, others, said }: { byCode: readonly Ingredient[]; others: readonly NameRead[]; said: DrugSaid },
): Drug {
  const own = ingredientsOf(read);
  const strength = others.flatMap(({ medications }) => medications).find((one) => one.strength !== null);
  const isOne = read.medications.length > 1 && sameDrug(own, byCode);
  const parts = isOne
    ? [{ ...blank(drug.text, byCode), strength: read.medications[0]?.strength ?? null }]
    : read.medications;
  const medications = parts.map((one) => ({
    ...one,
    strength: one.strength ?? (strength && sameDrug(strength.ingredients, one.ingredients) ? strength.strength : null),
  }));
  // A code that names the same drugs accounts for all of the words.
  const unread = byCode.length > 0 && agree(own, byCode) ? [] : read.unread;
  const notReadParts = unread.map((words) => ({ path: said.path, reason: `“${words}” was not understood` }));
  const disagreeing = [byCode, ...others.map(recognisedIn)].find((other) => other.length > 0 && !agree(own, other));
  if (disagreeing === undefined)
    return { ...drug, status: "recognised", medications, suggestions: [], by: "words", notReadParts };
  const why = disagreeing === byCode ? "the RxNorm code beside the words" : "other words of the same resource";
  return {
    ...drug,
    status: "confirm",
    medications,
    suggestions: [suggestionOf(disagreeing, why)],
    by: "words",
    notReadParts: [...notReadParts, { path: said.path, reason: `the words and ${why} name different drugs` }],
  };
}

function ofCode(
  drug: Drug,
  read: NameRead | undefined,
  { known, said, isCode, names }: { known: readonly Ingredient[]; said: DrugSaid; isCode: boolean; names: NameReader },
): Drug {
  const candidates = [...(read?.medications ?? []), ...(read?.suggestions ?? [])];
  const meant = candidates.length === 0 || candidates.some(({ ingredients }) => agree(ingredients, known));
  const name = known.map((one) => one.name).join(" and ");
  const made = { ...blank(name, known), strength: strengthBeside(drug.text, name, names) };
  if (!meant && read?.status === "confirm")
    return {
      ...drug,
      status: "confirm",
      medications: [made],
      suggestions: [...read.suggestions],
      by: "code",
      notReadParts: [{ path: said.path, reason: "the words look like another drug than the code" }],
    };
  const notReadParts =
    read === undefined || !isCode
      ? []
      : [{ path: said.path, reason: "the words were not understood; the drug was taken from its RxNorm code" }];
  return {
    ...drug,
    status: "recognised",
    medications: [made],
    suggestions: [],
    by: isCode ? "code" : "words",
    notReadParts,
  };
}

const STRENGTH =
  /\d[\d.,]{0,12}\s?(?:mg|g|mcg|ug|µg|micrograms?|units?|meq|mmol|%)(?:\s?\/\s?[\d.]{0,6}\s?[a-z]{1,12})?(?![a-z])/i;

/** The strength in a name that was not understood, read behind the name that the code gives. */
function strengthBeside(words: string, name: string, names: NameReader): string | null {
  const [written] = STRENGTH.exec(words) ?? [];
  return written === undefined ? null : (names.read(`${name} ${written}`).medications[0]?.strength ?? null);
}

/** A medication of which nothing but the drug is known. */
export function blank(name: string, ingredients: readonly Ingredient[]): Medication {
  return {
    name,
    match: "exact",
    ingredients: ingredients.map((one) => ({ ...one })),
    strength: null,
    form: null,
    route: null,
    frequency: null,
    asNeeded: false,
    start: null,
    stop: null,
    use: "current",
    useReason: null,
    doubts: [],
  };
}

function suggestionOf(ingredients: readonly Ingredient[], why: string): NameSuggestion {
  return { name: ingredients.map(({ name }) => name).join(" and "), ingredients: [...ingredients], why };
}

function ingredientsOf({ medications }: Pick<NameRead, "medications">): Ingredient[] {
  return [...new Map(medications.flatMap(({ ingredients }) => ingredients).map((one) => [one.name, one])).values()];
}

function recognisedIn(read: NameRead | null): Ingredient[] {
  return read?.status === "recognised" ? ingredientsOf(read) : [];
}

/** "insulin" and "insulin lispro" are told as exactly as each could: no disagreement. */
function agree(a: readonly Ingredient[], b: readonly Ingredient[]): boolean {
  if (sameDrug(a, b)) return true;
  const covers = (one: readonly Ingredient[], other: readonly Ingredient[]): boolean =>
    one.every(({ name }) => other.some((two) => isKindOf(two.name, name) || isKindOf(name, two.name)));
  return covers(a, b) && covers(b, a);
}

/** The first word of the name is the whole of the other: the kind and one of its kind. */
const isKindOf = (special: string, kind: string): boolean => special === kind || special.startsWith(`${kind} `);

function codedDrug({ concepts, ingredients }: DrugSaid): Ingredient[] {
  for (const concept of concepts)
    for (const code of codesOf(concept, "rxnorm")) {
      const found = ingredientsOfRxcui(code);
      if (found.length > 0) return [...found];
    }
  const coded = ingredients.map((one) => codesOf(one, "rxnorm").flatMap((code) => ingredientsOfRxcui(code)));
  return coded.length > 0 && coded.every((one) => one.length > 0)
    ? [...new Map(coded.flat().map((one) => [one.name, one])).values()]
    : [];
}

/** What stands for the name where there are no words: the code's drug, the codes, or the reference. */
function nameless({ concepts, display, reference, place }: DrugSaid, byCode: readonly Ingredient[]): string {
  if (byCode.length > 0) return byCode.map(({ name }) => name).join(" and ");
  const codes = concepts.flatMap(({ codes: own }) => own).map(({ system, code }) => `${SYSTEM_NAMES[system]} ${code}`);
  if (codes.length > 0) return `Medication without a name (${codes.join(", ")})`;
  if (display !== null) return display;
  return reference === null ? `Medication without a name (${place})` : `Medication without a name (${reference})`;
}
