"use client";

import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import dialogStyles from "@/app/_components/confirm-dialog.module.css";
import { formatClock, spokenTimeLeft } from "./session-clock";

/** Two minutes before the session ends: any key extends it. The one question that comes by itself (WCAG 2.2.1). */
export function IdleDialog({
  secondsLeft,
  atItsLatest,
  onStay,
  onSignOut,
}: {
  secondsLeft: number;
  atItsLatest: boolean;
  onStay: () => void;
  onSignOut: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={dialogStyles.dialog}
      aria-labelledby="idle-title"
      aria-describedby="idle-words"
      onCancel={onStay}
    >
      <h2 id="idle-title" className={dialogStyles.title}>
        {atItsLatest ? "Twelve hours are over." : "Still there?"}
      </h2>
      <p id="idle-words">
        You will be signed out in{" "}
        <span role="timer" aria-live="off">
          {formatClock(secondsLeft)}
        </span>
        . Nothing is lost.
      </p>
      <p className="cc-visually-hidden" role="alert">
        {spokenTimeLeft(secondsLeft)}
      </p>
      <div className={dialogStyles.actions}>
        <Button variant="filled" onClick={onStay}>
          {atItsLatest ? "Go on until then" : "Stay signed in"}
        </Button>
        <Button data-sign-out onClick={onSignOut}>
          Sign out
        </Button>
      </div>
    </dialog>
  );
}
