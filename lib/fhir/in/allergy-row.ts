import type { MedicationPiece } from "@/lib/domain/medication";
import { ingredientsOfRxcui } from "@/lib/terminology/drugs/rxcui";
import { codesOf, conceptIn, conceptsIn, saysAbsent, statusIn, SYSTEM_NAMES, withoutTag, wordsOf } from "./concept";
import { blank } from "./drug";
import type { NoRow, RowParts } from "./medication-row";
import type { NameReader } from "./name-reader";
import type { Held } from "./resources";

/** `muscle`: a reaction was of the muscles (cramp, pain, damage). */
export type AllergyRow = MedicationPiece & RowParts & { reactions: string[]; muscle: boolean };

const MUSCLE = /cramp|myalg|myopath|myositis|muscle|muscular|rhabdomyol/i;
const FRAME =
  /^(?:product containing|substance with|allergy to|intolerance to|hypersensitivity to|adverse reaction to)\s/i;
const TAIL = /(?:\s(?:allergy|intolerance|structure.{0,80})|-containing product)$/i;

/** An allergy or intolerance as one row, never a drug that is taken; its reactions in words. */
export function allergyRow(held: Held, names: NameReader): AllergyRow | NoRow {
  const { part, path, broken } = held;
  const verification = statusIn(part, "verificationStatus");
  const clinical = statusIn(part, "clinicalStatus") || statusIn(part, "status");
  if (verification === "entered-in-error" || clinical === "entered-in-error") return { reason: "entered in error" };
  if (verification === "refuted") return { reason: "refuted" };
  if (clinical === "resolved" || clinical === "inactive") return { reason: `allergy ${clinical}` };
  const reactions = part.list("reaction");
  const own = conceptIn(part, "code") ?? conceptIn(part, "substance");
  if (saysAbsent(own)) return { reason: "says that no allergy is known" };
  const concepts = [own, ...reactions.map((one) => conceptIn(one, "substance"))].filter((one) => one !== null);
  const words = concepts.flatMap(wordsOf).map(substanceIn);
  const coded = concepts.flatMap((one) => codesOf(one, "rxnorm")).flatMap((code) => ingredientsOfRxcui(code));
  const manifested = reactions.flatMap((one) =>
    manifestations(
      conceptsIn(one, "manifestation").flatMap((each) => wordsOf(each).slice(0, 1)),
      one.text("description"),
    ),
  );
  const read = words.map((one) => names.read(one)).find(({ medications }) => medications.length > 0);
  const codes = concepts.flatMap((one) => one.codes.map(({ system, code }) => `${SYSTEM_NAMES[system]} ${code}`));
  const name =
    words[0] ??
    (coded.length > 0 ? coded.map((one) => one.name).join(" and ") : (codes[0] ?? "substance without a name"));
  const reason = manifested.length === 0 ? "allergy" : `allergy or intolerance: ${manifested.join(", ")}`;
  const drugs = read?.medications ?? (coded.length > 0 ? [blank(name, coded)] : []);
  const text = `Allergy to ${name}${manifested.length === 0 ? "" : ` (${manifested.join(", ")})`}`;
  return {
    text,
    start: 0,
    end: text.length,
    status: drugs.length > 0 ? "recognised" : "not-medication",
    medications: drugs.map((one) => ({ ...one, use: "allergy", useReason: reason })),
    suggestions: [],
    path,
    reactions: manifested,
    muscle: manifested.some((one) => MUSCLE.test(one)),
    ...(broken.length === 0 ? {} : { notReadParts: broken }),
  };
}

function manifestations(words: readonly string[], description: string | null): string[] {
  const all = description === null || words.length > 0 ? words : [description.slice(0, 200)];
  return [...new Set(all.map(withoutTag))];
}

/** “Product containing aspirin (medicinal product)” is about aspirin. */
function substanceIn(words: string): string {
  return withoutTag(words).replace(FRAME, "").replace(TAIL, "").trim();
}
