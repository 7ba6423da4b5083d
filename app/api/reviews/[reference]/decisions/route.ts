import { z } from "zod";
import { DecisionInput } from "@/lib/domain/decision";
import { decide, undoDecision } from "@/lib/store/reviews/decisions";
import { ConflictError, type ReviewRecord } from "@/lib/store/reviews/review-record";
import { jsonHandler, type RequestContext } from "@/app/_http/json-handler";
import { referenceOf } from "@/app/_http/reference";
import { decisionViews } from "@/app/_view-models/review/decision-view";

/** The time of the decision that the page showed when the button was pressed; null where it showed none. */
const Seen = z.object({ seen: z.string().max(40).nullish() });

/** The digest of the facts that the page showed; a decision stands for what was seen. */
const SeenFacts = z.object({ seenFacts: z.string().max(80).optional() });

/** Records what was decided about one finding. `conflict`: somebody else decided it meanwhile, and nothing was changed. */
export const POST = jsonHandler(
  "review.edit",
  z.intersection(DecisionInput, z.intersection(Seen, SeenFacts)),
  async ({ body: { seen, ...decision }, session, params }) =>
    answered(session, () => decide(session.scope, referenceOf(params), decision, seen)),
);

/** Takes a decision back. */
export const DELETE = jsonHandler(
  "review.edit",
  z.intersection(z.object({ findingId: z.string().min(1).max(300) }), Seen),
  async ({ body, session, params }) =>
    answered(session, () => undoDecision(session.scope, referenceOf(params), body.findingId, body.seen)),
);

async function answered(session: RequestContext<unknown>["session"], work: () => Promise<ReviewRecord>) {
  const viewsOf = (record: ReviewRecord) => decisionViews(record.decisions, session.organisation.timeZone);
  try {
    return { decisions: viewsOf(await work()), conflict: false };
  } catch (error) {
    if (error instanceof ConflictError) return { decisions: viewsOf(error.current), conflict: true };
    throw error;
  }
}
