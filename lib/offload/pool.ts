import type { Worker } from "node:worker_threads";
import { AppError } from "@/lib/domain/errors";
import type { AnswerMessage, WorkMessage } from "./messages";

export interface PoolOptions {
  make: () => Worker;
  /** Workers at most; the second is made when the first is busy. */
  size: number;
  /** How long one piece of work may take, once it is begun. Then its worker is ended and a new one made. */
  limitMs: number;
  /** How many may wait. */
  mostWaiting: number;
}

interface Job {
  message: WorkMessage;
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}

interface Seat {
  worker: Worker;
  job: Job | null;
  timer: NodeJS.Timeout | null;
}

/** Workers that do one piece of work at a time each, first come, first served. */
export class WorkerPool {
  private readonly seats: Seat[] = [];
  private readonly waiting: Job[] = [];

  constructor(private readonly options: PoolOptions) {}

  /** Throws `too-slow` where it takes longer than the limit or more memory than there is, `busy` where too many wait. */
  run(message: WorkMessage): Promise<unknown> {
    if (this.waiting.length >= this.options.mostWaiting) return Promise.reject(new AppError("busy"));
    return new Promise((resolve, reject) => {
      this.waiting.push({ message, resolve, reject });
      this.next();
    });
  }

  async end(): Promise<void> {
    await Promise.all(this.seats.splice(0).map(({ worker }) => worker.terminate()));
  }

  private next(): void {
    if (this.waiting.length === 0) return;
    const seat = this.seats.find(({ job }) => job === null) ?? this.newSeat();
    const job = seat === null ? undefined : this.waiting.shift();
    if (seat === null || job === undefined) return;
    seat.job = job;
    seat.worker.ref();
    try {
      seat.worker.postMessage(job.message);
    } catch (error) {
      // What is no plain data cannot be sent: that work fails, and the worker is free for the next.
      this.free(seat);
      job.reject(error instanceof Error ? error : new AppError("internal"));
      this.next();
      return;
    }
    // A worker that is only just made loads its tables first; that is not the fault of the text.
    seat.timer = setTimeout(() => this.lose(seat, new AppError("too-slow")), this.options.limitMs);
  }

  private newSeat(): Seat | null {
    if (this.seats.length >= this.options.size) return null;
    const seat: Seat = { worker: this.options.make(), job: null, timer: null };
    this.seats.push(seat);
    seat.worker.unref();
    seat.worker.on("message", (answer: AnswerMessage) => this.answered(seat, answer));
    seat.worker.on("error", (error: Error & { code?: string }) =>
      this.lose(seat, error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new AppError("too-slow") : new AppError("internal")),
    );
    seat.worker.on("exit", () => this.lose(seat, new AppError("internal")));
    return seat;
  }

  private answered(seat: Seat, answer: AnswerMessage): void {
    const { job } = seat;
    this.free(seat);
    if (answer.ok) job?.resolve(answer.answer);
    else {
      if (answer.code === null) console.error("work failed:", job?.message.task, answer.message);
      job?.reject(answer.code === null ? new AppError("internal") : new AppError(answer.code, answer.message));
    }
    this.next();
  }

  /** Ends a worker that is stuck or died; its work fails, what waits goes on with another. */
  private lose(seat: Seat, error: AppError): void {
    const at = this.seats.indexOf(seat);
    if (at === -1) return;
    this.seats.splice(at, 1);
    const { job } = seat;
    this.free(seat);
    void seat.worker.terminate();
    job?.reject(error);
    this.next();
  }

  private free(seat: Seat): void {
    if (seat.timer !== null) clearTimeout(seat.timer);
    seat.timer = null;
    seat.job = null;
    seat.worker.unref();
  }
}
