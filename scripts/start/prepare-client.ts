import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { contentHash } from "./content-hash";
import { runNode } from "./run-node";
import { say } from "./say.mjs";

const MARK = "prisma/generated/.made-from";

/** Generates the database client when the schema or Prisma changed. Downloads nothing. */
export async function prepareClient(): Promise<void> {
  const wanted = contentHash(".", ["prisma/schema.prisma", "node_modules/prisma/package.json"]);
  if (existsSync(MARK) && readFileSync(MARK, "utf8") === wanted) return;
  say("Generating the database client …");
  rmSync("prisma/generated", { recursive: true, force: true });
  await runNode("node_modules/prisma/build/index.js", ["generate"], {
    // `generate` needs no engine but would download one; any executable that exists keeps it from doing so.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
    whatFailed: "The database client could not be generated.",
  });
  writeFileSync(MARK, wanted);
}
