"use client";

import dynamic from "next/dynamic";
import { useCallback, useEffect, useState } from "react";
import { focusNextNeed } from "@/app/(clinic)/reviews/_entry/next-need";
import { useLetterKeys } from "@/app/_shell/letter-keys";
import styles from "./palette.module.css";

/** Loaded when first asked for. */
const Palette = dynamic(() => import("./palette").then((part) => part.Palette));
const KeysList = dynamic(() => import("./keys-list").then((part) => part.KeysList));

type Open = "palette" | "keys" | null;

/** “Search or jump to”, and the keys that work on every page: Ctrl K, F8, “?”. */
export function PaletteButton({ isAdministrator }: { isAdministrator: boolean }) {
  const [open, setOpen] = useState<Open>(null);
  const letters = useLetterKeys();
  const close = useCallback(() => setOpen(null), []);
  const showKeys = useCallback(() => setOpen("keys"), []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector("dialog[open]") !== null) return;
      const inField = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]") !== null;
      if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) setOpen("palette");
      else if (event.key === "?" && letters && !inField) setOpen("keys");
      else if (event.key !== "F8" || !focusNextNeed(document, event.shiftKey ? -1 : 1)) return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [letters]);

  return (
    <>
      <button type="button" className={styles.trigger} aria-haspopup="dialog" aria-keyshortcuts="Control+K" onClick={() => setOpen("palette")}>
        <span className={styles.wide}>Search or jump to</span><span className={styles.narrow}>Search</span>
        <kbd className={styles.key} aria-hidden="true">Ctrl K</kbd>
      </button>
      {open === "palette" && <Palette isAdministrator={isAdministrator} onClose={() => setOpen((now) => (now === "palette" ? null : now))} onKeys={showKeys} />}
      {open === "keys" && <KeysList onClose={close} />}
    </>
  );
}
