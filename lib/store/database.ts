import { PrismaPg } from "@prisma/adapter-pg";
import { AppError } from "@/lib/domain/errors";
import { PrismaClient, type Prisma } from "@/prisma/generated/client";
import { inOrganisation, ScopedPool } from "./scoped-pool";
import { translateDatabaseError } from "./database-error";

/** Set to `on` by `npm start` where the application has a role of its own. */
export const ROW_SECURITY = "CRAMPCHECK_ROW_SECURITY";

export type Transaction = Prisma.TransactionClient;

const POOL_SIZE = 10;
const TRANSACTION = { maxWait: 10_000, timeout: 20_000 };

const globalCache: { crampcheckDatabase?: PrismaClient } & typeof globalThis = globalThis;

/** The one client of this process; kept over reloads in development. */
function database(): PrismaClient {
  return (globalCache.crampcheckDatabase ??= new PrismaClient({ adapter: adapter() }));
}

/** Where row-level security binds the application's role (`npm start` says so), connections name their organisation. */
function adapter(): PrismaPg {
  const config = { connectionString: databaseUrl(), max: POOL_SIZE, connectionTimeoutMillis: 10_000 };
  if (process.env[ROW_SECURITY] !== "on") return new PrismaPg(config);
  return new PrismaPg(new ScopedPool(config), { disposeExternalPool: true });
}

/** Whose rows are asked for; `ACROSS` before anybody is known. */
type Whose = { readonly organisationId: string };

/**
 * Runs queries that need no transaction, for the rows of one organisation. Rows of an organisation are found with `findFirst`:
 * Prisma puts `findUnique` calls of one moment into one query, also those of different organisations, of which the database
 * would then show one (tests/unit/store/scoped-queries.test.ts).
 */
export async function query<T>(whose: Whose, work: (db: PrismaClient) => Promise<T>): Promise<T> {
  return inOrganisation(whose.organisationId, () => translated(() => work(database())));
}

/** Runs `work` as one transaction: all of it is stored, or nothing. */
export async function transaction<T>(whose: Whose, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inOrganisation(whose.organisationId, () => translated(() => database().$transaction(work, TRANSACTION)));
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
