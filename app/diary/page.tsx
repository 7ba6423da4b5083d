import type { Metadata } from "next";
import { PrintButton } from "./print-button";
import styles from "./diary.module.css";

export const metadata: Metadata = { title: "Cramp diary" };

const WEEKS = [1, 2, 3, 4];
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/**
 * A diary for the patient to take home: four weeks on one page of A4 or Letter. It holds nothing of the patient but lines to
 * write on. An empty day and a day without cramps are kept apart, because a week with missing days counts too few.
 */
export default function DiaryPage() {
  return (
    <main id="main" className={styles.page}>
      <div className={styles.head}>
        <h1>Cramp diary</h1>
        <PrintButton />
      </div>
      <p className={styles.own}>
        <span>
          Clinic reference <span className={styles.blank} />
        </span>
        <span>
          First Monday <span className={styles.blank} />
        </span>
      </p>
      <ul className={styles.how}>
        <li>
          Each day, write how many cramps you had. A cramp is a sudden, painful tightening of a muscle that you cannot
          stop at once.
        </li>
        <li>No cramp that day: write 0. Forgot to count: leave it empty.</li>
        <li>Under each week, write what was new: a medicine begun, stopped or changed, an illness, hard exercise.</li>
        <li>Keep taking your medicines as agreed. Ask before you stop one.</li>
        <li>
          <strong>
            Do not wait for your next visit if one leg becomes swollen, your urine turns dark, or you become weak: get
            medical help at once.
          </strong>
        </li>
      </ul>
      <div className={styles.scroll} role="region" aria-label="Four weeks" tabIndex={0}>
        <table className={styles.weeks}>
          <caption className="cc-visually-hidden">Four weeks, one box for each day</caption>
          <thead>
            <tr>
              <th scope="col">Week</th>
              {DAYS.map((day) => (
                <th key={day} scope="col">
                  {day}
                </th>
              ))}
              <th scope="col">Total</th>
            </tr>
          </thead>
          {WEEKS.map((week) => (
            <tbody key={week}>
              <tr className={styles.counts}>
                <th scope="row">{week}</th>
                {DAYS.map((day) => (
                  <td key={day}>
                    <span className="cc-visually-hidden">to fill in</span>
                  </td>
                ))}
                <td>
                  <span className="cc-visually-hidden">to fill in</span>
                </td>
              </tr>
              <tr className={styles.notes}>
                <th scope="row">New</th>
                <td colSpan={8}>
                  <span className="cc-visually-hidden">to fill in</span>
                </td>
              </tr>
            </tbody>
          ))}
        </table>
      </div>
      <p className={styles.bring}>Bring this page to your next visit.</p>
    </main>
  );
}
