import { AppError } from "@/lib/domain/errors";

/** Parses JSON; what is wrong with it is said without repeating patient data. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    throw new AppError("bad-json");
  }
}
