import { z } from "zod";
import { LIMITS } from "@/lib/domain/limits";
import { fromFhir } from "@/lib/intake/fhir/from-fhir";
import { jsonHandler } from "@/app/_http/json-handler";

/** Turns a FHIR file into words for the entry; nothing is stored. */
export const POST = jsonHandler("entry.read", z.object({ text: z.string().min(1) }), ({ body }) =>
  Promise.resolve(fromFhir(body.text, { most: LIMITS.fhirResources })),
);
