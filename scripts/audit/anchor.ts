import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { query } from "@/lib/store/database";
import { ACROSS } from "@/lib/store/scoped-pool";

/**
 * The end of a chain at one moment. Kept where the owner of the database cannot reach it, it shows that everything before it
 * was rewritten: the hashes have no key, and whoever may switch the triggers off can compute them anew.
 */
const Anchor = z.object({
  chain: z.string(),
  seq: z.number().int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** HMAC-SHA-256 of the three above, where AUDIT_KEY is set: then the file may lie beside the database. */
  mac: z.string().optional(),
});
export type Anchor = z.infer<typeof Anchor>;

/** The end of every chain as it stands now. */
export async function anchorsNow(key: string | null): Promise<Anchor[]> {
  const heads = await query(ACROSS, (db) => db.auditChain.findMany({ orderBy: { chain: "asc" } }));
  return heads
    .filter(({ seq }) => seq > 0)
    .map(({ chain, seq, hash }) => {
      const anchor = { chain, seq, hash };
      return key === null ? anchor : { ...anchor, mac: macOf(anchor, key) };
    });
}

/** Reads the lines of an anchor file; throws a sentence about the first that is none or was not made with this key. */
export function readAnchors(text: string, key: string | null): Anchor[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line, index) => {
    const parsed = Anchor.safeParse(asJson(line));
    if (!parsed.success) throw new Error(`Line ${index + 1} of the anchors is none.`);
    if (key !== null && !isMade(parsed.data, key))
      throw new Error(`Line ${index + 1} of the anchors was not made with this AUDIT_KEY.`);
    return parsed.data;
  });
}

/** One sentence for each anchor that the trail no longer holds. */
export async function brokenAnchors(anchors: readonly Anchor[]): Promise<string[]> {
  const broken: string[] = [];
  for (const { chain, seq, hash } of anchors) {
    const found = await query(ACROSS, (db) =>
      db.auditEvent.findFirst({ where: { chain, seq }, select: { hash: true } }),
    );
    if (found === null) broken.push(`${chain}: event ${seq} is gone`);
    else if (found.hash !== hash) broken.push(`${chain}: event ${seq} or one before it was rewritten`);
  }
  return broken;
}

function macOf({ chain, seq, hash }: Anchor, key: string): string {
  return createHmac("sha256", key)
    .update(JSON.stringify([chain, seq, hash]))
    .digest("hex");
}

function isMade(anchor: Anchor, key: string): boolean {
  const [wanted, given] = [Buffer.from(macOf(anchor, key)), Buffer.from(anchor.mac ?? "")];
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

function asJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
