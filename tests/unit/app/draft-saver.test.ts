import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DraftSaver, type Send } from "@/app/(clinic)/reviews/_entry/_draft/draft-saver";
import type { SavedDraft } from "@/app/(clinic)/reviews/_entry/_draft/draft-state";
import { EMPTY_ENTRY, inputFromEntry, type EntryFields } from "@/app/(clinic)/reviews/_entry/entry-fields";
import type { ApiAnswer } from "@/app/_http/call-api";

type Answer = ApiAnswer<SavedDraft>;
const preview = { counts: { "act-now": 0, review: 0, consider: 0, info: 0 }, notFlagged: 0 };
const ok = (version: number): Answer => ({ ok: true, data: { reference: "CC-1", version, preview } });
const refused = (code: string, body: Record<string, unknown> = {}): Answer => ({
  ok: false,
  kind: "refused",
  status: 409,
  code,
  message: code,
  body,
});

function saverWith(answers: Answer[]): {
  saver: DraftSaver;
  sent: { entry: EntryFields; reference: string | null; baseVersion: number }[];
} {
  const sent: { entry: EntryFields; reference: string | null; baseVersion: number }[] = [];
  const send: Send = ({ entry, reference, baseVersion }) => {
    sent.push({ entry, reference, baseVersion });
    return Promise.resolve(answers.shift() ?? ok(sent.length));
  };
  return {
    sent,
    saver: new DraftSaver({
      entry: EMPTY_ENTRY,
      reference: null,
      version: 0,
      preview: null,
      kept: null,
      savedAt: null,
      draftId: "0",
      send,
    }),
  };
}

const theirs = (entry: Partial<EntryFields>, version: number) => ({
  current: {
    reference: "CC-1",
    version,
    input: inputFromEntry({ ...EMPTY_ENTRY, ...entry }, null),
    localReference: null,
    status: "draft",
    changedBy: "Dr Lind",
    changedAt: "2026-11-22T14:31:00Z",
  },
});

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("autosave", () => {
  it("saves within two seconds even while somebody keeps typing", async () => {
    const { saver, sent } = saverWith([]);
    for (let key = 0; key < 20; key += 1) {
      saver.change({ medications: "x".repeat(key + 1) });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(sent.length).toBeGreaterThan(0);
    expect(saver.snapshot().reference).toBe("CC-1");
  });

  it("never has two saves on the way, and the second starts from the version of the first", async () => {
    let answer: (value: Answer) => void = () => undefined;
    const sent: number[] = [];
    const send: Send = ({ baseVersion }) => {
      sent.push(baseVersion);
      return new Promise((resolve) => (answer = resolve));
    };
    const saver = new DraftSaver({
      entry: EMPTY_ENTRY,
      reference: "CC-1",
      version: 3,
      preview: null,
      kept: null,
      savedAt: 0,
      draftId: "0",
      send,
    });
    saver.change({ medications: "a" });
    await vi.advanceTimersByTimeAsync(2_000);
    saver.change({ medications: "ab" });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toEqual([3]);
    answer(ok(4));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toEqual([3, 4]);
  });

  it("makes one draft when several wait for a save that fails, and each is told that nothing is saved", async () => {
    const waiting: ((value: Answer) => void)[] = [];
    const sent: (string | null)[] = [];
    const send: Send = ({ reference }) => {
      sent.push(reference);
      return new Promise((resolve) => waiting.push(resolve));
    };
    const saver = new DraftSaver({
      entry: EMPTY_ENTRY,
      reference: null,
      version: 0,
      preview: null,
      kept: null,
      savedAt: null,
      draftId: "0",
      send,
    });
    saver.change({ medications: "furosemide 40 mg" });
    const flushes = [saver.flush(), saver.flush(), saver.flush()];
    await vi.advanceTimersByTimeAsync(0);
    waiting.shift()?.({ ok: false, kind: "unreachable" });
    await vi.advanceTimersByTimeAsync(0);
    expect([sent.length, waiting.length]).toEqual([2, 1]);
    waiting.shift()?.({ ok: false, kind: "unreachable" });
    expect(await Promise.all(flushes)).toEqual([false, false, false]);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(waiting).toHaveLength(1);
    waiting.shift()?.(ok(1));
    await vi.advanceTimersByTimeAsync(5_000);
    expect([sent, saver.hasUnsaved()]).toEqual([[null, null, null], false]);
  });

  it("takes a send that throws for a network that is down", async () => {
    const saver = new DraftSaver({
      entry: EMPTY_ENTRY,
      reference: "CC-1",
      version: 1,
      preview: null,
      kept: null,
      savedAt: 0,
      draftId: "0",
      send: () => {
        throw new Error("made up");
      },
    });
    saver.change({ medications: "a" });
    expect(await saver.flush()).toBe(false);
    expect(saver.snapshot().status.kind).toBe("offline");
  });

  it("sends nothing by itself once it is paused, and goes on when it is told to", async () => {
    const { saver, sent } = saverWith([{ ok: false, kind: "unreachable" }]);
    saver.change({ medications: "a" });
    await vi.advanceTimersByTimeAsync(800);
    expect(saver.snapshot().status.kind).toBe("offline");
    saver.pause();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    saver.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect([sent.length, saver.hasUnsaved()]).toEqual([2, false]);
  });

  it("says saved only when what stands in the fields is on the server", async () => {
    const { saver } = saverWith([]);
    expect(saver.snapshot().status.kind).toBe("untouched");
    saver.change({ medications: "a" });
    expect(saver.snapshot().status.kind).toBe("unsaved");
    expect(saver.hasUnsaved()).toBe(true);
    await saver.flush();
    expect(saver.snapshot().status.kind).toBe("saved");
    expect(saver.hasUnsaved()).toBe(false);
  });
});

describe("a network that is down", () => {
  it("is said with the number of fields changed, and is tried again until it works", async () => {
    const { saver, sent } = saverWith([{ ok: false, kind: "unreachable" }, { ok: false, kind: "unreachable" }, ok(1)]);
    saver.change({ medications: "a" });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saver.snapshot().status).toMatchObject({ kind: "offline", changes: 1, serverFailed: false });
    saver.change({ medications: "ab" });
    expect(saver.snapshot().status).toMatchObject({ changes: 1 });
    saver.change({ site: "calf" });
    expect(saver.snapshot().status).toMatchObject({ kind: "offline", changes: 2 });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(saver.snapshot().status.kind).toBe("saved");
    expect(sent.at(-1)?.entry.medications).toBe("ab");
  });

  it("counts a failure of the server as one that may pass", async () => {
    const { saver } = saverWith([
      { ok: false, kind: "refused", status: 503, code: "database-unavailable", message: "", body: {} },
    ]);
    saver.change({ medications: "a" });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saver.snapshot().status).toMatchObject({ kind: "offline", serverFailed: true });
  });
});

describe("somebody else", () => {
  it("who changed another field is merged and named, and the merge is saved from their version", async () => {
    const { saver, sent } = saverWith([refused("conflict", theirs({ site: "calf" }, 7)), ok(8)]);
    saver.change({ perWeek: "5" });
    await saver.flush();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(saver.snapshot().entry).toMatchObject({ perWeek: "5", site: "calf" });
    expect(saver.snapshot().merged).toMatchObject({ by: "Dr Lind", fields: ["site"] });
    expect(sent[1]).toMatchObject({ baseVersion: 7 });
    expect(saver.snapshot().status.kind).toBe("saved");
  });

  it("who changed the same field stops the saving until one chooses, and nothing is overwritten", async () => {
    const { saver, sent } = saverWith([refused("conflict", theirs({ medications: "theirs" }, 7)), ok(8)]);
    saver.change({ medications: "mine" });
    await saver.flush();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(1);
    expect(saver.snapshot().status.kind).toBe("conflict");
    expect(saver.snapshot().entry.medications).toBe("mine");
    saver.choose("medications", "both");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent[1]?.entry.medications).toBe("mine\ntheirs");
    expect(saver.snapshot().status.kind).toBe("saved");
  });

  it("who archived the draft is no other version to choose from: the reason is said", async () => {
    const { saver } = saverWith([refused("conflict")]);
    saver.change({ medications: "late" });
    await saver.flush();
    expect(saver.snapshot()).toMatchObject({
      conflicts: [],
      status: { kind: "refused", message: "conflict" },
      entry: { medications: "late" },
    });
  });

  it("who signed meanwhile is named and leaves the changes for a new version", async () => {
    const { saver, sent } = saverWith([
      refused("already-signed", { signed: { by: "Dr Lind", at: "2026-11-22T14:35:00Z" } }),
      ok(1),
    ]);
    saver.change({ medications: "late", site: "calf" });
    await saver.flush();
    expect(saver.snapshot()).toMatchObject({
      signedMeanwhile: { by: "Dr Lind", at: "2026-11-22T14:35:00Z", changes: 2 },
      entry: { medications: "late" },
    });
    saver.continueAs("CC-2", 1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent[1]).toMatchObject({ reference: "CC-2", entry: { medications: "late" } });
  });
});

describe("an ended session", () => {
  it("keeps what was typed and sends it once somebody is signed in again", async () => {
    const { saver } = saverWith([refused("signed-out"), ok(1)]);
    saver.change({ medications: "a" });
    await saver.flush();
    expect(saver.snapshot()).toMatchObject({ signedOut: true, entry: { medications: "a" } });
    saver.retry();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saver.snapshot()).toMatchObject({ signedOut: false, status: { kind: "saved" } });
  });
});
