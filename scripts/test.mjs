// `npm test`: everything that is checked, on a fresh clone. Ends with `N passed, M failed` alone on the last line.
// Plain JavaScript with `node:` imports until the packages are there, as in start.mjs.
import { ensureDependencies } from "./start/ensure-dependencies.mjs";
import { refuseOldNode } from "./start/node-version.mjs";
import { say } from "./start/say.mjs";

try {
  refuseOldNode();
  await ensureDependencies();
  await import("tsx"); // from here on TypeScript can be imported
  const loaded = await import("./test/run-all.ts");
  const { runAll } = loaded.default ?? loaded; // tsx gives it as CommonJS or not, by version
  const { passed, failed } = await runAll(process.argv.slice(2));
  say(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  say("\n0 passed, 1 failed");
  process.exit(1);
}
