import type { Metadata } from "next";
import { displayInstant } from "@/lib/domain/display-date";
import { loadKnowledge } from "@/lib/knowledge/load";
import { reportText } from "@/lib/report/report-text";
import { dateIn } from "@/lib/store/organisation";
import { pageSession } from "@/app/(clinic)/_session/page-session";
import { PatientBanner } from "@/app/_shell/patient-banner";
import { SignForm } from "../../_sign/sign-form";
import { Signed } from "../../_sign/signed";
import { pageReview } from "../../_views/page-review";
import { reportOf } from "../../_views/report-of";
import { signView } from "../../_views/sign-view";
import styles from "../../_sign/sign.module.css";

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Sign ${(await params).reference}` };
}

/** Check before signing; afterwards the same page says that it is signed and what can be done with it. */
export default async function SignReviewPage({ params }: Props) {
  const session = await pageSession();
  const record = await pageReview(session, params);
  const { timeZone } = session.organisation;
  const now = new Date();
  const view = signView(record, session.user.displayName, session.organisation, loadKnowledge(), now.toISOString());
  const signed = record.signedAt === null ? null : `Signed by ${record.signedBy?.displayName ?? "a clinician"} ${displayInstant(record.signedAt, timeZone)}`;
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
          <Signed reference={record.reference} statusWords={signed} recordText={reportText(await reportOf(session, record.reference))} followUpDue={record.followUpDue} today={dateIn(timeZone, now)} />
        )}
      </main>
    </>
  );
}
