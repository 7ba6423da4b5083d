import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readStoredContent } from "@/lib/domain/stored/stored-case";
import { upcastTo, type StoredKind } from "@/lib/domain/stored/upcast";
import { readSignedFile, readSignedReview } from "@/lib/report/signed/read-signed";
import { signedReviewFile } from "@/lib/report/signed/signed-review";
import { verifySigned } from "@/lib/report/signed/verify";
import { ORDINARY } from "@/tests/unit/report/cases";
import { signedReview } from "@/tests/unit/report/signed-fixture";

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** A kind with two versions behind it: a field was renamed, then one came that nobody had filled in before. */
const KIND: StoredKind = {
  name: "letter",
  current: "3",
  unstated: "1",
  versionField: "schemaVersion",
  upcasters: [
    { from: "1", to: "2", upcast: ({ colour, ...rest }) => ({ ...rest, color: colour }) },
    { from: "2", to: "3", upcast: (document) => document },
  ],
};
const Letter = z.object({ color: z.string(), signs: z.array(z.string()).optional() });

describe("a stored document of an earlier schema version", () => {
  it("is read step by step, whichever version it states, and one without a version as the first", () => {
    expect(Letter.parse(upcastTo(KIND, { colour: "grey" }))).toEqual({ color: "grey" });
    expect(Letter.parse(upcastTo(KIND, { schemaVersion: "1", colour: "grey" }))).toEqual({ color: "grey" });
    expect(Letter.parse(upcastTo(KIND, { schemaVersion: "2", color: "grey" }))).toEqual({ color: "grey" });
    expect(upcastTo(KIND, { schemaVersion: "3", color: "grey" })).toEqual({ schemaVersion: "3", color: "grey" });
  });

  it("gains nothing that nobody signed", () => {
    expect(Letter.parse(upcastTo(KIND, { colour: "grey" }))).not.toHaveProperty("signs");
    const { documentVersion: _none, ...signed } = signedReview(ORDINARY);
    const read = readSignedReview(JSON.stringify(signed));
    expect({ ...read, documentVersion: undefined }).toEqual({ ...signed, documentVersion: undefined });
  });

  it("is refused, not guessed at, where its version is not known", () => {
    expect(() => upcastTo(KIND, { schemaVersion: "9" })).toThrow(/version 9, which is not known/);
    const { input, patientCase, review } = signedReview(ORDINARY);
    const newer = { ...review, schemaVersion: "99.0.0" };
    expect(() => readStoredContent({ input, patientCase, result: newer })).toThrow(/99\.0\.0/);
  });
});

describe("a signed file of before the document stated its version", () => {
  it("is read and verified as unaltered", async () => {
    const { documentVersion: _none, ...signed } = signedReview(ORDINARY);
    const document = JSON.stringify(signed);
    const file = signedReviewFile({ document, digest: sha256(document) });
    expect(readSignedFile(JSON.parse(file))?.document.reference).toBe(signed.reference);
    expect((await verifySigned(file, sha256)).result).toBe("unaltered");
  });

  it("of a version to come is not called a review of ours", () => {
    const document = { ...signedReview(ORDINARY), documentVersion: "9.0.0" };
    const file = { format: "crampcheck-signed-review", formatVersion: 1, digest: {}, document };
    expect(readSignedFile(file)).toBeNull();
  });
});
