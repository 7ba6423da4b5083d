import { z } from "zod";
import { displayInstant } from "@/lib/domain/display-date";
import { PlannedDay } from "@/lib/domain/vocabulary";
import type { CurrentSession } from "@/lib/auth/current-session";
import { AuditAction, listAudit, type AuditEntry } from "@/lib/store/audit";
import { listUsers } from "@/lib/store/accounts/users";

/** What an auditor asks for: safe to parse straight from a request. Days are in UTC, as the trail is. */
export const AuditQuery = z.object({
  action: AuditAction.nullable().default(null),
  userId: z.uuid().nullable().default(null),
  /** A reference or an account's id, whole. */
  subject: z
    .string()
    .max(64)
    .refine((text) => !text.includes("\u0000"), "No such reference.")
    .transform((text) => text.trim())
    .default(""),
  from: PlannedDay.nullable().default(null),
  to: PlannedDay.nullable().default(null),
  /** Only events before this number, for the next page. */
  before: z.number().int().min(1).max(2_000_000_000).nullable().default(null),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

/** One event as the page and the file show it. Nothing of it is clinical. */
export type AuditLine = {
  number: number;
  at: string;
  who: string;
  action: string;
  subject: string;
  address: string;
  detail: string;
  hash: string;
};

export const AUDIT_PAGE = 200;
const AUDIT_FILE = 10_000;
const DAY_MS = 86_400_000;

/** A page of the organisation's trail, newest first. */
export async function auditLines(
  { scope, organisation }: Pick<CurrentSession, "scope" | "organisation">,
  query: AuditQuery,
  limit: number = AUDIT_PAGE,
): Promise<AuditLine[]> {
  const { action, userId, subject, from, to, before } = query;
  const [events, users] = await Promise.all([
    listAudit(scope, {
      action: action ?? undefined,
      userId: userId ?? undefined,
      subject: subject === "" ? undefined : subject,
      from: from === null ? undefined : new Date(`${from}T00:00:00Z`),
      until: to === null ? undefined : new Date(Date.parse(`${to}T00:00:00Z`) + DAY_MS),
      before: before ?? undefined,
      limit,
    }),
    listUsers(scope),
  ]);
  const names = new Map(users.map(({ id, displayName }) => [id, displayName]));
  return events.map((event) => line(event, names, organisation.timeZone));
}

/** Everything that the filters let through, up to 10,000 events. */
export async function auditFile(session: CurrentSession, query: AuditQuery): Promise<AuditLine[]> {
  return auditLines(session, query, AUDIT_FILE);
}

function line(event: AuditEntry, names: ReadonlyMap<string, string>, timeZone: string): AuditLine {
  const { address, ...detail } = event.detail;
  return {
    number: event.seq,
    at: displayInstant(event.at, timeZone),
    who: event.userId === null ? "nobody signed in" : (names.get(event.userId) ?? "an account that is gone"),
    action: event.action,
    subject: nameOfSubject(event.subject, names),
    address: typeof address === "string" ? address : "",
    detail: Object.entries(detail)
      .map(([key, value]) => `${key}: ${String(value)}`)
      .join(", "),
    hash: event.hash,
  };
}

function nameOfSubject(subject: string | null, names: ReadonlyMap<string, string>): string {
  return subject === null ? "" : (names.get(subject) ?? subject);
}
