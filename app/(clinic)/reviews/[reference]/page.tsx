import type { Metadata } from "next";
import { pageSession } from "@/app/(clinic)/_session/page-session";
import { crampChartOf } from "@/lib/report/cramps/cramp-chart";
import { listAudit } from "@/lib/store/audit";
import { earlierReviews } from "@/lib/store/reviews/follow-up";
import { listUsers } from "@/lib/store/accounts/users";
import { CrampChartFigure } from "../_followup/cramp-chart";
import { SinceSection } from "../_followup/since-section";
import { HistorySection } from "../_review/history-section";
import { ReviewPage } from "../_review/review-page";
import { TimelineSection } from "../_timeline/timeline-section";
import { displayInstant } from "@/lib/domain/display-date";
import { mayDo } from "@/lib/auth/permissions";
import type { CurrentSession } from "@/lib/auth/current-session";
import type { ReviewRecord } from "@/lib/store/reviews/review-record";
import { coSignaturesOf, type CoSignature } from "@/lib/store/reviews/co-sign";
import { pageView } from "@/app/_view-models/review/signed-view";
import { historyLines } from "@/app/_view-models/history/history-view";
import { pageReview } from "@/app/(clinic)/reviews/_page/page-review";

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Review ${(await params).reference}` };
}

/** One review, draft or signed; a follow-up with what changed since the review before it. The charts are drawn here, without script. */
export default async function ShowReviewPage({ params }: Props) {
  const session = await pageSession("review.open");
  const record = await pageReview(session, params, "review");
  const [earlier, audit, users, coSignatures] = await Promise.all([
    earlierReviews(session.scope, record),
    // What was done to it; who opened it is for the auditor and would push the rest off the list.
    listAudit(session.scope, { subject: record.reference, without: ["review.view"] }),
    listUsers(session.scope),
    record.signedAt === null ? [] : coSignaturesOf(session.scope, record.id),
  ]);
  const nameOf = (userId: string | null) => users.find(({ id }) => id === userId)?.displayName ?? "the operator";
  const { patientCase } = record;
  const { view, since, timeline } = await pageView(session, record, earlier);
  const chart = crampChartOf([...earlier, record]);
  const names = patientCase.medications.flatMap((piece) =>
    piece.medications.flatMap(({ ingredients }) => ingredients.map(({ name }) => name)),
  );
  const figure = chart === null ? null : <CrampChartFigure chart={chart} names={names} />;
  return (
    <ReviewPage
      key={`${view.reference}-${view.version}-${view.status}`}
      view={view}
      coSigned={coSignatures.map(({ by, at }) => `${by}, ${displayInstant(at, session.organisation.timeZone)}`)}
      mayCoSign={mayCoSignNow(session, record, coSignatures)}
      followUp={
        since === null ? (
          figure
        ) : (
          <SinceSection since={since} reference={view.reference} isDraft={view.status === "draft"}>
            {figure}
          </SinceSection>
        )
      }
      timeline={<TimelineSection timeline={timeline} />}
      history={<HistorySection lines={historyLines(audit, nameOf, session.organisation.timeZone)} />}
    />
  );
}

/** Whether the button is offered; `coSign` refuses everything else. */
function mayCoSignNow({ user }: CurrentSession, record: ReviewRecord, already: readonly CoSignature[]): boolean {
  if (record.status !== "signed" || record.signedBy?.id === user.id) return false;
  return mayDo(user.role, "review.co-sign") && !already.some(({ byId }) => byId === user.id);
}
