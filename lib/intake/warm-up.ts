import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { icd10cm } from "@/lib/terminology/icd10cm/icd10cm";
import { reviewInput } from "./review-input";

/**
 * Loads everything that is read from disk once per process, by reading and reviewing one small case with a name that needs the
 * spelling index. Takes a second or two; throws `knowledge-invalid` where the content does not load.
 */
export function warmUp(): void {
  icd10cm().search("I10", 1);
  reviewInput(
    { medications: "furosemide 40 mg daily\nsimvastatinn 40 mg", conditions: ["hypertension"], labs: "K 4.0 mmol/L" },
    { knowledge: loadKnowledge(), today: "2026-01-01" },
  );
}
