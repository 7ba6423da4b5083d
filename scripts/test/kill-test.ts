import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { z } from "zod";
import { lockHolder } from "../start/data-lock";
import { say } from "../start/say.mjs";
import { ApiClient } from "./api-client";
import { freePort, killGroup, startApp, type StartedApp } from "./started-app";

const SAVES = 200;
const WRITERS = 4;
const NPM_START = ["npm", "start"] as const;

/** What was sent for each version of each review, and the last version that was acknowledged. */
type Sent = { texts: Map<number, string>; acknowledged: number };

const KILLS: [name: string, kill: (app: StartedApp) => void][] = [
  ["the whole group", (app) => killGroup(app.launcher)],
  ["the top process alone", (app) => killOne(app.launcher.pid)],
  ["the launcher alone", (app) => killOne(lockHolder(app.dataDirectory)?.pid)],
];

/**
 * `kill -9` while drafts are saved in a loop through the running application; then `npm start` again on the same port
 * and data. Every acknowledged save must be there, compared by content.
 */
async function main(): Promise<void> {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), "crampcheck-kill-"));
  let passed = 0;
  let failed = 0;
  try {
    const port = await freePort();
    let app = await startApp({ dataDirectory, port, command: NPM_START });
    const { email, password } = app;
    for (const [name, kill] of KILLS) {
      const sent = await saveUntilKilled(app, { email, password }, kill);
      const acknowledged = [...sent.values()].reduce((sum, review) => sum + review.acknowledged, 0);
      app = await startApp({ dataDirectory, port, command: NPM_START });
      const problems = [
        ...(acknowledged < SAVES ? [`only ${acknowledged} saves were acknowledged`] : []),
        ...(await missing(dataDirectory, sent)),
        ...(await cannotGoOn(app, { email, password })),
      ];
      if (problems.length === 0) passed += 1;
      else failed += 1;
      say(
        `kill -9 of ${name}: ${acknowledged} acknowledged saves, ${problems.length === 0 ? "each is there by content" : `FAILED: ${problems.slice(0, 5).join("; ")}`}`,
      );
    }
    killGroup(app.launcher);
  } catch (error) {
    failed += 1;
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true });
  }
  say(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

const Saved = z.object({ reference: z.string(), version: z.number() });

async function saveUntilKilled(
  app: StartedApp,
  account: { email: string; password: string },
  kill: (app: StartedApp) => void,
): Promise<Map<string, Sent>> {
  const sent = new Map<string, Sent>();
  let acknowledged = 0;
  let killed = false;
  const writer = async (who: number) => {
    const client = new ApiClient(app.url);
    const { error } = await client.signIn(account.email, account.password);
    if (error !== null) throw new Error(`Sign-in was refused: ${error}`);
    for (let number = 0; !killed; number++) {
      const text = (version: number) =>
        `furosemide ${20 + number} mg daily\nsalbutamol inhaler, writer ${who}, save ${number}, version ${version}`;
      const save = (method: "POST" | "PUT", address: string, version: number) =>
        client
          .send(method, address, {
            input: { medications: text(version) },
            localReference: null,
            ...(method === "PUT" ? { baseVersion: version - 1 } : {}),
          })
          .then(async (answer) => {
            if (answer.status !== 200)
              throw new Error(`A save was answered with ${answer.status}: ${await answer.text()}`);
            return Saved.parse(await answer.json());
          });
      const made = await save("POST", "/api/reviews", 1);
      const review: Sent = {
        texts: new Map([
          [1, text(1)],
          [2, text(2)],
        ]),
        acknowledged: 1,
      };
      sent.set(made.reference, review);
      acknowledged += 1;
      await save("PUT", `/api/reviews/${made.reference}`, 2);
      review.acknowledged = 2;
      acknowledged += 1;
    }
  };
  const writers = Array.from({ length: WRITERS }, (_, who) =>
    writer(who).catch((error: unknown) => (killed ? undefined : Promise.reject(error))),
  );
  const all = Promise.all(writers);
  while (acknowledged < SAVES) await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 5))]);
  killed = true;
  kill(app);
  await all;
  return sent;
}

/** The saves that are not there: a stored version may be a later one whose answer was lost, never an earlier one. */
async function missing(dataDirectory: string, sent: ReadonlyMap<string, Sent>): Promise<string[]> {
  const port = lockHolder(dataDirectory)?.databasePort;
  const client = new Client({ connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres?sslmode=disable` });
  await client.connect();
  const { rows } = await client.query<{ number: number; version: number; medications: string }>(
    `SELECT "number", "version", "input"->>'medications' AS medications FROM "Review"`,
  );
  await client.end();
  const stored = new Map(rows.map((row) => [`CC-${String(row.number).padStart(4, "0")}`, row]));
  return [...sent].flatMap(([reference, review]) => {
    const row = stored.get(reference);
    if (row === undefined) return [`${reference} is gone`];
    if (row.version < review.acknowledged)
      return [`${reference} is at version ${row.version}, ${review.acknowledged} was acknowledged`];
    return row.medications === review.texts.get(row.version) ? [] : [`${reference} has another content`];
  });
}

async function cannotGoOn(app: StartedApp, account: { email: string; password: string }): Promise<string[]> {
  const client = new ApiClient(app.url);
  const { error } = await client.signIn(account.email, account.password);
  if (error !== null) return [`sign-in after the restart: ${error}`];
  const answer = await client.send("POST", "/api/reviews", {
    input: { medications: "amlodipine 5 mg daily" },
    localReference: null,
  });
  return answer.status === 200 ? [] : [`a save after the restart was answered with ${answer.status}`];
}

function killOne(pid: number | undefined): void {
  if (pid === undefined) throw new Error("There is no process to kill.");
  execFileSync("kill", ["-9", String(pid)]);
}

void main();
