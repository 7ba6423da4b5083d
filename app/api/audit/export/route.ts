import { stringify } from "csv-stringify/sync";
import { jsonHandler } from "@/app/_http/json-handler";
import { auditFile, AuditQuery } from "@/lib/clinic/audit-page";
import { safeCell } from "@/lib/report/formats/csv";
import { record } from "@/lib/store/audit";

/** The filtered trail as CSV, up to 10,000 events; the export is on record before it is given. */
export const POST = jsonHandler("audit.read", AuditQuery, async ({ body, session }) => {
  const lines = await auditFile(session, body);
  await record(session.scope, { action: "audit.export", detail: { events: lines.length } });
  const cells = lines.map((line) =>
    Object.fromEntries(Object.entries(line).map(([key, value]) => [key, safeCell(String(value))])),
  );
  return { events: lines.length, csv: stringify(cells, { header: true }) };
});
