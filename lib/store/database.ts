import { PrismaPg } from "@prisma/adapter-pg";
import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { PrismaClient, type Prisma } from "@/prisma/generated/client";

export type Transaction = Prisma.TransactionClient;

const POOL_SIZE = 10;
const TRANSACTION = { maxWait: 10_000, timeout: 20_000 };
/** Raised by the triggers of the first migration where something signed or audited would be changed. */
const KEPT = "CC001";

const kept: { crampcheckDatabase?: PrismaClient } & typeof globalThis = globalThis;

/** The one client of this process; kept over reloads in development. */
function database(): PrismaClient {
  return (kept.crampcheckDatabase ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl(), max: POOL_SIZE, connectionTimeoutMillis: 10_000 }),
  }));
}

/** Runs queries that need no transaction. */
export async function query<T>(work: (db: PrismaClient) => Promise<T>): Promise<T> {
  return translated(() => work(database()));
}

/** Runs `work` as one transaction: all of it is stored, or nothing. */
export async function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return translated(() => database().$transaction(work, TRANSACTION));
}

/** Closes the connections (scripts and tests; the server keeps them). */
export async function disconnect(): Promise<void> {
  const client = kept.crampcheckDatabase;
  delete kept.crampcheckDatabase;
  await client?.$disconnect();
}

function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (url === undefined || url === "")
    throw new AppError("database-unavailable", "DATABASE_URL is not set. Start with `npm start`.");
  return url;
}

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translate(error);
  }
}

const UNAVAILABLE = new Set([
  "P1000",
  "P1001",
  "P1002",
  "P1003",
  "P1008",
  "P1011",
  "P1017",
  "P2024",
  "P2028",
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EPIPE",
]);
const ErrorShape = z.looseObject({
  code: z.string().optional(),
  message: z.string().optional(),
  cause: z.unknown().optional(),
  meta: z.unknown().optional(),
});

function translate(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const shape = ErrorShape.safeParse(error);
  if (!shape.success) return error;
  const { code = "", message = "" } = shape.data;
  if (
    message.includes(KEPT) ||
    JSON.stringify(shape.data.meta ?? {}).includes(KEPT) ||
    /is signed( and|:)/.test(message)
  )
    return new AppError("already-signed", undefined, { cause: error });
  if (
    UNAVAILABLE.has(code) ||
    /Connection terminated|Can't reach database|ECONNREFUSED|timeout exceeded when trying to connect/.test(message)
  ) {
    return new AppError("database-unavailable", undefined, { cause: error });
  }
  return error;
}
