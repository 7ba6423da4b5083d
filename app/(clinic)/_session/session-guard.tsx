"use client";

import { useCallback, useEffect, useRef, useState, type ReactNode } from "react";
import { callApi, SIGNED_OUT_EVENT } from "@/app/_http/call-api";
import { useLoadedPart } from "@/app/_components/use-loaded-part";
import { signOut } from "@/app/_shell/sign-out";
import { anyHeld, anyUnsent, forgetHeld, holdUnsent, sendPending } from "./pending-changes";
import { sessionChannel } from "@/app/_shell/session-channel";
import { SessionClock, type SessionMoment } from "./session-clock";

const loadDialog = () => import("./idle-dialog").then((part) => part.IdleDialog);
const loadScreen = () => import("./signed-out-screen").then((part) => part.SignedOutScreen);

const TICK_MS = 1_000;
/** How often use is told to the server; other tabs hear of it as often. */
const TELL_MS = 60_000;
const KEPT_MS = 30 * 60_000;
/** Loaded ahead, since the network may be gone when they are needed. */
const LOAD_AHEAD_MS = 60_000;
const USES = ["keydown", "input", "pointerdown", "wheel", "touchstart"] as const;

type Shown = SessionMoment | { kind: "signed-out"; kept: readonly string[]; keptUntil: string };

/**
 * Keeps the session while somebody is there, asks two minutes before it ends, and takes everything clinical off the page when
 * it is over. What could not be sent stays in memory for half an hour; the same person signing in gets it back.
 * @param remainingMs until the session ends at the latest, from the server's clock
 */
export function SessionGuard({
  userId,
  idleMinutes,
  remainingMs,
  children,
}: {
  userId: string;
  idleMinutes: number;
  remainingMs: number;
  children: ReactNode;
}) {
  const [shown, setShown] = useState<Shown>({ kind: "open" });
  const { Part: IdleDialog, ask: askDialog } = useLoadedPart(loadDialog);
  const { Part: SignedOutScreen, ask: askScreen } = useLoadedPart(loadScreen);
  const clock = useRef<SessionClock | null>(null);
  const over = useRef(false);
  const warned = useRef(false);

  const end = useCallback(() => {
    if (over.current) return;
    over.current = true;
    const kept = holdUnsent();
    const keptUntil = new Date(Date.now() + KEPT_MS).toLocaleTimeString("en-GB", {
      hour: "2-digit",
      minute: "2-digit",
    });
    setShown({ kind: "signed-out", kept, keptUntil });
    void askScreen();
    const ended = callApi("/api/session", {}, { method: "DELETE", keepalive: true });
    if (kept.length === 0 && navigator.onLine) void ended.then(toSignIn);
  }, [askScreen]);

  const check = useCallback(() => {
    if (over.current || clock.current === null) return;
    const moment = clock.current.at(Date.now());
    if (moment.kind === "over") return end();
    if (moment.kind === "warning" && !warned.current) void Promise.all([sendPending(), askDialog(), askScreen()]);
    warned.current = moment.kind === "warning";
    setShown((now) => (same(now, moment) ? now : moment));
  }, [end, askDialog, askScreen]);

  const extend = useCallback(() => {
    clock.current?.use(Date.now());
    check();
  }, [check]);

  useEffect(() => {
    clock.current = new SessionClock({ now: Date.now(), idleMs: idleMinutes * 60_000, remainingMs });
    let told = Date.now();
    const channel = sessionChannel((message) => (message === "used" ? extend() : end()));
    const onUse = (event: Event) => {
      // In the last two minutes keys extend; the pointer has the buttons of the question.
      const signsOut =
        event.target instanceof Element &&
        event.target.closest("[data-sign-out]") !== null &&
        event instanceof KeyboardEvent &&
        event.key === "Enter";
      if (over.current || signsOut || (warned.current && event.type !== "keydown")) return;
      extend();
      if (Date.now() - told < TELL_MS) return;
      told = Date.now();
      channel.say("used");
      void callApi("/api/session", {});
    };
    const onSignedOut = () => {
      // The entry page says by itself what waits to be sent, and goes on in place.
      if (!anyUnsent()) end();
    };
    const timer = setInterval(check, TICK_MS);
    const ahead = setTimeout(() => void Promise.all([askDialog(), askScreen()]), LOAD_AHEAD_MS);
    USES.forEach((type) => window.addEventListener(type, onUse, { capture: true, passive: true }));
    document.addEventListener("visibilitychange", check);
    window.addEventListener(SIGNED_OUT_EVENT, onSignedOut);
    return () => {
      channel.close();
      clearInterval(timer);
      clearTimeout(ahead);
      USES.forEach((type) => window.removeEventListener(type, onUse, { capture: true }));
      document.removeEventListener("visibilitychange", check);
      window.removeEventListener(SIGNED_OUT_EVENT, onSignedOut);
    };
  }, [check, extend, end, askDialog, askScreen, idleMinutes, remainingMs]);

  const stay = useCallback(() => {
    extend();
    void callApi("/api/session", {});
  }, [extend]);

  const back = useCallback(async () => {
    const answer = await callApi<{ userId: string }>("/api/session", {});
    if (!answer.ok || answer.data.userId !== userId) {
      forgetHeld();
      leaveFor("/reviews");
      return;
    }
    over.current = false;
    clock.current = new SessionClock({ now: Date.now(), idleMs: idleMinutes * 60_000, remainingMs });
    setShown({ kind: "open" });
  }, [userId, idleMinutes, remainingMs]);

  useForgetLater(shown.kind === "signed-out" && shown.kept.length > 0);

  if (shown.kind === "signed-out")
    return SignedOutScreen === null ? (
      <p role="alert">You were signed out. Nothing is lost. Sign in again.</p>
    ) : (
      <SignedOutScreen kept={shown.kept} keptUntil={shown.keptUntil} onSignedIn={() => void back()} />
    );
  return (
    <>
      {children}
      {shown.kind === "warning" && IdleDialog && (
        <IdleDialog
          secondsLeft={shown.secondsLeft}
          atItsLatest={shown.atItsLatest}
          onStay={stay}
          onSignOut={() => void sendPending().then(signOut)}
        />
      )}
    </>
  );
}

/** While something is kept, the browser asks before the tab is closed; after half an hour it is forgotten. */
function useForgetLater(keeping: boolean): void {
  useEffect(() => {
    if (!keeping) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (anyHeld()) event.preventDefault();
    };
    const timer = setTimeout(() => {
      forgetHeld();
      leaveFor("/sign-in");
    }, KEPT_MS);
    window.addEventListener("beforeunload", ask);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("beforeunload", ask);
    };
  }, [keeping]);
}

function same(now: Shown, next: SessionMoment): boolean {
  return (
    now.kind === next.kind &&
    (now.kind !== "warning" || next.kind !== "warning" || now.secondsLeft === next.secondsLeft)
  );
}

function toSignIn(): void {
  leaveFor(`/sign-in?callbackUrl=${encodeURIComponent(window.location.pathname)}`);
}

/** A new document: nothing of this one stays in memory. */
function leaveFor(path: string): void {
  window.location.replace(path);
}
