import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/domain/errors";
import { translateDatabaseError } from "@/lib/store/database-error";

const prisma = (code: string, cause: object) =>
  Object.assign(new Error("any words"), {
    name: "PrismaClientKnownRequestError",
    code,
    clientVersion: "7.10.0",
    meta: { modelName: "Review", driverAdapterError: Object.assign(new Error("any words"), { cause }) },
  });
const codeOf = (error: unknown) => {
  const translated = translateDatabaseError(error);
  return translated instanceof AppError ? translated.code : null;
};

describe("an error of the database is known by its codes, whatever its words", () => {
  it.each([
    [
      "a trigger that keeps what is signed",
      prisma("P2039", { originalCode: "CC001", kind: "postgres" }),
      "already-signed",
    ],
    ["a text with U+0000", prisma("P2039", { originalCode: "22021", kind: "postgres" }), "bad-input"],
    ["a day that no calendar has", prisma("P2039", { originalCode: "22008", kind: "postgres" }), "bad-input"],
    ["a full disk", prisma("P2039", { originalCode: "53100", kind: "postgres" }), "storage-full"],
    ["a full disk of our own", Object.assign(new Error(), { code: "ENOSPC" }), "storage-full"],
    [
      "a unique value that is taken, maybe by a row that is not seen",
      prisma("P2002", { originalCode: "23505", kind: "UniqueConstraintViolation" }),
      "conflict",
    ],
    ["a server that shuts down", prisma("P2039", { originalCode: "57P01", kind: "postgres" }), "database-unavailable"],
    ["too many connections", prisma("P2037", { kind: "TooManyConnections" }), "database-unavailable"],
    ["an unreachable server", prisma("P1001", { kind: "DatabaseNotReachable" }), "database-unavailable"],
    ["a refused connection", Object.assign(new Error(), { code: "ECONNREFUSED" }), "database-unavailable"],
    ["the driver without a code", Object.assign(new Error("x"), { clientVersion: "7.10.0" }), "database-unavailable"],
  ])("%s", (_, error, code) => {
    expect(codeOf(error)).toBe(code);
  });

  it.each([
    ["a row that another one needs", prisma("P2003", { originalCode: "23503", kind: "ForeignKeyConstraintViolation" })],
    ["words that quote a message of the database", new Error("review 7 is signed and cannot be changed")],
    ["words that quote the driver", new Error("timeout exceeded when trying to connect")],
    ["a fault of ours", new TypeError("Connection terminated")],
    ["a code that only looks like one", Object.assign(new Error(), { code: "22" })],
    ["nothing", undefined],
  ])("leaves %s as it is", (_, error) => {
    expect(translateDatabaseError(error)).toBe(error);
  });
});
