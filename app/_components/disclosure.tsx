"use client";

import { Button } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import styles from "./disclosure.module.css";

/** A button that shows a small panel under it: closed by Esc, by a click elsewhere and when the focus leaves it. */
export function Disclosure({
  label,
  name,
  subtle = false,
  children,
}: {
  label: ReactNode;
  /** Spoken name where the label is not enough. */ name?: string;
  subtle?: boolean;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();

  useEffect(() => {
    if (!open) return;
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", onPointerDown);
    return () => document.removeEventListener("pointerdown", onPointerDown);
  }, [open]);

  return (
    <div
      ref={root}
      className={styles.root}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
      onBlur={(event) => {
        if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <Button
        ref={button}
        variant={subtle ? "subtle" : "default"}
        aria-expanded={open}
        aria-controls={panelId}
        aria-label={name}
        rightSection={<IconChevronDown size={16} stroke={1.75} aria-hidden />}
        onClick={() => setOpen(!open)}
      >
        {label}
      </Button>
      <div id={panelId} className={styles.panel} hidden={!open}>
        {children}
      </div>
    </div>
  );
}
