import { z } from "zod";
import { LIMITS } from "@/lib/domain/limits";
import { offload } from "@/lib/offload/offload";
import { dateIn } from "@/lib/store/accounts/organisation";
import { jsonHandler } from "@/app/_http/json-handler";

/** Turns a FHIR file into words for the entry; nothing is stored. */
export const POST = jsonHandler("entry.read", z.object({ text: z.string().min(1) }), ({ body, session }) => {
  const today = dateIn(session.organisation.timeZone, new Date());
  return offload("fhir", { text: body.text, today, most: LIMITS.fhirResources });
});
