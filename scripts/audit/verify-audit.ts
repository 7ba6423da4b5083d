import { auditChains, firstBrokenLink } from "@/lib/store/audit";

/** One line for each chain, whole or broken, and how many are broken. */
export async function verifyAudit(): Promise<{ lines: string[]; broken: number }> {
  const lines: string[] = [];
  let broken = 0;
  for (const { chain, events } of await auditChains()) {
    const seq = await firstBrokenLink(chain);
    if (seq !== null) broken += 1;
    const count = events === 1 ? "1 event" : `${events} events`;
    lines.push(seq === null ? `${chain}: whole, ${count}` : `${chain}: BROKEN at event ${seq}, ${count}`);
  }
  return { lines, broken };
}
