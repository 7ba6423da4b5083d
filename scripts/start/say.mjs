/** Prints a line for the person who started the program. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Ends the program with a sentence that says what to do; the trace only where asked for. */
export function fail(error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`\nCrampCheck could not start. ${message}\n`);
  if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}
