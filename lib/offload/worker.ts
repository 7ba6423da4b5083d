import { parentPort } from "node:worker_threads";
import { AppError } from "@/lib/domain/errors";
import { warmUp } from "@/lib/intake/warm-up";
import type { AnswerMessage, WorkMessage } from "./messages";
import { placeOf } from "./place-of";
import { TASKS } from "./tasks";

/** The thread that reads and prints. Names, codes and knowledge are loaded once, before the first piece of work. */
warmUp();

const tasks = new Map<string, (given: never) => unknown>(Object.entries(TASKS));

async function answerTo({ task, given }: WorkMessage): Promise<AnswerMessage> {
  try {
    const work = tasks.get(task);
    if (work === undefined) return { ok: false, code: null, message: "unknown task" };
    return { ok: true, answer: await work(given as never) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, code: error.code, message: error.message };
    return { ok: false, code: null, message: placeOf(error) };
  }
}

parentPort?.on("message", (message: WorkMessage) => {
  void answerTo(message).then((answer) => parentPort?.postMessage(answer));
});
