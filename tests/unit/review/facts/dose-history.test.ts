import { describe, expect, it } from "vitest";
import type { DoseChange } from "@/lib/domain/medication";
import { dayOf, dayRangeOf } from "@/lib/review/facts/day-range";
import {
  anchorOf,
  fallsOf,
  historyOf,
  interpretChallenge,
  takenSince,
} from "@/lib/review/facts/medications/dose-history";
import { review } from "@/lib/review/review";
import { caseOf, found, idsOf, type CaseParts } from "@/tests/unit/review/fixtures/cases";
import { testKnowledge } from "@/tests/unit/review/fixtures/knowledge";

const change = (
  kind: DoseChange["kind"],
  date: string | null,
  from: string | null = null,
  to: string | null = null,
): DoseChange => ({ kind, date, from, to });
const reviewed = (parts: CaseParts) => review(caseOf(parts), testKnowledge);
const onset = (date: string) => ({ cramps: { onset: date } });

describe("the history of a dose", () => {
  it("holds the start and every change, the earliest first, in words with the amounts that were told", () => {
    const events = historyOf({
      start: "2024-05-01",
      changes: [change("decreased", "2026-11-10", "10 mg", "5 mg"), change("increased", "2026-11-01", "5 mg", "10 mg")],
    });
    expect(events.map(({ words }) => words)).toEqual([
      "started 1 May 2024",
      "increased from 5 mg to 10 mg on 1 Nov 2026",
      "decreased from 10 mg to 5 mg on 10 Nov 2026",
    ]);
  });

  it("keeps a change without a date, last, and says that no date is given", () => {
    const events = historyOf({ start: "2024", changes: [change("increased", null, null, "10 mg")] });
    expect(events.map(({ words }) => words)).toEqual(["started 2024", "increased to 10 mg, date not given"]);
    expect(events[1]?.day).toBeNull();
  });

  it("is empty where nothing is told, which is never day 0", () => {
    expect(historyOf({ start: null })).toEqual([]);
    expect(takenSince([])).toBeNull();
    expect(anchorOf([], "start-or-increase", dayRangeOf("2026-11-01"))).toBeNull();
  });

  it("counts from the latest start, restart or increase before the first cramp", () => {
    const events = historyOf({
      start: "2020-01-01",
      changes: [
        change("increased", "2026-10-01"),
        change("increased", "2026-11-20"),
        change("decreased", "2026-10-20"),
      ],
    });
    expect(anchorOf(events, "start-or-increase", dayRangeOf("2026-11-01"))?.words).toBe("increased on 1 Oct 2026");
    expect(anchorOf(events, "start", dayRangeOf("2026-11-01"))?.words).toBe("started 1 Jan 2020");
    expect(anchorOf(events, "dose-fall", dayRangeOf("2026-11-01"))?.words).toBe("decreased on 20 Oct 2026");
    expect(anchorOf(events, "none", dayRangeOf("2026-11-01"))).toBeNull();
  });

  it("counts from the first of them where all came after the cramps, so that it is not taken for a cause", () => {
    const events = historyOf({ start: "2026-11-05", changes: [change("increased", "2026-11-20")] });
    expect(anchorOf(events, "start-or-increase", dayRangeOf("2026-11-01"))?.words).toBe("started 5 Nov 2026");
  });

  it("knows falls of the dose with and without a date", () => {
    expect(
      fallsOf(
        historyOf({
          start: null,
          changes: [change("stopped", "2026-11-01"), change("decreased", null), change("increased", "2026-11-02")],
        }),
      ),
    ).toEqual([{ from: dayOf("2026-11-01"), to: dayOf("2026-11-01") }, null]);
  });
});

describe("stopping and taking again", () => {
  it("speaks for the drug where the cramps got better without it and came back with it", () => {
    const verdict = interpretChallenge({ dechallenge: "better", rechallenge: "returned" }, "simvastatin", false);
    expect(verdict).toMatchObject({ rank: 0, returned: true, refuted: false, against: [] });
    expect(verdict.supports).toEqual([
      "the cramps got better when simvastatin was stopped or lowered",
      "the cramps came back when simvastatin was taken or raised again",
    ]);
  });

  it("speaks against it where the cramps went on, unless its effect outlasts it", () => {
    expect(interpretChallenge({ dechallenge: "unchanged" }, "nifedipine", false)).toMatchObject({
      rank: 2,
      refuted: true,
    });
    const slow = interpretChallenge({ dechallenge: "unchanged" }, "omeprazole", true);
    expect(slow).toMatchObject({ rank: 1, refuted: false });
    expect(slow.against[0]).toContain("says little at first");
  });

  it("says nothing where nothing was told", () => {
    expect(interpretChallenge({}, "simvastatin", false)).toEqual({
      rank: 1,
      supports: [],
      against: [],
      returned: false,
      refuted: false,
    });
  });

  it("believes the cramps that came back more than those that did not go", () => {
    expect(interpretChallenge({ dechallenge: "unchanged", rechallenge: "returned" }, "x", false)).toMatchObject({
      returned: true,
      refuted: false,
    });
    expect(interpretChallenge({ dechallenge: "better", rechallenge: "not-returned" }, "x", false)).toMatchObject({
      refuted: true,
      rank: 2,
    });
  });
});

describe("a review by the history of the dose", () => {
  const thiazide = (more: object) => ({ ingredients: ["hydrochlorothiazide"], ...more });

  it("puts a long-standing strong class at review when its dose was raised inside the window, and says from what to what", () => {
    const finding = found(
      reviewed({
        meds: [thiazide({ start: "2015", changes: [change("increased", "2026-10-10", "12.5 mg", "25 mg")] })],
        context: onset("2026-11-01"),
      }),
      "medication:thiazide",
    );
    expect(finding).toMatchObject({ priority: "review", timing: "plausible" });
    expect(finding.reasons).toContain(
      "hydrochlorothiazide, started 2015, increased from 12.5 mg to 25 mg on 10 Oct 2026, 3 weeks before the cramps began, inside the usual window",
    );
  });

  it("keeps it at consider without the change", () => {
    expect(
      found(reviewed({ meds: [thiazide({ start: "2015" })], context: onset("2026-11-01") }), "medication:thiazide"),
    ).toMatchObject({ priority: "consider", timing: "unlikely" });
  });

  it("tells a change after the first cramp and does not count from it", () => {
    const finding = found(
      reviewed({
        meds: [thiazide({ start: "2026-09-20", changes: [change("increased", "2026-11-10")] })],
        context: onset("2026-10-10"),
      }),
      "medication:thiazide",
    );
    expect(finding.timing).toBe("plausible");
    expect(finding.reasons[0]).toBe(
      "hydrochlorothiazide, started 20 Sep 2026, 20 days before the cramps began, inside the usual window; increased on 10 Nov 2026".replace(
        "20 days",
        "3 weeks",
      ),
    );
  });

  it("says of a raise that came after the cramps that it came after, without asking whether it was the reason", () => {
    const finding = found(
      reviewed({ meds: [thiazide({ changes: [change("increased", "2026-11-10")] })], context: onset("2026-10-10") }),
      "medication:thiazide",
    );
    expect(finding.timing).toBe("unlikely");
    expect(finding.reasons[0]).toContain("the cramps began before it was increased");
  });

  it("takes a lowered dose for the fall that a withdrawal needs", () => {
    const lowered = reviewed({
      meds: [{ ingredients: ["morphine"], changes: [change("decreased", "2026-11-15", "60 mg", "20 mg")] }],
      context: onset("2026-11-17"),
    });
    expect(found(lowered, "medication:opioid-withdrawal")).toMatchObject({ timing: "plausible" });
    expect(found(lowered, "medication:opioid-withdrawal").reasons.join()).toContain(
      "fell, or it was stopped, within 14 days",
    );
    expect(found(reviewed({ meds: ["morphine"] }), "medication:opioid-withdrawal").reasons.at(-1)).toContain(
      "Only when the dose fell",
    );
  });

  it("knows from an old change of dose that a drug was taken at least that long", () => {
    const parts = { meds: [{ ingredients: ["omeprazole"], changes: [change("increased", "2026-01-01")] }] };
    expect(found(reviewed(parts), "medication:ppi").reasons).toContain("omeprazole was taken for at least 90 days");
    const young = { meds: [{ ingredients: ["omeprazole"], changes: [change("increased", "2026-11-01")] }] };
    expect(found(reviewed(young), "medication:ppi").reasons.join()).not.toContain("90 days,");
  });

  it("tells a stopped drug without which the cramps got better, although its effect does not outlast it", () => {
    const stopped = { ingredients: ["salmeterol"], use: "stopped" as const, stop: "2026-10-01" };
    expect(idsOf(reviewed({ meds: [stopped] }))).not.toContain("medication:laba");
    const better = found(reviewed({ meds: [{ ...stopped, dechallenge: "better" as const }] }), "medication:laba");
    expect(better).toMatchObject({
      priority: "consider",
      title: "Salmeterol, no longer taken: the cramps got better without it",
    });
  });

  it("puts a drug at review whose cramps came back on taking it again, and names that as the reason", () => {
    const finding = found(
      reviewed({
        meds: [thiazide({ start: "2015", dechallenge: "better", rechallenge: "returned" })],
        context: onset("2026-11-01"),
      }),
      "medication:thiazide",
    );
    expect(finding).toMatchObject({ priority: "review", timing: "plausible" });
    expect(finding.reasons.join()).toContain("came back when hydrochlorothiazide was taken or raised again");
  });

  it("says against a drug that the cramps went on without it, and does not put it at review for its start", () => {
    const refuted = found(
      reviewed({
        meds: [{ ingredients: ["salmeterol"], start: "2026-10-01", dechallenge: "unchanged" }],
        context: onset("2026-10-20"),
      }),
      "medication:laba",
    );
    expect(refuted).toMatchObject({ priority: "consider", timing: "possible" });
    expect(refuted.against[0]).toBe("The cramps did not change when salmeterol was stopped or lowered.");
  });

  it("ranks a drug that stopping spoke for before one that started inside its window", () => {
    const { findings } = reviewed({
      meds: [
        thiazide({ start: "2026-10-20" }),
        { ingredients: ["salmeterol"], start: "2015", dechallenge: "better", rechallenge: "returned" },
      ],
      context: onset("2026-11-01"),
    });
    expect(findings.filter(({ kind }) => kind === "medication").map(({ id }) => id)).toEqual([
      "medication:laba",
      "medication:thiazide",
    ]);
  });
});

describe("illness that starts the clock again", () => {
  const old = { meds: [{ ingredients: ["hydrochlorothiazide"], start: "2015" }] };

  it("makes a long-standing drug plausible where vomiting or heat came before the cramps", () => {
    for (const symptom of ["vomitingDiarrhoea", "heatExposure"]) {
      const finding = found(
        reviewed({ ...old, context: { ...onset("2026-11-18"), symptoms: { [symptom]: "yes" } } }),
        "medication:thiazide",
      );
      expect(finding.timing, symptom).toBe("plausible");
      expect(finding.reasons[0], symptom).toContain("the clock starts again with");
    }
  });

  it("does so after a fall of kidney function of a fifth, named by both results", () => {
    const labs: CaseParts["labs"] = [
      ["creatinine", 90, "umol/L", { date: "2026-06-01" }],
      ["creatinine", 130, "umol/L", { date: "2026-11-10" }],
    ];
    const finding = found(reviewed({ ...old, labs, context: onset("2026-11-18") }), "medication:thiazide");
    expect(finding.timing).toBe("plausible");
    expect(finding.reasons[0]).toContain(
      "a fall of kidney function (Creatinine 130 umol/L on 10 Nov 2026, before that Creatinine 90 umol/L on 1 Jun 2026)",
    );
  });

  it("does not for a small change, an old one, or cramps that came long before", () => {
    const small: CaseParts["labs"] = [
      ["creatinine", 90, "umol/L", { date: "2026-06-01" }],
      ["creatinine", 100, "umol/L", { date: "2026-11-10" }],
    ];
    const past: CaseParts["labs"] = [
      ["creatinine", 90, "umol/L", { date: "2026-02-01" }],
      ["creatinine", 130, "umol/L", { date: "2026-06-10" }],
    ];
    for (const labs of [small, past])
      expect(found(reviewed({ ...old, labs, context: onset("2026-11-18") }), "medication:thiazide").timing).toBe(
        "unlikely",
      );
    expect(
      found(
        reviewed({ ...old, context: { ...onset("2024-11-18"), symptoms: { vomitingDiarrhoea: "yes" } } }),
        "medication:thiazide",
      ).timing,
    ).toBe("unlikely");
  });

  it("leaves a mechanism that takes months alone", () => {
    const ppi = {
      meds: [{ ingredients: ["omeprazole"], start: "2026-10-25" }],
      context: { ...onset("2026-11-18"), symptoms: { vomitingDiarrhoea: "yes" } },
    };
    expect(found(reviewed(ppi), "medication:ppi").timing).toBe("unlikely");
  });
});
