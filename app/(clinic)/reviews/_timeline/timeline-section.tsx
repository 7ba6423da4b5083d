import type { DrawnTimeline } from "@/lib/report/timeline/timeline";
import { TimelineChart } from "./timeline-chart";
import { TimelineTable } from "./timeline-table";
import styles from "./timeline.module.css";

/**
 * What changed before the cramps began: drawn, and told in a table that is always there for those who do not see the drawing.
 * The two switches need no script. Under 768 px the table comes first.
 */
export function TimelineSection({ timeline }: { timeline: DrawnTimeline }) {
  return (
    <section className={styles.section} id="timeline" aria-labelledby="timeline-title">
      <div className={styles.head}>
        <h2 id="timeline-title">What changed before the cramps began</h2>
        <div className={styles.tools}>
          <label className={styles.switch}>
            <input type="checkbox" data-switch="colour" /> Colour by priority
          </label>
          <label className={styles.switch} data-wide>
            <input type="checkbox" data-switch="table" /> Show as table
          </label>
        </div>
      </div>
      <figure className={styles.figure}>
        <figcaption className={styles.sentence}>{timeline.caption}</figcaption>
        {timeline.groups.length > 0 && <TimelineChart timeline={timeline} />}
      </figure>
      <TimelineTable timeline={timeline} />
    </section>
  );
}
