import { describe, expect, it } from "vitest";
import { read } from "./read";

const TEXT = "lisinopril 10 mg daily\nZaroxlyn 5 mg daily\namlodipine 5 mg since 3/4/26";

describe("the clinician's own answers", () => {
  it("a name makes the piece recognised, says that the user chose it, and keeps dose and directions", () => {
    const piece = read(TEXT, "US", [{ kind: "name", text: "Zaroxlyn 5 mg daily", name: "Zaroxolyn" }])[1];
    expect(piece).toMatchObject({ status: "recognised", suggestions: [] });
    expect(piece?.medications[0]).toMatchObject({
      name: "Zaroxolyn",
      match: "user",
      strength: "5 mg",
      frequency: "daily",
      ingredients: [{ name: "metolazone" }],
    });
  });

  it("a name that is not known changes nothing", () => {
    expect(read(TEXT, "US", [{ kind: "name", text: "Zaroxlyn 5 mg daily", name: "no such drug" }])).toEqual(read(TEXT));
  });

  it("is found again by the text, wherever the line stands", () => {
    const piece = read(`aspirin 81 mg\n${TEXT}`, "US", [
      { kind: "name", text: "ZAROXLYN  5 mg daily", name: "metolazone" },
    ])[2];
    expect(piece?.medications[0]?.ingredients[0]?.name).toBe("metolazone");
  });

  it("keep-unread and not-medication take the medication away", () => {
    expect(read(TEXT, "US", [{ kind: "keep-unread", text: "lisinopril 10 mg daily" }])[0]).toMatchObject({
      status: "unrecognised",
      medications: [],
    });
    expect(read(TEXT, "US", [{ kind: "not-medication", text: "lisinopril 10 mg daily" }])[0]).toMatchObject({
      status: "not-medication",
      medications: [],
    });
  });

  it("an answered doubt is no doubt any more", () => {
    const text = "amlodipine 5 mg since 3/4/26 (seen 25/3/26 and 3/25/26)";
    expect(read(text)[0]?.medications[0]?.doubts).toHaveLength(1);
    expect(
      read(text, "US", [{ kind: "doubt", text, field: "start", choice: "2026-04-03" }])[0]?.medications[0],
    ).toMatchObject({ start: "2026-04-03", doubts: [] });
    expect(
      read(text, "US", [{ kind: "doubt", text, field: "start", choice: "soon" }])[0]?.medications[0]?.doubts,
    ).toHaveLength(1);
  });

  it("start, stop and use can be set", () => {
    const text = "lisinopril 10 mg daily";
    const piece = read(TEXT, "US", [
      { kind: "start", text, start: "2025" },
      { kind: "stop", text, stop: "2026-01" },
      { kind: "use", text, use: "stopped" },
    ])[0];
    expect(piece?.medications[0]).toMatchObject({
      start: "2025",
      stop: "2026-01",
      use: "stopped",
      useReason: "said by the clinician",
    });
  });
});
