import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { hashPassword } from "@/lib/auth/password";
import { endSessionsOf } from "@/lib/store/accounts/users";
import { startAppServer, type AppServer } from "@/scripts/start/app-server";
import { ApiClient } from "@/scripts/test/api-client";
import { freePort } from "@/scripts/test/started-app";
import { colleague, madeUpClinic } from "./support/made-up";
import { databaseForTests } from "./support/test-database";

const database = databaseForTests();
const PASSWORD = "four walls and a roof";
const MANIFEST = ".next/app-path-routes-manifest.json";
const built = existsSync(".next/BUILD_ID") && existsSync(MANIFEST);
/** Stands in the review of one clinic and may appear in no answer to anybody else. */
const SECRET_WORDS = "chlortalidone-of-clinic-one";

/**
 * How each built route answers: `public` to anybody; `page` sends those without a session to sign in; `json` and `file` refuse
 * them. `of-review` is about one review, which for another clinic does not exist.
 */
const ROUTES: Readonly<
  Record<
    string,
    {
      kind: "public" | "page" | "json" | "file";
      ofReview?: true;
      methods?: readonly ("POST" | "PUT" | "DELETE")[];
      body?: unknown;
    }
  >
> = {
  "/": { kind: "page" },
  "/_global-error": { kind: "public" },
  "/_not-found": { kind: "public" },
  "/icon.svg": { kind: "public" },
  "/sign-in": { kind: "public" },
  "/knowledge": { kind: "public" },
  "/knowledge/[kind]": { kind: "public" },
  "/knowledge/[kind]/[id]": { kind: "public" },
  "/method": { kind: "public" },
  "/diary": { kind: "public" },
  "/api/auth/[...nextauth]": { kind: "public" },
  "/api/health": { kind: "public" },
  "/account": { kind: "page" },
  "/settings": { kind: "page" },
  "/reviews": { kind: "page" },
  "/reviews/new": { kind: "page" },
  "/reviews/examples": { kind: "page" },
  "/reviews/[reference]": { kind: "page", ofReview: true },
  "/reviews/[reference]/edit": { kind: "page", ofReview: true },
  "/reviews/[reference]/sign": { kind: "page", ofReview: true },
  "/reviews/[reference]/report.pdf": { kind: "file", ofReview: true },
  "/reviews/[reference]/report.csv": { kind: "file", ofReview: true },
  "/reviews/[reference]/report.txt": { kind: "file", ofReview: true },
  "/reviews/[reference]/report.json": { kind: "file", ofReview: true },
  "/reviews/[reference]/report": { kind: "page", ofReview: true },
  "/reviews/[reference]/rerun": { kind: "page", ofReview: true },
  "/reviews/[reference]/rerun.pdf": { kind: "file", ofReview: true },
  "/reviews/[reference]/rerun.txt": { kind: "file", ofReview: true },
  "/verify": { kind: "public" },
  "/set-password": { kind: "public" },
  "/api/password-link": { kind: "public" },
  "/accounts": { kind: "page" },
  "/audit": { kind: "page" },
  "/api/accounts": {
    kind: "json",
    methods: ["POST"],
    body: { email: "x@example.org", displayName: "X", role: "admin" },
  },
  "/api/accounts/[userId]": { kind: "json", methods: ["PUT"], body: { disabled: true } },
  "/api/accounts/[userId]/link": { kind: "json", methods: ["POST"], body: {} },
  "/api/accounts/[userId]/sessions": { kind: "json", methods: ["DELETE"], body: {} },
  "/api/audit": { kind: "json", methods: ["POST"], body: {} },
  "/api/audit/export": { kind: "json", methods: ["POST"], body: {} },
  "/api/verify": { kind: "json", methods: ["POST"], body: { reference: "CC-0001", digest: "0".repeat(64) } },
  "/api/account/password": { kind: "json", methods: ["PUT"], body: { present: "x", next: "y" } },
  "/api/conditions": { kind: "json", methods: ["POST"], body: { words: "gout" } },
  "/api/drug-names": { kind: "json", methods: ["POST"], body: { words: "furo" } },
  "/api/examples": { kind: "json", methods: ["POST", "DELETE"], body: { id: "diuretic" } },
  "/api/import/fhir": { kind: "json", methods: ["POST"], body: { text: '{"resourceType":"Bundle"}' } },
  "/api/export": { kind: "json", methods: ["POST"], body: { kind: "csv", references: ["CC-0001"] } },
  "/api/palette": { kind: "json", methods: ["POST"], body: { words: "furo" } },
  "/api/read": { kind: "json", methods: ["POST"], body: {} },
  "/api/reviews": { kind: "json", methods: ["POST"], body: { input: { medications: "x" }, localReference: null } },
  "/api/session": { kind: "json", methods: ["POST", "DELETE"], body: {} },
  "/api/settings": {
    kind: "json",
    methods: ["PUT"],
    body: { name: "Taken over", country: "US", units: "SI", timeZone: "UTC" },
  },
  "/api/worklist": { kind: "json", methods: ["POST"], body: { view: "all" } },
  "/api/reviews/[reference]": {
    kind: "json",
    ofReview: true,
    methods: ["PUT", "DELETE"],
    body: { baseVersion: 1, input: { medications: "x" }, localReference: null },
  },
  "/api/reviews/[reference]/archive": { kind: "json", ofReview: true, methods: ["PUT"], body: { archived: true } },
  "/api/reviews/[reference]/decisions": {
    kind: "json",
    ofReview: true,
    methods: ["POST", "DELETE"],
    body: { findingId: "unread:entries", action: "act" },
  },
  "/api/reviews/[reference]/follow-up": {
    kind: "json",
    ofReview: true,
    methods: ["PUT", "POST"],
    body: { due: "2027-01-01" },
  },
  "/api/reviews/[reference]/labs": { kind: "json", ofReview: true, methods: ["PUT"], body: { labIds: [] } },
  "/api/reviews/[reference]/review-again": { kind: "json", ofReview: true, methods: ["POST"], body: {} },
  "/api/reviews/[reference]/sign": {
    kind: "json",
    ofReview: true,
    methods: ["POST"],
    body: { baseVersion: 1, acknowledged: [] },
  },
  "/api/reviews/[reference]/co-sign": { kind: "json", ofReview: true, methods: ["POST"], body: {} },
  "/api/reviews/[reference]/versions": { kind: "json", ofReview: true, methods: ["POST"], body: {} },
};

const routes = built
  ? Object.values(z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(MANIFEST, "utf8"))))
  : [];

describe.skipIf(!built)(
  `every built route${built ? "" : " (skipped: the pages are not built; npm test builds them first)"}`,
  () => {
    let server: AppServer;
    let url = "";
    let reference = "";
    const clients: { nobody: ApiClient; ended: ApiClient; otherClinic: ApiClient; owner: ApiClient } = {
      nobody: new ApiClient(""),
      ended: new ApiClient(""),
      otherClinic: new ApiClient(""),
      owner: new ApiClient(""),
    };

    const signedIn = async (organisationId: string) => {
      const person = await colleague(organisationId, "clinician", await hashPassword(PASSWORD));
      const client = new ApiClient(url);
      expect(await client.signIn(person.user.email, PASSWORD)).toEqual({ error: null });
      return { client, ...person };
    };

    beforeAll(async () => {
      const port = await freePort();
      url = `http://127.0.0.1:${port}`;
      server = await startAppServer({
        host: "127.0.0.1",
        port,
        dev: false,
        env: {
          DATABASE_URL: database.url(),
          NEXTAUTH_URL: url,
          NEXTAUTH_SECRET: "a secret for these tests only, long enough",
        },
      });
      const [mine, theirs] = [await madeUpClinic(), await madeUpClinic()];
      const owner = await signedIn(mine.scope.organisationId);
      const made = await owner.client.send("POST", "/api/reviews", {
        input: { medications: `${SECRET_WORDS} 25 mg` },
        localReference: null,
      });
      reference = z.object({ reference: z.string() }).parse(await made.json()).reference;
      const ended = await signedIn(mine.scope.organisationId);
      await endSessionsOf(ended.scope, ended.user.id);
      Object.assign(clients, {
        nobody: new ApiClient(url),
        ended: ended.client,
        otherClinic: (await signedIn(theirs.scope.organisationId)).client,
        owner: owner.client,
      });
    }, 600_000);
    afterAll(() => server?.stop(), 600_000);

    const addressOf = (route: string): string =>
      route
        .replace("[reference]", reference)
        .replace("[userId]", "019aab00-0000-7000-8000-000000000000")
        .replace("[...nextauth]", "providers")
        .replace("[kind]", "classes")
        .replace("[id]", "loop-diuretic");
    const walked = Object.entries(ROUTES).filter(([route]) => routes.includes(route));

    it("is in the table of this test, and nothing in the table is gone", () => {
      expect([...routes].sort()).toEqual(Object.keys(ROUTES).sort());
    });

    it("names every method of every JSON handler", () => {
      for (const [route, { kind, methods = [] }] of walked.filter(([, { kind }]) => kind === "json")) {
        expect(kind).toBe("json");
        const source = readFileSync(`app${route}/route.ts`, "utf8");
        expect([
          route,
          [...source.matchAll(/export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/g)]
            .map((match) => match[1])
            .sort(),
        ]).toEqual([route, [...methods].sort()]);
      }
    });

    it.each(["nobody", "ended"] as const)("gives %s without a session no data and the right status", async (who) => {
      for (const [route, { kind, methods = [], body }] of walked) {
        const address = addressOf(route);
        if (kind === "page" || kind === "file") {
          const answer = await clients[who].fetch(address);
          expect([
            address,
            await leaks(answer),
            kind === "page" ? [303, 307, 308].includes(answer.status) : [401, 307].includes(answer.status),
          ]).toEqual([address, false, true]);
        }
        for (const method of kind === "json" ? methods : []) {
          const answer = await clients[who].send(method, address, body);
          expect([method, address, answer.status, await leaks(answer)]).toEqual([method, address, 401, false]);
        }
      }
    });

    it("gives another clinic's session nothing of a review, and says that it does not exist", async () => {
      for (const [route, { kind, ofReview, methods = [], body }] of walked.filter(
        ([, { ofReview }]) => ofReview === true,
      )) {
        const address = addressOf(route);
        expect(ofReview).toBe(true);
        if (kind === "page" || kind === "file") {
          const answer = await clients.otherClinic.fetch(address);
          expect([address, answer.status, await leaks(answer)]).toEqual([address, 404, false]);
        }
        for (const method of kind === "json" ? methods : []) {
          const answer = await clients.otherClinic.send(method, address, body);
          const expected = route.endsWith("/co-sign") ? 403 : 404; // no clinician may, wherever
          expect([method, address, answer.status, await leaks(answer)]).toEqual([method, address, expected, false]);
        }
      }
      for (const kind of ["csv", "pdfs"]) {
        const exported = await clients.otherClinic.send("POST", "/api/export", { kind, references: [reference] });
        expect([kind, exported.status, await leaks(exported)]).toEqual([kind, 404, false]);
      }
      const found = await clients.otherClinic.send("POST", "/api/worklist", { view: "all", search: "chlortalidone" });
      expect([found.status, await leaks(found)]).toEqual([200, false]);
    });

    it("has changed nothing by all that: the owner still reads what was entered", async () => {
      const page = await (await clients.owner.fetch(`/reviews/${reference}/edit`)).text();
      expect(page).toContain(SECRET_WORDS);
    });
  },
);

/** Whether an answer holds anything of the review of clinic one. */
async function leaks(answer: Response): Promise<boolean> {
  return (await answer.text()).includes(SECRET_WORDS);
}
