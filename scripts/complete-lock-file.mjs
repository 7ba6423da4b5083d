// A registry that mirrors Linux packages only leaves the builds for other systems out of package-lock.json, and `npm ci` then
// refuses the file on every system. This adds the missing optional builds with the version, system and processor that their
// parents name; no integrity is written, because their bytes were not seen. Run it after `npm install` (docs/dependencies.md).
import { readFileSync, writeFileSync } from "node:fs";

const FILE = "package-lock.json";
const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const PROCESSORS = ["arm64", "arm", "x64", "ia32", "loong64", "ppc64", "riscv64", "s390x", "mips64el", "wasm32"];

const lock = JSON.parse(readFileSync(FILE, "utf8"));

/** The place in the tree where a package that `parent` asks for would be found. */
function isLocked(parent, name) {
  for (let at = parent; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (lock.packages[at === "" ? `node_modules/${name}` : `${at}/node_modules/${name}`]) return true;
    if (!at.includes("/node_modules/") && at === "") return false;
    if (!at.includes("/node_modules/")) return Boolean(lock.packages[`node_modules/${name}`]);
  }
}

const added = [];
for (const [parent, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(parent, name)) continue;
    const words = name.replace("linuxmusl", "linux").split(/[-_/]/);
    const os = SYSTEMS.filter((system) => words.includes(system));
    const cpu = PROCESSORS.filter((processor) => words.includes(processor));
    lock.packages[`node_modules/${name}`] = {
      version: String(range).replace(/^[\^~>=\s]+/, ""),
      ...(cpu.length > 0 ? { cpu } : {}),
      ...(os.length > 0 ? { os } : {}),
      optional: true,
    };
    added.push(name);
  }
}
const { "": root, ...packages } = lock.packages;
lock.packages = {
  "": root,
  ...Object.fromEntries(Object.entries(packages).sort(([a], [b]) => Number(a > b) - Number(a < b))),
};
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? "Nothing was missing." : `Added ${added.length}: ${added.join(", ")}`);
