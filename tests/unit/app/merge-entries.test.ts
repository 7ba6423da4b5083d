import { describe, expect, it } from "vitest";
import { EMPTY_ENTRY, type EntryFields } from "@/app/(clinic)/reviews/_entry/entry-fields";
import { canKeepBoth, mergeEntries, resolveConflict } from "@/app/(clinic)/reviews/_entry/_draft/merge-entries";

const base: EntryFields = { ...EMPTY_ENTRY, medications: "Furosemide 40 mg", conditions: ["I10"], birthYear: "1953" };

describe("merging two people's edits", () => {
  it("takes a field from the only side that changed it, and says which came from the other", () => {
    const merged = mergeEntries(base, { ...base, perWeek: "5" }, { ...base, site: "left calf" });
    expect(merged.entry).toMatchObject({ perWeek: "5", site: "left calf", medications: "Furosemide 40 mg" });
    expect(merged.conflicts).toEqual([]);
    expect(merged.takenFromThem).toEqual(["site"]);
  });

  it("is no conflict when both made the same change, as after a save whose answer was lost", () => {
    const changed = { ...base, medications: "Furosemide 80 mg" };
    expect(mergeEntries(base, changed, { ...changed })).toEqual({ entry: changed, conflicts: [], takenFromThem: [] });
  });

  it("keeps mine and asks where both changed the same field", () => {
    const mine = { ...base, medications: "Furosemide 80 mg" };
    const merged = mergeEntries(base, mine, { ...base, medications: "Furosemide 20 mg" });
    expect(merged.entry.medications).toBe("Furosemide 80 mg");
    expect(merged.conflicts).toEqual([{ field: "medications", mine: "Furosemide 80 mg", theirs: "Furosemide 20 mg" }]);
  });

  it("compares lists and answers by content", () => {
    const merged = mergeEntries(
      base,
      { ...base, conditions: ["I10", "E11.9"] },
      { ...base, conditions: ["I10", "N18.3"] },
    );
    expect(merged.conflicts).toEqual([{ field: "conditions", mine: "I10\nE11.9", theirs: "I10\nN18.3" }]);
  });
});

describe("answering a conflict", () => {
  const mine = { ...base, medications: "a\nb", conditions: ["I10", "E11.9"], birthYear: "1953" };
  const theirs = { ...base, medications: "a\nc", conditions: ["I10", "N18.3"], birthYear: "1954" };

  it("keeps mine or theirs whole", () => {
    expect(resolveConflict(mine, theirs, "birthYear", "mine").birthYear).toBe("1953");
    expect(resolveConflict(mine, theirs, "birthYear", "theirs").birthYear).toBe("1954");
  });

  it("keeps both for lists and text, each line once", () => {
    expect(resolveConflict(mine, theirs, "medications", "both").medications).toBe("a\nb\nc");
    expect(resolveConflict(mine, theirs, "conditions", "both").conditions).toEqual(["I10", "E11.9", "N18.3"]);
  });

  it("offers both only where both can stand", () => {
    expect(canKeepBoth("medications")).toBe(true);
    expect(canKeepBoth("birthYear")).toBe(false);
  });
});
