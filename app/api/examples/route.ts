import { z } from "zod";
import { jsonHandler } from "@/app/api/_http/json-handler";
import { removeExamples } from "@/lib/store/reviews";

/** Removes the made-up patients, all at once. */
export const DELETE = jsonHandler(z.object({}), async ({ session }) => ({ removed: await removeExamples(session.scope) }));
