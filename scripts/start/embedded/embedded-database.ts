import { mkdirSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketHandler } from "@electric-sql/pglite-socket";
import { SessionTurns } from "./session-turns";

export type EmbeddedDatabase = { url: string; port: number; stop: () => Promise<void> };

/**
 * Starts PostgreSQL (PGlite) in this process and serves its wire protocol on loopback, so that the application connects as
 * to any server.
 * @param directory where the data lies, or `memory` for a throw-away database
 * @param port 0 lets the system choose
 */
export async function startEmbeddedDatabase(directory: string | "memory", port = 0): Promise<EmbeddedDatabase> {
  if (directory !== "memory") mkdirSync(directory, { recursive: true, mode: 0o700 });
  const database = directory === "memory" ? new PGlite() : new PGlite(directory);
  await database.waitReady;
  const turns = new SessionTurns(database);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => void serve(socket, turns, sockets));
  const actualPort = await listen(server, port);
  return {
    port: actualPort,
    url: `postgresql://postgres@127.0.0.1:${actualPort}/postgres?sslmode=disable`,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
      await database.close();
    },
  };
}

async function serve(socket: Socket, turns: SessionTurns, sockets: Set<Socket>): Promise<void> {
  sockets.add(socket);
  socket.once("close", () => sockets.delete(socket));
  const handler = new PGLiteSocketHandler({ queryQueue: asQueue(turns), closeOnDetach: true });
  handler.addEventListener("error", () => socket.destroy());
  await handler.attach(socket);
}

function asQueue(turns: SessionTurns): ConstructorParameters<typeof PGLiteSocketHandler>[0]["queryQueue"] {
  // The handler's type names a class with private fields; it calls only the four methods that SessionTurns has.
  return turns as unknown as ConstructorParameters<typeof PGLiteSocketHandler>[0]["queryQueue"];
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
