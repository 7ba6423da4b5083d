import { RichTextView } from "@/app/_components/drug-name";
import { markDrugs } from "@/app/_view-models/drug-runs";
import type { CrampChart } from "@/lib/report/cramps/cramp-chart";
import styles from "./cramp-chart.module.css";

const percent = (fraction: number): string => `${Math.round(fraction * 10_000) / 100}%`;
const upward = (y: number): string => percent(1 - y);

/** Cramps a week over time, drawn on the server: dots, two medians, numbered changes with their key, and all of it as a table. */
export function CrampChartFigure({ chart, names }: { chart: CrampChart; names: readonly string[] }) {
  return (
    <figure className={styles.figure} id="cramps-chart">
      <h3 className={styles.title}>Cramps a week</h3>
      <figcaption>
        <RichTextView words={markDrugs(chart.caption, names)} />
      </figcaption>
      <div
        className={styles.chart}
        role="img"
        aria-label={`Cramps a week, ${chart.words}. ${chart.caption} The table below holds everything that is drawn.`}
      >
        <Plot chart={chart} />
      </div>
      <div className={styles.key}>
        {chart.changes.length > 0 && (
          <ol className={styles.changes}>
            {chart.changes.map((change) => (
              <li key={change.number} value={change.number}>
                <RichTextView words={markDrugs(change.words, names)} />, {change.date}
              </li>
            ))}
          </ol>
        )}
        <p className={styles.marks}>
          {[
            ...(chart.weeks.length > 0 ? ["Dot: a week of the diary"] : []),
            ...(chart.weeks.some(({ days }) => days < 7) ? ["hollow: days are missing"] : []),
            ...(chart.told.length > 0 ? ["Diamond: as told at a review"] : []),
            ...(chart.medians.length > 0 ? ["Line: median of the full weeks"] : []),
          ].join(" · ")}
        </p>
      </div>
      <details className={styles.details}>
        <summary>Show as table</summary>
        <Table chart={chart} />
      </details>
    </figure>
  );
}

function Plot({ chart }: { chart: CrampChart }) {
  return (
    <div className={styles.plot}>
      <svg className={styles.drawing} width="100%" height="100%" aria-hidden="true">
        {chart.levels.map(({ y, value }) => (
          <g key={value}>
            <line className={value === 0 ? styles.zero : styles.level} x1="0" x2="100%" y1={upward(y)} y2={upward(y)} />
            <svg y={upward(y)} overflow="visible">
              <text className={styles.words} x="-8" y="4" textAnchor="end">
                {value}
              </text>
            </svg>
          </g>
        ))}
        {chart.ticks.map((tick) => (
          <svg key={tick.x} x={percent(tick.x)} overflow="visible">
            <line className={styles.level} y2="100%" />
            <svg y="100%" overflow="visible">
              <text className={tick.year === null ? styles.words : styles.year} y="16" x="2">
                {tick.year === null ? tick.month : `${tick.month} ${tick.year}`}
              </text>
            </svg>
          </svg>
        ))}
        {chart.changes.map((change) => (
          <svg key={change.number} x={percent(change.x)} overflow="visible">
            <line className={styles.change} y1="-2" y2="100%" />
            <circle className={styles.number} cy="-10" r="8" />
            <text className={styles.numberWords} y="-6" textAnchor="middle">
              {change.number}
            </text>
          </svg>
        ))}
        {chart.medians.map((median) => (
          <g key={median.words}>
            <line
              className={styles.median}
              x1={percent(median.x)}
              x2={percent(median.x + median.width)}
              y1={upward(median.y)}
              y2={upward(median.y)}
            />
            <svg x={percent(median.x)} y={upward(median.y)} overflow="visible">
              <text className={styles.medianWords} x="2" y="-6">
                median {median.value}
              </text>
            </svg>
          </g>
        ))}
        {chart.weeks.map((week) => (
          <circle
            key={week.date}
            className={styles.week}
            data-hollow={week.days < 7 || undefined}
            cx={percent(week.x)}
            cy={upward(week.y)}
            r="4.5"
          />
        ))}
        {chart.told.map((told) => (
          <svg key={told.reference} x={percent(told.x)} y={upward(told.y)} overflow="visible">
            <path className={styles.told} d="M0 -6.5L6.5 0L0 6.5L-6.5 0Z" />
            <text
              className={styles.toldWords}
              x={told.x > 0.85 ? -10 : 10}
              y="4"
              textAnchor={told.x > 0.85 ? "end" : "start"}
            >
              {told.count}
            </text>
          </svg>
        ))}
      </svg>
    </div>
  );
}

function Table({ chart }: { chart: CrampChart }) {
  return (
    <table>
      <caption className="cc-visually-hidden">Cramps a week, {chart.words}</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col" className="cc-number">
            Cramps a week
          </th>
          <th scope="col">From</th>
        </tr>
      </thead>
      <tbody>
        {chart.told.map((told) => (
          <tr key={told.reference}>
            <td>{told.date}</td>
            <td className="cc-number">{told.count}</td>
            <td>told at {told.reference}</td>
          </tr>
        ))}
        {chart.weeks.map((week) => (
          <tr key={week.date}>
            <td>week of {week.date}</td>
            <td className="cc-number">{week.count}</td>
            <td>diary, {week.days === 7 ? "all 7 days" : `${week.days} of 7 days`}</td>
          </tr>
        ))}
        {chart.medians.map((median) => (
          <tr key={median.words}>
            <td>{median.words} the change</td>
            <td className="cc-number">{median.value}</td>
            <td>median</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
