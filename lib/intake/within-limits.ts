import type { BeyondLimit, CaseInput } from "@/lib/domain/case";
import { LIMITS } from "@/lib/domain/limits";

/**
 * The limits of the page and the interfaces (lib/domain/limits). What is within them is read; the rest is moved to a field of
 * its own, where it is kept, told as not read, and put back by `wholeInput`. Pure data in, data out; loads nothing, so the
 * browser may use it too.
 */

type Fields = Readonly<Record<string, unknown>>;
type Split<Part> = { read: Part; beyond: Part };

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** How many entries from the start are within the lines and bytes of one list. */
function countWithin(entries: readonly string[], most: number = LIMITS.listLines): number {
  let bytes = 0;
  let count = 0;
  for (const entry of entries) {
    bytes += bytesOf(entry) + 1;
    if (count >= most || bytes > LIMITS.listBytes) break;
    count += 1;
  }
  return count;
}

/** Splits a list at what is read at once. A line is read whole or not at all. */
export function splitAtLimit(text: string): { read: string; beyond: string; lines: number } {
  const lines = text.split("\n");
  const kept = countWithin(lines);
  return { read: lines.slice(0, kept).join("\n"), beyond: lines.slice(kept).join("\n"), lines: lines.length };
}

function splitEntries<Entry>(entries: readonly Entry[], most?: number): Split<Entry[]> {
  const kept = countWithin(
    entries.map((entry) => (typeof entry === "string" ? entry : JSON.stringify(entry))),
    most,
  );
  return { read: entries.slice(0, kept), beyond: entries.slice(kept) };
}

/** The clinician's own words: the only field of which a part is read. */
const WORDS = "symptomText";

/** Fields within their number and length; one that is longer is beyond as a whole, but for the clinician's own words. */
function splitFields(fields: Fields): Split<Fields> {
  const read: Record<string, unknown> = {};
  const beyond: Record<string, unknown> = {};
  let count = 0;
  let together = 0;
  for (const [key, value] of Object.entries(fields)) {
    if (key === WORDS && typeof value === "string" && value.length > LIMITS.fieldLength) {
      const cut = value.lastIndexOf(" ", LIMITS.fieldLength) + 1;
      [read[key], beyond[key]] = [value.slice(0, cut), value.slice(cut)];
      continue;
    }
    const length = key.length + (typeof value === "string" ? value.length : (JSON.stringify(value) ?? "").length);
    const within = count < LIMITS.fields && length <= LIMITS.fieldLength && together + length <= LIMITS.listBytes;
    if (within) {
      count += 1;
      together += length;
    }
    (within ? read : beyond)[key] = value;
  }
  return { read, beyond };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isEmpty = (value: unknown): boolean =>
  value === "" || (Array.isArray(value) ? value.length === 0 : isFields(value) && Object.keys(value).length === 0);

/** The fields of a case that have limits of their own. */
const LISTS: ReadonlySet<string> = new Set([
  "id",
  "medications",
  "conditions",
  "labs",
  "context",
  "resolutions",
  "medicationsBeyondLimit",
  "beyondLimit",
]);

/** Parts of the context that hold fields of their own. */
const NESTED = ["symptoms", "cramps"] as const;

/** The case with what is beyond the limits set aside. Of a case that was split before, it is the same. */
export function withinLimits(given: CaseInput): CaseInput {
  const input = wholeInput(given);
  const medications = splitAtLimit(listText(input.medications));
  const labs = typeof input.labs === "string" ? splitAtLimit(input.labs) : splitEntries(input.labs ?? []);
  const conditions = splitEntries(input.conditions ?? []);
  const answers = splitEntries(input.resolutions ?? [], LIMITS.answers);
  const context = splitContext(input.context ?? {});
  const unknown = splitFields(Object.fromEntries(Object.entries(input).filter(([key]) => !LISTS.has(key))));
  const beyond = withoutEmpty({
    labs: labs.beyond,
    conditions: conditions.beyond,
    resolutions: answers.beyond,
    ...context.beyond,
    fields: unknown.beyond,
  });
  return {
    ...unknown.read,
    ...(input.id === undefined ? {} : { id: input.id }),
    medications: medications.beyond === "" ? input.medications : medications.read,
    ...(medications.beyond === "" ? {} : { medicationsBeyondLimit: medications.beyond }),
    ...(input.conditions === undefined ? {} : { conditions: conditions.read }),
    ...(input.labs === undefined ? {} : { labs: labs.read }),
    ...(input.context === undefined ? {} : { context: context.read }),
    ...(input.resolutions === undefined ? {} : { resolutions: answers.read }),
    ...(isEmpty(beyond) ? {} : { beyondLimit: beyond }),
  };
}

function splitContext(given: Fields): Split<Record<string, unknown>> {
  const nested = NESTED.flatMap((key): [(typeof NESTED)[number], Split<Fields>][] =>
    isFields(given[key]) ? [[key, splitFields(given[key])]] : [],
  );
  const own = splitFields(
    Object.fromEntries(Object.entries(given).filter(([key]) => !nested.some(([at]) => at === key))),
  );
  return {
    read: { ...own.read, ...Object.fromEntries(nested.map(([key, { read }]) => [key, read])) },
    beyond: {
      context: own.beyond,
      ...Object.fromEntries(nested.map(([key, { beyond }]) => [`context.${key}`, beyond])),
    },
  };
}

function withoutEmpty(parts: Fields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => !isEmpty(part)));
}

/** The case as it was entered: what was set aside is back in its place. */
export function wholeInput({ medicationsBeyondLimit, beyondLimit, ...input }: CaseInput): CaseInput {
  if (beyondLimit === undefined && medicationsBeyondLimit === undefined) return input;
  const { labs, conditions, resolutions, fields } = beyondLimit ?? {};
  return {
    ...(fields ?? {}),
    ...input,
    medications:
      medicationsBeyondLimit === undefined || medicationsBeyondLimit === ""
        ? input.medications
        : joinedText(listText(input.medications), medicationsBeyondLimit),
    ...(labs === undefined ? {} : { labs: joinedLabs(input.labs, labs) }),
    ...(conditions === undefined ? {} : { conditions: [...(input.conditions ?? []), ...conditions] }),
    ...(resolutions === undefined ? {} : { resolutions: [...(input.resolutions ?? []), ...resolutions] }),
    ...(beyondLimit === undefined ? {} : wholeContext(input.context, beyondLimit)),
  };
}

function wholeContext(read: CaseInput["context"], beyond: BeyondLimit): { context?: Record<string, unknown> } {
  const nested = NESTED.flatMap((key): [string, Fields][] => {
    const rest = beyond[`context.${key}`];
    return rest === undefined ? [] : [[key, { ...(isFields(read?.[key]) ? read[key] : {}), ...rest }]];
  });
  if (beyond.context === undefined && nested.length === 0) return {};
  const [begun, rest] = [read?.[WORDS], beyond.context?.[WORDS]];
  const words = typeof begun === "string" && typeof rest === "string" ? { [WORDS]: begun + rest } : {};
  return { context: { ...read, ...(beyond.context ?? {}), ...words, ...Object.fromEntries(nested) } };
}

function joinedText(read: string, beyond: string): string {
  return read === "" ? beyond : `${read}\n${beyond}`;
}

function joinedLabs(read: CaseInput["labs"], beyond: string | unknown[]): string | unknown[] {
  if (typeof beyond === "string") return joinedText(typeof read === "string" ? read : "", beyond);
  return [...(Array.isArray(read) ? read : []), ...beyond];
}

function listText(list: string | readonly string[]): string {
  return typeof list === "string" ? list : list.join("\n");
}
