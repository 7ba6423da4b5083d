import type { CurrentSession } from "@/lib/auth/current-session";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import type { Knowledge } from "@/lib/knowledge/schema";
import { readSignedReview } from "@/lib/report/signed/read-signed";
import { rerunOf, rerunSentence } from "@/lib/report/signed/rerun";
import { timelineOf, type DrawnTimeline } from "@/lib/report/timeline/timeline";
import { keptReport, type MadeReport } from "@/lib/store/reviews/kept-reports";
import { earlierReviews } from "@/lib/store/reviews/follow-up";
import type { ReviewRecord } from "@/lib/store/reviews/review-record";
import { signedDocument } from "@/lib/store/reviews/signing";
import type { FollowUpChanges } from "@/app/_view-models/history/since-view";
import { timelineEvents } from "@/app/_view-models/history/timeline-events";
import { buildReviewView } from "./build-review-view";
import { keptPageText, readKeptPage } from "./kept-page";
import type { ReviewView } from "./review-view";
import { describeNotKept, withoutContent } from "./stored-only";

const PAGE = { variant: "review", format: "page" } as const;
/** Differences named on the page; the rest is one click away. */
const NAMED = 3;

export interface PageView {
  readonly view: ReviewView;
  readonly since: FollowUpChanges | null;
  readonly timeline: DrawnTimeline;
}

type Session = Pick<CurrentSession, "scope" | "organisation">;

/** The page of a review: a draft's by the knowledge of today, a signed one's as it was signed. */
export async function pageView(
  session: Session,
  record: ReviewRecord,
  earlier: readonly ReviewRecord[],
  knowledge: Knowledge = loadKnowledge(),
): Promise<PageView> {
  if (record.signedAt === null) return drawn(session, record, earlier, knowledge);
  const plain = drawnAsSigned(session, record, earlier, knowledge);
  const kept = await keptReport(session.scope, record.reference, PAGE);
  const differsToday = await differences(session, record, knowledge);
  if (kept === null) return { ...plain, view: { ...plain.view, differsToday } };
  const page = readKeptPage(Buffer.from(kept.bytes).toString("utf8"));
  return {
    since: plain.since,
    timeline: page.timeline,
    view: { ...plain.view, ...page.view, pageNotKept: false, differsToday },
  };
}

/** The page of a review that is about to be signed, for keeping. */
export async function pageToKeep(
  session: Session,
  record: ReviewRecord,
  knowledge: Knowledge = loadKnowledge(),
): Promise<MadeReport[]> {
  const earlier = await earlierReviews(session.scope, record);
  const { view, timeline } = drawnAsSigned(session, record, earlier, knowledge);
  // Judged under another version than today's and not judged again: its classes and windows cannot be told any more.
  if (view.pageNotKept) return [];
  return [{ ...PAGE, paper: null, bytes: Buffer.from(keptPageText({ view, timeline }), "utf8") }];
}

/** By the knowledge it was signed with, where that is the one of today; else by what was stored alone. */
function drawnAsSigned(session: Session, record: ReviewRecord, earlier: readonly ReviewRecord[], knowledge: Knowledge) {
  if (record.review.knowledgeVersion === knowledge.version) return drawn(session, record, earlier, knowledge);
  const page = drawn(session, record, earlier, withoutContent(knowledge));
  return { ...page, view: describeNotKept(page.view, record), timeline: timeline(session, record, earlier, null) };
}

function drawn(
  session: Session,
  record: ReviewRecord,
  earlier: readonly ReviewRecord[],
  knowledge: Knowledge,
): PageView {
  const { view, since } = buildReviewView(record, session.organisation, knowledge, earlier.at(-1) ?? null);
  return { view, since, timeline: timeline(session, record, earlier, knowledge) };
}

function timeline(
  { organisation }: Session,
  record: ReviewRecord,
  earlier: readonly ReviewRecord[],
  knowledge: Knowledge | null,
): DrawnTimeline {
  const { patientCase, review } = record;
  const events = timelineEvents([...earlier, record], organisation.timeZone);
  return timelineOf({ patientCase, review, knowledge, events });
}

async function differences(
  { scope }: Session,
  record: ReviewRecord,
  knowledge: Knowledge,
): Promise<ReviewView["differsToday"]> {
  if (record.review.knowledgeVersion === knowledge.version) return null;
  const stored = await signedDocument(scope, record.reference);
  if (stored === null) return null;
  const rerun = rerunOf(readSignedReview(stored.document), knowledge);
  const sentences = rerun.differences.map(({ sentence }) => sentence);
  return {
    sentence: rerunSentence(rerun),
    first: sentences.slice(0, NAMED),
    more: Math.max(0, sentences.length - NAMED),
  };
}
