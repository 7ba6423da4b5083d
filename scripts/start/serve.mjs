import { createServer } from "node:http";

/** Methods that a browser or a probe may use; Next itself fails on TRACE, which no Request may carry. */
const METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];
/** An address that no page has: Next answers it with its page for what does not exist. */
const NOWHERE = "/no-such-address";
const HSTS = "max-age=63072000; includeSubDomains";
const DRAIN_MS = 25_000;

/** What is refused before Next sees it; the same codes and sentences as lib/domain/errors.ts (a test compares them). */
export const REFUSALS = {
  "bad-method": { status: 405, sentence: "This address does not answer that method. Nothing was changed." },
  "not-found": { status: 404, sentence: "We cannot show this. It does not exist or belongs to another organisation." },
};

/**
 * Serves `handle` over HTTP. At SIGTERM, SIGINT and SIGHUP it takes no new connection, lets every request that it has
 * accepted finish, tells its client that the connection ends with the answer, and then calls `done`; what is not finished
 * after `drainMs` is cut off.
 * @param {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => unknown} handle
 * @param {{ hostname: string, port: number, https: boolean, done: () => void, drainMs?: number }} options
 */
export function serve(handle, { hostname, port, https, done, drainMs = DRAIN_MS }) {
  /** @type {Set<import("node:http").ServerResponse>} */
  const running = new Set();
  let draining = false;

  const server = createServer((request, response) => {
    running.add(response);
    response.once("close", () => {
      running.delete(response);
      if (draining) server.closeIdleConnections();
    });
    if (draining) response.setHeader("Connection", "close");
    if (https) response.setHeader("Strict-Transport-Security", HSTS);
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    if (!METHODS.includes(request.method ?? "")) return refuse(response, "bad-method");
    if (!isAddress(path)) {
      if (path.startsWith("/api/")) return refuse(response, "not-found");
      request.url = NOWHERE;
    }
    return handle(request, response);
  });

  const drain = () => {
    if (draining) return;
    draining = true;
    const cut = setTimeout(() => server.closeAllConnections(), drainMs);
    server.close(() => {
      clearTimeout(cut);
      done();
    });
    for (const response of running) if (!response.headersSent) response.setHeader("Connection", "close");
    server.closeIdleConnections();
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, drain);
  server.listen(port, hostname);
  return server;
}

/** Whether a path can be decoded and holds no U+0000. */
export function isAddress(path) {
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}

/** One of the closed error codes, as every handler gives it. */
function refuse(response, code) {
  const { status, sentence } = REFUSALS[code];
  response.writeHead(status, {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    ...(code === "bad-method" ? { Allow: METHODS.join(", ") } : {}),
  });
  response.end(JSON.stringify({ error: { code, message: sentence } }));
}
