import type { PGlite } from "@electric-sql/pglite";

const TERMINATE = 0x58;
const READY_FOR_QUERY = 0x5a;
const SYNC = Uint8Array.of(0x53, 0, 0, 0, 4);

type Waiting = {
  client: number;
  message: Uint8Array;
  onData: (data: Uint8Array) => void;
  resolve: (bytes: number) => void;
  reject: (error: unknown) => void;
};

/**
 * Whose turn it is on the one session of the embedded database. A client keeps its turn from its first message until the
 * server says "ready, no transaction open": the queue that ships with pglite-socket lets another client in between
 * Parse and Bind, where it can replace the unnamed statement, and stands still for good after one thrown error.
 */
export class SessionTurns {
  private readonly waiting: Waiting[] = [];
  private owner: number | null = null;
  private status: "idle" | "in-transaction" = "idle";
  private running = false;

  constructor(private readonly database: PGlite) {}

  /** Runs one protocol message in its client's turn; resolves with the number of bytes answered. */
  enqueue(client: number, message: Uint8Array, onData: (data: Uint8Array) => void): Promise<number> {
    if (message[0] === TERMINATE) return Promise.resolve(0);
    return new Promise((resolve, reject) => {
      this.waiting.push({ client, message, onData, resolve, reject });
      void this.run();
    });
  }

  getQueueLength(): number {
    return this.waiting.length;
  }

  /** Forgets what a client that has gone away still wanted. */
  clearQueueForHandler(client: number): void {
    for (let index = this.waiting.length - 1; index >= 0; index--) {
      if (this.waiting[index]?.client === client)
        this.waiting.splice(index, 1)[0]?.reject(new Error("The client has gone away."));
    }
  }

  /** Ends the turn of a client that has gone away, with a rollback of what it left open. */
  async clearTransactionIfNeeded(client: number): Promise<void> {
    if (this.owner !== client) return;
    await this.whenStill();
    if (this.owner !== client) return;
    this.running = true;
    try {
      await this.send(SYNC, () => undefined);
      if (this.status === "in-transaction") await this.database.exec("ROLLBACK");
    } finally {
      this.running = false;
      this.endTurn();
      void this.run();
    }
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    for (let next = this.takeNext(); next !== null; next = this.takeNext()) {
      this.owner = next.client;
      try {
        next.resolve(await this.send(next.message, next.onData));
      } catch (error) {
        this.endTurn();
        next.reject(error);
      }
    }
    this.running = false;
  }

  private takeNext(): Waiting | null {
    const index = this.owner === null ? 0 : this.waiting.findIndex((entry) => entry.client === this.owner);
    return index < 0 ? null : (this.waiting.splice(index, 1)[0] ?? null);
  }

  private async send(message: Uint8Array, onData: (data: Uint8Array) => void): Promise<number> {
    let bytes = 0;
    let tail = new Uint8Array(0);
    await this.database.runExclusive(() =>
      this.database.execProtocolRawStream(message, {
        onRawData: (data) => {
          bytes += data.length;
          tail = lastBytes(tail, data, 6);
          onData(data);
        },
      }),
    );
    this.readStatus(tail);
    return bytes;
  }

  /** An answer that is complete ends with ReadyForQuery: `Z`, length 5, and `I` for idle, `T` or `E` inside a transaction. */
  private readStatus(tail: Uint8Array): void {
    if (tail.length < 6 || tail[0] !== READY_FOR_QUERY || tail[4] !== 5) return;
    this.status = tail[5] === 0x49 ? "idle" : "in-transaction";
    if (this.status === "idle") this.endTurn();
  }

  private endTurn(): void {
    this.owner = null;
    this.status = "idle";
  }

  private async whenStill(): Promise<void> {
    while (this.running) await new Promise((resolve) => setImmediate(resolve));
  }
}

function lastBytes(before: Uint8Array, data: Uint8Array, count: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...before, ...data.slice(-count)].slice(-count));
}
