import type { Part } from "./part";

/** The day (or month, or year) of a FHIR date or instant, cut and never shifted to another zone; null where there is none. */
export function dateOf(written: string | null): string | null {
  const [, date = ""] = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T.*)?$/.exec(written?.trim() ?? "") ?? [];
  const [, month = 1, day = 1] = date.split("-").map(Number);
  return date !== "" && month >= 1 && month <= 12 && day >= 1 && day <= 31 ? date : null;
}

/** The date of a field; what stands there and is none is named. */
export function dateIn(part: Part, key: string): string | null {
  const written = part.text(key);
  const date = dateOf(written);
  if (written !== null && date === null) part.broken.push({ path: `${part.path}.${key}`, reason: "is no date" });
  return date;
}

/** The first date of several fields. */
export function firstDate(part: Part, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const date = dateIn(part, key);
    if (date !== null) return date;
  }
  return null;
}
