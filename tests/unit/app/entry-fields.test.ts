import { describe, expect, it } from "vitest";
import {
  EMPTY_ENTRY,
  entryFromInput,
  inputFromEntry,
  partialDate,
  type EntryFields,
} from "@/app/(clinic)/reviews/_entry/entry-fields";
import { LIMITS } from "@/lib/domain/limits";
import { splitAtLimit } from "@/lib/intake/within-limits";

const full: EntryFields = {
  ...EMPTY_ENTRY,
  medications: "Furosemide 40 mg\nNKDA",
  resolutions: [{ kind: "keep-unread", text: "NKDA" }],
  conditions: ["I10", "gout"],
  labs: "K 2.4",
  localReference: "RX-1",
  birthYear: "1953",
  sex: "female",
  onset: "2026-04",
  perWeek: "5",
  site: "calf",
  timing: "night",
  pregnant: "no",
  dialysis: "yes",
  alcoholUnitsPerWeek: "12",
  symptoms: { darkUrine: "yes", fever: "no" },
  symptomText: "legs hurt",
};

describe("an entry and its stored form", () => {
  it("is the same after being stored and read again", () => {
    const stored = JSON.parse(JSON.stringify(inputFromEntry(full, null)));
    expect(entryFromInput(stored, "RX-1")).toEqual(full);
  });

  it("sends nothing for what was not entered, so that unknown never becomes no", () => {
    expect(inputFromEntry(EMPTY_ENTRY, null).context).toEqual({ cramps: {}, symptoms: {} });
  });

  it("keeps what came in by another door and is not drawn", () => {
    const kept = {
      medications: "",
      id: "from-fhir",
      context: { jurisdiction: "UK", asOf: "2026-11-01", birthYear: 1940 },
    };
    const input = inputFromEntry(full, kept);
    expect(input.id).toBe("from-fhir");
    expect(input.context).toMatchObject({ jurisdiction: "UK", asOf: "2026-11-01", birthYear: "1953" });
  });

  it("keeps a number that is none as it was typed, for reading to report", () => {
    expect(inputFromEntry({ ...EMPTY_ENTRY, birthYear: "19x3" }, null).context).toMatchObject({ birthYear: "19x3" });
  });

  it("shows results that came as fields as lines", () => {
    const entry = entryFromInput(
      { medications: ["a", "b"], labs: [{ name: "K", value: 2.4, unit: "mmol/L", date: "2026-11-20" }, "Mg 0.6"] },
      null,
    );
    expect(entry.medications).toBe("a\nb");
    expect(entry.labs).toBe("K 2.4 mmol/L 2026-11-20\nMg 0.6");
  });
});

describe("a list beyond the limit", () => {
  const long = Array.from({ length: LIMITS.listLines + 3 }, (_, index) => `line ${index + 1}`).join("\n");

  it("is read up to the limit, and the rest is kept word for word", () => {
    const { read, beyond, lines } = splitAtLimit(long);
    expect(read.split("\n")).toHaveLength(LIMITS.listLines);
    expect(`${read}\n${beyond}`).toBe(long);
    expect(lines).toBe(LIMITS.listLines + 3);
  });

  it("comes back whole after being stored", () => {
    const input = inputFromEntry({ ...EMPTY_ENTRY, medications: long }, null);
    expect(entryFromInput(input, null).medications).toBe(long);
  });

  it("counts bytes and not letters", () => {
    const { read } = splitAtLimit(`${"ü".repeat(LIMITS.listBytes / 2)}\nrest`);
    expect(read).toBe("");
  });

  it("leaves a short list alone", () => {
    expect(splitAtLimit("a\nb")).toEqual({ read: "a\nb", beyond: "", lines: 2 });
  });
});

describe("a date as people write it", () => {
  it.each([
    ["Apr 2026", "2026-04"],
    ["about April 2026", "2026-04"],
    ["since 3 Nov 2026", "2026-11-03"],
    ["4/2026", "2026-04"],
    ["2026", "2026"],
    ["2026-04-01", "2026-04-01"],
  ])("%s is %s", (written, stored) => expect(partialDate(written)).toBe(stored));

  it.each(["last summer", "13/2026", "2/3/26"])("%s stays as typed and is never guessed", (written) =>
    expect(partialDate(written)).toBe(written),
  );
});
