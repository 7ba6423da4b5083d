import type { Priority } from "@/lib/domain/vocabulary";
import type { ReportFinding, ReportSource } from "@/lib/report/model/report-model";
import type { ReportVariant } from "@/lib/domain/report-variant";
import type { DrawnTimeline } from "@/lib/report/timeline/timeline";

/** A line with a box in front: ticked, open, or (null) answered already and so without one. */
export interface BoxItem {
  readonly ticked: boolean | null;
  readonly name: string;
  readonly detail: string;
}

/** A finding in one or two sentences, with its decision and the numbers of its sources. */
export interface ShortFinding {
  readonly priority: Priority;
  readonly title: string;
  readonly detail: string;
  readonly decision: string | null;
  readonly references: readonly number[];
}

/** A piece of a document. Each format draws each kind in its own way and leaves none out. */
export type Block =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly text: string; readonly newPage?: true }
  | { readonly kind: "paragraph"; readonly text: string; readonly look?: "strong" | "small" }
  /** Stands in a box: what no reader may miss. */
  | { readonly kind: "notice"; readonly title: string; readonly text: string; readonly points: readonly string[] }
  | { readonly kind: "list"; readonly items: readonly string[] }
  /** Label and value. */
  | { readonly kind: "facts"; readonly rows: readonly { readonly label: string; readonly text: string }[] }
  | { readonly kind: "short-findings"; readonly findings: readonly ShortFinding[] }
  | { readonly kind: "findings"; readonly findings: readonly ReportFinding[] }
  | { readonly kind: "boxes"; readonly items: readonly BoxItem[] }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly widths: readonly number[];
    }
  | { readonly kind: "timeline"; readonly timeline: DrawnTimeline }
  | { readonly kind: "sources"; readonly sources: readonly ReportSource[] }
  /** Lines to be filled in by hand: “Signature”, “Name of the patient”. */
  | { readonly kind: "blanks"; readonly labels: readonly string[] };

/** One variant of a report as content, without a format. */
export interface ReportDocument {
  readonly variant: ReportVariant | "rerun";
  readonly title: string;
  /** Under the title: patient, status. */
  readonly lead: readonly string[];
  readonly blocks: readonly Block[];
  /** On each printed page: at its head, at its foot, and what is signed there by hand. */
  readonly pageHead: string;
  readonly pageFoot: string;
  readonly pageBlanks: readonly string[];
  /** For the patient: larger letters, no clinical header. */
  readonly forPatient: boolean;
  /** ISO instant that dates the file. */
  readonly generatedAt: string;
}
