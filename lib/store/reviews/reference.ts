const FORM = /^CC-(\d{4,9})$/i;

/** `CC-0412`, as people say and see it. */
export function formatReference(number: number): string {
  return `CC-${String(number).padStart(4, "0")}`;
}

/** The number in a reference, or null where it is none: what cannot exist is looked up nowhere. */
export function parseReference(reference: string): number | null {
  const digits = FORM.exec(reference.trim())?.[1];
  if (digits === undefined) return null;
  const number = Number(digits);
  return number >= 1 && number <= 2_147_483_647 && formatReference(number) === reference.trim().toUpperCase()
    ? number
    : null;
}
