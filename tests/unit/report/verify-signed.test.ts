import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { modelOfSigned } from "@/lib/report/signed/model-of-signed";
import { reportText } from "@/lib/report/formats/text/report";
import { SignedReview, SignedReviewFile, signedReviewFile } from "@/lib/report/signed/signed-review";
import { verifySigned } from "@/lib/report/signed/verify";
import { answerVerify } from "@/scripts/crampcheck/verify";
import { ORDINARY } from "./cases";
import { signedReview } from "./signed-fixture";

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
const document = JSON.stringify(signedReview(ORDINARY));
const file = signedReviewFile({ document, digest: sha256(document) });

describe("verifySigned", () => {
  it("finds the file unaltered and says which review it is", async () => {
    expect(await verifySigned(file, sha256)).toMatchObject({
      result: "unaltered",
      stated: sha256(document),
      computed: sha256(document),
      review: {
        reference: "CC-0412",
        localReference: "RX-1182",
        signedBy: "Dr A. Osei",
        signedAt: "2026-11-22T14:40:00.000Z",
        organisation: "Elm Surgery",
      },
    });
  });

  it("finds any single changed byte, wherever it is", async () => {
    const bytes = Buffer.from(file, "utf8");
    const places = Array.from({ length: 400 }, (_, index) => Math.floor((index / 400) * (bytes.length - 1)));
    for (const place of [...places, 0, 1, 40, 100, bytes.length - 2]) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8((changed.readUInt8(place) ^ 0x01) & 0xff, place);
      expect([place, (await verifySigned(changed.toString("utf8"), sha256)).result]).not.toEqual([place, "unaltered"]);
    }
  });

  it("calls a changed decision, a removed finding and a new signer altered", async () => {
    for (const [from, to] of [
      ['"action":"act"', '"action":"monitor"'],
      ["Dr A. Osei", "Dr B. Osei"],
      ['"value":2.4', '"value":4.2'],
    ] as const) {
      expect(file).toContain(from);
      expect(await verifySigned(file.replace(from, to), sha256)).toMatchObject({ result: "altered" });
    }
  });

  it("tells a file that was only written anew from one that was altered", async () => {
    const pretty = JSON.stringify(JSON.parse(file), null, 2);
    expect(await verifySigned(pretty, sha256)).toMatchObject({ result: "reformatted" });
    expect(await verifySigned(pretty.replace("Dr A. Osei", "Dr B. Osei"), sha256)).toMatchObject({ result: "altered" });
  });

  it("is not fooled by a second document, and knows what is no report", async () => {
    expect(await verifySigned(file.replace('"document":', '"document":{},"document":'), sha256)).not.toMatchObject({
      result: "unaltered",
    });
    for (const other of ["", "hello", "[]", "{}", "null", '{"id":1}'])
      expect(await verifySigned(other, sha256)).toMatchObject({ result: "not-a-report" });
  });

  it("on the command line says so with its exit code, and refuses bytes that are no text", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "verify-"));
    const write = (name: string, content: string | Buffer): string => {
      writeFileSync(path.join(folder, name), content);
      return path.join(folder, name);
    };
    const good = await answerVerify(write("good.json", file));
    expect(good.unaltered).toBe(true);
    expect(good.text).toMatch(
      /^Unaltered: .*\nReview CC-0412 · RX-1182 · Elm Surgery · .*\nSigned by Dr A\. Osei, 22 Nov 2026 14:40\nKnowledge version 2026/,
    );
    expect(good.text).toContain("It is not a signature");
    expect((await answerVerify(write("bad.json", file.replace("Osei", "Ossi")))).unaltered).toBe(false);
    expect(
      (await answerVerify(write("bytes.json", Buffer.concat([Buffer.from(file), Buffer.from([0xff])])))).unaltered,
    ).toBe(false);
    await expect(answerVerify(path.join(folder, "none.json"))).rejects.toThrow("cannot be read");
  });
});

describe("the file of a signed review", () => {
  it("fits its published schema and keeps the document byte for byte", () => {
    expect(SignedReviewFile.safeParse(JSON.parse(file)).success).toBe(true);
    expect(file).toContain(document);
  });

  it("makes the same report again, with what the signer ticked in words", () => {
    const state = {
      superseded: false,
      digest: sha256(document),
      fallback: { id: "x", organisation: "x", timeZone: "UTC" },
    };
    const report = reportText(modelOfSigned(SignedReview.parse(JSON.parse(document)), state));
    expect(report).toBe(reportText(modelOfSigned(SignedReview.parse(JSON.parse(document)), state)));
    expect(report).toContain("“Zaroxlyn 5mg” was not read (medications)");
    expect(report).toContain("Signed by Dr A. Osei on 22 Nov 2026 14:40");
    expect(
      reportText(modelOfSigned(SignedReview.parse(JSON.parse(document)), { ...state, superseded: true })).replace(
        /\s+/g,
        " ",
      ),
    ).toContain("superseded by a newer version");
  });
});
