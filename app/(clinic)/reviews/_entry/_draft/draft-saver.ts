import type { CaseInput } from "@/lib/domain/case";
import type { ApiAnswer } from "@/app/_http/call-api";
import type { EntryFields, FieldName } from "@/app/(clinic)/reviews/_entry/entry-fields";
import { firstState, isUnsaved, next, type SaverEvent, type SaverState, type SaveRequest } from "./draft-machine";
import type { DraftState, SavedDraft } from "./draft-state";
import type { Choice } from "./merge-entries";

/** Sends one save; `draftId` names a draft that has no reference yet, so that the same one sent twice is made once. */
export type Send = (request: SaveRequest & { draftId: string }) => Promise<ApiAnswer<SavedDraft>>;

/**
 * Keeps one draft on the server: saves within two seconds of the last key, one save at a time, tries again while the
 * network is down, merges what somebody else changed field by field and stops to ask where both changed the same field.
 * What is not acknowledged stays in memory only. What happens when is decided by `next` (draft-machine.ts); here is the
 * clock, the sending, and who listens.
 */
export class DraftSaver {
  private state: SaverState;
  private readonly send: Send;
  private readonly draftId: string;
  private readonly listeners = new Set<() => void>();
  private timer: { at: number; stop: () => void } | null = null;
  private onWay: { request: SaveRequest; answered: Promise<void> } | null = null;

  constructor(start: Parameters<typeof firstState>[0] & { draftId: string; send: Send }) {
    this.state = firstState(start);
    this.draftId = start.draftId;
    this.send = start.send;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): DraftState => this.state.draft;

  /** What of the stored entry the page does not draw. */
  untouched(): CaseInput | null {
    return this.state.kept;
  }

  /** Takes a change of the user. */
  change(patch: Partial<EntryFields>): void {
    this.on({ kind: "changed", patch, now: Date.now() });
  }

  /** Whether anything typed is not on the server. */
  hasUnsaved(): boolean {
    return isUnsaved(this.state);
  }

  /** Saves now and says whether everything is on the server. */
  async flush(): Promise<boolean> {
    this.on({ kind: "flush" });
    while (this.onWay !== null) await this.onWay.answered;
    return !this.hasUnsaved();
  }

  /** Answers one conflict; when none is left, what was chosen is saved. */
  choose(field: FieldName, choice: Choice): void {
    this.on({ kind: "chosen", field, choice });
  }

  /** Sends nothing by itself until `retry`: the session is over, and whoever signs in next may be somebody else. */
  pause(): void {
    this.on({ kind: "paused" });
  }

  /** After signing in again, or when the network says it is back. */
  retry(): void {
    this.on({ kind: "retry" });
  }

  /** A new draft version was made for the changes that came too late. */
  continueAs(reference: string, version: number): void {
    this.on({ kind: "continued", reference, version });
  }

  dismissMerged(): void {
    this.on({ kind: "merge-seen" });
  }

  private on(event: SaverEvent): void {
    const before = this.state.draft;
    this.state = next(this.state, event);
    this.setTimer(this.state.dueAt);
    const { sending } = this.state;
    if (sending !== null && sending !== this.onWay?.request)
      this.onWay = { request: sending, answered: this.sendOnce(sending) };
    if (sending === null) this.onWay = null;
    if (this.state.draft !== before) this.listeners.forEach((listener) => listener());
  }

  private async sendOnce(request: SaveRequest): Promise<void> {
    this.on({ kind: "answered", answer: await this.answerTo(request), now: Date.now() });
  }

  private async answerTo(request: SaveRequest): Promise<ApiAnswer<SavedDraft>> {
    try {
      return await this.send({ ...request, draftId: this.draftId });
    } catch {
      return { ok: false, kind: "unreachable" };
    }
  }

  private setTimer(at: number | null): void {
    if (this.timer?.at === at) return;
    this.timer?.stop();
    this.timer = null;
    if (at === null) return;
    const timer = setTimeout(() => this.on({ kind: "flush" }), Math.max(0, at - Date.now()));
    this.timer = { at, stop: () => clearTimeout(timer) };
  }
}
