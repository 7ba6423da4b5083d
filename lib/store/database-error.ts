import { z } from "zod";
import { AppError, type ErrorCode } from "@/lib/domain/errors";

/**
 * What an error of the database means, by its codes alone: SQLSTATE of PostgreSQL, codes of Prisma, of its driver adapter and
 * of the system. Never by the words of a message, which change with a version and a language.
 */
const MEANS: Readonly<Record<string, ErrorCode>> = {
  // Raised by the triggers of the first migration where something signed or audited would be changed.
  CC001: "already-signed",
  // Prisma: a unique key is taken, also by a row that this organisation does not see.
  P2002: "conflict",
  // Prisma: cannot authenticate, reach or find the database; it closed the connection; pool or transaction timed out.
  P1000: "database-unavailable",
  P1001: "database-unavailable",
  P1002: "database-unavailable",
  P1003: "database-unavailable",
  P1008: "database-unavailable",
  P1011: "database-unavailable",
  P1017: "database-unavailable",
  P2024: "database-unavailable",
  P2028: "database-unavailable",
  P2037: "database-unavailable",
  // PostgreSQL: disk full; and the system's own word for it.
  "53100": "storage-full",
  ENOSPC: "storage-full",
  // The driver adapter's kinds.
  DatabaseNotReachable: "database-unavailable",
  ConnectionClosed: "database-unavailable",
  SocketTimeout: "database-unavailable",
  TooManyConnections: "database-unavailable",
  TlsConnectionError: "database-unavailable",
  // The system's.
  ECONNREFUSED: "database-unavailable",
  ECONNRESET: "database-unavailable",
  ETIMEDOUT: "database-unavailable",
  ENOTFOUND: "database-unavailable",
  EPIPE: "database-unavailable",
};

/** Classes of SQLSTATE (PostgreSQL, appendix A): the first two characters. */
const CLASS_MEANS: Readonly<Record<string, ErrorCode>> = {
  // Data exception: a text with U+0000, a date that the calendar does not have, a number out of range.
  "22": "bad-input",
  // Connection exception.
  "08": "database-unavailable",
  // Insufficient resources: disk full, out of memory, too many connections.
  "53": "database-unavailable",
  // Operator intervention: shut down, still starting.
  "57": "database-unavailable",
  // System error outside PostgreSQL.
  "58": "database-unavailable",
};

/** SQLSTATE: five capitals and digits. */
const SQLSTATE = /^[0-9A-Z]{5}$/;
const DEPTH = 6;

const ErrorShape = z.looseObject({
  name: z.string().optional(),
  code: z.string().optional(),
  kind: z.string().optional(),
  originalCode: z.string().optional(),
  cause: z.unknown().optional(),
  meta: z.looseObject({ code: z.unknown(), driverAdapterError: z.unknown() }).partial().optional(),
});

/** What the store throws for an error of the database: one of the closed codes where its codes say so, else the error itself. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const codes = codesOf(error, DEPTH);
  if (codes.length === 0 && isOfDriver(error)) return new AppError("database-unavailable", undefined, { cause: error });
  const meaning =
    codes.map((code) => MEANS[code]).find((found) => found !== undefined) ??
    codes.map(ofClass).find((found) => found !== undefined);
  return meaning === undefined ? error : new AppError(meaning, undefined, { cause: error });
}

/**
 * The driver gives no code to its own errors: no connection in time, a connection that ended under a query. They are plain
 * errors that came through Prisma, which marks what passes it with its version; its own errors have names and codes.
 */
function isOfDriver(error: unknown): boolean {
  return error instanceof Error && error.name === "Error" && "clientVersion" in error;
}

function ofClass(code: string): ErrorCode | undefined {
  return SQLSTATE.test(code) ? CLASS_MEANS[code.slice(0, 2)] : undefined;
}

/** Every code on the way from an error to its causes, the innermost last. */
function codesOf(error: unknown, depth: number): string[] {
  const shape = ErrorShape.safeParse(error);
  if (!shape.success || depth === 0) return [];
  const { code, kind, originalCode, cause, meta } = shape.data;
  const own = [code, kind, originalCode, meta?.code].filter((one) => typeof one === "string");
  return [...own, ...[cause, meta?.driverAdapterError].flatMap((inner) => codesOf(inner, depth - 1))];
}
