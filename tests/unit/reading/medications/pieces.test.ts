import { describe, expect, it } from "vitest";
import { ingredientsOf, medications, read } from "./read";

const statuses = (text: string): string[] => read(text).map((piece) => piece.status);

describe("one medication a piece, however the list is laid out", () => {
  const drugs = ["furosemide", "lisinopril", "metformin"];
  it.each([
    ["lines", "Lasix 40 mg daily\nlisinopril 10 mg daily\nmetformin 500 mg b.i.d."],
    ["numbers", "1. Lasix 40 mg daily\n2) lisinopril 10 mg daily\n(3) metformin 500 mg b.i.d."],
    ["numbers in one line", "1. Lasix 40 mg daily 2. lisinopril 10 mg 3. metformin 500 mg"],
    ["bullets", "• Lasix 40 mg\n- lisinopril 10 mg\n* metformin 500 mg"],
    ["tick boxes", "[ ] Lasix 40 mg\n[x] lisinopril 10 mg\n☐ metformin 500 mg"],
    ["commas", "Lasix 40 mg daily, lisinopril 10 mg daily, metformin 500 mg twice a day"],
    ["semicolons", "Lasix 40 mg; lisinopril 10 mg; metformin 500 mg"],
    ["and", "Lasix and lisinopril and also metformin"],
    ["nothing between", "Lasix 40 mg daily lisinopril 10 mg daily metformin 500 mg bid"],
    ["tabs", "Lasix\t40 mg\tdaily\nlisinopril\t10 mg\tdaily\nmetformin\t500 mg\tbid"],
    ["two columns", "Lasix 40 mg          lisinopril 10 mg\nmetformin 500 mg"],
    ["a sentence", "She takes Lasix 40 mg daily, lisinopril 10 mg daily and metformin."],
    ["tray times", "08:00 Lasix 40mg x1 · lisinopril 10mg x1\n18:00 metformin 500mg x2"],
    [
      "wrapped directions",
      "Lasix 40 mg tablet Take 1 tablet by mouth\n  every morning.\nlisinopril 10 mg\n  tablet daily\nmetformin 500 mg",
    ],
  ])("%s", (_, text) => {
    expect(ingredientsOf(text)).toEqual(drugs);
    expect(
      read(text)
        .filter((piece) => piece.status === "recognised")
        .every((piece) => piece.medications.length === 1),
    ).toBe(true);
  });

  it("a name that runs over a line's end is one name", () => {
    expect(ingredientsOf("potassium\nchloride 20 mEq daily\naspirin 81 mg")).toEqual(["potassium chloride", "aspirin"]);
  });

  it("the heads of a table and of a section are not medications, and stay visible", () => {
    const pieces = read("HOME MEDICATIONS:\nMedication\tSig\tDispense\tRefill\nLasix 40 mg\t1 daily\t30\t3");
    expect(pieces.map((piece) => piece.status)).toEqual(["not-medication", "not-medication", "recognised"]);
    expect(pieces[2]?.text).toContain("30");
  });

  it("record-system exports keep their directions with the drug", () => {
    const [piece, ...others] = read(
      "torsemide (DEMADEX) 20 mg tablet Take 1 tablet (20 mg total) by mouth 2 (two) times a day. Dispense: 180 tablet; Refill: 3",
    );
    expect(others).toEqual([]);
    expect(piece?.medications[0]).toMatchObject({
      strength: "20 mg",
      form: "tablet",
      route: "oral",
      frequency: "twice daily",
    });
  });
});

describe("what is no drug stays in sight", () => {
  it.each([
    "CPAP nightly",
    "multivitamin daily",
    "home oxygen 2 L",
    "NKDA",
    "No known drug allergies",
    "No current medications",
    "Nil regular",
    "compression stockings",
    "low salt diet",
    "flu vaccine in October",
    "Ensure tid",
  ])("%s is not a medication", (text) => {
    expect(statuses(text)).toEqual(["not-medication"]);
  });

  it.each(["water pill", "a statin", "NSAID prn", "blood thinner", "Qwertyzol 10 mg daily"])(
    "%s is not recognised",
    (text) => {
      expect(statuses(text)).toEqual(["unrecognised"]);
    },
  );

  it("a thing beside drugs is a piece of its own", () => {
    const pieces = read("Lasix, multivitamin, Ensure tid and aspirin");
    expect(pieces.map((piece) => piece.status)).toEqual([
      "recognised",
      "not-medication",
      "not-medication",
      "recognised",
    ]);
  });

  it("nothing but white space has no pieces; anything else has one", () => {
    expect(read("  \n\t ")).toEqual([]);
    expect(read("🙂")).toHaveLength(1);
    expect(read("\u200b")).toHaveLength(1);
    expect(medications("---")).toEqual([]);
  });
});

describe("places in the text", () => {
  it("are UTF-16 offsets into the text as given, whatever stands before", () => {
    const text = "🙂 ½ ﬁ\nＬａｓｉｘ 40 mg";
    const piece = read(text).at(-1);
    expect(piece?.medications[0]?.ingredients[0]?.name).toBe("furosemide");
    expect(text.slice(piece?.start, piece?.end)).toBe("Ｌａｓｉｘ 40 mg");
  });
});
