/** Prints what loading and validating the knowledge base takes the first time in a process; run by knowledge.ts. */
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { timed } from "./measure";

const { milliseconds, cpu, megabytes } = timed(() => loadKnowledge());
process.stdout.write(`${JSON.stringify({ ms: milliseconds, cpu, MB: megabytes })}\n`);
