import path from "node:path";

export type LaunchSettings = {
  host: string;
  port: number;
  /** What people type; `NEXTAUTH_URL`. */
  publicUrl: string;
  /** Where the embedded database, its secret and the lock lie. */
  dataDirectory: string;
  /** A server's address, or null for the embedded database. */
  databaseUrl: string | null;
  /** The role that owns the tables, where the application has one of its own; it migrates and runs the operator's commands. */
  ownerUrl: string | null;
};

/** The settings of a start from the environment; throws a sentence about the first that cannot be used. */
export function launchSettings(environment: Readonly<Record<string, string | undefined>>): LaunchSettings {
  const host = environment.HOST?.trim() || "127.0.0.1";
  const port = readPort(environment.PORT?.trim() || "3000");
  const databaseUrl = environment.DATABASE_URL?.trim() || null;
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new Error("DATABASE_URL must begin with postgresql://.");
  const ownerUrl = environment.DATABASE_OWNER_URL?.trim() || null;
  if (ownerUrl !== null && (databaseUrl === null || !/^postgres(ql)?:\/\//.test(ownerUrl)))
    throw new Error("DATABASE_OWNER_URL must begin with postgresql://, and needs DATABASE_URL beside it.");
  if (databaseUrl !== null) requireSecret(environment.NEXTAUTH_SECRET);
  return {
    host,
    port,
    publicUrl: readPublicUrl(environment.PUBLIC_URL?.trim(), host, port),
    dataDirectory: path.resolve(environment.CRAMPCHECK_DATA?.trim() || ".data"),
    databaseUrl,
    ownerUrl,
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT is “${text}”; it must be a number from 1 to 65535.`);
  return port;
}

function readPublicUrl(given: string | undefined, host: string, port: number): string {
  if (!given) return `http://${urlHost(host)}:${port}`;
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
    throw new Error(`PUBLIC_URL is “${given}”; it must be an address such as https://crampcheck.example.org.`);
  const url = new URL(given);
  if (url.pathname !== "/") throw new Error("PUBLIC_URL must be an address without a path.");
  return url.origin;
}

function urlHost(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

function requireSecret(secret: string | undefined): void {
  if (secret !== undefined && secret.length >= 32) return;
  throw new Error(
    "With DATABASE_URL it needs NEXTAUTH_SECRET: at least 32 characters, kept, and the same for every process. Make one with:\n  node -e \"console.log(require('crypto').randomBytes(32).toString('base64url'))\"",
  );
}
