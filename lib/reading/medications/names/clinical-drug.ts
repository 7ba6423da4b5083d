import type { NameGroup, Span } from "@/lib/reading/medications/text/list-parts";
import { phraseSet } from "@/lib/reading/medications/text/phrase-table";
import type { Token } from "@/lib/reading/medications/text/tokens";

/** Dose forms as RxNorm writes them behind a strength. */
const CLINICAL_FORMS = phraseSet([
  "oral tablet",
  "oral capsule",
  "extended release oral tablet",
  "extended release oral capsule",
  "delayed release oral tablet",
  "delayed release oral capsule",
  "extended release capsule",
  "extended release tablet",
  "extended release suspension",
  "disintegrating oral tablet",
  "chewable tablet",
  "sublingual tablet",
  "oral solution",
  "oral suspension",
  "oral powder",
  "metered dose inhaler",
  "dry powder inhaler",
  "inhalation solution",
  "inhalation powder",
  "nasal spray",
  "nasal inhaler",
  "topical cream",
  "topical ointment",
  "topical gel",
  "topical lotion",
  "topical solution",
  "transdermal system",
  "transdermal patch",
  "ophthalmic solution",
  "ophthalmic ointment",
  "otic solution",
  "injection",
  "injectable solution",
  "injectable suspension",
  "prefilled syringe",
  "auto injector",
  "pen injector",
  "cartridge",
  "rectal suppository",
  "vaginal cream",
  "vaginal ring",
  "drug implant",
  "oral gel",
  "mucosal spray",
  "intravenous solution",
  "buccal film",
  "sublingual film",
]);

/** Whether the group is written as a clinical drug: name, strength and an RxNorm dose form ("Furosemide 20 MG Oral Tablet"). */
export function isClinicalDrug(tokens: readonly Token[], span: Span, group: NameGroup): boolean {
  const first = group.hits[0];
  if (first === undefined) return false;
  let strength = false;
  for (let at = first.to; at < span.to && at < first.to + 40; at += 1) {
    const token = tokens[at];
    if (token?.kind === "number") strength = true;
    else if (strength && CLINICAL_FORMS.at(tokens, at, span.to) !== null) return !tookDirections(tokens, first.to, at);
  }
  return false;
}

const DIRECTION_WORDS = new Set(["take", "by", "daily", "mouth", "inhale", "inject", "apply", "po"]);

function tookDirections(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (DIRECTION_WORDS.has(tokens[at]?.text ?? "")) return true;
  return false;
}
