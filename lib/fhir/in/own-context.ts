import { parseJson } from "@/lib/domain/parse-json";
import { conceptIn } from "./concept";
import type { FhirContext } from "./context-of";
import type { Held } from "./resources";

/** The system of the codes under which our own export writes the fields of a case that FHIR has no code for. */
export const CONTEXT_SYSTEM = "urn:crampcheck:context";

/** The field of the context that an Observation of our own export holds; null where it is another's. */
export function ownContext({ part }: Held): FhirContext | null {
  const code = conceptIn(part, "code")?.codes.find(({ address }) => address === CONTEXT_SYSTEM);
  const written = code === undefined ? null : part.text("valueString");
  if (code === undefined || written === null) return null;
  try {
    return Object.fromEntries([[code.code, parseJson(written, { anyText: true })]]);
  } catch {
    return {};
  }
}
