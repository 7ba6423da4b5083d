import { describe, expect, it } from "vitest";
import { review } from "@/lib/review/review";
import { caseOf, unreadPiece, type CaseParts } from "@/tests/unit/review/fixtures/cases";
import { testKnowledge } from "@/tests/unit/review/fixtures/knowledge";

const ask = (parts: CaseParts) => review(caseOf(parts), testKnowledge).questions;
const onset = { cramps: { onset: "2026-11-01" } };
const answered = { symptoms: { weakness: "no", oneSidedSwelling: "no", darkUrine: "no", wasting: "no" } };

describe("the answers that would change most", () => {
  it("are three at most, and the alarms alone where nothing was found", () => {
    expect(
      ask({
        meds: ["hydrochlorothiazide", "salmeterol", "spironolactone", "simvastatin"],
        conditions: ["E87.6", "I70.2"],
      }).length,
    ).toBe(3);
    const alarms = ["Does the patient have weakness, swelling of one leg or a cold or pale limb?"];
    expect(ask({})).toEqual([]);
    expect(ask({ meds: ["paracetamol"] })).toEqual(alarms);
    expect(ask({ pieces: [unreadPiece("blue tablet")] })).toEqual(alarms);
  });

  it("begin with a value that cannot be judged, then with the dose that a limit hangs on", () => {
    const [first, second] = ask({ meds: ["simvastatin", "amlodipine"], labs: [["magnesium", 0.9]] });
    expect(first).toMatch(/^What are the value and the unit of the result\?/);
    expect(second).toBe("How much simvastatin is taken a day? The label limits it to 20 mg a day in this combination.");
  });

  it("ask for the first cramp where it is missing, naming what it is compared with, three names at most", () => {
    const [first] = ask({ meds: ["hydrochlorothiazide"] });
    expect(first).toBe(
      "When did the cramps begin? The month is enough; it can be compared with the start of hydrochlorothiazide.",
    );
    const many = ask({ meds: ["hydrochlorothiazide", "salmeterol", "spironolactone", "omeprazole"] })[0];
    expect(many).toBe(
      "When did the cramps begin? The month is enough; it can be compared with the start of hydrochlorothiazide, omeprazole or 2 others.",
    );
  });

  it("ask for the start of the drug that it could raise most: a strong class that is not at review yet", () => {
    const parts: CaseParts = { meds: ["spironolactone", "salmeterol"], context: { ...onset, ...answered } };
    expect(ask(parts)[0]).toBe("When was salmeterol started, or its dose last raised?");
    expect(
      ask({
        meds: ["spironolactone", { ingredients: ["salmeterol"], start: "2026-10-20" }],
        context: { ...onset, ...answered },
      })[0],
    ).toBe("When was spironolactone started, or its dose last raised?");
  });

  it("do not ask for the start of a drug whose dose was raised on a known day", () => {
    const raised: CaseParts = {
      meds: [
        { ingredients: ["salmeterol"], changes: [{ date: "2026-10-20", kind: "increased", from: null, to: null }] },
      ],
      context: { ...onset, ...answered },
    };
    expect(ask(raised).join()).not.toContain("started");
  });

  it("ask when a drug was stopped or held whose effect may outlast it", () => {
    const parts = (use: "stopped" | "held"): CaseParts => ({
      meds: ["salmeterol", { ingredients: ["omeprazole"], use }],
      context: { ...onset, ...answered },
    });
    expect(ask(parts("stopped"))).toContain("When was omeprazole stopped? Its effect can outlast it.");
    expect(ask(parts("held"))).toContain("When was omeprazole held? Its effect can outlast it.");
  });

  it("ask for alarm symptoms in one sentence, and not for what was answered", () => {
    const parts: CaseParts = { meds: [{ ingredients: ["simvastatin"], start: "2026-10-01" }], context: onset };
    expect(ask(parts)).toContain("Does the patient have dark urine, weakness or swelling of one leg?");
    expect(ask({ ...parts, context: { ...onset, symptoms: { darkUrine: "no", weakness: "no" } } })).toContain(
      "Does the patient have swelling of one leg?",
    );
    expect(ask({ ...parts, context: { ...onset, ...answered } }).join()).not.toContain("Does the patient have");
  });

  it("ask for the test that is wanted first, by its name in a sentence", () => {
    const parts: CaseParts = {
      meds: [{ ingredients: ["hydrochlorothiazide"], start: "2026-10-20" }],
      context: { ...onset, ...answered },
    };
    expect(ask(parts)).toContain("Is there a recent, dated result for potassium? It bears on hydrochlorothiazide.");
    expect(ask({ ...parts, labs: [["potassium", 4.2, "mmol/L", { date: "2026-11-20" }]] }).join()).not.toContain(
      "potassium",
    );
  });
});
