import type { Metadata } from "next";
import { loadKnowledge } from "@/lib/knowledge/load";
import { pageSession } from "@/app/(clinic)/_session/page-session";
import { ReviewPage } from "../_review/review-page";
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
  const view = buildReviewView(record, session.organisation, loadKnowledge());
  return <ReviewPage key={`${view.reference}-${view.version}-${view.status}`} view={view} />;
}
