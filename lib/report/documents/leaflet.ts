import { displayInstant } from "@/lib/domain/display-date";
import type { Leaflet } from "@/lib/domain/leaflet";
import type { Block, ReportDocument } from "./report-document";
import type { ReportIdentity } from "@/lib/report/model/report-model";

/** Pieces that stand in a box at the top, whatever else is said. */
const URGENT: ReadonlySet<string> = new Set(["get-help-now", "call-an-ambulance"]);

function pieceBlocks(piece: Leaflet["pieces"][number]): Block[] {
  if (URGENT.has(piece.id)) return [{ kind: "notice", title: piece.heading, text: piece.text, points: piece.points }];
  return [
    { kind: "heading", level: 2, text: piece.heading },
    { kind: "paragraph", text: piece.text },
    ...(piece.points.length === 0 ? [] : [{ kind: "list", items: piece.points } as const]),
  ];
}

/** The leaflet for the patient: plain words, larger letters, no name, no drug list. It is handed over and talked through by a clinician. */
export function leafletDocument(leaflet: Leaflet, identity: ReportIdentity): ReportDocument {
  const urgent = leaflet.pieces.filter(({ id }) => URGENT.has(id));
  const others = leaflet.pieces.filter(({ id }) => !URGENT.has(id));
  const [first, ...further] = others;
  const signed = identity.signedAt === null ? "" : ` on ${displayInstant(identity.signedAt, identity.timeZone)}`;
  return {
    variant: "leaflet",
    title: "Leg cramps: what you can do",
    lead: [
      "This leaflet is for you only. It goes with the talk you had with us. If you are not sure about something in it, ask.",
    ],
    blocks: [
      ...(first === undefined ? [] : pieceBlocks(first)),
      ...urgent.flatMap(pieceBlocks),
      ...further.flatMap(pieceBlocks),
    ],
    pageHead: identity.organisation ?? "",
    pageFoot: `For ${identity.reference ?? "one patient"} · made from the review signed by ${identity.signedBy ?? "a clinician"}${signed} · review ${identity.reviewId}${identity.digest === null ? "" : ` · digest ${identity.digest.slice(0, 12)}`}`,
    pageBlanks: ["Given to you by", "Date"],
    forPatient: true,
    generatedAt: identity.generatedAt,
  };
}
