import type { Metadata } from "next";
import { loadKnowledge } from "@/lib/knowledge/load";
import { pageSession } from "@/app/(clinic)/_session/page-session";
import { timelineOf } from "@/lib/report/timeline";
import { ReviewPage } from "../_review/review-page";
import { TimelineSection } from "../_timeline/timeline-section";
import { buildReviewView } from "../_views/build-review-view";
import { pageReview } from "../_views/page-review";

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Review ${(await params).reference}` };
}

/** One review, draft or signed. */
export default async function ShowReviewPage({ params }: Props) {
  const session = await pageSession();
  const record = await pageReview(session, params);
  const knowledge = loadKnowledge();
  const view = buildReviewView(record, session.organisation, knowledge);
  const timeline = <TimelineSection timeline={timelineOf({ patientCase: record.patientCase, review: record.review, knowledge })} />;
  return <ReviewPage key={`${view.reference}-${view.version}-${view.status}`} view={view} timeline={timeline} />;
}
