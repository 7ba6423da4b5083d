import type { RichText } from "@/app/_view-models/rich-text";
import { displayDate } from "@/lib/domain/display-date";
import type { Medication } from "@/lib/domain/medication";
import { drugList, drugWord } from "@/app/_view-models/drug-runs";

const USE_LABELS: Readonly<Record<Medication["use"], string | null>> = {
  current: null,
  stopped: "stopped",
  held: "held",
  allergy: "listed as an allergy",
  planned: "planned, not started",
  uncertain: "unclear whether taken",
};

/** Generic name in bold, then the brand that was written: “**fluticasone and salmeterol** (Seretide)”. */
export function formatName(medication: Pick<Medication, "name" | "ingredients" | "match">): RichText {
  const names = medication.ingredients.map((ingredient) => ingredient.name);
  const generic = drugList(names);
  const written = medication.match === "brand" ? capitalised(medication.name.trim()) : medication.name.trim();
  const isGeneric =
    names.length === 1
      ? same(written, names[0] ?? "")
      : names.every((name) => written.toLowerCase().includes(name.toLowerCase()));
  return isGeneric || written === "" ? generic : [...generic, ` (${written})`];
}

/** Strength, form, route, frequency, dates and use as far as the text gives them, joined by middle dots. */
export function formatDetail(medication: Medication): string {
  return [
    medication.strength,
    medication.form,
    medication.route === "oral" ? null : medication.route,
    medication.frequency,
    medication.asNeeded && !medication.frequency?.includes("as needed") ? "as needed" : null,
    medication.start === null ? null : `since ${displayDate(medication.start)}`,
    medication.stop === null
      ? null
      : `${medication.use === "current" ? "last dose" : "stopped"} ${displayDate(medication.stop)}`,
    medication.stop !== null && medication.use === "stopped" ? null : USE_LABELS[medication.use],
  ]
    .filter((part): part is string => part !== null && part !== "")
    .join(" · ");
}

/** One medication in one line, as the reading pane shows it. */
export function formatMedication(medication: Medication): RichText {
  const detail = formatDetail(medication);
  return detail === "" ? formatName(medication) : [...formatName(medication), ` ${detail}`];
}

/** Name of one candidate with its ingredients, where the name does not say them: “Zaroxolyn (**metOLazone**)”. */
export function formatCandidate(
  name: string,
  ingredients: readonly { name: string }[],
  className: string | null,
): RichText {
  const names = ingredients.map((ingredient) => ingredient.name);
  const says = names.length === 1 && same(name, names[0] ?? "");
  const head: RichText = says ? [drugWord(name.toLowerCase())] : [name, " (", ...drugList(names), ")"];
  return className === null ? head : [...head, ` – ${className}`];
}

/** A brand keeps the capitals it has and gets its first. */
function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
