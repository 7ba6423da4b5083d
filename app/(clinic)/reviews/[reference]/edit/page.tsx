import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { pageSession } from "@/app/(clinic)/_session/page-session";
import { EntryPage } from "../../_entry/entry-page";
import { pageReview } from "@/app/(clinic)/reviews/_page/page-review";
import { previewOf } from "@/lib/clinic/preview";
import { readingViewOf } from "@/app/_view-models/entry/read-entry";

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Edit ${(await params).reference}` };
}

/** Goes on with a draft where it was left. What is signed is shown instead. */
export default async function EditReviewPage({ params }: Props) {
  const session = await pageSession("review.edit");
  const record = await pageReview(session, params, "edit");
  if (record.status !== "draft") redirect(`/reviews/${record.reference}`);
  const { reference, version, input, localReference, patientCase, review, updatedAt } = record;
  return (
    <EntryPage
      key={reference}
      stored={{
        reference,
        version,
        input,
        localReference,
        preview: previewOf(patientCase, review),
        savedAt: updatedAt,
      }}
      firstReading={readingViewOf(input, patientCase, loadKnowledge())}
      timeZone={session.organisation.timeZone}
    />
  );
}
