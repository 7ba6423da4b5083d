// The process that serves the pages: Next behind our own HTTP server, because Next's own neither finishes what it has accepted
// when it is told to stop, nor answers TRACE or an address that cannot be decoded with anything but 500.
// node scripts/start/page-server.mjs HOST PORT
import next from "next";
import { serve } from "./serve.mjs";

const [hostname = "127.0.0.1", port = "3000"] = process.argv.slice(2);
const app = next({ dev: false, hostname, port: Number(port) });
await app.prepare();
serve(app.getRequestHandler(), {
  hostname,
  port: Number(port),
  https: (process.env.NEXTAUTH_URL ?? "").startsWith("https:"),
  done: () => void app.close().finally(() => process.exit(0)),
}).once("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
