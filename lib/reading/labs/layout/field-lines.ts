import { findAnalytes } from "@/lib/reading/labs/find-analytes";

/** Lines that give one result a field at a time, written as the one line that a person would write. */
export interface FieldGroup {
  first: number;
  asLine: string;
}

type Field = "test" | "value" | "unit" | "range" | "flag" | "date";

const FIELDS: readonly { pattern: RegExp; field: Field }[] = [
  { pattern: /^(?:test|analyte|component|name|investigation|lab|display|parameter|test ?name)$/, field: "test" },
  { pattern: /^(?:result|value|reading|level|result ?value)$/, field: "value" },
  { pattern: /^(?:units?|uom)$/, field: "unit" },
  { pattern: /^(?:ref(?:erence)?(?: ?(?:range|interval))?|range|normal(?: range)?|interval)$/, field: "range" },
  { pattern: /^(?:flag|abnormal|interpretation)$/, field: "flag" },
  {
    pattern: /^(?:date|collected|taken|drawn|collection ?date|effective|effective ?date ?time|sample ?date)$/,
    field: "date",
  },
];
/** `Result: 3.1`, `"unit": "mmol/L",`, `- name: Potassium`. */
const FIELD_LINE = /^[\s{[-]{0,8}["']?([a-z_ ]{2,20})["']?\s{0,3}[:=]\s{0,3}(.{1,80})$/i;

function fieldOf(line: string): { field: Field; value: string } | null {
  const match = FIELD_LINE.exec(line.trim());
  if (match === null) return null;
  const key = (match[1] ?? "")
    .replace(/_/g, " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .trim()
    .toLowerCase();
  const field = FIELDS.find(({ pattern }) => pattern.test(key))?.field;
  const value = (match[2] ?? "").replace(/^["']|["'][,\]}\s]*$|(?<![,\]}\s])[,\]}\s]+$/g, "").trim();
  return field === undefined || value === "" ? null : { field, value };
}

function asLine(fields: ReadonlyMap<Field, string>): string {
  const range = fields.get("range");
  const flag = fields.get("flag");
  return [
    fields.get("test"),
    fields.get("value"),
    fields.get("unit"),
    flag === undefined ? "" : `(${flag})`,
    range === undefined ? "" : `(${range.replace(/^[([]|[)\]]$/g, "")})`,
    fields.get("date"),
  ]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
}

const PAIR = /"([a-z_ ]{2,20})"\s{0,3}:\s{0,3}(?:"([^"]{0,80})"|([\d.]{1,12}))/gi;

/** An object on one line: `{"name": "Potassium", "value": 2.9, "unit": "mmol/L"}`. */
function objectLine(line: string): string | null {
  if (!/^\s*[[{]/.test(line)) return null;
  const fields = new Map<Field, string>();
  for (const [, key = "", words, number] of line.slice(0, 2000).matchAll(PAIR)) {
    const read = fieldOf(`${key}: ${words ?? number ?? ""}`);
    if (read !== null && !fields.has(read.field)) fields.set(read.field, read.value);
  }
  return fields.has("test") && fields.has("value") ? asLine(fields) : null;
}

/** The groups of field lines of a text, by the index of each of their lines. A group has a test that is known, and a value. */
export function readFieldGroups(lines: readonly string[]): ReadonlyMap<number, FieldGroup> {
  const groups = new Map<number, FieldGroup>();
  let members: number[] = [];
  let fields = new Map<Field, string>();
  const close = () => {
    const test = fields.get("test");
    if (test !== undefined && fields.has("value") && findAnalytes(test).length > 0) {
      const group: FieldGroup = { first: members[0] ?? 0, asLine: asLine(fields) };
      for (const member of members) groups.set(member, group);
    }
    members = [];
    fields = new Map();
  };
  lines.forEach((line, index) => {
    const object = objectLine(line);
    if (object !== null) {
      close();
      groups.set(index, { first: index, asLine: object });
      return;
    }
    const read = fieldOf(line);
    if (read === null) {
      if (!/^[\s{}[\],-]*$/.test(line)) close();
      return;
    }
    if (fields.has(read.field)) close();
    fields.set(read.field, read.value);
    members.push(index);
  });
  close();
  return groups;
}
