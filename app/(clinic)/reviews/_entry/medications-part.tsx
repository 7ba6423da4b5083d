"use client";

import { Button, SegmentedControl } from "@mantine/core";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ReadingState } from "@/app/_parts/reading-mark";
import type { Resolution } from "@/lib/domain/medication";
import { countsWords } from "../_views/reading-counts";
import { splitAtLimit, type EntryFields } from "./entry-fields";
import { EntryPart } from "./entry-part";
import { EXAMPLE_LIST } from "./example-list";
import { ListNotices } from "./entry-notices";
import { PasteBox } from "./paste-box";
import { ReadingPane, type PieceActions } from "./reading-pane";
import type { LiveReading } from "./use-live-reading";
import { focusNextNeed } from "./next-need";
import styles from "./entry-page.module.css";

/** Part 1: the list as typed, and what was read of it beside it. */
export function MedicationsPart({ entry, reading, onText, onAct, onSubmit }: {
  entry: EntryFields;
  reading: LiveReading;
  onText: (medications: string) => void;
  onAct: (patch: Partial<EntryFields>) => void;
  onSubmit: () => void;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const [heights, setHeights] = useState<readonly number[]>([]);
  const [side, setSide] = useState("write");
  const { view } = reading;
  const { resolutions } = entry;
  const latest = useRef(resolutions);
  useEffect(() => {
    latest.current = resolutions;
  }, [resolutions]);

  const keepHeights = useCallback((next: readonly number[]) => setHeights((now) => (same(now, next) ? now : next)), []);
  const actions = useMemo<PieceActions>(() => ({
    resolve: (resolution) => {
      onAct({ resolutions: [...latest.current.filter((other) => !replaces(resolution, other)), resolution] });
      // The next line that needs somebody takes the focus once this one has been read again.
      setTimeout(() => focusNextNeed(pane.current, 1), AFTER_READING_MS);
    },
    undo: (key) => onAct({ resolutions: latest.current.filter((other) => other.text !== key) }),
    edit: (line) => {
      setSide("write");
      requestAnimationFrame(() => placeCaret(box.current, line));
    },
    leave: () => box.current?.focus(),
  }), [onAct]);

  const marks = useMemo(() => new Map<number, ReadingState>((view?.pieces ?? []).filter((piece) => piece.questions.length > 0 || piece.state === "not-recognised").map((piece) => [piece.line, piece.state])), [view]);
  const needs = view === null ? 0 : view.pieces.filter((piece) => piece.questions.length > 0).length;
  const { beyond, lines } = splitAtLimit(entry.medications);
  const lineCount = entry.medications.trim() === "" ? 0 : lines;
  const status = lineCount === 0 ? "none entered" : needs > 0 ? `${needs} ${needs === 1 ? "needs" : "need"} you` : `${view?.counts.understood ?? 0} understood`;

  return (
    <EntryPart id="list" number={1} title="Medications" status={status}>
      <div className={styles.sideSwitch}>
        <SegmentedControl fullWidth value={side} onChange={setSide} data={[{ value: "write", label: "Write" }, { value: "read", label: needs > 0 ? `Read (${needs} ${needs === 1 ? "needs" : "need"} you)` : "Read" }]} />
      </div>
      <div className={styles.columns} data-side={side}>
        <div className={styles.write}>
          <label className={styles.columnHead} htmlFor="medications">Paste or type the list, any format</label>
          <PasteBox ref={box} value={entry.medications} onChange={onText} marks={marks} onHeights={keepHeights} describedBy="list-help" onSubmit={onSubmit} />
          <p className={styles.boxFoot} id="list-help">
            <span>{lineCount} {lineCount === 1 ? "line" : "lines"} · what you type is never rewritten</span>
            {lineCount === 0 && <Button onClick={() => onText(EXAMPLE_LIST)}>Paste an example</Button>}
          </p>
        </div>
        <div className={styles.read} ref={pane}>
          <div className={styles.columnHead}>
            <span>What we read</span>
            <span className={styles.counts} role="status">{view === null || lineCount === 0 ? "" : countsWords(view.counts)}</span>
            {needs > 0 && <Button size="xs" onClick={() => focusNextNeed(pane.current, 1)}>Next <span className={styles.keys}>&nbsp;F8</span></Button>}
          </div>
          <ListNotices lines={lineCount} beyond={beyond} noMedication={view?.noMedication === true && lineCount > 0} failed={reading.failed} />
          {view === null || lineCount === 0
            ? <p className={styles.waiting}>Each line appears here as it is read: what was understood, what needs you, and what is not recognised. No line is dropped.</p>
            : <ReadingPane view={view} heights={heights} actions={actions} />}
        </div>
      </div>
    </EntryPart>
  );
}

const AFTER_READING_MS = 450;

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((height, index) => height === b[index]);
}

/** An answer takes the place of the earlier one about the same thing. */
function replaces(next: Resolution, earlier: Resolution): boolean {
  if (next.text !== earlier.text) return false;
  const aboutName = (one: Resolution) => one.kind === "name" || one.kind === "keep-unread" || one.kind === "not-medication";
  if (aboutName(next) && aboutName(earlier)) return true;
  return next.kind === "doubt" && earlier.kind === "doubt" ? next.field === earlier.field : next.kind === earlier.kind;
}

function placeCaret(box: HTMLTextAreaElement | null, line: number): void {
  if (box === null) return;
  const end = box.value.split("\n").slice(0, line + 1).join("\n").length;
  box.focus();
  box.setSelectionRange(end, end);
}
