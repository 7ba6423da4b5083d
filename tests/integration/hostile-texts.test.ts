import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { hashPassword } from "@/lib/auth/password";
import { LIMITS } from "@/lib/domain/limits";
import { startAppServer, type AppServer } from "@/scripts/start/app-server";
import { ApiClient } from "@/scripts/test/api-client";
import { freePort } from "@/scripts/test/started-app";
import { colleague, madeUpClinic } from "./support/made-up";
import { databaseForTests } from "./support/test-database";

const database = databaseForTests();
const PASSWORD = "four walls and a roof";
const built = existsSync(".next/BUILD_ID");
const Refusal = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** Long enough to be read by another thread. */
const LONG = "furosemide 40 mg daily\n".repeat(150);
const SHORT = "furosemide 40 mg daily";

/** The production build, as somebody with a session and a bad will meets it. */
describe.skipIf(!built)(
  `texts that are too much${built ? "" : " (skipped: the pages are not built; npm test builds them first)"}`,
  () => {
    const servers: AppServer[] = [];
    /** A server in which reading may take a millisecond, and one in which nobody may wait. */
    let hasty: ApiClient;
    let crowded: ApiClient;

    async function started(extra: Record<string, string>): Promise<ApiClient> {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const secret = "a secret for these tests only, long enough";
      const env = { DATABASE_URL: database.url(), NEXTAUTH_URL: url, NEXTAUTH_SECRET: secret, ...extra };
      servers.push(await startAppServer({ host: "127.0.0.1", port, dev: false, env }));
      return new ApiClient(url);
    }

    beforeAll(async () => {
      hasty = await started({ CRAMPCHECK_WORK_LIMIT_MS: "1" });
      crowded = await started({ CRAMPCHECK_WORK_WAITING: "0" });
      const { scope } = await madeUpClinic();
      const { user } = await colleague(scope.organisationId, "clinician", await hashPassword(PASSWORD));
      for (const client of [hasty, crowded]) expect(await client.signIn(user.email, PASSWORD)).toEqual({ error: null });
    }, 600_000);
    afterAll(() => Promise.all(servers.map((server) => server.stop())), 600_000);

    const refused = async (answer: Response) => ({
      status: answer.status,
      code: Refusal.parse(await answer.json()).error.code,
    });
    const isAlive = async (client: ApiClient) => (await client.fetch("/api/health")).status;

    it.each(["/api/read", "/api/reviews", "/api/import/fhir"])(
      "of more than 4 MB are refused with 413 before they are read whole, with and without a length: %s",
      async (address) => {
        const body = JSON.stringify({ medications: "x".repeat(LIMITS.bodyBytes) });
        const headers = { "Content-Type": "application/json" };
        const whole = await hasty.fetch(address, { method: "POST", body, headers });
        expect(await refused(whole)).toEqual({ status: 413, code: "too-large" });
        const stream = new Blob([body]).stream();
        const streamed: RequestInit & { duplex: "half" } = { method: "POST", body: stream, headers, duplex: "half" };
        expect(await refused(await hasty.fetch(address, streamed))).toEqual({ status: 413, code: "too-large" });
        expect(await isAlive(hasty)).toBe(200);
      },
    );

    it("that take too long are answered so, and others are read meanwhile and afterwards", async () => {
      const slow = hasty.send("POST", "/api/read", { medications: LONG });
      const short = await hasty.send("POST", "/api/read", { medications: SHORT });
      expect(short.status).toBe(200);
      expect(await refused(await slow)).toEqual({ status: 422, code: "too-slow" });
      expect((await hasty.send("POST", "/api/read", { medications: SHORT })).status).toBe(200);
    });

    it("that would have to wait where too many wait are refused for now, and short ones are read", async () => {
      const answer = await crowded.send("POST", "/api/read", { medications: LONG });
      expect(await refused(answer)).toEqual({ status: 503, code: "busy" });
      expect((await crowded.send("POST", "/api/read", { medications: SHORT })).status).toBe(200);
      expect(await isAlive(crowded)).toBe(200);
    });

    it("that cannot be reviewed now are no review, and what was kept before stays as it was", async () => {
      const entry = (medications: string) => ({ input: { medications }, localReference: null });
      const first = await crowded.send("POST", "/api/reviews", entry(SHORT));
      const { reference } = z.object({ reference: z.string() }).parse(await first.json());
      const again = await crowded.send("PUT", `/api/reviews/${reference}`, entry(LONG));
      expect(again.ok).toBe(false);
      const page = await crowded.fetch(`/reviews/${reference}/edit`);
      expect(await page.text()).toContain(SHORT);
    });
  },
);
