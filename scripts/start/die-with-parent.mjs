// Loaded first into every child (node --import): ends the process when the one that started it is gone, even by kill -9, so that
// the port and the data are free for the next start. Children of children load it through NODE_OPTIONS and follow in turn.
import { isMainThread } from "node:worker_threads";

if (isMainThread) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(143);
  }, 200).unref();
}
