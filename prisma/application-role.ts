import { Client, escapeIdentifier } from "pg";

/** Tables that the application only adds to: a signed record and the trail. */
const ADD_ONLY = new Set(["AuditEvent", "SignedReport", "CoSignature"]);
/** Tables that it only reads: their writers are triggers and migrations. */
const READ_ONLY = new Set(["AuditChain", "MigrationMark"]);
/** Rows of these are never deleted by the application. */
const NEVER_DELETED = new Set(["Organisation", "User"]);

/**
 * Gives the application's role what serving needs and nothing else, after every migration. Throws a sentence where that role
 * could go round row-level security or undo what it is not given: an owner, a superuser, one with BYPASSRLS, one that may
 * become any of these.
 * @param ownerUrl the role that owns the tables
 * @param applicationUrl the address that the application connects with
 */
export async function grantToApplication(ownerUrl: string, applicationUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const role = await roleName(applicationUrl);
    await refusePowerful(client, role);
    const name = escapeIdentifier(role);
    const { rows } = await client.query<{ table: string }>(
      `SELECT relname AS table FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname`,
    );
    await client.query("BEGIN");
    await client.query(`REVOKE ALL ON SCHEMA public FROM PUBLIC, ${name}`);
    await client.query(`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, ${name}`);
    await client.query(`GRANT USAGE ON SCHEMA public TO ${name}`);
    for (const { table } of rows.filter(({ table }) => table !== "_prisma_migrations"))
      await client.query(`GRANT ${rightsOn(table)} ON ${escapeIdentifier(table)} TO ${name}`);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

function rightsOn(table: string): string {
  if (READ_ONLY.has(table)) return "SELECT";
  if (ADD_ONLY.has(table)) return "SELECT, INSERT";
  return NEVER_DELETED.has(table) ? "SELECT, INSERT, UPDATE" : "SELECT, INSERT, UPDATE, DELETE";
}

/** The role that an address signs in as, asked of the server: an address need not name one. */
async function roleName(applicationUrl: string): Promise<string> {
  const client = new Client({ connectionString: applicationUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: string }>("SELECT session_user AS role");
    return rows[0]?.role ?? "";
  } finally {
    await client.end();
  }
}

async function refusePowerful(client: Client, role: string): Promise<void> {
  const { rows } = await client.query<{ powerful: boolean }>(
    `SELECT r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR EXISTS (
       SELECT 1 FROM pg_roles o WHERE (o.rolname = current_user OR o.rolsuper OR o.rolbypassrls) AND pg_has_role(r.oid, o.oid, 'MEMBER')
     ) AS powerful FROM pg_roles r WHERE r.rolname = $1`,
    [role],
  );
  if (rows[0]?.powerful !== false)
    throw new Error(
      `The role of DATABASE_URL (${role}) owns the tables or may become a role that does: nothing would bind it. Use another, made with CREATE ROLE … LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE (docs/operations.md).`,
    );
}
