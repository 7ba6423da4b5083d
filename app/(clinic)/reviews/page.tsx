import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { mayDo } from "@/lib/auth/permissions";
import { pageSession } from "@/app/(clinic)/_session/page-session";
import { countViews } from "@/lib/store/worklist/worklist";
import { WorklistQuery, WorklistView } from "@/lib/store/worklist/worklist-query";
import { loadWorklist } from "@/lib/clinic/worklist-page";
import { Worklist } from "./_worklist/worklist";

export const metadata: Metadata = { title: "Reviews" };

type Props = { searchParams: Promise<{ view?: string | string[] }> };

/** The worklist: what needs me first. The view is in the address; what is searched for never is. */
export default async function ReviewsPage({ searchParams }: Props) {
  // Everybody lands here after signing in; who reads the trail alone begins there.
  const who = await pageSession("account.own");
  if (!mayDo(who.user.role, "review.open") && mayDo(who.user.role, "audit.read")) redirect("/audit");
  const session = await pageSession("review.open");
  const view = WorklistView.safeParse((await searchParams).view);
  const query = WorklistQuery.parse({ view: view.success ? view.data : "needs-me" });
  const first = await loadWorklist(session, query);
  const withoutExamples = await countViews(session.scope, WorklistQuery.parse({ filters: { hideExamples: true } }));
  return (
    <Worklist
      first={first}
      query={query}
      userId={session.user.id}
      hasExamples={first.counts.all > withoutExamples.all}
    />
  );
}
