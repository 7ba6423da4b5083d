import type { EntryFields, FieldName } from "@/app/(clinic)/reviews/_entry/entry-fields";

/** A field that two people changed in different ways; nothing is overwritten until one of them chooses. */
export type FieldConflict = { field: FieldName; mine: string; theirs: string };

export type Merged = { entry: EntryFields; conflicts: FieldConflict[]; takenFromThem: FieldName[] };

/**
 * Three-way merge, field by field. `base`: what both started from. Fields changed on one side only are taken from that
 * side; the same change on both sides is none; anything else keeps mine and is a conflict.
 */
export function mergeEntries(base: EntryFields, mine: EntryFields, theirs: EntryFields): Merged {
  let entry = mine;
  const conflicts: FieldConflict[] = [];
  const takenFromThem: FieldName[] = [];
  for (const field of fieldNames(mine)) {
    const [was, here, there] = [base[field], mine[field], theirs[field]].map((value) => JSON.stringify(value));
    if (there === was || here === there) continue;
    if (here === was) {
      entry = { ...entry, [field]: theirs[field] };
      takenFromThem.push(field);
    } else {
      conflicts.push({ field, mine: shown(mine[field]), theirs: shown(theirs[field]) });
    }
  }
  return { entry, conflicts, takenFromThem };
}

export type Choice = "mine" | "theirs" | "both";

/** “Keep both” is for lists and text only. */
export function canKeepBoth(field: FieldName): boolean {
  return (
    field === "medications" ||
    field === "conditions" ||
    field === "labs" ||
    field === "symptomText" ||
    field === "diary"
  );
}

/** Applies one choice to one conflicting field. */
export function resolveConflict(
  entry: EntryFields,
  theirs: EntryFields,
  field: FieldName,
  choice: Choice,
): EntryFields {
  if (choice === "mine") return entry;
  if (choice === "theirs" || !canKeepBoth(field)) return { ...entry, [field]: theirs[field] };
  if (field === "conditions")
    return { ...entry, conditions: [...new Set([...entry.conditions, ...theirs.conditions])] };
  const [here, there] = [entry[field], theirs[field]];
  if (typeof here !== "string" || typeof there !== "string") return entry;
  const missing = there.split("\n").filter((line) => !here.split("\n").includes(line));
  return { ...entry, [field]: [here, ...missing].join("\n") };
}

function fieldNames(entry: EntryFields): FieldName[] {
  return Object.keys(entry).filter((key): key is FieldName => key in entry);
}

function shown(value: EntryFields[FieldName]): string {
  if (typeof value === "string") return value === "" ? "(empty)" : value;
  if (Array.isArray(value))
    return value.length === 0
      ? "(none)"
      : value.map((one) => (typeof one === "string" ? one : `${one.kind}: ${one.text.trim()}`)).join("\n");
  return (
    Object.entries(value)
      .map(([name, answer]) => `${name}: ${answer}`)
      .join("\n") || "(none)"
  );
}
