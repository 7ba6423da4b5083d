import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { exampleLocalReference, examplePatients } from "@/lib/intake/example-patients";
import { ownExample } from "@/lib/store/reviews/examples";
import { dateIn } from "@/lib/store/accounts/organisation";
import { createDraft, removeExamples } from "@/lib/store/reviews/reviews";
import { jsonHandler } from "@/app/_http/json-handler";
import { reviewedDraft } from "@/lib/clinic/review-entry";

/** Opens a made-up patient as a draft of the caller's own, or the one that is open already. */
export const POST = jsonHandler("review.edit", z.object({ id: z.string().max(40) }), async ({ body, session }) => {
  const { scope, organisation } = session;
  const example = examplePatients(dateIn(organisation.timeZone, new Date())).find(({ id }) => id === body.id);
  if (example === undefined) throw new AppError("not-found");
  const localReference = exampleLocalReference(example.id);
  const reference =
    (await ownExample(scope, localReference)) ??
    (
      await createDraft(scope, {
        ...(await reviewedDraft(example.input, organisation)),
        localReference,
        isExample: true,
      })
    ).reference;
  return { reference };
});

/** Removes the made-up patients, all at once. */
export const DELETE = jsonHandler("review.delete", z.object({}), async ({ session }) => ({
  removed: await removeExamples(session.scope),
}));
