import { Part } from "./part";
import type { References } from "./references";
import type { Held } from "./resources";
import { isMedicationKind } from "./use";

/** Kinds whose entries are of one person and bear on the review. */
const CLINICAL: ReadonlySet<string> = new Set(["Condition", "AllergyIntolerance", "Observation"]);

/** Who a file is about: how many people its clinical entries name, and which entries are of another. */
export type Subjects = { patients: number; isOfOther: (held: Held) => boolean };

/**
 * The subject of the Composition, else the one Patient, else the one whom the medications name. Two people of whom both have
 * clinical entries are two patients: their drugs in one list would be worse than none.
 */
export function subjectsOf(held: readonly Held[], references: References): Subjects {
  const people = held.filter(({ kind }) => kind === "Patient");
  const ofPeople = new Set(people.map(identity));
  const keyOf = (one: Held): string | null => {
    const part = new Part(one.part.value, one.path, []);
    const reference = (part.part("subject") ?? part.part("patient"))?.text("reference") ?? null;
    if (reference === null) return null;
    const found = references.find(reference, one);
    const target = found[0];
    if (target !== undefined) return target.kind === "Patient" ? identity(target) : null;
    const [unversioned = reference] = reference.split("/_history/", 1);
    const [, kind, id] = /(?:^|\/)([A-Z][A-Za-z]*)\/([^/]+)$/.exec(unversioned) ?? [];
    if (kind !== undefined) return kind === "Patient" ? `Patient/${id}` : null;
    const tail = `Patient/${reference.replace(/^.*:/, "")}`;
    return ofPeople.has(tail) ? tail : reference.toLowerCase();
  };
  const keys = new Map(held.map((one) => [one, isClinical(one) ? keyOf(one) : null]));
  const named = new Set([...keys.values()].filter((one) => one !== null));
  const composition = held.find(({ kind }) => kind === "Composition");
  const both = [...named].filter((one) => ofPeople.has(one));
  const medications = new Set([...keys].filter(([one]) => isMedicationKind(one.kind)).flatMap(([, key]) => key ?? []));
  const chosen =
    (composition === undefined ? null : keyOf(composition)) ??
    only(named.size === 0 ? ofPeople : new Set(both)) ??
    only(medications) ??
    only(named);
  const several = chosen === null ? named.size > 1 || ofPeople.size > 1 : both.length > 1;
  const isOfOther = (one: Held): boolean => {
    const key = one.kind === "Patient" ? identity(one) : (keys.get(one) ?? null);
    return chosen !== null && key !== null && key !== chosen;
  };
  return { patients: several ? Math.max(both.length, ofPeople.size, named.size) : patientsIn(held), isOfOther };
}

const patientsIn = (held: readonly Held[]): number =>
  held.some((one) => one.kind === "Patient" || isClinical(one)) ? 1 : 0;

/** The same person by id, else by the end of the address; the same resource twice is one person. */
function identity(patient: Held): string {
  const id = new Part(patient.part.value, patient.path, []).text("id");
  const tail = /(?:^|\/)(Patient\/[^/]+)$/.exec(patient.fullUrl ?? "")?.[1];
  return id === null ? (tail ?? patient.fullUrl?.toLowerCase() ?? patient.path) : `Patient/${id}`;
}

function isClinical({ kind }: Held): boolean {
  return isMedicationKind(kind) || CLINICAL.has(kind);
}

function only(set: ReadonlySet<string>): string | null {
  const [first, second] = set;
  return first !== undefined && second === undefined ? first : null;
}
