import type { ErrorCode } from "@/lib/domain/errors";

/** What goes to a worker: one piece of work at a time. */
export interface WorkMessage {
  task: string;
  given: unknown;
}

/** What comes back. An error that is none of the closed codes comes without its text, which may quote the case. */
export type AnswerMessage = { ok: true; answer: unknown } | { ok: false; code: ErrorCode | null; message: string };
