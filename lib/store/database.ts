import { PrismaPg } from "@prisma/adapter-pg";
import { AppError } from "@/lib/domain/errors";
import { PrismaClient, type Prisma } from "@/prisma/generated/client";
import { translateDatabaseError } from "./database-error";

export type Transaction = Prisma.TransactionClient;

const POOL_SIZE = 10;
const TRANSACTION = { maxWait: 10_000, timeout: 20_000 };

const globalCache: { crampcheckDatabase?: PrismaClient } & typeof globalThis = globalThis;

/** The one client of this process; kept over reloads in development. */
function database(): PrismaClient {
  return (globalCache.crampcheckDatabase ??= new PrismaClient({
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
  const client = globalCache.crampcheckDatabase;
  delete globalCache.crampcheckDatabase;
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
    throw translateDatabaseError(error);
  }
}
