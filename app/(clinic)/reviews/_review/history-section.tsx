import type { HistoryLine } from "@/app/_view-models/history/history-view";
import styles from "./_medications/plain-tables.module.css";

/** What was done to the review, by whom and when; from the audit trail, without clinical words. */
export function HistorySection({ lines }: { lines: readonly HistoryLine[] }) {
  return (
    <details className={styles.sources} id="history">
      <summary>
        History <span className={styles.count}>{lines.length}</span>
      </summary>
      <table className={styles.history}>
        <caption className="cc-visually-hidden">History, newest first</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <td className="cc-nowrap">{line.when}</td>
              <td>{line.what}</td>
              <td>{line.who}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
