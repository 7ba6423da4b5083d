import type { ReactNode } from "react";
import { RichTextView } from "@/app/_components/drug-name";
import { PriorityBadge } from "@/app/_components/priority-badge";
import { markDrugs } from "@/app/_view-models/drug-runs";
import { PRIORITIES } from "@/lib/domain/vocabulary";
import type { DrawnTimeline } from "@/lib/report/timeline/timeline";
import type { TimelineDrug } from "@/lib/report/timeline/drug-bars";
import { formatDetail, formatName } from "@/app/_view-models/review/medication-words";
import { DrugMarks, Marks, percent } from "./timeline-marks";
import styles from "./timeline.module.css";

const HATCH = "timeline-onset-hatch";

/** The strip: one row for each drug, then results, reviews and decisions, over one axis of time. Drawn on the server. */
export function TimelineChart({ timeline }: { timeline: DrawnTimeline }) {
  const { groups, results, events } = timeline;
  return (
    <div
      className={styles.chart}
      role="img"
      aria-label={`Timeline, ${timeline.axis.words}. ${timeline.caption} The table holds everything that is drawn.`}
    >
      <svg className={styles.definitions} aria-hidden="true">
        <defs>
          <pattern id={HATCH} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line y2="6" className={styles.hatch} />
          </pattern>
        </defs>
      </svg>
      <div className={styles.rows}>
        <Axis timeline={timeline} />
        <Lines timeline={timeline} />
        {groups.map((group) => (
          <div key={group.id} className={styles.group}>
            <div className={styles.groupTitle}>
              <RichTextView words={markDrugs(group.title, group.drugs.flatMap(namesOf))} />
            </div>
            {group.drugs.map((drug) => (
              <DrugRow key={drug.id} drug={drug} />
            ))}
          </div>
        ))}
        {results.lanes.length > 0 && (
          <div className={styles.group}>
            {results.lanes.map((lane) => (
              <div key={lane.id} className={styles.row} data-lane>
                <div className={styles.label}>{lane.name}</div>
                <div className={styles.plot} data-levels={lane.levels}>
                  <Plot>
                    <Marks marks={lane.marks} />
                  </Plot>
                </div>
                <div className={styles.end} />
              </div>
            ))}
          </div>
        )}
        {events.marks.length > 0 && (
          <div className={styles.group}>
            <div className={styles.row} data-lane>
              <div className={styles.label}>Reviews and decisions</div>
              <div className={styles.plot} data-levels={events.levels}>
                <Plot>
                  <Marks marks={events.marks} />
                </Plot>
              </div>
              <div className={styles.end} />
            </div>
          </div>
        )}
      </div>
      <Key timeline={timeline} />
    </div>
  );
}

function DrugRow({ drug }: { drug: TimelineDrug }) {
  const detail = formatDetail(drug.medication);
  return (
    <div className={styles.row} data-doses={drug.doses.length > 0 || undefined}>
      <div className={styles.label}>
        <RichTextView words={formatName(drug.medication)} />
        {detail !== "" && <span className={styles.detail}> {detail}</span>}
      </div>
      <div className={styles.plot}>
        <Plot>
          <DrugMarks drug={drug} />
        </Plot>
      </div>
      <div className={styles.end}>{drug.words}</div>
    </div>
  );
}

function namesOf({ medication }: TimelineDrug): string[] {
  return medication.ingredients.map((ingredient) => ingredient.name);
}

/** The drawing of one row, as wide and high as the row is. */
function Plot({ children }: { children: ReactNode }) {
  return (
    <svg className={styles.drawing} width="100%" height="100%" aria-hidden="true">
      {children}
    </svg>
  );
}

/** What runs behind all rows: months, years and the onset. */
function Lines({ timeline: { axis, onset } }: { timeline: DrawnTimeline }) {
  return (
    <div className={styles.lines}>
      <svg className={styles.drawing} width="100%" height="100%" aria-hidden="true">
        {axis.ticks.map((tick) => (
          <line
            key={tick.x}
            className={tick.month === "Jan" ? styles.year : styles.month}
            x1={percent(tick.x)}
            x2={percent(tick.x)}
            y1="0"
            y2="100%"
          />
        ))}
        {onset !== null && onset.width > 0 && (
          <rect x={percent(onset.x)} width={percent(onset.width)} y="0" height="100%" fill={`url(#${HATCH})`} />
        )}
        {onset !== null && onset.width === 0 && (
          <line className={styles.onset} x1={percent(onset.x)} x2={percent(onset.x)} y1="0" y2="100%" />
        )}
      </svg>
    </div>
  );
}

/** Months, years in bold, and the flag of the onset. */
function Axis({ timeline }: { timeline: DrawnTimeline }) {
  const { axis, onset } = timeline;
  const flagEnd = onset !== null && onset.x > 0.6;
  return (
    <div className={styles.row} data-axis>
      <div className={styles.label} />
      <div className={styles.plot}>
        <svg className={styles.drawing} width="100%" height="100%" aria-hidden="true">
          {axis.ticks.map((tick, index) => (
            <svg key={`${tick.x}`} x={percent(tick.x)} overflow="visible" data-odd={index % 2 === 1 || undefined}>
              {tick.year !== null && (
                <text className={styles.yearWords} y="13" x="2">
                  {tick.year}
                </text>
              )}
              <text className={styles.words} y="29" x="2">
                {tick.month}
              </text>
            </svg>
          ))}
          {onset !== null && (
            <svg x={percent(onset.x)} y="36" overflow="visible">
              <line className={styles.onset} y2="20" />
              <text className={styles.flag} x={flagEnd ? -6 : 6} y="12" textAnchor={flagEnd ? "end" : "start"}>
                {onset.words}
              </text>
            </svg>
          )}
        </svg>
      </div>
      <div className={styles.end}>to today</div>
    </div>
  );
}

/** What the marks mean; only those that are drawn. */
function Key({ timeline }: { timeline: DrawnTimeline }) {
  const drugs = timeline.groups.flatMap((group) => group.drugs);
  const levels = PRIORITIES.filter(
    (level) => level !== "info" && drugs.some((drug) => drug.priority === level && drug.bars.length > 0),
  );
  const parts = [
    ...(drugs.some((drug) => drug.end?.kind === "arrow") ? ["arrow: taken today"] : []),
    ...(drugs.some((drug) => drug.end?.kind === "square") ? ["upright line at the end: stopped"] : []),
    ...(drugs.some((drug) => drug.bars.some((bar) => bar.vague)) ? ["thin: started somewhere in it"] : []),
    ...(drugs.some((drug) => drug.unknownStart !== null) ? ["box with “?”: start not known"] : []),
    ...(drugs.some((drug) => drug.since !== null) ? ["two strokes at the left: began earlier"] : []),
    ...(drugs.some((drug) => drug.doses.length > 0) ? ["triangle: dose raised or lowered"] : []),
    ...(drugs.some((drug) => drug.window !== null) ? ["bracket: usual window of the class"] : []),
    ...(timeline.onset !== null && timeline.onset.width > 0 ? ["hatched: the cramps began in this time"] : []),
    ...(timeline.results.notDrawn > 0
      ? [
          `${timeline.results.notDrawn} ${timeline.results.notDrawn === 1 ? "result is" : "results are"} not drawn (no date, earlier, or of further tests): see Results`,
        ]
      : []),
  ];
  return (
    <p className={styles.key}>
      {levels.map((level) => (
        <PriorityBadge key={level} priority={level} />
      ))}
      <span>
        {parts.map((part, index) => (index === 0 ? part.charAt(0).toUpperCase() + part.slice(1) : part)).join(" · ")}
      </span>
    </p>
  );
}
