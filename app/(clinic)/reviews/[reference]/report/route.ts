import { redirect } from "next/navigation";
import { currentSession } from "@/lib/auth/current-session";
import { reportHandler } from "../../_report/report-request";

/**
 * A variant of the report as an accessible page that needs no script and prints as it stands: the equivalent of the PDF for
 * those who read with a screen reader, since the PDF is not tagged (docs/report.md).
 */
export async function GET(request: Request, context: { params: Promise<{ reference: string }> }): Promise<Response> {
  if ((await currentSession()) === null) redirect("/sign-in");
  return page(request, context);
}

const page = reportHandler("html");
