// `npm start`: everything from a fresh clone to a running CrampCheck. Runs before anything is installed, so this file and what
// it imports here are plain JavaScript with `node:` imports only; what comes after the installation is TypeScript.
import { parseArgs } from "node:util";
import { ensureDependencies } from "./start/ensure-dependencies.mjs";
import { refuseOldNode } from "./start/node-version.mjs";
import { fail, say } from "./start/say.mjs";

const HELP = `npm start            starts CrampCheck on http://127.0.0.1:3000
npm run dev          the same, with pages that reload when a source changes

HOST, PORT           where to listen (127.0.0.1, 3000)
PUBLIC_URL           the address people use, when it is another one (a proxy with https)
DATABASE_URL         a PostgreSQL server; without it an embedded database in .data/ is used
NEXTAUTH_SECRET      needed with DATABASE_URL: 32 characters or more, the same for all processes
CRAMPCHECK_DATA      where the embedded database lies (.data)
`;

try {
  const { values } = parseArgs({ options: { dev: { type: "boolean" }, help: { type: "boolean", short: "h" } } });
  if (values.help) {
    say(HELP);
  } else {
    refuseOldNode();
    await ensureDependencies();
    await import("tsx"); // from here on TypeScript can be imported
    const loaded = await import("./start/launch.ts");
    const { launch } = loaded.default ?? loaded; // tsx gives it as CommonJS or not, by version
    await launch({ dev: values.dev === true });
  }
} catch (error) {
  fail(error);
}
