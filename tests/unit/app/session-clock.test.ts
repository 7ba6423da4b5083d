import { afterEach, describe, expect, it, vi } from "vitest";
import {
  anyUnsent,
  forgetHeld,
  heldChanges,
  holdUnsent,
  registerChanges,
  sendPending,
} from "@/app/(clinic)/_session/pending-changes";
import { formatClock, SessionClock, spokenTimeLeft } from "@/app/(clinic)/_session/session-clock";

const MINUTE = 60_000;
const started = (remainingMs = 12 * 60 * MINUTE) => new SessionClock({ now: 1_000, idleMs: 15 * MINUTE, remainingMs });

describe("the clock of a session", () => {
  it("asks after 13 of 15 minutes without use and is over after 15", () => {
    const clock = started();
    expect(clock.at(1_000 + 13 * MINUTE - 1)).toEqual({ kind: "open" });
    expect(clock.at(1_000 + 13 * MINUTE)).toEqual({ kind: "warning", secondsLeft: 120, atItsLatest: false });
    expect(clock.at(1_000 + 15 * MINUTE - 1)).toMatchObject({ kind: "warning", secondsLeft: 1 });
    expect(clock.at(1_000 + 15 * MINUTE)).toEqual({ kind: "over" });
  });

  it("begins again with each use, and never goes back", () => {
    const clock = started();
    clock.use(1_000 + 14 * MINUTE);
    clock.use(1_000);
    expect(clock.at(1_000 + 26 * MINUTE)).toEqual({ kind: "open" });
    expect(clock.at(1_000 + 29 * MINUTE)).toEqual({ kind: "over" });
  });

  it("ends at its latest whatever the use, and says that it is so", () => {
    const clock = started(20 * MINUTE);
    clock.use(1_000 + 18.5 * MINUTE);
    expect(clock.at(1_000 + 19 * MINUTE)).toEqual({ kind: "warning", secondsLeft: 60, atItsLatest: true });
    expect(clock.at(1_000 + 20 * MINUTE)).toEqual({ kind: "over" });
  });

  it("is told aloud at two minutes, one minute and twenty seconds only", () => {
    const spoken = Array.from({ length: 120 }, (_, index) => spokenTimeLeft(120 - index));
    expect(spoken.filter((words, index) => words !== spoken[index - 1])).toEqual([
      "You will be signed out in 2 minutes.",
      "You will be signed out in 1 minute.",
      "You will be signed out in 20 seconds.",
    ]);
    expect(spoken.indexOf("You will be signed out in 1 minute.")).toBe(60);
    expect([formatClock(120), formatClock(61), formatClock(7)]).toEqual(["2:00", "1:01", "0:07"]);
  });
});

describe("changes that are not on the server", () => {
  afterEach(forgetHeld);
  const changes = (unsent: boolean) => ({
    hasUnsaved: () => unsent,
    flush: vi.fn(() => Promise.resolve(true)),
    pause: vi.fn(),
  });

  it("are sent when asked where they are not on the server, and kept under their key when they could not be", async () => {
    const [sent, unsent] = [changes(false), changes(true)];
    const leave = [
      registerChanges({ key: "CC-0001", name: () => "CC-0001", changes: sent }),
      registerChanges({ key: "new", name: () => "the new review", changes: unsent }),
    ];
    await sendPending();
    expect([sent.flush.mock.calls.length, unsent.flush.mock.calls.length]).toEqual([0, 1]);
    expect(anyUnsent()).toBe(true);
    expect(holdUnsent()).toEqual(["the new review"]);
    expect([sent.pause.mock.calls.length, unsent.pause.mock.calls.length]).toEqual([0, 1]);
    leave.forEach((stop) => stop());
    // Its page is gone, and what was typed is still to be sent.
    expect(anyUnsent()).toBe(true);
    expect(heldChanges("new")).toBe(unsent);
    expect(heldChanges("CC-0001")).toBeNull();
  });

  it("are let go when their page has them back, and when they are forgotten", () => {
    const unsent = changes(true);
    const leave = registerChanges({ key: "new", name: () => "the new review", changes: unsent });
    holdUnsent();
    leave();
    const back = registerChanges({ key: "new", name: () => "the new review", changes: unsent });
    expect(heldChanges("new")).toBeNull();
    back();
    forgetHeld();
    const again = registerChanges({ key: "CC-1", name: () => "CC-1", changes: unsent });
    holdUnsent();
    again();
    forgetHeld();
    expect(heldChanges("CC-1")).toBeNull();
  });
});
