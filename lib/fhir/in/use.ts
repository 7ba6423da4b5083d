import type { MedicationUse } from "@/lib/domain/vocabulary";

/** The kinds of resource that say that a drug is taken, ordered, given or handed out. */
export const MEDICATION_KINDS = [
  "MedicationRequest",
  "MedicationOrder",
  "MedicationStatement",
  "MedicationUsage",
  "MedicationDispense",
  "MedicationAdministration",
] as const;
export type MedicationKind = (typeof MEDICATION_KINDS)[number];

export function isMedicationKind(kind: string): kind is MedicationKind {
  return MEDICATION_KINDS.some((one) => one === kind);
}

/** What the fields of a resource say of whether its drug is taken. */
export type UseFields = {
  kind: MedicationKind;
  status: string;
  intent: string;
  /** `taken` of STU3, `adherence` of R5, `doNotPerform`, `wasNotTaken`. */
  taken: string;
  doNotPerform: boolean;
  start: string | null;
  end: string | null;
  /** When it was given or handed out. */
  happened: string | null;
  asOf: string;
};
export type Use = { use: MedicationUse; useReason: string | null };

const ORDER: Readonly<Record<string, MedicationUse>> = {
  active: "current",
  "on-hold": "held",
  cancelled: "stopped",
  completed: "stopped",
  stopped: "stopped",
  ended: "stopped",
  draft: "planned",
  unknown: "uncertain",
};
const STATEMENT: Readonly<Record<string, MedicationUse>> = {
  active: "current",
  recorded: "current",
  completed: "stopped",
  intended: "planned",
  stopped: "stopped",
  "on-hold": "held",
  "not-taken": "stopped",
  draft: "planned",
  unknown: "uncertain",
};
/** What was handed out or given once does not tell of today. */
const EVENT: Readonly<Record<string, MedicationUse>> = {
  "not-done": "stopped",
  stopped: "stopped",
  cancelled: "stopped",
  declined: "stopped",
  "on-hold": "held",
};
const BY_KIND: Readonly<Record<MedicationKind, Readonly<Record<string, MedicationUse>>>> = {
  MedicationRequest: ORDER,
  MedicationOrder: ORDER,
  MedicationStatement: STATEMENT,
  MedicationUsage: STATEMENT,
  MedicationDispense: EVENT,
  MedicationAdministration: EVENT,
};
/** Only these are of something that is not yet ordered; a `plan` that is active is what the patient takes (US Core, Epic, GP Connect). */
const NOT_YET: ReadonlySet<string> = new Set(["proposal", "option"]);

const ADHERENCE: Readonly<Record<string, MedicationUse>> = {
  n: "stopped",
  unk: "uncertain",
  "not-taking": "stopped",
  "on-hold": "held",
  "on-hold-as-directed": "held",
  "on-hold-not-as-directed": "held",
  stopped: "stopped",
  "stopped-as-directed": "stopped",
  "stopped-not-as-directed": "stopped",
  unknown: "uncertain",
};

/** Whether the drug of a resource is taken: status × intent × period, one table for every way in. */
export function takenBy(fields: UseFields): Use {
  const { kind, status, intent, taken, doNotPerform } = fields;
  if (doNotPerform) return { use: "stopped", useReason: "not to be given" };
  const told = ADHERENCE[taken];
  const byStatus = BY_KIND[kind][status] ?? "uncertain";
  if (told !== undefined && byStatus !== "stopped") return { use: told, useReason: `taken: ${taken}` };
  if (byStatus !== "current") return { use: byStatus, useReason: reasonOf(fields) };
  if (NOT_YET.has(intent)) return { use: "planned", useReason: `intent ${intent}` };
  return inTime(fields);
}

function reasonOf({ kind, status, happened }: UseFields): string {
  const written = status === "" ? "status not given" : `status ${status}`;
  const when = happened === null ? "" : ` ${happened}`;
  if (kind === "MedicationDispense") return `dispensed${when}, ${written}`;
  return kind === "MedicationAdministration" ? `given${when}, ${written}` : written;
}

/** An active drug whose time has passed is stopped; one whose time is to come is planned. */
function inTime({ start, end, asOf }: UseFields): Use {
  if (end !== null && end < asOf.slice(0, end.length)) return { use: "stopped", useReason: `ended ${end}` };
  if (start !== null && start > asOf.slice(0, start.length)) return { use: "planned", useReason: `starts ${start}` };
  return { use: "current", useReason: null };
}
