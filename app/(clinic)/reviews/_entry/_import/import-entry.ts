import { callApi } from "@/app/_http/call-api";
import type { FhirEntry, NotReadKind as NotRead } from "@/lib/fhir/in/entry";
import type { EntryFields } from "@/app/(clinic)/reviews/_entry/entry-fields";
import { fileText } from "./file-text";

/** What came of an import: what was added and what was not read, or why nothing was changed. */
export type Imported =
  | { ok: false; message: string }
  | { ok: true; patch: Partial<EntryFields>; message: string; notes: readonly string[]; notRead: readonly NotRead[] };

/** Reads a file into the fields of the entry: what stands there stays, what comes is added after it. */
export async function importedFrom(file: File, entry: EntryFields): Promise<Imported> {
  const read = fileText(new Uint8Array(await file.arrayBuffer()), file.name);
  if (read.kind === "refused") return { ok: false, message: read.message };
  if (read.kind === "text") return textImport(file.name, read.text, entry);
  const answer = await callApi<FhirEntry>("/api/import/fhir", { text: read.text });
  if (answer.ok) return fhirImport(file.name, answer.data, entry);
  return {
    ok: false,
    message: answer.kind === "refused" ? answer.message : "The server cannot be reached. Nothing was changed.",
  };
}

function textImport(name: string, text: string, entry: EntryFields): Imported {
  const lines = text.trimEnd();
  return {
    ok: true,
    patch: { medications: joinedList(entry.medications, lines) },
    message: `${plural(lines.split("\n").length, "line")} of ${name} added to the list.`,
    notes: [],
    notRead: [],
  };
}

/** Puts what a FHIR file gave beside what was entered; a birth year or sex that was entered is never replaced. */
export function fhirImport(name: string, given: FhirEntry, entry: EntryFields): Imported {
  const { medications, conditions, results, birthYear, sex, notRead } = given;
  const fresh = conditions.filter((condition) => !entry.conditions.includes(condition));
  const notes = [
    otherValue("birth year", birthYear, entry.birthYear),
    otherValue("sex", sex, entry.sex),
    "Names, addresses and numbers of the patient in the file were not taken.",
  ].filter((note): note is string => note !== null);
  const patch: Partial<EntryFields> = {
    ...(medications.length === 0 ? {} : { medications: joinedList(entry.medications, medications.join("\n")) }),
    ...(fresh.length === 0 ? {} : { conditions: [...entry.conditions, ...fresh] }),
    ...(results.length === 0 ? {} : { labs: joined(entry.labs, results.join("\n")) }),
    ...(birthYear !== null && entry.birthYear.trim() === "" ? { birthYear } : {}),
    ...(sex !== null && entry.sex === "" ? { sex } : {}),
    ...(given.pregnant !== undefined && entry.pregnant === "" ? { pregnant: given.pregnant } : {}),
    ...(given.gestationWeeks !== undefined && entry.gestationWeeks.trim() === ""
      ? { gestationWeeks: given.gestationWeeks }
      : {}),
    ...(given.dialysis !== undefined && entry.dialysis === "" ? { dialysis: given.dialysis } : {}),
  };
  const message = `From ${name}: ${plural(medications.length, "medication line")}, ${plural(fresh.length, "condition")} and ${plural(results.length, "result")} added.`;
  return { ok: true, patch, message, notes, notRead };
}

function otherValue(what: string, given: string | null, entered: string): string | null {
  if (given === null || entered.trim() === "" || entered.trim() === given) return null;
  return `The file gives ${what} ${given}; ${entered.trim()} was entered and is kept. Is this the same patient?`;
}

function joined(before: string, added: string): string {
  return before.trim() === "" ? added : `${before.trimEnd()}\n${added}`;
}

/** Under a heading of its own, so that a list that ended with “Allergies:” does not go on. */
function joinedList(before: string, added: string): string {
  return joined(before, before.trim() === "" ? added : `Medications:\n${added}`);
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
