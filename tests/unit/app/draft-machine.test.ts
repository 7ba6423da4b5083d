import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newDraftId } from "@/app/(clinic)/reviews/_entry/_draft/draft-id";
import { firstState, next, type SaverEvent, type SaverState } from "@/app/(clinic)/reviews/_entry/_draft/draft-machine";
import type { SavedDraft } from "@/app/(clinic)/reviews/_entry/_draft/draft-state";
import { EMPTY_ENTRY, inputFromEntry } from "@/app/(clinic)/reviews/_entry/entry-fields";
import type { ApiAnswer } from "@/app/_http/call-api";

const START = firstState({
  entry: EMPTY_ENTRY,
  reference: null,
  version: 0,
  preview: null,
  kept: null,
  savedAt: null,
});
const run = (events: SaverEvent[], from: SaverState = START): SaverState => events.reduce(next, from);
const preview = { counts: { "act-now": 0, review: 0, consider: 0, info: 0 }, notFlagged: 0 };
const refusal = (code: string, status: number, body: Record<string, unknown> = {}): ApiAnswer<SavedDraft> => ({
  ok: false,
  kind: "refused",
  code,
  message: code,
  status,
  body,
});
const theirs = {
  current: {
    reference: "CC-1",
    version: 9,
    input: inputFromEntry({ ...EMPTY_ENTRY, site: "calf", medications: "theirs" }, null),
    localReference: null,
    status: "draft",
    changedBy: "Dr Lind",
    changedAt: "2026-11-22T14:31:00Z",
  },
};

const text = fc.constantFrom("", "furosemide", "amlodipine 5 mg");
const now = fc.integer({ min: 0, max: 60_000 });
const answer: fc.Arbitrary<ApiAnswer<SavedDraft>> = fc.oneof(
  fc
    .integer({ min: 1, max: 9 })
    .map((version) => ({ ok: true, data: { reference: "CC-1", version, preview } }) as const),
  fc.constantFrom(
    { ok: false, kind: "unreachable" } as const,
    refusal("internal", 500),
    refusal("signed-out", 401),
    refusal("bad-input", 422),
    refusal("conflict", 409, theirs),
    refusal("already-signed", 409),
  ),
);
const event: fc.Arbitrary<SaverEvent> = fc.oneof(
  fc.record({ kind: fc.constant("changed" as const), patch: fc.record({ medications: text }), now }),
  fc.record({ kind: fc.constant("answered" as const), answer, now }),
  fc.record({
    kind: fc.constant("chosen" as const),
    field: fc.constant("medications" as const),
    choice: fc.constantFrom("mine" as const, "theirs" as const, "both" as const),
  }),
  fc.record({ kind: fc.constant("continued" as const), reference: fc.constant("CC-2"), version: fc.constant(1) }),
  fc.constantFrom<SaverEvent[]>({ kind: "flush" }, { kind: "paused" }, { kind: "retry" }, { kind: "merge-seen" }),
);
const events = fc.array(event, { maxLength: 40 });

describe("the saving of a draft, whatever happens in whatever order", () => {
  const check = (property: fc.IProperty<[SaverEvent[]]>) => fc.assert(property, { numRuns: 500, seed: 11 });

  it("has one save on the way: nothing but its answer takes its place", () => {
    check(
      fc.property(events, (all) => {
        let state = START;
        for (const one of all) {
          const after = next(state, one);
          if (state.sending !== null && one.kind !== "answered") expect(after.sending).toBe(state.sending);
          state = after;
        }
      }),
    );
  });

  it("loses nothing typed: it is on the server, on the way, waited for, or the page says what it waits for", () => {
    check(
      fc.property(events, (all) => {
        const { draft, base, sending, dueAt, paused } = run(all);
        const isSaved = draft.entry === base;
        const asks = draft.conflicts.length > 0 || draft.signedMeanwhile !== null || draft.status.kind === "refused";
        expect(isSaved || sending !== null || dueAt !== null || paused || asks).toBe(true);
      }),
    );
  });

  it("says saved only of what is on the server", () => {
    check(
      fc.property(events, (all) => {
        const { draft, base } = run(all);
        if (draft.status.kind === "saved") expect(draft.entry).toBe(base);
      }),
    );
  });

  it("sends nothing while somebody has to choose between two versions, nor over what was signed", () => {
    check(
      fc.property(events, (all) => {
        let state = START;
        for (const one of all) {
          const after = next(state, one);
          const begins = after.sending !== null && after.sending !== state.sending;
          if (begins) expect([after.draft.conflicts, after.draft.signedMeanwhile]).toEqual([[], null]);
          state = after;
        }
      }),
    );
  });

  it("changes no state that it was given", () => {
    check(
      fc.property(events, (all) => {
        const before = run(all);
        const copy = structuredClone(before);
        for (const one of all) next(before, one);
        expect(before).toEqual(copy);
      }),
    );
  });
});

it("goes on with the draft that was made though its answer was lost, when somebody changed it meanwhile", () => {
  const state = run([
    { kind: "changed", patch: { perWeek: "5" }, now: 0 },
    { kind: "flush" },
    { kind: "answered", answer: refusal("conflict", 409, theirs), now: 0 },
    { kind: "flush" },
  ]);
  expect(state.sending).toMatchObject({ reference: "CC-1", baseVersion: 9, entry: { perWeek: "5", site: "calf" } });
});

describe("the pace of saving", () => {
  const typed = (at: number): SaverEvent => ({ kind: "changed", patch: { medications: String(at) }, now: at });

  it.each([
    [[0], 700],
    [[0, 500], 1_200],
    [[0, 500, 1_000], 1_600],
    [[0, 500, 1_000, 1_599], 1_600],
  ])("after keys at %j ms is due at %i ms", (keys, due) => {
    expect(run(keys.map(typed)).dueAt).toBe(due);
  });

  it("tries again after 1, 2, 4, 8 and 15 seconds, and every 15 from then on", () => {
    let state = run([typed(0)]);
    const waits = Array.from({ length: 7 }, () => {
      state = run([{ kind: "flush" }, { kind: "answered", answer: { ok: false, kind: "unreachable" }, now: 0 }], state);
      return state.dueAt;
    });
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  });
});

it("a draft's own name is a UUID of version 4, another one each time", () => {
  const ids = Array.from({ length: 200 }, newDraftId);
  expect(ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual(
    [],
  );
  expect(new Set(ids).size).toBe(200);
});
