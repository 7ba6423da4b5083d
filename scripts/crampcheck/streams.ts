import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
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

/**
 * Answers standard input line by line, in order and in constant memory. A line that cannot be answered gives an error object and
 * the rest goes on. Blank lines are passed over.
 * @returns false where at least one line could not be answered
 */
export async function answerLines(answer: (line: string) => unknown): Promise<boolean> {
  let good = true;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === "") continue;
    let out: string;
    try {
      out = JSON.stringify(answer(line));
    } catch (error) {
      good = false;
      out = errorAnswer(line, error);
    }
    await write(`${out}\n`);
  }
  return good;
}
