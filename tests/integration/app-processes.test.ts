import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "@/lib/auth/password";
import { endSessionsOf } from "@/lib/store/accounts/users";
import { startAppServer, type AppServer } from "@/scripts/start/app-server";
import { ApiClient } from "@/scripts/test/api-client";
import { freePort } from "@/scripts/test/started-app";
import { colleague, madeUpClinic } from "./support/made-up";
import { databaseForTests } from "./support/test-database";

const database = databaseForTests();
const PASSWORD = "four walls and a roof";
const SECRET = "a secret for these tests only, long enough";
const built = existsSync(".next/BUILD_ID");

/** Two processes of the production build on one database, as behind a proxy; neither on port 3000. */
describe.skipIf(!built)(
  `two application processes${built ? "" : " (skipped: the pages are not built; npm test builds them first)"}`,
  () => {
    const servers: AppServer[] = [];
    const urls: string[] = [];
    beforeAll(async () => {
      for (let index = 0; index < 2; index++) {
        const port = await freePort();
        const url = `http://127.0.0.1:${port}`;
        servers.push(
          await startAppServer({
            host: "127.0.0.1",
            port,
            dev: false,
            env: { DATABASE_URL: database.url(), NEXTAUTH_URL: url, NEXTAUTH_SECRET: SECRET },
          }),
        );
        urls.push(url);
      }
    }, 600_000);
    afterAll(() => Promise.all(servers.map((server) => server.stop())), 600_000);

    const at = (index: number) => urls[index % urls.length] ?? "";
    const account = async () =>
      colleague((await madeUpClinic()).scope.organisationId, "clinician", await hashPassword(PASSWORD));
    const listed = async (client: ApiClient) =>
      (await client.send("POST", "/api/reviews", { input: { medications: "amlodipine 5 mg" }, localReference: null }))
        .status;

    it("count failed sign-ins together, and answer an unknown address alike", async () => {
      const { user } = await account();
      for (const email of [user.email, `unknown-${user.email}`]) {
        const errors = [];
        for (let index = 0; index < 6; index++)
          errors.push((await new ApiClient(at(index)).signIn(email, "not the password")).error);
        expect(errors).toEqual(["refused:4", "refused:3", "refused:2", "refused:1", "paused:15", "paused:15"]);
      }
      for (const url of urls) expect((await new ApiClient(url).signIn(user.email, PASSWORD)).error).toBe("paused:15");
    });

    it("both honour a session, and both refuse it at once when it is signed out of in one", async () => {
      const { user } = await account();
      const here = new ApiClient(at(0));
      expect(await here.signIn(user.email, PASSWORD)).toEqual({ error: null });
      const there = here.copyFor(at(1));
      const stolen = here.copyFor(at(0));
      expect([await listed(here), await listed(there)]).toEqual([200, 200]);
      await here.signOut();
      expect([await listed(stolen), await listed(there)]).toEqual([401, 401]);
    });

    it("refuse a session at once when an administrator ends it", async () => {
      const { user, scope } = await account();
      const client = new ApiClient(at(0));
      await client.signIn(user.email, PASSWORD);
      await endSessionsOf(scope, user.id);
      expect(await listed(client)).toBe(401);
    });

    it("refuse a token that somebody wrote or changed, and a request from another site", async () => {
      const { user } = await account();
      expect(await listed(new ApiClient(at(0)))).toBe(401);
      const forged = await fetch(`${at(0)}/api/reviews`, {
        method: "POST",
        body: "{}",
        headers: { Origin: at(0), Cookie: "crampcheck-session=eyJhbGciOiJub25lIn0.eyJzaWQiOiJ4In0." },
      });
      expect(forged.status).toBe(401);
      const client = new ApiClient(at(0));
      await client.signIn(user.email, PASSWORD);
      const elsewhere = await client.fetch("/api/reviews", { method: "POST", body: "{}" });
      expect(elsewhere.status).not.toBe(403);
      const cookie = client.cookieHeader();
      for (const origin of ["https://evil.example", "null", `${at(0)}.evil.example`]) {
        expect(
          (
            await fetch(`${at(0)}/api/reviews`, {
              method: "POST",
              body: "{}",
              headers: { Origin: origin, Cookie: cookie },
            })
          ).status,
          origin,
        ).toBe(403);
      }
      expect(
        (await fetch(`${at(0)}/api/reviews`, { method: "POST", body: "{}", headers: { Cookie: cookie } })).status,
      ).toBe(403);
    });

    it("keep working when the other one is gone", async () => {
      const { user } = await account();
      await servers[1]?.stop();
      const client = new ApiClient(at(0));
      expect(await client.signIn(user.email, PASSWORD)).toEqual({ error: null });
      expect(await listed(client)).toBe(200);
    });
  },
);
