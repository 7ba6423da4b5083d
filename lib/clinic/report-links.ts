import { ReportVariant, VARIANT_WORDS } from "@/lib/domain/report-variant";
import type { Leaflet } from "@/lib/domain/leaflet";
import type { ReportLink } from "@/lib/report/formats/html/render";

/** What stands above the accessible page of a report: the way back, the other kinds, this one in other formats. */
export function reportLinks(reference: string, variant: ReportVariant, leaflet: Leaflet | null): ReportLink[] {
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
