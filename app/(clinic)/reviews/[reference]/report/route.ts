import { redirect } from "next/navigation";
import { ReportVariant, VARIANT_WORDS } from "@/lib/domain/report-variant";
import { renderHtml } from "@/lib/report/render-report";
import type { ReportLink } from "@/lib/report/formats/html/render";
import { currentSession } from "@/lib/auth/current-session";
import { fileResponse } from "@/app/_http/file-response";
import { fileName, reportHandler, type AskedReport } from "../../_report/report-request";

/**
 * A variant of the report as an accessible page that needs no script and prints as it stands: the equivalent of the PDF for
 * those who read with a screen reader, since the PDF is not tagged (docs/report.md).
 */
export async function GET(request: Request, context: { params: Promise<{ reference: string }> }): Promise<Response> {
  if ((await currentSession()) === null) redirect("/sign-in");
  return page(request, context);
}

const page = reportHandler(async (asked) =>
  fileResponse(renderHtml(asked, asked.variant, links(asked)), {
    type: "text/html; charset=utf-8",
    name: fileName(asked, "html"),
    inline: true,
  }),
);

function links({ reference, variant, leaflet }: AskedReport): ReportLink[] {
  const offered = ReportVariant.options.filter((option) => option !== "leaflet" || leaflet !== null);
  return [
    { href: `/reviews/${reference}`, label: `Back to ${reference}` },
    ...offered.map((option) => ({
      href: `/reviews/${reference}/report?variant=${option}`,
      label: VARIANT_WORDS[option].name,
      current: option === variant,
    })),
    { href: `/reviews/${reference}/report.pdf?variant=${variant}`, label: "This as PDF" },
    { href: `/reviews/${reference}/report.txt?variant=${variant}`, label: "This as text" },
  ];
}
