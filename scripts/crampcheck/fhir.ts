import { z } from "zod";
import { readFhir, type FhirReading } from "@/lib/fhir/in/read-fhir";
import { reviewFhir, type FhirReviewed } from "@/lib/fhir/in/review-fhir";
import { LIMITS } from "@/lib/domain/limits";
import { conditionIdOf } from "@/lib/knowledge/condition-of-code";
import type { Knowledge } from "@/lib/knowledge/schema";

export interface FhirOptions {
  knowledge: Knowledge;
  today: string;
}

/** The answer of `read --from fhir`: one row for each resource that was understood, and everything else named. */
export function answerFhirRead(text: string, { knowledge, today }: FhirOptions): FhirReading {
  return readFhir(text, { asOf: today, conditionIdOf: (code) => conditionIdOf(knowledge, code) });
}

/** The answer of `review --from fhir`. Throws `bad-input` where the file holds more than one patient. */
export function answerFhirReview(text: string, options: FhirOptions, id: string | null = null): FhirReviewed {
  return reviewFhir(text, options, { id });
}

const Line = z.looseObject({ id: z.string().max(LIMITS.idLength).optional(), fhir: z.unknown() });

/** One line of many: a resource or Bundle, or `{"id", "fhir"}`. The id comes back as it was. */
export function fhirOfLine(value: unknown): { id: string | null; text: string } {
  const wrapped = Line.safeParse(value);
  const inner = wrapped.success && wrapped.data.resourceType === undefined ? wrapped.data.fhir : undefined;
  const text = typeof inner === "string" ? inner : JSON.stringify(inner ?? value);
  return { id: (wrapped.success ? wrapped.data.id : undefined) ?? null, text };
}
