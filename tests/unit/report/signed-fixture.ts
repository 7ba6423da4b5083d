import type { CaseInput } from "@/lib/domain/case";
import { reviewInput } from "@/lib/intake/review-input";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import type { Knowledge } from "@/lib/knowledge/schema";
import { leafletOf } from "@/lib/report/leaflet/choose-leaflet";
import type { SignedReview } from "@/lib/report/signed/signed-review";
import { signedInput } from "./cases";

/** A document as `signReview` stores it. */
export function signedReview(input: CaseInput, knowledge: Knowledge = loadKnowledge()): SignedReview {
  const { patientCase, review } = reviewInput(input, { knowledge, today: "2026-11-22" });
  const { decisions, chosenLabs, acknowledged } = signedInput(input);
  return {
    id: "clx8q2m4v0000s6h1k3j9d7f2c",
    reference: "CC-0412",
    previousReference: null,
    followUpOf: null,
    localReference: "RX-1182",
    isExample: false,
    version: 3,
    knowledgeVersion: knowledge.version,
    createdAt: "2026-11-22T14:00:00.000Z",
    author: { id: "u1", displayName: "Dr A. Osei" },
    signedAt: "2026-11-22T14:40:00.000Z",
    signedBy: { id: "u1", displayName: "Dr A. Osei" },
    organisation: { name: "Elm Surgery", country: "UK", timeZone: "Europe/London" },
    reportKind: "full",
    chosenLabs: [...chosenLabs],
    acknowledged: [...acknowledged],
    decisions: [...decisions],
    input,
    patientCase,
    review,
    leaflet: leafletOf(patientCase, knowledge),
  };
}
