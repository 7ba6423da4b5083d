// The command line without a build step: the sources are bundled once (a tenth of a second) and kept beside the packages, so that the
// next answer does not translate three hundred files again. Stale by the content of the files, never by their times. Where the
// folder cannot be written, the sources are run as they are.
import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = path.join(import.meta.dirname, "..");
const ENTRY = path.join(ROOT, "scripts", "crampcheck.ts");
const KEPT = path.join(ROOT, "node_modules", ".cache", "crampcheck");

/** One digest over the files that a bundle was made of; null where one of them is gone. */
function digestOf(inputs) {
  const hash = createHash("sha256").update(process.version);
  try {
    for (const input of inputs)
      hash
        .update(input)
        .update("\0")
        .update(readFileSync(path.join(ROOT, input)));
  } catch {
    return null;
  }
  return hash.digest("hex");
}

/** The bundle that is kept, where every file it was made of is as it was. */
function keptBundle() {
  try {
    const { inputs, digest, folder } = JSON.parse(readFileSync(path.join(KEPT, "bundle.json"), "utf8"));
    const file = path.join(KEPT, folder, "crampcheck.mjs");
    return existsSync(file) && digest === digestOf(inputs) ? file : null;
  } catch {
    return null;
  }
}

/** Makes the bundle in a folder of its own and only then names it, so that two commands at once never read half of one. */
async function makeBundle() {
  const { build } = await import("esbuild");
  const folder = randomUUID();
  mkdirSync(path.join(KEPT, folder), { recursive: true });
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [ENTRY],
    outdir: path.join(KEPT, folder),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["pdfmake", "pdfmake/*", "fontkit", "tsx", "esbuild"],
    // CommonJS packages inside the bundle ask for Node's own modules by `require`.
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
    },
    metafile: true,
    logLevel: "error",
  });
  const inputs = ["package-lock.json", "tsconfig.json", ...Object.keys(metafile.inputs).sort()];
  const told = path.join(KEPT, folder, "bundle.json");
  writeFileSync(told, JSON.stringify({ inputs, digest: digestOf(inputs), folder }));
  const before = existsSync(path.join(KEPT, "bundle.json"))
    ? JSON.parse(readFileSync(path.join(KEPT, "bundle.json"), "utf8")).folder
    : null;
  renameSync(told, path.join(KEPT, "bundle.json"));
  // A command that still runs has its modules in memory already, but those it loads late.
  if (before !== null) setTimeout(() => rmSync(path.join(KEPT, before), { recursive: true, force: true }), 0).unref();
  return path.join(KEPT, folder, "crampcheck.mjs");
}

let file = keptBundle();
if (file === null) {
  try {
    file = await makeBundle();
  } catch (error) {
    if (error?.code !== "EACCES" && error?.code !== "EROFS" && error?.code !== "ENOSPC") throw error;
    await import("tsx");
    file = ENTRY;
  }
}
await import(pathToFileURL(file).href);
