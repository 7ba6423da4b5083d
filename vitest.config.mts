import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };
const project = (name: string, folders: string[], testTimeout: number, setupFiles: string[] = []) => ({
  resolve: { alias },
  test: {
    name,
    include: folders.map((folder) => `tests/${folder}/**/*.test.ts`),
    environment: "node" as const,
    testTimeout,
    setupFiles,
  },
});

export default defineConfig({
  test: {
    projects: [
      project("unit", ["unit"], 20_000),
      project("property", ["property"], 120_000, ["tests/property/support/fixed-seed.ts"]),
      project("golden", ["golden"], 60_000),
      project("accuracy", ["accuracy"], 60_000),
      project("integration", ["integration"], 120_000),
    ],
  },
});
