import { z } from "zod";
import { CaseInput } from "@/lib/domain/case";
import { ConditionPiece } from "@/lib/domain/condition";
import { LabPiece, LabResult } from "@/lib/domain/lab";
import { MedicationPiece } from "@/lib/domain/medication";
import { Review } from "@/lib/domain/review";
import { SymptomPiece } from "@/lib/domain/symptom";
import { SCHEMA_VERSION } from "@/lib/domain/vocabulary";
import { SignedReviewFile } from "@/lib/report/signed/signed-review";

const answer = (piece: z.ZodType) => z.object({ id: z.string().nullable(), pieces: z.array(piece) });

const PUBLISHED: Readonly<Record<string, z.ZodType>> = {
  "case-input": CaseInput,
  "read-medications": answer(MedicationPiece),
  "read-conditions": answer(ConditionPiece),
  "read-labs": answer(LabPiece.extend({ results: z.array(LabResult) })),
  "read-symptoms": answer(SymptomPiece),
  review: Review,
  "signed-review": SignedReviewFile,
};

/** The JSON Schemas of what goes in and out, by file name: what `npm run schemas` writes to docs/schema. */
export function publishedSchemas(): Map<string, string> {
  return new Map(
    Object.entries(PUBLISHED).map(([name, schema]) => [
      name,
      `${JSON.stringify({ title: `CrampCheck ${name}`, version: SCHEMA_VERSION, ...z.toJSONSchema(schema, { io: name === "case-input" ? "input" : "output" }) }, null, 2)}\n`,
    ]),
  );
}
