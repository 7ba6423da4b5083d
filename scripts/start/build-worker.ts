import { build } from "esbuild";

/** Makes one file of the thread that reads and prints (lib/offload/worker.ts), beside the pages; packages stay where they are. */
export async function buildWorker(): Promise<void> {
  await build({
    entryPoints: ["lib/offload/worker.ts"],
    outfile: ".next/offload-worker.mjs",
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
}
