"use client";

import { Button, SegmentedControl } from "@mantine/core";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ReadingState } from "@/app/_components/reading-mark";
import type { Resolution } from "@/lib/domain/medication";
import { describeCounts } from "@/app/_view-models/entry/reading-counts";
import type { EntryFields } from "@/app/(clinic)/reviews/_entry/entry-fields";
import { splitAtLimit } from "@/lib/intake/within-limits";
import { EntryPart } from "./entry-part";
import { EXAMPLE_LIST } from "@/app/(clinic)/reviews/_entry/example-list";
import { ListNotices } from "@/app/(clinic)/reviews/_entry/entry-notices";
import { ImportButton, ImportNotice } from "@/app/(clinic)/reviews/_entry/_import/import-file";
import { needsOf } from "@/app/_shell/open-items";
import { PasteBox } from "./paste-box";
import { ReadingLegend } from "@/app/(clinic)/reviews/_entry/_reading/reading-legend";
import type { PieceActions } from "@/app/(clinic)/reviews/_entry/_reading/reading-line";
import { ReadingPane } from "@/app/(clinic)/reviews/_entry/_reading/reading-pane";
import type { UndoStep } from "@/app/(clinic)/reviews/_entry/_draft/undo-steps";
import type { Act } from "@/app/(clinic)/reviews/_entry/_draft/use-draft";
import { useImport } from "@/app/(clinic)/reviews/_entry/_import/use-import";
import type { LiveReading } from "@/app/(clinic)/reviews/_entry/_reading/use-live-reading";
import { focusNextNeed } from "@/app/_shell/next-open-item";
import styles from "@/app/(clinic)/reviews/_entry/entry-page.module.css";

const PART = "list";

/** What a small screen shows of the list: the box or its reading. */
export type ListSide = "write" | "read";

/** Part 1: the list as typed, and what was read of it beside it. */
export function MedicationsPart({
  entry,
  reading,
  side,
  onSide,
  undoable,
  onText,
  onAct,
  onUndo,
  onSubmit,
}: {
  entry: EntryFields;
  reading: LiveReading;
  side: ListSide;
  onSide: (side: ListSide) => void;
  undoable: UndoStep | null;
  onText: (medications: string) => void;
  onAct: Act;
  onUndo: () => void;
  onSubmit: () => void;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const [heights, setHeights] = useState<readonly number[]>([]);
  const { view } = reading;
  const { resolutions } = entry;
  const latest = useRef(resolutions);
  useEffect(() => {
    latest.current = resolutions;
  }, [resolutions]);
  const moveOn = useMoveOn(pane, reading);
  const { imported, importFile, seen } = useImport({ entry, onAct });

  const keepHeights = useCallback((next: readonly number[]) => setHeights((now) => (same(now, next) ? now : next)), []);
  const actions = useMemo<PieceActions>(
    () => ({
      resolve: (resolution) => {
        onAct(
          { resolutions: [...latest.current.filter((other) => !replaces(resolution, other)), resolution] },
          { part: PART, words: `Answered “${resolution.text.trim()}”` },
        );
        moveOn();
      },
      undo: (piece) =>
        onAct(
          { resolutions: latest.current.filter((other) => other.text !== piece.key) },
          { part: PART, words: `Took back the answer about “${piece.text}”` },
        ),
      edit: (line) => {
        onSide("write");
        requestAnimationFrame(() => placeCaret(box.current, line));
      },
      leave: () => {
        onSide("write");
        requestAnimationFrame(() => box.current?.focus());
      },
    }),
    [onAct, onSide, moveOn],
  );

  const marks = useMemo(
    () =>
      new Map<number, ReadingState>(
        (view?.pieces ?? [])
          .filter((piece) => piece.questions.length > 0 || piece.state === "not-recognised")
          .map((piece) => [piece.line, piece.state]),
      ),
    [view],
  );
  const { beyond, lines } = splitAtLimit(entry.medications);
  const empty = entry.medications.trim() === "";
  const lineCount = empty ? 0 : lines;
  const needs = needsOf(view).lines;
  const needWords = `${needs} ${needs === 1 ? "needs" : "need"} you`;
  const understood = needs > 0 ? needWords : `${view?.counts.understood ?? 0} understood`;

  return (
    <EntryPart id={PART} number={1} title="Medications" folds={false} status={empty ? "none entered" : understood}>
      <div className={styles.sideSwitch}>
        <SegmentedControl
          fullWidth
          value={side}
          onChange={(value) => onSide(value === "read" ? "read" : "write")}
          data={[
            { value: "write", label: "Write" },
            { value: "read", label: needs > 0 ? `Read (${needWords})` : "Read" },
          ]}
        />
      </div>
      <div className={styles.columns} data-side={side}>
        <div className={styles.write}>
          <label className={styles.columnHead} htmlFor="medications">
            Paste or type the list, any format
          </label>
          <PasteBox
            ref={box}
            value={entry.medications}
            onChange={onText}
            onFile={importFile}
            marks={marks}
            onHeights={keepHeights}
            describedBy="list-help"
            onSubmit={onSubmit}
          />
          <div className={styles.boxFoot}>
            <span id="list-help">
              {lineCount} {lineCount === 1 ? "line" : "lines"} · what you type is never rewritten
            </span>
            <span className={styles.boxActions}>
              {empty && (
                <Button
                  onClick={() => onAct({ medications: EXAMPLE_LIST }, { part: PART, words: "Pasted an example" })}
                >
                  Paste an example
                </Button>
              )}
              <ImportButton onFile={importFile} />
            </span>
          </div>
          <ImportNotice
            imported={imported}
            canUndo={undoable !== null && imported?.ok === true && undoable.after === imported.patch}
            onUndo={onUndo}
            onSeen={seen}
          />
        </div>
        <div className={styles.read} ref={pane}>
          <div className={styles.columnHead}>
            <span>What we read</span>
            <span className={styles.counts} role="status">
              {view === null || empty ? "" : describeCounts(view.counts)}
            </span>
            {needs > 0 && (
              <Button size="xs" onClick={() => focusNextNeed(pane.current, 1)}>
                Next <span className={styles.keys}>&nbsp;F8</span>
              </Button>
            )}
          </div>
          <ListNotices
            lines={lineCount}
            beyond={beyond}
            noMedication={view?.noMedication === true && !empty}
            failed={reading.failed}
          />
          {view === null || empty ? <ReadingLegend /> : <ReadingPane view={view} heights={heights} actions={actions} />}
        </div>
      </div>
    </EntryPart>
  );
}

/** After an answer the next line that needs somebody takes the focus, once the list has been read again; never out of a field. */
function useMoveOn(pane: React.RefObject<HTMLDivElement | null>, { view, current }: LiveReading): () => void {
  const waiting = useRef(false);
  useEffect(() => {
    if (!waiting.current || !current) return;
    waiting.current = false;
    const here = document.activeElement;
    if (here === document.body || pane.current?.contains(here)) focusNextNeed(pane.current, 1);
  }, [view, current, pane]);
  return useCallback(() => {
    waiting.current = true;
  }, []);
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((height, index) => height === b[index]);
}

/** An answer takes the place of the earlier one about the same thing. */
function replaces(next: Resolution, earlier: Resolution): boolean {
  if (next.text !== earlier.text) return false;
  const aboutName = (one: Resolution) =>
    one.kind === "name" || one.kind === "keep-unread" || one.kind === "not-medication";
  if (aboutName(next) && aboutName(earlier)) return true;
  return next.kind === "doubt" && earlier.kind === "doubt" ? next.field === earlier.field : next.kind === earlier.kind;
}

function placeCaret(box: HTMLTextAreaElement | null, line: number): void {
  if (box === null) return;
  const end = box.value
    .split("\n")
    .slice(0, line + 1)
    .join("\n").length;
  box.focus();
  box.setSelectionRange(end, end);
}
