import type { UndoStep } from "@/app/(clinic)/reviews/_entry/_draft/undo-steps";
import styles from "./entry-part.module.css";

/** “Removed N18.32 · Undo”: what was done last in a part, in place, until something else is done there. */
export function UndoLine({ step, onUndo }: { step: UndoStep | null; onUndo: () => void }) {
  return (
    <p className={styles.undo} role="status">
      {step !== null && (
        <>
          {step.words} ·{" "}
          <button type="button" className="cc-link" onClick={onUndo}>
            Undo
          </button>
        </>
      )}
    </p>
  );
}
