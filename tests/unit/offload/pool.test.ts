import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, it, vi } from "vitest";
import { WorkerPool } from "@/lib/offload/pool";

/** A worker that does what its message says; it loads nothing. */
const ECHO = `
  const { parentPort, threadId } = require("node:worker_threads");
  parentPort.on("message", ({ task, given }) => {
    if (task === "hang") for (;;) {}
    if (task === "die") process.exit(3);
    if (task === "throw") throw new Error("furosemide");
    if (task === "refuse") return parentPort.postMessage({ ok: false, code: "bad-input", message: "no" });
    if (task === "fail") return parentPort.postMessage({ ok: false, code: null, message: "TypeError at x.ts:1" });
    parentPort.postMessage({ ok: true, answer: [given, threadId] });
  });`;

let pool: WorkerPool;
const made = vi.fn(() => new Worker(ECHO, { eval: true }));
function start(size = 1, limitMs = 2_000, mostWaiting = 10) {
  made.mockClear();
  pool = new WorkerPool({ make: made, size, limitMs, mostWaiting });
  return pool;
}
const run = (task: string, given?: unknown) => pool.run({ task, given });

afterEach(() => pool.end());

describe("work off the event loop", () => {
  it("fails the work that is no plain data, and goes on with the next", async () => {
    pool = new WorkerPool({ make: () => new Worker(ECHO, { eval: true }), size: 1, limitMs: 60_000, mostWaiting: 10 });
    await expect(pool.run({ task: "echo", given: () => 1 })).rejects.toThrow("could not be cloned");
    expect(await pool.run({ task: "echo", given: 2 })).toEqual([2, expect.any(Number)]);
  });

  it("answers, one after the other, from one worker", async () => {
    start();
    const answers = await Promise.all([1, 2, 3].map((given) => run("echo", given)));
    expect(answers.map((answer) => (answer as unknown[])[0])).toEqual([1, 2, 3]);
    expect(made).toHaveBeenCalledTimes(1);
  });

  it("ends what takes longer than the limit, says so, and goes on with what waits", async () => {
    start();
    const [hung, next] = await Promise.allSettled([run("hang"), run("echo", "next")]);
    expect(hung).toMatchObject({ status: "rejected", reason: { code: "too-slow", status: 422 } });
    expect(next).toMatchObject({ status: "fulfilled" });
  });

  it("keeps the event loop free while a worker hangs", async () => {
    start();
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 20);
    await run("hang").catch(() => undefined);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(10);
  });

  it("lets others be read while one hangs", async () => {
    start(2);
    const hung = run("hang").catch(() => "ended");
    expect(await Promise.race([hung, run("echo", "other")])).not.toBe("ended");
    await hung;
  });

  it("outlives a worker that dies or throws", async () => {
    start();
    await expect(run("die")).rejects.toMatchObject({ code: "internal" });
    await expect(run("throw")).rejects.toMatchObject({ code: "internal" });
    await expect(run("echo", 1)).resolves.toBeTruthy();
  });

  it("hands on a closed error with its words, and anything else as internal, logged by its place", async () => {
    start();
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await expect(run("refuse")).rejects.toMatchObject({ code: "bad-input", message: "no" });
    await expect(run("fail")).rejects.toMatchObject({ code: "internal" });
    expect(log.mock.calls).toEqual([["work failed:", "fail", "TypeError at x.ts:1"]]);
    log.mockRestore();
  });

  it("refuses at once when too many wait", async () => {
    start(1, 2_000, 2);
    const running = [run("hang"), run("echo"), run("echo")].map((work) => work.catch(() => undefined));
    await expect(run("echo")).rejects.toMatchObject({ code: "busy", status: 503 });
    await Promise.all(running);
  });
});
