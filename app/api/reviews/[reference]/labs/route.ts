import { z } from "zod";
import { chooseLabs } from "@/lib/store/reviews/reviews";
import { jsonHandler } from "@/app/_http/json-handler";
import { referenceOf } from "@/app/_http/reference";

/** Which of the suggested tests are asked for. */
export const PUT = jsonHandler(
  "review.edit",
  z.object({ labIds: z.array(z.string().max(200)).max(200) }),
  async ({ body, session, params }) => {
    const record = await chooseLabs(session.scope, referenceOf(params), body.labIds);
    return { chosenLabs: record.chosenLabs };
  },
);
