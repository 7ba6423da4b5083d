import type { Metadata } from "next";
import { displayInstant } from "@/lib/domain/display-date";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import type { CurrentSession } from "@/lib/auth/current-session";
import { dateIn } from "@/lib/store/accounts/organisation";
import type { ReviewRecord } from "@/lib/store/reviews/review-record";
import { pageSession } from "@/app/(clinic)/_session/page-session";
import { PatientBanner } from "@/app/_shell/patient-banner";
import { SignForm } from "../../_sign/sign-form";
import { Signed, type SignedView } from "../../_sign/signed";
import { pageReview } from "@/app/(clinic)/reviews/_page/page-review";
import { reportFile } from "@/lib/clinic/report-file";
import { reportParts } from "@/lib/clinic/load-report";
import { signView } from "@/app/_view-models/review/sign-view";
import styles from "../../_sign/sign.module.css";

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Sign ${(await params).reference}` };
}

/** Check before signing; afterwards the same page says that it is signed and what can be done with it. */
export default async function SignReviewPage({ params }: Props) {
  const session = await pageSession("review.open");
  const record = await pageReview(session, params, "sign");
  const { timeZone } = session.organisation;
  const now = new Date();
  const view = signView(record, {
    signer: session.user.displayName,
    organisation: session.organisation,
    knowledge: loadKnowledge(),
    now: now.toISOString(),
  });
  const signed =
    record.signedAt === null
      ? null
      : `Signed by ${record.signedBy?.displayName ?? "a clinician"} ${displayInstant(record.signedAt, timeZone)}`;
  return (
    <>
      <PatientBanner facts={view.banner} state={<span>{signed === null ? "Draft" : "Signed, read only"}</span>} />
      <main className={styles.main} id="sign">
        {signed === null ? (
          <>
            <h1>Check before you sign {record.reference}</h1>
            <p className={styles.lead}>After signing it cannot be changed; a new version can be made.</p>
            <SignForm view={view} />
          </>
        ) : (
          <Signed view={await signedView(session, record, signed)} />
        )}
      </main>
    </>
  );
}

/** What the signed page shows; the copy for the record is of the kind that was chosen. */
async function signedView(session: CurrentSession, record: ReviewRecord, statusWords: string): Promise<SignedView> {
  const parts = await reportParts(session, record.reference);
  const wanted = { variant: parts.chosen, format: "text", paper: null } as const;
  const text = await reportFile(session, record.reference, wanted);
  return {
    reference: record.reference,
    statusWords,
    recordText: Buffer.from(text.content).toString("utf8"),
    followUpDue: record.followUpDue,
    today: dateIn(session.organisation.timeZone, new Date()),
    chosen: parts.chosen,
    leaflet: parts.leaflet === null ? null : { leftOut: parts.leaflet.leftOut, notKnown: parts.leaflet.notKnown },
  };
}
