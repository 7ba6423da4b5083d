"use client";

import { useEffect, useState } from "react";
import { describeSaveStatus, type SaveStatus } from "@/app/_view-models/save-status";
import styles from "./save-state.module.css";

const TICK_MS = 5_000;

const clock = (instant: number) =>
  new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(instant);

/** The save state in words. What needs attention is announced at once, the rest politely; the passing seconds are not. */
export function SaveState({ status }: { status: SaveStatus }) {
  // Null until the browser has the clock: the server's seconds would differ from the browser's.
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    if (status.kind !== "saved") return;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [status]);
  const urgent = status.kind === "refused" || status.kind === "conflict" || status.kind === "offline";
  const words = describeSaveStatus(status, now, clock);
  return (
    <span className={styles.state} data-urgent={urgent || undefined} data-save-state={status.kind}>
      <span aria-hidden="true">{words}</span>
      <span className="cc-visually-hidden" role={urgent ? "alert" : "status"}>
        {status.kind === "saved" ? "Saved" : words}
      </span>
    </span>
  );
}
