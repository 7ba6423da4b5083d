import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { AppError, ERROR_CODES, type ErrorCode } from "@/lib/domain/errors";
import { parseCommand, USAGE, type Command } from "./crampcheck/command";
import { answerPanel } from "./crampcheck/panel";
import { answerRead } from "./crampcheck/read";
import { answerReview, renderReview } from "./crampcheck/review";
import { parseJson } from "./crampcheck/parse-json";
import { answerVerify } from "./crampcheck/verify";
import { answerLines, readAll, write } from "./crampcheck/streams";

/** The local calendar date of the machine: what `asOf` is where a case gives none. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join(
    "-",
  );
}

async function runFhirRead(ndjson: boolean): Promise<boolean> {
  const { answerFhirRead, fhirOfLine } = await import("./crampcheck/fhir");
  const options = { knowledge: loadKnowledge(), today: today() };
  if (!ndjson) {
    const reading = answerFhirRead(await readAll(), options);
    await write(`${JSON.stringify(reading)}\n`);
    return reading.patients < 2;
  }
  return answerLines((value) => {
    const { id, text } = fhirOfLine(value);
    return { id, ...answerFhirRead(text, options) };
  });
}

async function runRead(command: Extract<Command, { name: "read" }>): Promise<boolean> {
  if (command.from === "fhir") return runFhirRead(command.ndjson);
  const options = {
    kind: command.kind,
    today: today(),
    knowledge: command.kind === "conditions" || command.kind === "symptoms" ? loadKnowledge() : null,
  };
  if (command.ndjson) return answerLines((value) => answerRead(value, options));
  await write(`${JSON.stringify(answerRead({ text: await readAll() }, options))}\n`);
  return true;
}

async function runReview(command: Extract<Command, { name: "review" }>): Promise<boolean> {
  const options = { knowledge: loadKnowledge(), today: today() };
  const { answerFhirReview, fhirOfLine } = await import("./crampcheck/fhir");
  if (command.ndjson)
    return answerLines((value) => {
      if (command.from === "case") return answerReview(value, options).review;
      const { id, text } = fhirOfLine(value);
      return answerFhirReview(text, options, id).review;
    });
  const text = await readAll();
  const reviewed = command.from === "fhir" ? answerFhirReview(text, options) : answerReview(parseJson(text), options);
  await write(await renderReview(reviewed, command, new Date().toISOString()));
  return true;
}

async function runVerify(command: Extract<Command, { name: "verify" }>): Promise<boolean> {
  const { text, unaltered } = await answerVerify(command.file);
  await write(text);
  return unaltered;
}

function run(command: Exclude<Command, { name: "help" }>): Promise<boolean> {
  if (command.name === "verify") return runVerify(command);
  if (command.name === "panel") return answerPanel({ ...command, knowledge: loadKnowledge(), today: today() });
  return command.name === "read" ? runRead(command) : runReview(command);
}

/** Tells the person at the terminal what went wrong and what to do; standard output stays for the answer. */
function report(error: unknown): void {
  const code: ErrorCode = error instanceof AppError ? error.code : "internal";
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`crampcheck: ${message === "" ? ERROR_CODES[code].sentence : message}\n`);
}

async function main(): Promise<void> {
  try {
    const command = parseCommand(process.argv.slice(2));
    if (command.name === "help") await write(`${USAGE}\n`);
    else if (!(await run(command))) process.exitCode = 1;
  } catch (error) {
    report(error);
    process.exitCode = 1;
  }
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // The reader of the pipe went away (`| head`): nothing is left to say to it.
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

void main();
