import { query } from "@/lib/store/database";
import { ACROSS } from "@/lib/store/scoped-pool";

const BATCH = 500;

/** Every event of every chain as JSON lines, in the order of the chains, with its hash and the one before it. */
export async function* auditLines(chains: readonly string[]): AsyncGenerator<string> {
  for (const chain of chains) {
    let after = 0;
    for (;;) {
      const events = await query(ACROSS, (db) =>
        db.auditEvent.findMany({ where: { chain, seq: { gt: after } }, orderBy: { seq: "asc" }, take: BATCH }),
      );
      for (const event of events) yield JSON.stringify(event);
      const last = events.at(-1);
      if (last === undefined) break;
      after = last.seq;
    }
  }
}
