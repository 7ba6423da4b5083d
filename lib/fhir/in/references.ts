import { Part } from "./part";
import type { Held } from "./resources";

/** What a reference leads to: nothing, one, or more than one where addresses are used twice. */
export type Target = readonly Held[];

/** An address as it is compared: without version, and `urn:uuid` in one case. */
function plainAddress(address: string): string {
  const whole = address.trim().replace(/\/_history\/[^/]*$/, "");
  const [plain = whole] = whole.split("|", 1);
  return /^urn:/i.test(plain) ? plain.toLowerCase() : plain;
}

/** `https://x/fhir/Medication/m1` ends in `Medication/m1`. */
function tailOf(address: string): string | null {
  return /(?:^|\/)([A-Z][A-Za-z]*\/[^/]+)$/.exec(address)?.[1] ?? null;
}

/** Finds resources by every address that a reference may use. */
export class References {
  private readonly byUrl = new Map<string, Held[]>();
  private readonly byTail = new Map<string, Held[]>();

  constructor(held: readonly Held[]) {
    for (const one of held) {
      const id = new Part(one.part.value, one.path, []).text("id");
      if (one.fullUrl !== null) add(this.byUrl, plainAddress(one.fullUrl), one);
      const own = id === null ? null : `${one.kind}/${id}`;
      if (own !== null) add(this.byTail, own, one);
      const tail = one.fullUrl === null ? null : tailOf(plainAddress(one.fullUrl));
      if (tail !== null && tail !== own) add(this.byTail, tail, one);
    }
  }

  /** What the reference leads to, as seen from the resource that it stands in. */
  find(reference: string, from: Held): Target {
    const address = plainAddress(reference);
    if (address.startsWith("#")) {
      const within = from.owner ?? from;
      const id = address.slice(1);
      return within.contained.filter((one) => new Part(one.part.value, one.path, []).text("id") === id);
    }
    const exact = this.byUrl.get(address);
    if (exact !== undefined) return distinct(exact);
    const tail = tailOf(address);
    if (tail === null) return [];
    const base = from.fullUrl === null ? null : /^(https?:\/\/.*\/)[A-Z][A-Za-z]*\/[^/]+$/.exec(from.fullUrl)?.[1];
    const beside = tail === address && base !== undefined && base !== null ? this.byUrl.get(base + tail) : undefined;
    if (beside !== undefined) return distinct(beside);
    const known = this.byTail.get(tail) ?? [];
    // An absolute address means that server: a resource with an address of its own elsewhere is not it.
    return distinct(
      tail === address ? known : known.filter(({ fullUrl }) => fullUrl === null || !/^http/.test(fullUrl)),
    );
  }
}

function add(map: Map<string, Held[]>, key: string, held: Held): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [held]);
  else known.push(held);
}

/** The same resource twice is one. */
function distinct(held: readonly Held[]): readonly Held[] {
  if (held.length < 2) return held;
  const seen = new Map(held.map((one) => [JSON.stringify(one.part.value), one]));
  return [...seen.values()];
}
