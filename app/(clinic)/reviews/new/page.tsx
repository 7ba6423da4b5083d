import type { Metadata } from "next";
import { pageSession } from "@/app/(clinic)/_session/page-session";
import { EntryPage } from "../_entry/entry-page";

export const metadata: Metadata = { title: "New review" };

/** A new review; it becomes a draft at its first save. */
export default async function NewReviewPage() {
  const session = await pageSession("review.edit");
  return <EntryPage stored={null} firstReading={null} timeZone={session.organisation.timeZone} />;
}
