import { z } from "zod";

const Env = z.object({
  /** PostgreSQL: a server, or the embedded database that `npm start` serves on loopback. */
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgresql://"),
  /** Signs the session token. Made by `npm start` for the embedded database; yours to keep with a server. */
  NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  /** The address people use. `npm start` sets it from HOST and PORT, or from PUBLIC_URL. */
  NEXTAUTH_URL: z.url(),
  /** How many proxies in front are ours; only that many entries of X-Forwarded-For are believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
});
export type Env = z.infer<typeof Env>;

let read: Env | undefined;

/** The settings from the environment, checked once; an error names what is wrong and never prints a value. */
export function env(): Env {
  return (read ??= parseEnv(process.env));
}

export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = Env.safeParse(source);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new Error(
    `The settings are not complete: ${problems.join("; ")}. Start with \`npm start\`, or see docs/operations.md.`,
  );
}
