import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

const PATIENCE_MS = 3_000;

/** Waits a moment for a port that a server just killed still holds, then throws a sentence that says what to do. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  let problem = "";
  for (let waited = 0; waited <= PATIENCE_MS; waited += 150) {
    problem = await portProblem(host, port);
    if (problem === "") return;
    if (problem !== "EADDRINUSE") break;
    await wait(150);
  }
  if (problem === "EADDRINUSE")
    throw new Error(
      `Port ${port} on ${host} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
    );
  if (problem === "EACCES")
    throw new Error(`Port ${port} may not be used by this account. Choose one above 1023: PORT=3000 npm start`);
  throw new Error(`It cannot listen on ${host}:${port} (${problem}). Check HOST and PORT.`);
}

function portProblem(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve("")));
  });
}
