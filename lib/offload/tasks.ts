import type { CaseInput, PatientCase } from "@/lib/domain/case";
import type { Leaflet } from "@/lib/domain/leaflet";
import type { ReportVariant } from "@/lib/domain/report-variant";
import type { Review } from "@/lib/domain/review";
import { fhirEntry, type FhirEntry } from "@/lib/fhir/in/entry";
import { readCase } from "@/lib/intake/read-case";
import { reviewInput } from "@/lib/intake/review-input";
import { conditionIdOf } from "@/lib/knowledge/condition-of-code";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import type { ReportDocument } from "@/lib/report/documents/report-document";
import { documentPdf, type PaperSize } from "@/lib/report/formats/pdf/render";
import type { ReportModel } from "@/lib/report/model/report-model";
import { rerunOf, type Rerun } from "@/lib/report/signed/rerun";
import type { SignedReview } from "@/lib/report/signed/signed-review";
import type { OnFailure } from "@/lib/review/findings/check-runner";
import { renderPdf } from "@/lib/report/render-report";
import { placeOf } from "./place-of";

interface Read {
  input: CaseInput;
  today: string;
  pieces: number;
}

/** What may take long. Everything given and answered is plain data, since it goes from one thread to another. */
export interface TaskTypes {
  read: { given: Read; answer: PatientCase };
  review: { given: Read; answer: { patientCase: PatientCase; review: Review } };
  fhir: { given: { text: string; today: string; most: number }; answer: FhirEntry };
  pdf: {
    given: { model: ReportModel; leaflet: Leaflet | null; variant: ReportVariant; paper: PaperSize };
    answer: Uint8Array<ArrayBuffer>;
  };
  rerun: { given: { signed: SignedReview }; answer: Rerun };
  "document-pdf": { given: { document: ReportDocument; paper: PaperSize }; answer: Uint8Array<ArrayBuffer> };
}
export type TaskName = keyof TaskTypes;
export type Given<Name extends TaskName> = TaskTypes[Name]["given"];
export type Answer<Name extends TaskName> = TaskTypes[Name]["answer"];
type Tasks = { [Name in TaskName]: (given: Given<Name>) => Answer<Name> | Promise<Answer<Name>> };

/** A failed check is told to the clinician as a finding, and to the operator here, without a word of the case. */
const onFailure: OnFailure = (check, error) => console.error("check failed:", check, placeOf(error));

/** The work itself, the same in this thread and in another. */
export const TASKS: Tasks = {
  read: ({ input, today, pieces }) => readCase(input, loadKnowledge(), today, pieces),
  review: ({ input, today, pieces }) => reviewInput(input, { knowledge: loadKnowledge(), today, pieces, onFailure }),
  fhir: ({ text, today, most }) => {
    const knowledge = loadKnowledge();
    return fhirEntry(text, { asOf: today, most, conditionIdOf: (code) => conditionIdOf(knowledge, code) });
  },
  pdf: async ({ model, leaflet, variant, paper }) =>
    new Uint8Array(await renderPdf({ model, leaflet }, variant, paper)),
  rerun: ({ signed }) => rerunOf(signed, loadKnowledge()),
  "document-pdf": async ({ document, paper }) => new Uint8Array(await documentPdf(document, { paper })),
};
