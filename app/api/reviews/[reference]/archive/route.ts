import { z } from "zod";
import { archiveReview, unarchiveReview } from "@/lib/store/reviews/archive";
import { jsonHandler } from "@/app/_http/json-handler";
import { referenceOf } from "@/app/_http/reference";

/** Takes a review out of the worklist, or brings it back. */
export const PUT = jsonHandler(
  "review.archive",
  z.object({ archived: z.boolean() }),
  async ({ body, session, params }) => {
    const record = await (body.archived ? archiveReview : unarchiveReview)(session.scope, referenceOf(params));
    return { status: record.status };
  },
);
