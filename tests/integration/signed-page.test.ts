import { describe, expect, it } from "vitest";
import type { CurrentSession } from "@/lib/auth/current-session";
import { pageToKeep, pageView } from "@/app/_view-models/review/signed-view";
import { signView } from "@/app/_view-models/review/sign-view";
import { plainText } from "@/app/_view-models/rich-text";
import { reviewedDraft } from "@/lib/clinic/review-entry";
import { signWithReports } from "@/lib/clinic/sign";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import { createDraft } from "@/lib/store/reviews/reviews";
import { signReview } from "@/lib/store/reviews/signing";
import { madeUpSession } from "./support/made-up-session";
import { databaseForTests } from "./support/test-database";

databaseForTests();
const INPUT = {
  medications: "torasemide 10 mg daily since 2026-08-15\nterbutaline 5 mg twice daily\ncetirizine 10 mg",
  conditions: ["heart failure"],
  labs: "K 3.2 mmol/L 2026-11-20\nCr 140 umol/L 2026-11-20",
  context: { birthYear: 1952, sex: "female", cramps: { onset: "2026-09-20", perWeek: 3 } },
};

/** The knowledge base of another day: other names, windows, ranges and strengths. */
const later = structuredClone(loadKnowledge());
later.version = "2031.01 ffff";
for (const drugClass of later.classes) {
  drugClass.name = `Renamed ${drugClass.name}`;
  drugClass.onset = { ...drugClass.onset, typicalFromDays: 400, typicalToDays: 900, verified: true };
}
for (const lab of later.labs) {
  for (const range of lab.ranges) range.high = 900;
  for (const range of lab.ranges) range.low = 0;
}
for (const condition of later.conditions) condition.tellsApart = "told apart otherwise";

const draft = async (session: CurrentSession) =>
  createDraft(session.scope, { ...(await reviewedDraft(INPUT, session.organisation)), localReference: "R 3" });

describe("the page of a signed review", () => {
  it("shows classes, windows, results and causes as they were signed, whatever the knowledge base says later", async () => {
    const session = await madeUpSession("UK");
    const { reference } = await draft(session);
    const signing = { baseVersion: 1, acknowledged: [] };
    const record = await signWithReports(session, reference, signing, (toSign) => pageToKeep(session, toSign.record));
    const onTheDay = await pageView(session, record, []);
    const afterwards = await pageView(session, record, [], later);
    expect(onTheDay.view.differsToday).toBeNull();
    expect({ ...afterwards.view, differsToday: null }).toEqual(onTheDay.view);
    expect(JSON.stringify(afterwards.timeline)).toBe(JSON.stringify(onTheDay.timeline));
    expect(JSON.stringify(afterwards)).not.toMatch(/Renamed|told apart otherwise/);
    expect(afterwards.view.results.find(({ test }) => /potassium/i.test(test))).toMatchObject({ abnormal: true });
    expect(afterwards.view.findings.some(({ usualWindow }) => usualWindow !== null)).toBe(true);
  });

  it("says where the knowledge of today differs", async () => {
    const session = await madeUpSession("UK");
    const { reference } = await draft(session);
    const signing = { baseVersion: 1, acknowledged: [] };
    const record = await signWithReports(session, reference, signing, (toSign) => pageToKeep(session, toSign.record));
    const { view } = await pageView(session, record, [], later);
    expect(view.differsToday?.sentence).toMatch(/run again on 2031\.01 ffff: \d+ differences/);
    expect(view.differsToday?.first.length).toBeGreaterThan(0);
    expect(view.knowledgeVersion).toBe(loadKnowledge().version);
  });

  it("that was not kept shows what was stored, and makes up neither class nor range", async () => {
    const session = await madeUpSession("UK");
    const { reference } = await draft(session);
    const record = await signReview(session.scope, reference, { baseVersion: 1, acknowledged: [] });
    const { view, timeline } = await pageView(session, record, [], later);
    expect(view.pageNotKept).toBe(true);
    expect(view.findings.map(({ title }) => plainText(title))).toEqual(
      record.review.findings.map(({ title }) => title),
    );
    const shown = JSON.stringify({ ...view, differsToday: null });
    expect(shown).not.toMatch(/Renamed|told apart otherwise|no range in our list|No class in our knowledge base/);
    expect(view.results.map(({ reading }) => reading)).toEqual(view.results.map(() => "not kept when this was signed"));
    expect(view.medications.find(({ line }) => line.includes("torasemide"))?.parts[0]?.association).not.toBe(
      "not flagged",
    );
    expect(timeline.groups.flatMap(({ drugs }) => drugs).map(({ window }) => window)).not.toContainEqual(
      expect.anything(),
    );
    const banner = (knowledge: typeof later) =>
      signView(record, {
        signer: "Dr Roe",
        organisation: session.organisation,
        knowledge,
        now: record.signedAt ?? "",
      }).banner.further;
    expect(banner(later).join()).not.toContain("eGFR");
    expect(banner(loadKnowledge()).join()).toContain("eGFR");
  });

  it("of a draft is judged by the knowledge of today, as before", async () => {
    const session = await madeUpSession("UK");
    const record = await draft(session);
    const { view } = await pageView(session, record, [], later);
    expect(view).toMatchObject({ knowledgeChanged: true, pageNotKept: false, differsToday: null });
    expect(JSON.stringify(view)).toContain("Renamed");
  });
});
