import { describe, expect, it } from "vitest";
import { loadKnowledge } from "@/lib/knowledge/load/load-knowledge";
import type { Knowledge } from "@/lib/knowledge/schema";
import { documentText } from "@/lib/report/formats/text/document";
import { modelOfSigned } from "@/lib/report/signed/model-of-signed";
import { rerunOf, rerunSentence } from "@/lib/report/signed/rerun";
import { rerunDocument } from "@/lib/report/documents/rerun";
import { ORDINARY } from "./cases";
import { signedReview } from "./signed-fixture";

const now = loadKnowledge();

/** A later edition: one class graded lower, one interaction gone, a note of why. */
const later: Knowledge = {
  ...now,
  version: "2027.03 ffff0000",
  classes: now.classes.map((entry) =>
    entry.id === "thiazide-thiazide-like" ? { ...entry, strength: "weak" as const } : entry,
  ),
  interactions: now.interactions.filter(({ id }) => !id.startsWith("simva")),
  history: [
    {
      id: "thiazides-regraded",
      date: "2027-03-01",
      about: ["classes/thiazide-thiazide-like"],
      change: "Association strong → weak.",
      why: "A larger study was read.",
      sources: [],
    },
    ...now.history,
  ],
};

const signed = signedReview(ORDINARY);

describe("a signed review run again", () => {
  it("differs in nothing on the same knowledge", () => {
    const rerun = rerunOf(signed, now);
    expect(rerun).toMatchObject({
      differences: [],
      reread: [],
      contentChanges: [],
      from: now.version,
      to: now.version,
    });
    expect(rerunSentence(rerun)).toBe(`The knowledge base is still version ${now.version}: nothing differs.`);
  });

  it("names what differs on newer knowledge, and why, with both versions", () => {
    const rerun = rerunOf(signed, later);
    expect(rerun).toMatchObject({ from: now.version, to: later.version });
    expect(rerun.differences).toContainEqual(
      expect.objectContaining({
        kind: "strength",
        before: "strong",
        after: "weak",
        sentence: expect.stringMatching(/strength of the association was strong, is weak/),
      }),
    );
    expect(rerun.contentChanges.map(({ id }) => id)).toContain("thiazides-regraded");
    const text = documentText(
      rerunDocument(
        modelOfSigned(signed, {
          superseded: false,
          digest: "0".repeat(64),
          fallback: { id: "", organisation: "", timeZone: "UTC" },
        }),
        rerun,
      ),
    ).replace(/\s+/g, " ");
    for (const part of [
      `Signed on knowledge version ${now.version}, run again on 2027.03 ffff0000`,
      "was strong, is weak.",
      "1 Mar 2027: Association strong → weak. A larger study was read.",
      "The signed review stays as it is.",
    ])
      expect(text).toContain(part);
  });

  it("is made for the day of the signed review, so that time alone changes nothing", () => {
    expect(rerunOf(signed, later).after.asOf).toBe(signed.review.asOf);
  });

  it("leaves the signed review untouched", () => {
    const before = JSON.stringify(signed);
    rerunOf(signed, later);
    expect(JSON.stringify(signed)).toBe(before);
  });

  it("says when an entry of the list is read differently now", () => {
    const then = {
      ...signed,
      patientCase: {
        ...signed.patientCase,
        medications: signed.patientCase.medications.map((piece) =>
          piece.text.startsWith("Amlodipine") ? { ...piece, status: "unrecognised" as const, medications: [] } : piece,
        ),
      },
    };
    expect(rerunOf(then, now).reread).toEqual([
      "Read now as “Amlodipine 10 mg daily since 2019”: amlodipine",
      "Read before as “Amlodipine 10 mg daily since 2019”: unrecognised",
    ]);
  });
});
