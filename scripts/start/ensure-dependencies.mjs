import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { say } from "./say.mjs";

/** Installs the packages when they are missing or not those of package-lock.json. Returns whether it had to. */
export async function ensureDependencies(root = process.cwd(), run = npmCi) {
  const reason = whyInstall(root);
  if (reason === null) return false;
  say(`Installing packages (${reason}); this takes a minute or two the first time …`);
  await run(root);
  return true;
}

/**
 * Why the installation does not match the lock file, or null when it does. Compared by content, since a clone has new file
 * times: npm writes `node_modules/.package-lock.json` last, so it is also absent after an interrupted installation.
 */
export function whyInstall(root) {
  const installedFile = path.join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installedFile)) return "none are installed";
  const wanted = readPackages(path.join(root, "package-lock.json"));
  const installed = readPackages(installedFile);
  for (const [location, { version, optional, peer }] of Object.entries(wanted)) {
    if (location === "" || optional || peer) continue; // another platform's binaries, or somebody else's choice
    if (installed[location]?.version !== version)
      return `${location.replace(/^node_modules\//, "")} ${version} is missing`;
    if (!existsSync(path.join(root, location))) return `${location} is missing`;
  }
  return null;
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

function npmCi(root) {
  const npm = process.env.npm_execpath;
  const [command, first] = npm && npm.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  return new Promise((resolve, reject) => {
    // --include=dev: with NODE_ENV=production the build tools would be missing.
    const child = spawn(command, [...first, "ci", "--include=dev", "--no-audit", "--no-fund"], {
      cwd: root,
      stdio: "inherit",
      shell: command === "npm" && process.platform === "win32",
    });
    child.once("error", () =>
      reject(new Error("npm could not be run. It comes with Node; check that it is on the PATH.")),
    );
    child.once("exit", (code) =>
      code === 0
        ? resolve()
        : reject(
            new Error(
              "The packages could not be installed; npm's own message stands above. Check the connection to the npm registry and start again.",
            ),
          ),
    );
  });
}
