import { z } from "zod";
import { DecisionInput } from "@/lib/domain/decision";
import { decide, undoDecision } from "@/lib/store/decisions";
import { jsonHandler } from "@/app/api/_http/json-handler";
import { referenceOf } from "@/app/api/_http/reference";
import { decisionViews } from "@/app/(clinic)/reviews/_views/decision-view";

/** Records what was decided about one finding. */
export const POST = jsonHandler(DecisionInput, async ({ body, session, params }) => {
  const record = await decide(session.scope, referenceOf(params), body);
  return { decisions: decisionViews(record.decisions, session.organisation.timeZone) };
});

/** Takes a decision back. */
export const DELETE = jsonHandler(z.object({ findingId: z.string().min(1).max(300) }), async ({ body, session, params }) => {
  const record = await undoDecision(session.scope, referenceOf(params), body.findingId);
  return { decisions: decisionViews(record.decisions, session.organisation.timeZone) };
});
