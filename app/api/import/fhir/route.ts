import { z } from "zod";
import { LIMITS } from "@/lib/domain/limits";
import { offload } from "@/lib/offload/offload";
import { jsonHandler } from "@/app/_http/json-handler";

/** Turns a FHIR file into words for the entry; nothing is stored. */
export const POST = jsonHandler("entry.read", z.object({ text: z.string().min(1) }), ({ body }) =>
  offload("fhir", { text: body.text, most: LIMITS.fhirResources }),
);
