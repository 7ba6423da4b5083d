import { describe, expect, it } from "vitest";
import { EMPTY_ENTRY, type EntryFields } from "@/app/(clinic)/reviews/_entry/entry-fields";
import { lastStep, UNDO_STEPS, withStep, type UndoStep } from "@/app/(clinic)/reviews/_entry/_draft/undo-steps";

const act = (
  steps: readonly UndoStep[],
  entry: EntryFields,
  patch: Partial<EntryFields>,
  part: UndoStep["part"] = "conditions",
) => ({ steps: withStep(steps, entry, patch, { part, words: "done" }), entry: { ...entry, ...patch } });

describe("steps that can be undone", () => {
  it("go back to the fields as they were, newest first", () => {
    const one = act([], EMPTY_ENTRY, { conditions: ["a"] });
    const two = act(one.steps, one.entry, { conditions: ["a", "b"] });
    expect(lastStep(two.steps, two.entry)?.back).toEqual({ conditions: ["a"] });
    const undone = { ...two.entry, ...lastStep(two.steps, two.entry)?.back };
    expect(lastStep(two.steps.slice(0, 1), undone)?.back).toEqual({ conditions: [] });
  });

  it("are twenty at most", () => {
    let now: { steps: readonly UndoStep[]; entry: EntryFields } = { steps: [], entry: EMPTY_ENTRY };
    for (let count = 1; count <= 25; count += 1)
      now = act(now.steps, now.entry, { conditions: [...now.entry.conditions, String(count)] });
    expect(now.steps).toHaveLength(UNDO_STEPS);
    expect(now.steps[0]?.back.conditions).toHaveLength(5);
  });

  it("are given up where something was typed or merged over them since", () => {
    const one = act([], EMPTY_ENTRY, { labs: "K 3.1" }, "results");
    expect(lastStep(one.steps, one.entry)).not.toBeNull();
    expect(lastStep(one.steps, { ...one.entry, labs: "K 3.1\nNa 138" })).toBeNull();
  });

  it("are found by their part", () => {
    const one = act([], EMPTY_ENTRY, { labs: "K 3.1" }, "results");
    const two = act(one.steps, one.entry, { conditions: ["a"] });
    expect(lastStep(two.steps, two.entry, "results")?.back).toEqual({ labs: "" });
    expect(lastStep(two.steps, two.entry, "list")).toBeNull();
  });
});
