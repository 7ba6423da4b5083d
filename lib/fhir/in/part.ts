/** A part of a resource that could not be read, by its JSON path. */
export type NotReadPart = { path: string; reason: string };

/**
 * A part of a resource with its JSON path. Asks for what it needs and takes what has another form for absent: a broken part costs
 * only itself, and is named in the list that all parts of a resource share. Never throws, whatever the JSON is.
 */
export class Part {
  constructor(
    readonly value: unknown,
    readonly path: string,
    readonly broken: NotReadPart[],
  ) {}

  /** The own field of an object, whatever its name: `__proto__` is a name like any other. */
  private field(key: string): unknown {
    const { value } = this;
    if (typeof value !== "object" || value === null || Array.isArray(value) || !Object.hasOwn(value, key))
      return undefined;
    const own: unknown = Object.getOwnPropertyDescriptor(value, key)?.value;
    return own;
  }

  private miss(key: string, reason: string): null {
    const path = `${this.path}.${key}`;
    if (!this.broken.some((part) => part.path === path)) this.broken.push({ path, reason });
    return null;
  }

  has(key: string): boolean {
    const value = this.field(key);
    return value !== undefined && value !== null;
  }

  /** Words; a list of one is its one, since some systems write every element as a list. */
  text(key: string): string | null {
    const value = only(this.field(key));
    if (value === undefined) return null;
    if (typeof value === "string") return value.trim() === "" ? null : value;
    if (typeof value === "number") return String(value);
    return this.miss(key, value === null ? "is null" : "is no text");
  }

  /** Words where a part should be: some systems write a name in place of a concept. */
  bare(key: string): string | null {
    const value = only(this.field(key));
    return typeof value === "string" && value.trim() !== "" ? value : null;
  }

  /** A number, or the digits of one. */
  number(key: string): number | null {
    const value = only(this.field(key));
    if (value === undefined) return null;
    const number = typeof value === "string" && /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value;
    return typeof number === "number" && Number.isFinite(number) ? number : this.miss(key, "is no number");
  }

  flag(key: string): boolean | null {
    const value = only(this.field(key));
    if (value === undefined) return null;
    if (typeof value === "boolean") return value;
    return value === "true" || value === "false" ? value === "true" : this.miss(key, "is neither true nor false");
  }

  /** A part with fields of its own; a list of one is its one. */
  part(key: string): Part | null {
    const value = this.field(key);
    if (value === undefined) return null;
    const one = only(value);
    if (typeof one !== "object" || one === null || Array.isArray(one))
      return this.miss(key, one === null ? "is null" : "has another form than in FHIR");
    return new Part(one, Array.isArray(value) ? `${this.path}.${key}[0]` : `${this.path}.${key}`, this.broken);
  }

  /** The parts of a list; a single part where a list should be is a list of one. What is no part is named and passed over. */
  list(key: string): Part[] {
    const value = this.field(key);
    if (value === undefined) return [];
    const path = `${this.path}.${key}`;
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.flatMap((item, index) => {
      const at = Array.isArray(value) ? `${path}[${index}]` : path;
      if (typeof item === "object" && item !== null && !Array.isArray(item)) return [new Part(item, at, this.broken)];
      if (this.broken.at(-1)?.path !== at)
        this.broken.push({ path: at, reason: item === null ? "is null" : "has another form than in FHIR" });
      return [];
    });
  }
}

function only(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;
}
