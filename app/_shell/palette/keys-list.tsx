"use client";

import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import styles from "./palette.module.css";

type Key = { keys: readonly string[]; does: string };

const GROUPS: readonly { where: string; keys: readonly Key[] }[] = [
  {
    where: "Everywhere",
    keys: [
      { keys: ["Ctrl K"], does: "Search or jump" },
      { keys: ["Ctrl Enter"], does: "The page’s main button" },
      { keys: ["F8", "Shift F8"], does: "Next and previous thing that needs you" },
      { keys: ["Ctrl Z"], does: "Undo; inside a field the browser’s own" },
      { keys: ["?"], does: "This list" },
    ],
  },
  {
    where: "Worklist",
    keys: [
      { keys: ["Arrows", "Home", "End", "Page Up", "Page Down"], does: "Move in the list" },
      { keys: ["Enter"], does: "Open the review" },
      { keys: ["X", "Space"], does: "Choose the review" },
      { keys: ["N"], does: "New review" },
      { keys: ["/"], does: "Search" },
    ],
  },
  {
    where: "Entry",
    keys: [
      { keys: ["1", "to", "5"], does: "Answer the line that has the focus" },
      { keys: ["E"], does: "Edit the line" },
      { keys: ["Esc"], does: "Back to the text" },
    ],
  },
  {
    where: "Findings",
    keys: [
      { keys: ["J", "K", "Arrows"], does: "Next and previous finding" },
      { keys: ["A", "M", "N", "D"], does: "Act, monitor, not relevant, dismiss" },
      { keys: ["B"], does: "Basis" },
      { keys: ["U"], does: "Undo the decision" },
    ],
  },
  {
    where: "Medication table",
    keys: [
      { keys: ["Arrows", "Home", "End"], does: "Move in the table" },
      { keys: ["Space"], does: "Expand the row" },
    ],
  },
];

/** Every key of the application, by where it works. */
export function KeysList({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="keys-title" onClose={onClose}>
      <div className={styles.head}>
        <div className={styles.row} style={{ justifyContent: "space-between", alignItems: "center" }}>
          <h2 id="keys-title">Keys</h2>
          <Button autoFocus onClick={() => dialog.current?.close()}>
            Close
          </Button>
        </div>
        <p className="cc-muted">
          Single letters work while the list they belong to has the focus, never in a field. They can be switched off in
          the menu. On a Mac, Cmd stands for Ctrl.
        </p>
      </div>
      <div className={styles.keys} tabIndex={0} role="group" aria-label="All keys">
        {GROUPS.map(({ where, keys }) => (
          <section key={where} aria-label={where}>
            <h3>{where}</h3>
            <dl>
              {keys.map(({ keys: own, does }) => (
                <div key={does}>
                  <dt>
                    {own.map((key) =>
                      key === "to" ? (
                        <span key={key}>to</span>
                      ) : (
                        <kbd key={key} className={styles.key}>
                          {key}
                        </kbd>
                      ),
                    )}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}
