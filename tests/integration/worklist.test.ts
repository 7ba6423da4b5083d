import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { archiveReview } from "@/lib/store/reviews/archive";
import { decide } from "@/lib/store/reviews/decisions";
import { createDraft, setFollowUp } from "@/lib/store/reviews/reviews";
import type { Scope } from "@/lib/store/scope";
import { signReview } from "@/lib/store/reviews/signing";
import { countViews, listReviews } from "@/lib/store/worklist/worklist";
import { WorklistQuery } from "@/lib/store/worklist/worklist-query";
import { colleague, madeUpClinic } from "./support/made-up";
import { madeUpCase } from "./support/made-up-case";
import { databaseForTests, sql } from "./support/test-database";

const database = databaseForTests();
const page = (scope: Scope, wanted: Partial<WorklistQuery> = {}) =>
  listReviews(scope, WorklistQuery.parse({ view: "all", ...wanted }));
const references = async (scope: Scope, wanted: Partial<WorklistQuery> = {}) =>
  (await page(scope, wanted)).rows.map((row) => row.reference);
const filters = (some: Partial<WorklistQuery["filters"]>) => WorklistQuery.shape.filters.parse(some);

describe("a row", () => {
  it("says what the list needs without opening the case", async () => {
    const { scope, user } = await madeUpClinic();
    const content = madeUpCase({
      findings: [
        { id: "a", priority: "act-now" },
        { id: "b" },
        { id: "c", priority: "info" },
        { id: "d", byFloor: true },
      ],
      unread: ["x", "y"],
    });
    const { reference, id } = await createDraft(scope, { ...content, localReference: "MRN 7" });
    await decide(scope, reference, { findingId: "b", action: "monitor", reason: null, comment: "" });
    const { rows, total } = await page(scope);
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      id,
      reference,
      localReference: "MRN 7",
      status: "draft",
      birthYear: 1953,
      sex: "female",
      crampsOnset: "2026-04",
      crampsPerWeek: 5,
      highestPriority: "act-now",
      openFindings: 1,
      unreadLines: 2,
      author: { id: user.id, displayName: user.displayName },
    });
    expect(Object.keys(rows[0] ?? {})).not.toContain("input");
  });
});

describe("views", () => {
  it("hold what their names say", async () => {
    const { scope } = await madeUpClinic();
    const other = await colleague(scope.organisationId);
    const urgent = madeUpCase({ findings: [{ id: "a", priority: "act-now" }] });
    await createDraft(scope, urgent); // CC-0001: mine, act-now
    await createDraft(scope, madeUpCase({ unread: ["x"] })); // CC-0002: mine, unread line
    await createDraft(scope, madeUpCase()); // CC-0003: mine, nothing urgent
    await createDraft(other.scope, urgent); // CC-0004: another's
    for (const due of ["2020-01-01", "2999-01-01"]) {
      const { reference } = await createDraft(scope, { ...madeUpCase(), localReference: "x" }); // CC-0005 due, CC-0006 not yet
      await signReview(scope, reference, { baseVersion: 1, acknowledged: [] });
      await setFollowUp(scope, reference, due);
    }
    await archiveReview(scope, (await createDraft(scope, urgent)).reference); // CC-0007
    const view = async (name: WorklistQuery["view"]) => (await references(scope, { view: name })).sort();
    expect(await view("needs-me")).toEqual(["CC-0001", "CC-0002", "CC-0005"]);
    expect(await view("drafts")).toEqual(["CC-0001", "CC-0002", "CC-0003", "CC-0004"]);
    expect(await view("signed")).toEqual(["CC-0005", "CC-0006"]);
    expect(await view("follow-up")).toEqual(["CC-0005"]);
    expect(await view("all")).toEqual(["CC-0001", "CC-0002", "CC-0003", "CC-0004", "CC-0005", "CC-0006"]);
    expect(await view("archived")).toEqual(["CC-0007"]);
    expect(await countViews(scope, WorklistQuery.parse({}))).toEqual({
      "needs-me": 3,
      drafts: 4,
      signed: 2,
      "follow-up": 1,
      all: 6,
      archived: 1,
    });
  });
});

describe("search", () => {
  it("finds references and drugs by their parts, and takes every sign as it is written", async () => {
    const { scope } = await madeUpClinic();
    await createDraft(scope, { ...madeUpCase({ drugs: ["furosemide", "Salbutamol"] }), localReference: "100%_A\\B" });
    await createDraft(scope, { ...madeUpCase({ drugs: ["furosemide"] }), localReference: "1000" });
    expect(await references(scope, { search: "UROSEM salbu" })).toEqual(["CC-0001"]);
    expect(await references(scope, { search: "cc-0002" })).toEqual(["CC-0002"]);
    expect(await references(scope, { search: "100%" })).toEqual(["CC-0001"]);
    expect(await references(scope, { search: "%_a" })).toEqual(["CC-0001"]);
    expect(await references(scope, { search: "a\\b" })).toEqual(["CC-0001"]);
    expect(await references(scope, { search: "_" })).toEqual(["CC-0001"]);
    expect(await references(scope, { search: "zaro" })).toEqual([]);
    expect(await references(scope, { search: "' OR 1=1 --" })).toEqual([]);
    expect(await references(scope, { search: "\u0000" })).toHaveLength(2);
  });
});

describe("sorting and filters", () => {
  it("order by any column, with what is missing last", async () => {
    const { scope } = await madeUpClinic();
    const cases: Parameters<typeof madeUpCase>[0][] = [
      { birthYear: 1980, findings: [{ priority: "info" }], perWeek: null },
      { birthYear: null, findings: [{ priority: "act-now" }], unread: ["x"] },
      { birthYear: 1940, findings: [] },
    ];
    for (const wanted of cases) await createDraft(scope, madeUpCase(wanted));
    const sorted = (column: WorklistQuery["sort"]["column"], descending = false) =>
      references(scope, { sort: { column, descending } });
    expect(await sorted("reference")).toEqual(["CC-0001", "CC-0002", "CC-0003"]);
    expect(await sorted("reference", true)).toEqual(["CC-0003", "CC-0002", "CC-0001"]);
    expect(await sorted("patient")).toEqual(["CC-0003", "CC-0001", "CC-0002"]);
    expect(await sorted("patient", true)).toEqual(["CC-0001", "CC-0003", "CC-0002"]);
    expect(await sorted("highest", true)).toEqual(["CC-0002", "CC-0001", "CC-0003"]);
    expect((await sorted("unread", true))[0]).toBe("CC-0002");
    for (const column of ["cramps", "open", "status", "due", "updated", "author"] as const)
      expect(await sorted(column)).toHaveLength(3);
    expect(await references(scope, { filters: filters({ priorities: ["act-now", "info"] }) })).toHaveLength(2);
    expect(await references(scope, { filters: filters({ unreadOnly: true }) })).toEqual(["CC-0002"]);
    expect(await references(scope, { filters: filters({ sex: "male" }) })).toEqual([]);
    expect(await references(scope, { filters: filters({ authorId: scope.userId, statuses: ["draft"] }) })).toHaveLength(
      3,
    );
  });
});

describe("5,000 reviews", () => {
  let scope: Scope;
  beforeAll(async () => {
    scope = (await madeUpClinic()).scope;
    const { id } = await createDraft(scope, madeUpCase({ findings: [{ priority: "act-now" }], drugs: ["furosemide"] }));
    // Copied in the database; only what the worklist looks at differs.
    await sql(
      database.url(),
      `
      INSERT INTO "Review" ("id", "organisationId", "number", "input", "patientCase", "result", "knowledgeVersion", "authorId", "chosenLabs", "acknowledged", "birthYear", "priorityRank", "searchText", "updatedAt")
      SELECT 'copy-' || n, "organisationId", n, "input", "patientCase", "result", "knowledgeVersion", "authorId", '{}', '{}', 1930 + n % 70, n % 5,
             'cc-' || n || E'\\n' || CASE WHEN n % 50 = 0 THEN 'atorvastatin' ELSE 'furosemide' END, now() - make_interval(mins => n)
      FROM "Review", generate_series(2, 5000) n WHERE "id" = $1`,
      [id],
    );
    await sql(database.url(), "ANALYZE");
  }, 600_000);

  it("answer with one page, each once over all pages, and open no case", async () => {
    const first = await page(scope);
    expect(first.total).toBe(5_000);
    expect(first.rows).toHaveLength(50);
    const seen = new Set<string>();
    for (let number = 1; number <= 50; number++)
      for (const reference of await references(scope, {
        page: number,
        pageSize: 100,
        sort: { column: "highest", descending: true },
      }))
        seen.add(reference);
    expect(seen.size).toBe(5_000);
    expect((await page(scope, { search: "atorva" })).total).toBe(100);
    expect((await page(scope, { page: 51, pageSize: 100 })).rows).toEqual([]);
  });

  it("read the newest page from an index, not the whole table", async () => {
    const plan = await sql<{ "QUERY PLAN": string }>(
      database.url(),
      `EXPLAIN SELECT "id" FROM "Review" WHERE "organisationId" = $1 AND "status" = 'draft' ORDER BY "updatedAt" DESC, "id" LIMIT 50`,
      [scope.organisationId],
    );
    const text = plan.map((line) => line["QUERY PLAN"]).join("\n");
    expect(text).toMatch(/Index.* Scan using "Review_organisationId_/);
    expect(text).not.toMatch(/Seq Scan|Sort/);
  });

  it("take as few queries as five do, and fetch the page's rows only", async () => {
    const small = (await madeUpClinic()).scope;
    for (let index = 0; index < 5; index++) await createDraft(small, madeUpCase());
    const spy = vi.spyOn(pg.Client.prototype, "query");
    const queriesFor = async (of: Scope) => {
      spy.mockClear();
      await page(of);
      const statements = spy.mock.calls.map(([statement]) => JSON.stringify(statement));
      expect(statements.filter((statement) => /patientCase|signedDocument/.test(statement))).toEqual([]);
      const lists = statements.filter((statement) => statement.includes("priorityRank") && !/count/i.test(statement));
      expect(lists).toHaveLength(1);
      expect(lists[0]).toMatch(/LIMIT/);
      return statements.length;
    };
    const [many, few] = [await queriesFor(scope), await queriesFor(small)];
    spy.mockRestore();
    expect(many).toBe(few);
    expect(many).toBeLessThanOrEqual(5);
  });
});
