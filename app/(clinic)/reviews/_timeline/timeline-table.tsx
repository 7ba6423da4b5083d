import { RichTextView } from "@/app/_components/drug-name";
import { formatWindow } from "@/app/_view-models/review/knowledge-of-rule";
import type { DrawnTimeline } from "@/lib/report/timeline/timeline";
import { formatName } from "@/app/_view-models/review/medication-words";
import styles from "./timeline.module.css";

const TIMING_WORDS = {
  plausible: "plausible",
  possible: "possible",
  unlikely: "unlikely",
  unknown: "not known",
} as const;

/** The same as the drawing, to be read: drugs nearest to the onset first, then every mark below them. */
export function TimelineTable({ timeline }: { timeline: DrawnTimeline }) {
  const drugs = timeline.groups.flatMap((group) => group.drugs);
  const marks = [
    ...timeline.results.lanes.flatMap((lane) =>
      lane.marks.map((mark) => ({ x: mark.x, date: mark.date, words: `${lane.name}: ${mark.words}` })),
    ),
    ...timeline.events.marks,
  ].sort((a, b) => b.x - a.x);
  return (
    <div className={styles.table}>
      <table>
        <caption className="cc-visually-hidden">
          Starts and changes against the onset of the cramps
          {timeline.onset === null ? "" : ` (${timeline.onset.words})`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Drug</th>
            <th scope="col">Start or change</th>
            <th scope="col">Before onset by</th>
            <th scope="col">Usual window</th>
            <th scope="col">Reading</th>
          </tr>
        </thead>
        <tbody>
          {drugs.map((drug) => (
            <tr key={drug.id}>
              <th scope="row" className={styles.rowHead}>
                <RichTextView words={formatName(drug.medication)} />
              </th>
              <td data-name="Start or change">{drug.change}</td>
              <td data-name="Before onset by">{drug.beforeOnset}</td>
              <td data-name="Usual window">
                {drug.usual === null ? "no class of our list" : formatWindow(drug.usual)}
              </td>
              <td data-name="Reading">{drug.timing === null ? "not judged" : TIMING_WORDS[drug.timing]}</td>
            </tr>
          ))}
          {drugs.length === 0 && (
            <tr>
              <td colSpan={5}>No medication was entered.</td>
            </tr>
          )}
        </tbody>
      </table>
      {marks.length > 0 && (
        <table>
          <caption className={styles.caption}>Results, reviews and decisions, newest first</caption>
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">What</th>
            </tr>
          </thead>
          <tbody>
            {marks.map((mark, index) => (
              <tr key={index}>
                <th scope="row" className={styles.rowHead}>
                  {mark.date}
                </th>
                <td data-name="">{mark.words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
