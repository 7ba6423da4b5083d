import { AppError } from "@/lib/domain/errors";

/** A stored document as JSON gives it. */
export type StoredFields = Readonly<Record<string, unknown>>;

/**
 * Brings a document of one schema version into the shape of the next. It renames and moves; it never adds what nobody entered,
 * judged or signed: what did not exist then is left out, and the schema of today says so (`optional`).
 */
export interface Upcaster {
  readonly from: string;
  readonly to: string;
  readonly upcast: (document: StoredFields) => StoredFields;
}

/** One kind of stored document: its versions, oldest first, each leading to the next. */
export interface StoredKind {
  readonly name: string;
  /** The version of what is stored now. */
  readonly current: string;
  /** What a document is that states no version: those of before one was written. */
  readonly unstated: string;
  readonly versionField: string;
  readonly upcasters: readonly Upcaster[];
}

/**
 * A stored document in the shape of today, for the zod schema of today to read. What is no object is given back as it is, for
 * that schema to refuse. Throws for a version that this program does not know: reading it by guess would bend a record.
 */
export function upcastTo(kind: StoredKind, document: unknown): unknown {
  if (!isFields(document)) return document;
  const stated = document[kind.versionField];
  let version = typeof stated === "string" ? stated : kind.unstated;
  let fields = document;
  for (const step of kind.upcasters) {
    if (step.from !== version) continue;
    fields = { ...step.upcast(fields), [kind.versionField]: step.to };
    version = step.to;
  }
  if (version !== kind.current)
    throw new AppError("internal", `A stored ${kind.name} has the schema version ${version}, which is not known here.`);
  return fields;
}

/** Whether a value is a JSON object. */
export function isFields(value: unknown): value is StoredFields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
