import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { parseJson } from "./parse-json";
import { AppError } from "@/lib/domain/errors";

/** All of standard input as text. */
export async function readAll(): Promise<string> {
  return text(process.stdin);
}

/** Writes the answer; waits where the reader is slower, so that memory stays constant. */
export async function write(answer: string | Buffer): Promise<void> {
  if (!process.stdout.write(answer)) await once(process.stdout, "drain");
}

/** The id of a line that could not be answered, where it has a readable one. */
function idOf(line: string): string | null {
  try {
    const value: unknown = JSON.parse(line);
    const id = typeof value === "object" && value !== null && "id" in value ? value.id : null;
    return typeof id === "string" ? id : null;
  } catch {
    return null;
  }
}

function errorAnswer(line: string, error: unknown): string {
  const { code, message } = error instanceof AppError ? error : new AppError("internal");
  return JSON.stringify({ id: idOf(line), error: { code, message } });
}

/** Which lines were answered before, and word of each that is answered now. */
export interface LineJournal {
  /** So many lines of the input are passed over. */
  readonly done: number;
  /** Called after the answer was handed to the reader. */
  readonly answered: (good: boolean) => void;
}

/**
 * Answers standard input line by line, in order and in constant memory; `answer` gets the parsed JSON. A line that cannot be answered
 * gives an error object and the rest goes on. Blank lines are passed over.
 * @returns false where at least one line could not be answered
 */
export async function answerLines(answer: (value: unknown) => unknown, journal?: LineJournal): Promise<boolean> {
  let allGood = true;
  let seen = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === "") continue;
    seen += 1;
    if (seen <= (journal?.done ?? 0)) continue;
    let good = true;
    let out: string;
    try {
      out = JSON.stringify(answer(parseJson(line)));
    } catch (error) {
      good = false;
      out = errorAnswer(line, error);
    }
    allGood &&= good;
    await write(`${out}\n`);
    journal?.answered(good);
  }
  return allGood;
}
