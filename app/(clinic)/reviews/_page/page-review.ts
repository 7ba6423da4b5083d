import { notFound } from "next/navigation";
import type { CurrentSession } from "@/lib/auth/current-session";
import type { ReviewRecord } from "@/lib/store/reviews/review-record";
import { getReview } from "@/lib/store/reviews/reviews";

/** The review of a page's address, or the 404 page: the same for one that does not exist and one of another organisation. */
export async function pageReview(
  session: CurrentSession,
  params: Promise<{ reference: string }>,
): Promise<ReviewRecord> {
  const { reference } = await params;
  const record = /^CC-\d{1,9}$/.test(reference) ? await getReview(session.scope, reference) : null;
  if (record === null) notFound();
  return record;
}
