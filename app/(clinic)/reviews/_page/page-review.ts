import { notFound } from "next/navigation";
import type { CurrentSession } from "@/lib/auth/current-session";
import { recordOpening, recordRefusal } from "@/lib/clinic/access-record";
import type { ReviewRecord } from "@/lib/store/reviews/review-record";
import { getReview } from "@/lib/store/reviews/reviews";

/**
 * The review of a page's address, or the 404 page: the same for one that does not exist and one of another organisation.
 * The opening goes on record, and so does one in vain.
 */
export async function pageReview(
  { scope }: CurrentSession,
  params: Promise<{ reference: string }>,
  page: "review" | "edit" | "sign" | "rerun",
): Promise<ReviewRecord> {
  const { reference } = await params;
  const found = /^CC-\d{1,9}$/.test(reference) ? await getReview(scope, reference) : null;
  if (found === null) {
    await recordRefusal(scope, reference);
    notFound();
  }
  await recordOpening(scope, found.reference, page);
  return found;
}
