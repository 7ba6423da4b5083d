import { describe, expect, it } from "vitest";
import { readContext } from "@/lib/intake/read-context";

const TODAY = "2026-11-22";

describe("readContext", () => {
  it("takes what is not given as not entered, never as no", () => {
    const { context, unread } = readContext(undefined, TODAY);
    expect(context).toMatchObject({
      asOf: TODAY,
      jurisdiction: "US",
      ageYears: null,
      sex: "unknown",
      pregnant: null,
      dialysis: null,
      symptoms: {},
    });
    expect(context.cramps).toEqual({ onset: null, perWeek: null, timing: null, site: null });
    expect(unread).toEqual([]);
  });

  it("keeps the given date and country", () => {
    const { context } = readContext({ asOf: "2026-01-31", jurisdiction: "UK" }, TODAY);
    expect(context).toMatchObject({ asOf: "2026-01-31", jurisdiction: "UK" });
  });

  it.each([
    ["sex", "F", "female"],
    ["sex", "Male", "male"],
    ["jurisdiction", "uk", "UK"],
    ["ageYears", "67", 67],
    ["asOf", "2026-03-04T10:00:00Z", "2026-03-04"],
  ])("understands %s written as %s", (key, written, meant) => {
    const { context, unread } = readContext({ [key]: written }, TODAY);
    expect(context).toHaveProperty(key, meant);
    expect(unread).toEqual([]);
  });

  it.each([
    ["sex", "banana"],
    ["ageYears", -4],
    ["ageYears", "old"],
    ["jurisdiction", "FR"],
    ["pregnant", "perhaps"],
    ["asOf", "yesterday"],
  ])("reports %s = %s and leaves the field not entered", (key, value) => {
    const { context, unread } = readContext({ [key]: value }, TODAY);
    expect(unread).toEqual([
      { text: String(value), where: `context.${key}`, status: "not understood", suggestions: [] },
    ]);
    expect(readContext({}, TODAY).context).toEqual(context);
  });

  it("reckons the age from the birth year", () => {
    expect(readContext({ birthYear: 1953 }, TODAY).context).toMatchObject({ birthYear: 1953, ageYears: 73 });
  });

  it("prefers an age that is given to one that is reckoned", () => {
    expect(readContext({ birthYear: 1953, ageYears: 72 }, TODAY).context.ageYears).toBe(72);
  });

  it("questions a birth year in the future", () => {
    const { context, unread } = readContext({ birthYear: 2031 }, TODAY);
    expect(context).toMatchObject({ birthYear: null, ageYears: null });
    expect(unread).toEqual([{ text: "2031", where: "context.birthYear", status: "in the future", suggestions: [] }]);
  });

  it("reads yes, no, true and false, and keeps unknown apart from no", () => {
    const { context } = readContext(
      { pregnant: true, dialysis: "No", symptoms: { weakness: "yes", darkUrine: false, fever: "unknown" } },
      TODAY,
    );
    expect(context).toMatchObject({
      pregnant: true,
      dialysis: false,
      symptoms: { weakness: "yes", darkUrine: "no", fever: "unknown" },
    });
  });

  it("keeps a symptom that it does not know by name", () => {
    expect(readContext({ symptoms: { itching: "yes" } }, TODAY).context.symptoms).toEqual({ itching: "yes" });
  });

  it.each([
    [{ shoeSize: 43 }, "context.shoeSize"],
    [{ cramps: { colour: "red" } }, "context.cramps.colour"],
    [{ symptoms: { weakness: "a bit" } }, "context.symptoms.weakness"],
    [{ symptoms: "weak" }, "context.symptoms"],
    [{ cramps: [1] }, "context.cramps"],
    ["not an object", "context"],
  ])("reports what it cannot read in %j", (value, where) => {
    expect(readContext(value, TODAY).unread.map((entry) => entry.where)).toEqual([where]);
  });

  it("reads the history of the cramps", () => {
    const { context } = readContext(
      { cramps: { onset: "2026-04", perWeek: 5, timing: "night", site: "calves" } },
      TODAY,
    );
    expect(context.cramps).toEqual({ onset: "2026-04", perWeek: 5, timing: "night", site: "calves" });
  });
});
