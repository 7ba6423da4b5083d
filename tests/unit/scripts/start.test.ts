import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contentHash } from "@/scripts/start/content-hash";
import { lockHolder, takeDataLock } from "@/scripts/start/data-lock";
import { whyInstall } from "@/scripts/start/ensure-dependencies.mjs";
import { requireFreePort } from "@/scripts/start/free-port";
import { refuseOldNode } from "@/scripts/start/node-version.mjs";
import { openDatabase } from "@/scripts/start/open-database";
import { ownSecret } from "@/scripts/start/own-secret";
import { launchSettings } from "@/scripts/start/settings";
import { freePort } from "@/scripts/test/started-app";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), "start-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));
const put = (name: string, content: string) => {
  mkdirSync(path.dirname(path.join(directory, name)), { recursive: true });
  writeFileSync(path.join(directory, name), content);
};

describe("Node", () => {
  it.each(["20.19.0", "20.20.2", "22.12.0", "24.0.0", "26.1.0"])("%s is new enough", (version) =>
    expect(() => refuseOldNode(version)).not.toThrow(),
  );
  it.each(["18.20.0", "20.18.3", "22.11.0", "23.4.0", "21.7.0"])("%s is refused with what is needed", (version) =>
    expect(() => refuseOldNode(version)).toThrow(/20\.19.*nodejs\.org/),
  );
});

describe("the installation", () => {
  const lock = (packages: object) => JSON.stringify({ packages });
  const wanted = {
    "": {},
    "node_modules/zod": { version: "4.6.7" },
    "node_modules/only-on-a-mac": { version: "1.0.0", optional: true },
  };

  it("is complete when each package of the lock file is there in its version, however old the files are", () => {
    put("package-lock.json", lock(wanted));
    put("node_modules/.package-lock.json", lock({ "node_modules/zod": { version: "4.6.7" } }));
    put("node_modules/zod/package.json", "{}");
    utimesSync(path.join(directory, "package-lock.json"), new Date(), new Date(Date.now() + 9e9));
    expect(whyInstall(directory)).toBeNull();
  });

  it.each([
    ["nothing is installed", undefined, true],
    ["a version differs", { "node_modules/zod": { version: "4.0.0" } }, true],
    ["one is missing", {}, true],
    ["a folder was deleted", { "node_modules/zod": { version: "4.6.7" } }, false],
  ])("is made again when %s", (_when, installed, folder) => {
    put("package-lock.json", lock(wanted));
    if (folder) put("node_modules/zod/package.json", "{}");
    if (installed !== undefined) put("node_modules/.package-lock.json", lock(installed));
    expect(whyInstall(directory)).toEqual(expect.any(String));
  });
});

describe("the hash of the sources", () => {
  it("changes with a content or a name and with nothing else", () => {
    put("app/a.ts", "1");
    put("lib/b.ts", "2");
    const hash = () => contentHash(directory, ["app", "lib", "not-there"]);
    const first = hash();
    put("elsewhere.ts", "3");
    utimesSync(path.join(directory, "app/a.ts"), 1, 1);
    expect(hash()).toBe(first);
    put("lib/b.ts", "3");
    expect(hash()).not.toBe(first);
    put("lib/b.ts", "2");
    expect(hash()).toBe(first);
    put("lib/c.ts", "");
    expect(hash()).not.toBe(first);
  });
});

describe("the data directory", () => {
  it("is held by one living process", () => {
    const lock = takeDataLock(directory);
    expect(() => takeDataLock(directory)).toThrow(new RegExp(`process ${process.pid}.*CRAMPCHECK_DATA`));
    lock.publishPort(5433);
    expect(lockHolder(directory)).toMatchObject({ pid: process.pid, databasePort: 5433 });
    lock.release();
    expect(lockHolder(directory)).toBeNull();
    takeDataLock(directory).release();
  });

  it.each([
    ["killed", { pid: 2_147_483_600, started: "x", databasePort: 1 }],
    ["killed, whose number another process has now", { pid: process.pid, started: "another boot:1", databasePort: 1 }],
  ])("is free again when its holder was %s", (_how, holder) => {
    put("lock", JSON.stringify(holder));
    expect(lockHolder(directory)).toBeNull();
    takeDataLock(directory).release();
  });

  it("is free when the lock is nonsense", () => {
    put("lock", "{");
    takeDataLock(directory).release();
  });

  it("keeps one secret that only its owner can read", () => {
    const secret = ownSecret(directory);
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(ownSecret(directory)).toBe(secret);
    expect(statSync(path.join(directory, "secret")).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(directory, "secret"), "utf8")).toBe(secret);
  });
});

describe("the settings", () => {
  const secret = "x".repeat(32);
  it("are loopback, port 3000 and the embedded database when nothing is set", () => {
    expect(launchSettings({})).toEqual({
      host: "127.0.0.1",
      port: 3000,
      publicUrl: "http://127.0.0.1:3000",
      dataDirectory: path.resolve(".data"),
      databaseUrl: null,
      ownerUrl: null,
    });
    expect(launchSettings({ HOST: "0.0.0.0", PORT: "8080" }).publicUrl).toBe("http://127.0.0.1:8080");
    expect(launchSettings({ HOST: "::1", PUBLIC_URL: "https://clinic.example/" }).publicUrl).toBe(
      "https://clinic.example",
    );
    expect(launchSettings({ DATABASE_URL: "postgresql://u:p@db/x", NEXTAUTH_SECRET: secret }).databaseUrl).toBe(
      "postgresql://u:p@db/x",
    );
  });

  it.each([
    [{ PORT: "abc" }, /PORT is “abc”/],
    [{ PORT: "0" }, /1 to 65535/],
    [{ PORT: "70000" }, /1 to 65535/],
    [{ PUBLIC_URL: "clinic" }, /PUBLIC_URL/],
    [{ PUBLIC_URL: "https://x.example/path" }, /without a path/],
    [{ DATABASE_URL: "mysql://x" }, /postgresql:\/\//],
    [{ DATABASE_URL: "postgresql://x" }, /NEXTAUTH_SECRET/],
    [{ DATABASE_URL: "postgresql://x", NEXTAUTH_SECRET: "short" }, /32 characters/],
  ])("that cannot be used are named: %j", (environment, sentence) =>
    expect(() => launchSettings(environment)).toThrow(sentence),
  );
});

describe("what is in the way", () => {
  it("a taken port is named with what to do", async () => {
    const port = await freePort();
    const server = createServer().listen(port, "127.0.0.1");
    await expect(requireFreePort("127.0.0.1", port)).rejects.toThrow(new RegExp(`Port ${port}.*PORT=${port + 1}`));
    await new Promise((resolve) => server.close(resolve));
    await requireFreePort("127.0.0.1", port);
  });

  it("a database that does not answer is named, its password is not", async () => {
    const port = await freePort();
    const refused = openDatabase({
      databaseUrl: `postgresql://clinic:hush@127.0.0.1:${port}/cc`,
      dataDirectory: directory,
    });
    await expect(refused).rejects.toThrow(
      new RegExp(`127\\.0\\.0\\.1:${port}/cc cannot be reached \\(ECONNREFUSED\\)`),
    );
    await expect(refused).rejects.not.toThrow(/hush/);
  });
});
