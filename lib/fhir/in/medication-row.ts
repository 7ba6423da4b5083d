import type { Medication, MedicationPiece } from "@/lib/domain/medication";
import type { Jurisdiction } from "@/lib/domain/vocabulary";
import { conceptIn, conceptOf, conceptsIn, saysAbsent, statusIn, wordsOf, type Concept } from "./concept";
import { dateIn, firstDate } from "./dates";
import { directionsOf, fromWords, type Directions } from "./dosage";
import { drugOf, type DrugSaid } from "./drug";
import type { NameReader } from "./name-reader";
import { Part, type NotReadPart } from "./part";
import type { References } from "./references";
import type { Held } from "./resources";
import { takenBy, type MedicationKind, type Use } from "./use";

/** A piece of one of the lists, with the resource that it is of and what of that could not be read. */
export type RowParts = { path: string; notReadParts?: NotReadPart[] };
export type MedicationRow = MedicationPiece &
  RowParts & { by?: "words" | "code"; directions?: string; ordered?: string[] };
/** Why a resource gives no row. */
export type NoRow = { reason: string };

export type MedicationReading = {
  names: NameReader;
  references: References;
  asOf: string;
  jurisdiction: Jurisdiction;
};

/** One medication resource as one row: name, use, dates, dose and route each from their own field. */
export function medicationRow(held: Held, kind: MedicationKind, reading: MedicationReading): MedicationRow | NoRow {
  const { part, path, broken } = held;
  const status = statusIn(part, "status");
  if (status === "entered-in-error") return { reason: "entered in error" };
  const said = drugSaid(held, reading.references);
  if (said.concepts.some(saysAbsent)) return { reason: "says that no medication is known" };
  const drug = drugOf(said, reading.names);
  const dosages = [...part.list("dosageInstruction"), ...part.list("dosage")];
  const directions = directionsOf(dosages);
  const { use, start, stop } = courseOf(held, { kind, status, directions, asOf: reading.asOf });
  const authored = dateIn(part, "authoredOn") ?? dateIn(part, "dateAsserted");
  const asked = part.has("modifierExtension") || part.has("implicitRules");
  const medications = drug.medications.map((one) => ({
    ...withDirections(one, directions, reading),
    start: start ?? one.start,
    stop: stop ?? one.stop,
    ...agreed(one, use),
  }));
  const notReadParts = [...broken, ...drug.notReadParts];
  if (asked) notReadParts.push({ path, reason: "has a modifierExtension or implicitRules, which is not understood" });
  const text = [drug.text, directions.words].filter((one) => one !== "").join(", ");
  return {
    text,
    start: 0,
    end: text.length,
    status: asked && drug.status === "recognised" ? "confirm" : drug.status,
    medications,
    suggestions: drug.suggestions,
    path,
    ...(drug.by === null ? {} : { by: drug.by }),
    ...(directions.words === "" ? {} : { directions: directions.words }),
    ...(authored === null ? {} : { ordered: [authored] }),
    ...(notReadParts.length === 0 ? {} : { notReadParts }),
  };
}

/** The words of the name may say more ("hold", "stopped") than the status: where they disagree, it is not sure. */
function agreed(medication: Medication, { use, useReason }: Use): Pick<Medication, "use" | "useReason"> {
  if (use === "current" && medication.use !== "current" && medication.useReason !== null)
    return { use: "uncertain", useReason: `active, but the name says ${medication.useReason}` };
  return { use, useReason };
}

function withDirections(medication: Medication, directions: Directions, reading: MedicationReading): Medication {
  const words = fromWords(directions, medication, reading);
  const single = medication.ingredients.length === 1;
  const ofDose = directions.mg !== null && single ? `${directions.mg} mg` : null;
  const strength = medication.strength ?? words.strength ?? ofDose;
  const { intake: named, ...rest } = medication;
  const intake = ownIntake(directions.intake ?? words.intake ?? named, strength, single);
  return {
    ...rest,
    strength,
    route: directions.route ?? words.route ?? medication.route,
    frequency: directions.frequency ?? words.frequency ?? medication.frequency,
    ...(intake === undefined ? {} : { intake }),
    asNeeded: directions.asNeeded || words.asNeeded === true || medication.asNeeded,
    doubts: [...medication.doubts, ...(words.doubts ?? []).filter((one) => !hasDoubt(medication, one.field))],
  };
}

/** An amount that says no more than the strength, or not of which part of a combination it is, is left out. */
function ownIntake(intake: Medication["intake"], strength: string | null, single: boolean): Medication["intake"] {
  if (intake?.of !== "mg") return intake;
  if (!single) return undefined;
  return intake.low === intake.high && strength === `${intake.low} mg` ? undefined : intake;
}

const hasDoubt = ({ doubts }: Medication, field: string): boolean => doubts.some((one) => one.field === field);

type CourseFields = { kind: MedicationKind; status: string; directions: Directions; asOf: string };

function courseOf(
  { part }: Held,
  { kind, status, directions, asOf }: CourseFields,
): { use: Use; start: string | null; stop: string | null } {
  const period = part.part("effectivePeriod");
  const isEvent = kind === "MedicationAdministration" || kind === "MedicationDispense";
  const happened = isEvent
    ? (firstDate(
        part,
        "effectiveDateTime",
        "occurenceDateTime",
        "occurrenceDateTime",
        "whenHandedOver",
        "whenPrepared",
      ) ?? (period === null ? null : dateIn(period, "start")))
    : null;
  const ofStatement = kind === "MedicationStatement" || kind === "MedicationUsage";
  const since = period === null ? null : dateIn(period, "start");
  const start = isEvent
    ? null
    : (since ?? (ofStatement ? dateIn(part, "effectiveDateTime") : null) ?? directions.start);
  const end = isEvent ? null : ((period === null ? null : dateIn(period, "end")) ?? directions.end);
  const adherence = part.part("adherence");
  const wasNot = part.flag("wasNotTaken") === true ? "n" : null;
  const taken = wasNot ?? part.text("taken") ?? (adherence === null ? "" : statusIn(adherence, "code"));
  const use = takenBy({
    kind,
    status,
    intent: statusIn(part, "intent"),
    taken,
    doNotPerform: part.flag("doNotPerform") === true,
    start,
    end,
    happened,
    asOf,
  });
  return { use, start, stop: use.use === "stopped" || end !== null ? end : null };
}

/** What the resource and the Medication that it refers to say of the drug; two targets of one reference are both said. */
function drugSaid(held: Held, references: References): DrugSaid {
  const { part } = held;
  const inner = part.part("medication");
  const own = [conceptIn(part, "medicationCodeableConcept"), inner === null ? null : conceptIn(inner, "concept")];
  const reference = part.part("medicationReference") ?? (inner === null ? null : inner.part("reference"));
  const address = reference?.text("reference") ?? null;
  const targets = address === null ? [] : references.find(address, held);
  const concepts: Concept[] = own.filter((one) => one !== null);
  const ingredients: Concept[] = [];
  for (const target of targets) {
    const drug = new Part(target.part.value, target.path, target.broken);
    const code = conceptIn(drug, "code");
    if (code !== null) concepts.push(code);
    for (const item of drug.list("ingredient")) ingredients.push(...ingredientIn(item));
    held.broken.push(...target.broken.filter((one) => !held.broken.includes(one)));
  }
  const position = Number(/\[(\d+)\][^[]*$/.exec(held.path)?.[1] ?? 0) + 1;
  return {
    concepts,
    ingredients,
    display: reference?.text("display") ?? null,
    reference: address,
    path: held.path,
    place: `${held.kind} ${position}`,
  };
}

/** The drug of a resource that is not read, for the list of what is not. */
export function nameOfLeft(held: Held, references: References): string | undefined {
  const { concepts, ingredients, display, reference } = drugSaid(held, references);
  const words = [...concepts.flatMap(wordsOf), ...ingredients.flatMap(wordsOf)][0];
  return words ?? display ?? concepts[0]?.codes[0]?.code ?? reference ?? undefined;
}

/** R4 has the concept in a field of its own, R5 one level down. */
function ingredientIn(item: Part): Concept[] {
  const nested = item.part("item");
  const found = [...conceptsIn(item, "itemCodeableConcept"), ...(nested === null ? [] : conceptsIn(nested, "concept"))];
  const display = item.part("itemReference")?.text("display") ?? null;
  if (found.length === 0 && display !== null) return [{ text: display, codes: [], path: item.path }];
  return found.length === 0 && nested !== null ? [conceptOf(nested)] : found;
}
