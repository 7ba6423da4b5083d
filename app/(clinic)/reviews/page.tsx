import type { Metadata } from "next";
import { pageSession } from "@/app/(clinic)/_session/page-session";
import { listReviews } from "@/lib/store/worklist";
import { WorklistQuery, WorklistView } from "@/lib/store/worklist-query";
import { Worklist } from "./_worklist/worklist";
import { worklistAnswer } from "./_worklist/worklist-answer";

export const metadata: Metadata = { title: "Reviews" };

type Props = { searchParams: Promise<{ view?: string | string[] }> };

/** The worklist: what needs me first. The view is in the address; what is searched for never is. */
export default async function ReviewsPage({ searchParams }: Props) {
  const session = await pageSession();
  const view = WorklistView.safeParse((await searchParams).view);
  const query = WorklistQuery.parse({ view: view.success ? view.data : "needs-me" });
  const first = worklistAnswer(await listReviews(session.scope, query), session.organisation.timeZone);
  const needsMe = query.view === "needs-me" ? first.total : (await listReviews(session.scope, WorklistQuery.parse({ view: "needs-me", pageSize: 1 }))).total;
  const all = await listReviews(session.scope, WorklistQuery.parse({ view: "all", pageSize: 1 }));
  const examples = await listReviews(session.scope, WorklistQuery.parse({ view: "all", pageSize: 1, filters: { hideExamples: true } }));
  return (
    <>
      <Worklist first={first} query={query} needsMe={needsMe} totalEver={all.total} hasExamples={all.total > examples.total} />
    </>
  );
}
