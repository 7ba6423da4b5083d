import { createHash } from "node:crypto";

/** A resource, or a part of one, as plain JSON. */
export type Element = Record<string, unknown>;

/** A resource with its address in the document. */
export type Entry = { fullUrl: string; resource: Element & { resourceType: string } };

/** Without what FHIR does not allow: null, undefined, empty words, empty lists. */
export function element(fields: Element): Element {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => {
      if (value === null || value === undefined || value === "") return false;
      return !Array.isArray(value) || value.length > 0;
    }),
  );
}

/** The same name in the same document gives the same id: the same version of a review gives the same bytes. */
export function uuidOf(...name: readonly string[]): string {
  const hex = createHash("sha256").update(JSON.stringify(name)).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join("-");
}

export const reference = (entry: Entry): Element => ({ reference: entry.fullUrl });

export const concept = (text: string, coding: readonly Element[] = []): Element => element({ text, coding });

/** Words as the narrative of a resource or section. */
export function narrative(lines: readonly string[]): Element {
  const items = lines.map((line) => `<p>${escaped(line)}</p>`).join("");
  return {
    status: "generated",
    div: `<div xmlns="http://www.w3.org/1999/xhtml">${items === "" ? "<p>None</p>" : items}</div>`,
  };
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return Array.from(text, (sign) => SIGNS[sign] ?? (sign < " " && sign !== "\n" && sign !== "\t" ? " " : sign)).join(
    "",
  );
}
