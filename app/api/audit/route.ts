import { jsonHandler } from "@/app/_http/json-handler";
import { auditLines, AuditQuery } from "@/lib/clinic/audit-page";

/** A page of the trail. That it was opened is recorded by the page; each filter of it is not an event of its own. */
export const POST = jsonHandler("audit.read", AuditQuery, async ({ body, session }) => ({
  lines: await auditLines(session, body),
}));
