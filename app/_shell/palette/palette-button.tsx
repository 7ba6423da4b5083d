"use client";

import { useCallback, useEffect, useState } from "react";
import { focusNextNeed } from "@/app/_shell/next-open-item";
import { useLoadedPart } from "@/app/_components/use-loaded-part";
import type { OwnLink } from "@/app/_shell/own-links";
import { useLetterKeys } from "@/app/_shell/letter-keys";
import styles from "./palette.module.css";

const loadPalette = () => import("./palette").then((part) => part.Palette);
const loadKeys = () => import("./keys-list").then((part) => part.KeysList);

type Open = "palette" | "keys" | null;

/** “Search or jump to”, and the keys that work on every page: Ctrl K, F8, “?”. */
export function PaletteButton({ links }: { links: readonly OwnLink[] }) {
  const [open, setOpen] = useState<Open>(null);
  const letters = useLetterKeys();
  const { Part: Palette, ask: askPalette } = useLoadedPart(loadPalette);
  const { Part: KeysList, ask: askKeys } = useLoadedPart(loadKeys);
  const close = useCallback(() => setOpen(null), []);
  const showPalette = useCallback(() => void askPalette().then((there) => there && setOpen("palette")), [askPalette]);
  const showKeys = useCallback(() => void askKeys().then((there) => there && setOpen("keys")), [askKeys]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector("dialog[open]") !== null) return;
      const inField =
        event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]") !== null;
      if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey)
        showPalette();
      else if (event.key === "?" && letters && !inField) showKeys();
      else if (event.key !== "F8" || !focusNextNeed(document, event.shiftKey ? -1 : 1)) return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [letters, showPalette, showKeys]);

  return (
    <>
      <button
        type="button"
        className={styles.trigger}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
        onClick={showPalette}
      >
        <span className={styles.wide}>Search or jump to</span>
        <span className={styles.narrow}>Search</span>
        <kbd className={styles.key} aria-hidden="true">
          Ctrl K
        </kbd>
      </button>
      {open === "palette" && Palette && (
        <Palette links={links} onClose={() => setOpen((now) => (now === "palette" ? null : now))} onKeys={showKeys} />
      )}
      {open === "keys" && KeysList && <KeysList onClose={close} />}
    </>
  );
}
