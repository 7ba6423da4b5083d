import { z } from "zod";
import { IsoDate } from "@/lib/domain/vocabulary";
import { setFollowUp } from "@/lib/store/reviews";
import { jsonHandler } from "@/app/api/_http/json-handler";
import { referenceOf } from "@/app/api/_http/reference";

/** Plans or clears the follow-up of a review. */
export const PUT = jsonHandler(z.object({ due: IsoDate.nullable() }), async ({ body, session, params }) => {
  const record = await setFollowUp(session.scope, referenceOf(params), body.due);
  return { followUpDue: record.followUpDue };
});
