import { Button } from "@mantine/core";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { displayDate } from "@/lib/domain/display-date";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { rerunSentence } from "@/lib/report/signed/rerun";
import { withTallMan } from "@/lib/report/text/tall-man-text";
import type { ReviewDifference } from "@/lib/review/compare/compare-reviews";
import { pageSession } from "@/app/(clinic)/_session/page-session";
import { PriorityBadge } from "@/app/_components/priority-badge";
import { PatientBanner } from "@/app/_shell/patient-banner";
import { rerunParts } from "../../_rerun/rerun-parts";
import { pageReview } from "@/app/(clinic)/reviews/_page/page-review";
import { signView } from "@/app/_view-models/review/sign-view";
import styles from "../../_sign/sign.module.css";

type Props = { params: Promise<{ reference: string }> };

const PARTS: readonly { about: ReviewDifference["about"]; title: string }[] = [
  { about: "finding", title: "Findings" },
  { about: "test", title: "Tests" },
  { about: "question", title: "Questions" },
  { about: "entry", title: "What was not read" },
];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Run again ${(await params).reference}` };
}

/** A signed review on the knowledge of now: what differs and why. It changes nothing; a new version can be made from here. */
export default async function RerunPage({ params }: Props) {
  const session = await pageSession("review.open");
  const record = await pageReview(session, params, "rerun");
  if (record.signedAt === null) redirect(`/reviews/${record.reference}`);
  const { rerun } = await rerunParts(session, record.reference);
  const { banner } = signView(record, {
    signer: session.user.displayName,
    organisation: session.organisation,
    knowledge: loadKnowledge(),
    now: record.signedAt,
  });
  return (
    <>
      <PatientBanner facts={banner} state={<span>Signed, read only</span>} />
      <main className={styles.main} id="main">
        <h1>Run {record.reference} again on the current knowledge</h1>
        <p className={styles.lead}>
          {rerunSentence(rerun)} Both are made for {displayDate(rerun.asOf)}. The signed review stays as it is.
        </p>
        <div className={styles.actions}>
          <Button component="a" href={`/reviews/${record.reference}`}>
            Show the signed review
          </Button>
          <Button component="a" href={`/reviews/${record.reference}/rerun.pdf`} target="_blank" rel="noopener">
            Open as PDF
          </Button>
          <Button component="a" href={`/reviews/${record.reference}/rerun.txt`}>
            Download as text
          </Button>
        </div>
        {PARTS.map(({ about, title }) => (
          <Differences
            key={about}
            title={title}
            differences={rerun.differences.filter((difference) => difference.about === about)}
          />
        ))}
        {rerun.reread.length > 0 && (
          <section className={styles.part}>
            <h2>Read differently now</h2>
            <ul>
              {rerun.reread.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        )}
        {rerun.contentChanges.length > 0 && (
          <section className={styles.part}>
            <h2>What changed in the knowledge base, and why</h2>
            <ul>
              {rerun.contentChanges.map(({ id, date, change, why }) => (
                <li key={id}>
                  {displayDate(date)}: {change} {why}
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
    </>
  );
}

function Differences({ title, differences }: { title: string; differences: readonly ReviewDifference[] }) {
  if (differences.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2>
        {title} ({differences.length})
      </h2>
      <ul className={styles.differences}>
        {differences.map((difference) => (
          <li key={`${difference.kind} ${difference.id} ${difference.title}`}>
            {difference.priority !== null && <PriorityBadge priority={difference.priority} />}
            <span>{withTallMan(difference.sentence)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
