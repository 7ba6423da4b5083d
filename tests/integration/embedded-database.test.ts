import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDraft, getReview } from "@/lib/store/reviews/reviews";
import { startEmbeddedDatabase, type EmbeddedDatabase } from "@/scripts/start/embedded/embedded-database";
import { madeUpClinic } from "./support/made-up";
import { madeUpCase } from "./support/made-up-case";
import { databaseForTests } from "./support/test-database";

const database = databaseForTests();

async function client(url = database.url()): Promise<Client> {
  const connected = new Client({ connectionString: url });
  connected.on("error", () => undefined);
  await connected.connect();
  return connected;
}

describe("one failed query", () => {
  it.each([
    ["a mistake in the SQL", "SELEC 1"],
    ["a division by zero", "SELECT 1/0"],
    ["a broken constraint", `INSERT INTO "User" ("id") VALUES ('x')`],
    ["a change of a record", `UPDATE "AuditEvent" SET "action" = 'x'`],
  ])("does not harm the next client, nor its own: %s", async (_what, statement) => {
    const { scope } = await madeUpClinic();
    const [first, second] = [await client(), await client()];
    await expect(first.query(statement, [])).rejects.toThrow();
    expect((await second.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
    expect((await first.query("SELECT $1::int AS two", [2])).rows).toEqual([{ two: 2 }]);
    expect((await createDraft(scope, madeUpCase())).reference).toBe("CC-0001");
    await Promise.all([first.end(), second.end()]);
  });

  it("inside a transaction leaves nothing of it, and the next client is not inside it", async () => {
    const { scope } = await madeUpClinic();
    const [first, second] = [await client(), await client()];
    await first.query("BEGIN");
    await first.query('UPDATE "Organisation" SET "name" = \'half\' WHERE "id" = $1', [scope.organisationId]);
    await expect(first.query("SELECT 1/0")).rejects.toThrow();
    const waiting = second.query<{ name: string }>('SELECT "name" FROM "Organisation" WHERE "id" = $1', [
      scope.organisationId,
    ]);
    await expect(first.query("SELECT 1")).rejects.toThrow(/aborted/);
    await first.query("ROLLBACK");
    expect((await waiting).rows).toEqual([{ name: "Clinic" }]);
    await Promise.all([first.end(), second.end()]);
  });
});

describe("clients at the same time", () => {
  it("get their own answers, also when their statements interleave", async () => {
    const clients = await Promise.all(Array.from({ length: 8 }, () => client()));
    const answers = await Promise.all(
      clients.flatMap((one, who) =>
        Array.from(
          { length: 20 },
          async (_, turn) =>
            (await one.query<{ who: number; turn: number }>("SELECT $1::int AS who, $2::int AS turn", [who, turn]))
              .rows[0],
        ),
      ),
    );
    expect(answers).toEqual(clients.flatMap((_, who) => Array.from({ length: 20 }, (__, turn) => ({ who, turn }))));
    await Promise.all(clients.map((one) => one.end()));
  });

  it("do not see each other's unfinished transactions", async () => {
    const { scope } = await madeUpClinic();
    const rename = async (name: string) => {
      const one = await client();
      await one.query("BEGIN");
      const before = await one.query<{ name: string }>('SELECT "name" FROM "Organisation" WHERE "id" = $1 FOR UPDATE', [
        scope.organisationId,
      ]);
      await one.query('UPDATE "Organisation" SET "name" = $2 WHERE "id" = $1', [
        scope.organisationId,
        `${before.rows[0]?.name}${name}`,
      ]);
      await one.query("COMMIT");
      await one.end();
    };
    await Promise.all(["a", "b", "c", "d", "e", "f"].map(rename));
    const one = await client();
    const { rows } = await one.query<{ name: string }>('SELECT "name" FROM "Organisation" WHERE "id" = $1', [
      scope.organisationId,
    ]);
    expect([...(rows[0]?.name ?? "").replace("Clinic", "")].sort().join("")).toBe("abcdef");
    await one.end();
  });
});

describe("a client that goes away", () => {
  it("in the middle of a transaction takes it back, and nobody waits for it", async () => {
    const { scope } = await madeUpClinic();
    const lost = await client();
    await lost.query("BEGIN");
    await lost.query('UPDATE "Organisation" SET "name" = \'lost\' WHERE "id" = $1', [scope.organisationId]);
    const draft = createDraft(scope, madeUpCase());
    Reflect.get(lost, "connection").stream.destroy();
    expect(await getReview(scope, (await draft).reference)).not.toBeNull();
    const one = await client();
    expect((await one.query('SELECT "name" FROM "Organisation" WHERE "id" = $1', [scope.organisationId])).rows).toEqual(
      [{ name: "Clinic" }],
    );
    await one.end();
  });
});

describe("the embedded server itself", () => {
  let embedded: EmbeddedDatabase;
  beforeAll(async () => {
    embedded = await startEmbeddedDatabase("memory");
  }, 600_000);
  afterAll(() => embedded.stop());

  it("survives what is no PostgreSQL at all, and half a message", async () => {
    for (const bytes of ["GET / HTTP/1.1\r\nHost: x\r\n\r\n", "\u0000\u0000\u0000\u0008", "\u0000\u0000"]) {
      const socket = connect(embedded.port, "127.0.0.1");
      socket.on("error", () => undefined);
      socket.write(bytes, "latin1");
      await wait(20);
      socket.destroy();
    }
    const one = await client(embedded.url);
    expect((await one.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
    await one.end();
  });

  it("drops the half-sent statement of a client that vanished between Parse and Sync", async () => {
    const one = await client(embedded.url);
    const parse = Buffer.from("P\0\0\0\x10\0SELECT 1\0\0\0", "latin1");
    parse.writeInt32BE(parse.length - 1, 1);
    const socket = connect(embedded.port, "127.0.0.1");
    const startup = Buffer.from("\0\0\0\0\0\x03\0\0user\0postgres\0database\0postgres\0\0", "latin1");
    startup.writeInt32BE(startup.length, 0);
    socket.write(startup);
    await new Promise((resolve) => socket.once("data", resolve));
    socket.write(parse);
    await wait(50);
    const waiting = one.query("SELECT 2 AS two");
    socket.destroy();
    expect((await waiting).rows).toEqual([{ two: 2 }]);
    await one.end();
  });
});
