import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { ERROR_CODES } from "@/lib/domain/errors";
import { isAddress, REFUSALS } from "@/scripts/start/serve.mjs";

/** A server of its own process, as signals need: it answers `/slow` after 800 ms, anything else with its address at once. */
const SOURCE = (https: boolean, drainMs: number) => `
  import { serve } from "./scripts/start/serve.mjs";
  const server = serve((request, response) => {
    const answer = () => response.end(request.url);
    return request.url === "/slow" ? setTimeout(answer, 800) : request.url === "/never" ? undefined : answer();
  }, { hostname: "127.0.0.1", port: 0, https: ${https}, drainMs: ${drainMs}, done: () => process.exit(0) });
  server.once("listening", () => console.log(server.address().port));
`;

const children: ChildProcess[] = [];
afterEach(() => children.splice(0).forEach((child) => child.kill("SIGKILL")));

async function started(options: { https?: boolean; drainMs?: number } = {}) {
  const source = SOURCE(options.https ?? false, options.drainMs ?? 10_000);
  const child = spawn(process.execPath, ["--input-type=module", "-e", source], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  return { child, port: Number(port.toString()), exited: once(child, "exit") };
}

type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; body: string };
const ask = (port: number, path: string, options: { method?: string; agent?: Agent } = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { method = "GET", agent } = options;
    const sent = request({ host: "127.0.0.1", port, path, method, ...(agent ? { agent } : {}) }, (response) => {
      let body = "";
      response.on("data", (data: Buffer) => (body += data.toString()));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end();
  });

describe("a server that is told to stop", () => {
  it("finishes every request that it accepted, tells the clients that keep their connections, and takes no new one", async () => {
    const { child, port, exited } = await started();
    const agent = new Agent({ keepAlive: true, maxSockets: 20 });
    await Promise.all(Array.from({ length: 5 }, () => ask(port, "/fast", { agent })));
    const running = Array.from({ length: 10 }, () => ask(port, "/slow", { agent }));
    await new Promise((resolve) => setTimeout(resolve, 200));
    child.kill("SIGTERM");
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect(ask(port, "/fast")).rejects.toThrow();
    const answers = await Promise.all(running);
    expect(answers.map(({ status, body, headers }) => [status, body, headers.connection])).toEqual(
      answers.map(() => [200, "/slow", "close"]),
    );
    expect(await exited).toEqual([0, null]);
  });

  it("waits for no idle connection, and cuts off what does not finish in its time", async () => {
    const idle = await started();
    const agent = new Agent({ keepAlive: true });
    await ask(idle.port, "/fast", { agent });
    const before = Date.now();
    idle.child.kill("SIGTERM");
    await idle.exited;
    expect(Date.now() - before).toBeLessThan(3_000);
    const stuck = await started({ drainMs: 300 });
    const never = ask(stuck.port, "/never");
    await new Promise((resolve) => setTimeout(resolve, 200));
    stuck.child.kill("SIGTERM");
    await expect(never).rejects.toThrow();
    expect(await stuck.exited).toEqual([0, null]);
  });
});

describe("what is no request of a browser", () => {
  it.each(["TRACE", "PROPFIND", "PURGE"])("%s gets a closed code and not 500", async (method) => {
    const { port } = await started();
    const answer = await ask(port, "/reviews", { method });
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([405, { error: { code: "bad-method" } }]);
    expect(answer.headers.allow).toContain("GET");
  });

  it.each(["/reviews/%ff", "/reviews/CC-0001%00", "/%", "/api/reviews/%ff/sign", "/knowledge/classes/%E0%A4%A"])(
    "%s does not exist",
    async (path) => {
      const { port } = await started();
      const answer = await ask(port, path);
      const body = path.startsWith("/api/") ? (JSON.parse(answer.body) as unknown) : answer.body;
      expect(body).toEqual(
        path.startsWith("/api/") ? { error: { code: "not-found", message: expect.any(String) } } : "/no-such-address",
      );
    },
  );

  it.each(["/", "/reviews?view=100%", "/knowledge/classes/caf%C3%A9", "/_next/static/chunks/a%5Bb%5D.js"])(
    "%s reaches the pages as it came",
    async (path) => {
      const { port } = await started();
      expect((await ask(port, path)).body).toBe(path);
    },
  );

  it("is refused in the words of the closed error codes", () => {
    for (const code of ["bad-method", "not-found"] as const) expect(REFUSALS[code]).toEqual(ERROR_CODES[code]);
    expect(isAddress("/reviews/CC-0001")).toBe(true);
  });
});

it("behind https every file says so, those of /_next/static too; without https none does", async () => {
  const [behind, plain] = [await started({ https: true }), await started()];
  const header = async (port: number) =>
    (await ask(port, "/_next/static/chunks/main.js")).headers["strict-transport-security"];
  expect([await header(behind.port), await header(plain.port)]).toEqual([
    "max-age=63072000; includeSubDomains",
    undefined,
  ]);
});
