import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  anyHeld,
  anyUnsent,
  forgetHeld,
  heldChanges,
  holdUnsent,
  registerChanges,
  sendPending,
} from "@/app/(clinic)/_session/pending-changes";

/** What a page typed: unsent until `sent` is set. */
function typed(isSent = false) {
  const changes = {
    sent: isSent,
    hasUnsaved: () => !changes.sent,
    flush: vi.fn(() => Promise.resolve((changes.sent = true))),
    pause: vi.fn(),
  };
  return changes;
}
const open = (key: string, changes: ReturnType<typeof typed>) => registerChanges({ key, name: () => key, changes });

beforeEach(forgetHeld);

describe("a page that fails", () => {
  it("leaves what was typed for the page that comes back, and it goes on being sent", async () => {
    const changes = typed();
    open("CC-0001", changes)();
    expect([heldChanges("CC-0001"), heldChanges("CC-0002"), anyUnsent(), anyHeld()]).toEqual([
      changes,
      null,
      true,
      true,
    ]);
    expect(changes.pause).not.toHaveBeenCalled();
    await sendPending();
    expect([changes.sent, heldChanges("CC-0001"), anyUnsent()]).toEqual([true, null, false]);
  });

  it("gives nothing back that is on the server: the page reads it there", () => {
    open("CC-0001", typed(true))();
    expect([heldChanges("CC-0001"), anyHeld()]).toEqual([null, false]);
  });

  it("that comes back takes its changes off what is held", () => {
    const changes = typed();
    open("CC-0001", changes)();
    const close = open("CC-0001", changes);
    expect([anyHeld(), anyUnsent()]).toEqual([false, true]);
    changes.sent = true;
    close();
    expect(anyUnsent()).toBe(false);
  });
});

describe("a session that ends", () => {
  it("holds what is open and what a failed page left, each once, and sends neither by itself", () => {
    const [failed, here] = [typed(), typed()];
    open("CC-0001", failed)();
    const close = open("CC-0002", here);
    expect(holdUnsent()).toEqual(["CC-0001", "CC-0002"]);
    close();
    expect([failed.pause, here.pause].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
    expect([heldChanges("CC-0001"), heldChanges("CC-0002")]).toEqual([failed, here]);
    forgetHeld();
    expect([anyHeld(), heldChanges("CC-0002")]).toEqual([false, null]);
  });
});
