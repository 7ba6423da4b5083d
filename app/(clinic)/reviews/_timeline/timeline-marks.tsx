import type { ReactNode } from "react";
import type { Priority } from "@/lib/domain/vocabulary";
import type { TimelineDrug } from "@/lib/report/timeline/drug-bars";
import type { TimelineMark } from "@/lib/report/timeline/result-lanes";
import styles from "./timeline.module.css";

const percent = (fraction: number): string => `${Math.round(fraction * 10_000) / 100}%`;

/** A place on the axis from which marks of fixed size are drawn, however wide the strip is. */
function At({ x, children }: { x: number; children: ReactNode }) {
  return (
    <svg x={percent(x)} y="50%" overflow="visible">
      {children}
    </svg>
  );
}

/** Shapes of the levels, 12 px wide around their middle: the same that stand on the findings. */
const SHAPES: Readonly<Record<Priority, ReactNode>> = {
  "act-now": <path d="M-2.6 -6.2H2.6L6.2 -2.6V2.6L2.6 6.2H-2.6L-6.2 2.6V-2.6Z" />,
  review: <path d="M0 -6.4L6.8 5.6H-6.8Z" />,
  consider: <path d="M0 -6.8L6.8 0L0 6.8L-6.8 0Z" />,
  info: <circle r="5" fill="none" strokeWidth="2" />,
};

/** The shape of a level as it stands at the left end of a bar. */
export function Shape({ priority }: { priority: Priority }) {
  return (
    <g className={styles.shape} data-priority={priority}>
      {SHAPES[priority]}
    </g>
  );
}

/** Everything that is drawn of one drug. */
export function DrugMarks({ drug }: { drug: TimelineDrug }) {
  const left = drug.bars[0]?.x ?? null;
  return (
    <>
      {drug.window && (
        <svg y="50%" overflow="visible" className={styles.window}>
          <line x1={percent(drug.window.x)} x2={percent(drug.window.x + drug.window.width)} y1="-10" y2="-10" />
          <line x1={percent(drug.window.x)} x2={percent(drug.window.x)} y1="-10" y2="-6" />
          <line
            x1={percent(drug.window.x + drug.window.width)}
            x2={percent(drug.window.x + drug.window.width)}
            y1="-10"
            y2="-6"
          />
        </svg>
      )}
      <svg y="50%" overflow="visible">
        {drug.bars.map((bar, index) => (
          <rect
            key={index}
            className={styles.bar}
            data-priority={drug.priority ?? undefined}
            x={percent(bar.x)}
            width={percent(bar.width)}
            y={bar.vague ? -2 : -5}
            height={bar.vague ? 4 : 10}
          />
        ))}
      </svg>
      {drug.end?.kind === "arrow" && left !== null && (
        <At x={drug.end.x}>
          <path className={styles.bar} data-priority={drug.priority ?? undefined} d="M-0.5 -5H0L8 0L0 5H-0.5Z" />
        </At>
      )}
      {drug.end?.kind === "square" && (
        <At x={drug.end.x}>
          <line className={styles.ink} y1="-8" y2="8" />
        </At>
      )}
      {drug.since !== null && left !== null && (
        <At x={0}>
          <path className={styles.gap} d="M9 8L13 -8" />
          <path className={styles.ink} d="M7 8L11 -8M11 8L15 -8" />
        </At>
      )}
      {drug.doses.map((dose, index) => (
        <At key={index} x={dose.x}>
          <path className={styles.dose} d={dose.direction === "up" ? "M0 -7L7 5H-7Z" : "M0 7L7 -5H-7Z"} />
          <text
            className={styles.doseWords}
            y="20"
            textAnchor={dose.x > 0.75 ? "end" : "start"}
            dx={dose.x > 0.75 ? 6 : -6}
          >
            {dose.words}
          </text>
        </At>
      ))}
      {drug.unknownStart !== null && (
        <At x={drug.unknownStart}>
          <rect className={styles.unknown} x="-18" y="-8" width="16" height="16" />
          <text className={styles.words} x="-10" y="4" textAnchor="middle">
            ?
          </text>
        </At>
      )}
      {drug.priority !== null && drug.priority !== "info" && left !== null && (
        <At x={left}>
          <svg x={besideStart(drug)} overflow="visible">
            <Shape priority={drug.priority} />
          </svg>
        </At>
      )}
    </>
  );
}

const LINE = 16;

/** Small marks with their words, on as many lines as they need (`data-levels` of the lane gives the height). */
export function Marks({ marks }: { marks: readonly TimelineMark[] }) {
  return marks.map((mark, index) => (
    <svg key={index} x={percent(mark.x)} overflow="visible">
      {mark.level !== null && mark.level > 0 && <line className={styles.lead} y1="12" y2={12 + mark.level * LINE} />}
      <circle className={styles.mark} data-abnormal={mark.abnormal || undefined} cy="12" r="4" />
      {mark.level !== null && (
        <text
          className={styles.words}
          data-abnormal={mark.abnormal || undefined}
          x={mark.x > 0.8 ? -8 : 8}
          y={16 + mark.level * LINE}
          textAnchor={mark.x > 0.8 ? "end" : "start"}
        >
          {mark.words}
        </text>
      )}
    </svg>
  ));
}

export { percent };

/** Where the priority stands: clear of the mark of an unknown start, or of a start before the page. */
function besideStart({ unknownStart, since }: TimelineDrug): number {
  if (unknownStart !== null) return -26;
  return since === null ? 0 : 24;
}
