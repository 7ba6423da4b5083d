import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };
const MINUTE = 60_000;
const HOOK_MS = 10 * MINUTE;
const JOURNAL = "scripts/test/vitest-began.ts";

/**
 * The limits are for a test that waits for ever, not for a slow machine. The files of a worker share what they import
 * (`isolate: false`): loading the code and the knowledge again for each file was half of the time.
 */
const project = (name: string, testTimeout: number, setupFiles: string[] = []) => ({
  resolve: { alias },
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    environment: "node" as const,
    isolate: false,
    testTimeout,
    hookTimeout: HOOK_MS,
    setupFiles: [JOURNAL, ...setupFiles],
  },
});

export default defineConfig({
  test: {
    projects: [
      project("unit", 5 * MINUTE),
      project("property", 20 * MINUTE, ["tests/property/support/fixed-seed.ts"]),
      project("golden", 5 * MINUTE),
      project("accuracy", 5 * MINUTE),
      project("integration", 10 * MINUTE),
      project("runner", 10 * MINUTE),
    ],
  },
});
