import { existsSync } from "node:fs";
import { z } from "zod";
import { AppError, isErrorCode } from "@/lib/domain/errors";
import { dataPath } from "@/lib/terminology/data-path";
import { WorkerPool } from "./pool";
import { TASKS, type Answer, type Given, type TaskName } from "./tasks";

/** Made by `npm start` from lib/offload/worker.ts, beside the pages. */
const BUILT = [".next", "offload-worker.mjs"] as const;
/** From the sources where nothing is built: tests and development. */
const FROM_SOURCE = `require("tsx/cjs/api").register(); require(process.env.CRAMPCHECK_WORKER);`;

/** Text of this length is read in some tens of milliseconds however bad it is (bench, “Hostile texts”): not worth a thread. */
const SMALL = 2_000;
const LIMIT_MS = 30_000;
/** Each loads the tables of names for itself (docs/performance.md). */
const WORKERS = 2;
const MOST_WAITING = 100;
const HEAP_MB = 768;

/** One pool a process, also where a bundler makes several copies of this module. */
const shared: typeof globalThis & { crampcheckPool?: WorkerPool } = globalThis;

function pool(): WorkerPool {
  shared.crampcheckPool ??= new WorkerPool({
    make: makeWorker,
    size: WORKERS,
    limitMs: Number(process.env.CRAMPCHECK_WORK_LIMIT_MS ?? LIMIT_MS),
    mostWaiting: Number(process.env.CRAMPCHECK_WORK_WAITING ?? MOST_WAITING),
  });
  return shared.crampcheckPool;
}

function makeWorker() {
  // Asked for at run time, so that no bundler takes the path for a module of its own.
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const resourceLimits = { maxOldGenerationSizeMb: HEAP_MB };
  const built = dataPath(...BUILT);
  if (process.env.NODE_ENV === "production" && existsSync(built)) return new Worker(built, { resourceLimits });
  const source = dataPath("lib", "offload", "worker.ts");
  return new Worker(FROM_SOURCE, { eval: true, resourceLimits, env: { ...process.env, CRAMPCHECK_WORKER: source } });
}

/**
 * Does what may take long off the event loop, with a time limit, so that everybody else is answered meanwhile.
 * @throws AppError what the work itself throws; `too-slow` where it takes too long, `busy` where too many wait
 */
export async function offload<Name extends TaskName>(task: Name, given: Given<Name>): Promise<Answer<Name>> {
  try {
    return (await pool().run({ task, given })) as Answer<Name>;
  } catch (error) {
    throw ownError(error);
  }
}

const Coded = z.object({ code: z.string(), message: z.string() });

/**
 * The pool is one for the process, and a bundler makes several copies of this module and of `AppError`: an error of another
 * copy is none of this one's, and would be answered as a failure of ours.
 */
function ownError(error: unknown): unknown {
  const coded = Coded.safeParse(error);
  if (error instanceof AppError || !coded.success || !isErrorCode(coded.data.code)) return error;
  return new AppError(coded.data.code, coded.data.message);
}

/** As `offload`, but here where the given text is small: for what people wait for while they type. */
export async function offloadUnlessSmall<Name extends "read" | "review">(
  task: Name,
  given: Given<Name>,
): Promise<Answer<Name>> {
  return JSON.stringify(given.input).length <= SMALL ? TASKS[task](given) : offload(task, given);
}

/** Ends the workers: for tests, and when the server stops. */
export async function endOffload(): Promise<void> {
  await shared.crampcheckPool?.end();
  delete shared.crampcheckPool;
}
