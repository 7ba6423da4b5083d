import Link from "next/link";
import { KIND_WORDS } from "@/app/knowledge/_view-models/kind-words";
import { sentenceCase } from "@/app/_view-models/sentence-case";
import {
  kindAndYear,
  panelSentence,
  sharedKind,
  type ForestLine,
  type ForestNote,
  type ForestPanel,
} from "./forest-panels";
import { forestScale, PLOT_WIDTH, squareSides, type ForestScale } from "./forest-scale";
import styles from "./forest-plot.module.css";

/**
 * Effect sizes with intervals on one axis, drawn on the server. Narrow screens keep the numbers and lose the axis;
 * the table below holds everything that is drawn. `sourceOf` gives the number of a source on the page, where it has one.
 */
export function ForestPlot({ panel, sourceOf }: { panel: ForestPanel; sourceOf?: (id: string) => number | null }) {
  const scale = forestScale(panel);
  const sides = squareSides(panel);
  const shared = sharedKind(panel.lines) !== null;
  return (
    <figure className={styles.figure} id={`plot-${panel.id}`}>
      <figcaption>
        <strong>{panel.title}.</strong> {panelSentence(panel)}
      </figcaption>
      <div className={styles.plot}>
        <div className={styles.line} aria-hidden="true">
          <span className={styles.head}>Study and what it counts</span>
          <NoDifference scale={scale} />
          <span className={styles.head}>Figure (interval)</span>
        </div>
        {panel.lines.map((line, index) => (
          <div className={styles.line} key={line.key}>
            <div className={styles.label}>
              <Labels line={line} />
              <span className={styles.meta}>
                {[
                  line.control ? "Negative control" : null,
                  sentenceCase(line.outcome),
                  looksLikeAnother(line, panel.lines) ? line.comparison : null,
                  shared ? null : kindAndYear(line),
                ]
                  .filter((part) => part !== null)
                  .join(" · ")}
              </span>
            </div>
            <Mark line={line} scale={scale} side={sides[index] ?? 8} />
            <div className={styles.numbers}>{line.numbers}</div>
          </div>
        ))}
        {panel.notes.map((note) => (
          <div className={styles.line} key={note.key}>
            <div className={styles.label}>
              <Labels line={note} />
              <span className={styles.meta}>
                Negative control ·{" "}
                {[sentenceCase(note.outcome), shared ? null : kindAndYear(note)]
                  .filter((part) => part !== null)
                  .join(" · ")}
              </span>
            </div>
            <div className={styles.note}>{sentenceCase(note.words)}</div>
          </div>
        ))}
        <Axis panel={panel} scale={scale} />
      </div>
      <p className={styles.key}>{describeKey(panel)}</p>
      <details className={styles.details}>
        <summary>Show as table</summary>
        <PanelTable panel={panel} sourceOf={sourceOf} />
      </details>
    </figure>
  );
}

/** What the marks of this panel mean; only those that are drawn. */
function describeKey({ lines, scale }: ForestPanel): string {
  return [
    lines.some((line) => !line.pooled && !line.control) && "Square: one study, its area by precision.",
    lines.some((line) => line.control) && "Hollow square: a negative control, of which no association was expected.",
    lines.some((line) => line.pooled) && "Diamond: pooled result.",
    "Line: the interval; an arrow says that it goes on beyond the axis.",
    scale === "log" && "The axis is logarithmic.",
  ]
    .filter((part) => part !== false)
    .join(" ");
}

/** Two lines of one study and outcome are told apart by what they were compared with. */
function looksLikeAnother(line: ForestLine, lines: readonly ForestLine[]): boolean {
  const name = ({ labels, outcome }: ForestLine) => [...labels.map(({ words }) => words), outcome].join(" ");
  return lines.some((other) => other !== line && name(other) === name(line));
}

function Labels({ line }: { line: Pick<ForestLine, "labels"> }) {
  return (
    <span className={styles.names}>
      {line.labels.map(({ words, href }, index) => (
        <span key={words}>
          {index > 0 && ", "}
          {href === null ? (
            words
          ) : (
            <Link href={href} prefetch={false}>
              {words}
            </Link>
          )}
        </span>
      ))}
    </span>
  );
}

/** The interval and its estimate, centred in the height of its row. */
function Mark({ line, scale, side }: { line: ForestLine; scale: ForestScale; side: number }) {
  const [left, right] = [scale.at(Math.max(line.low, scale.from)), scale.at(Math.min(line.high, scale.to))];
  const middle = scale.at(line.estimate);
  return (
    <div className={styles.cell}>
      <svg aria-hidden="true" className={styles.mark} width={PLOT_WIDTH} height="100%">
        <line className={styles.none} x1={scale.at(scale.none)} x2={scale.at(scale.none)} y1="0" y2="100%" />
        <svg y="50%" overflow="visible">
          {line.pooled ? (
            <path
              className={styles.estimate}
              d={`M${left} 0L${middle} ${-side / 2}L${Math.max(right, left + 4)} 0L${middle} ${side / 2}Z`}
            />
          ) : (
            <>
              <line className={styles.interval} x1={left} x2={right} y1="0" y2="0" />
              <rect
                className={line.control ? styles.control : styles.estimate}
                x={middle - side / 2}
                y={-side / 2}
                width={side}
                height={side}
              />
            </>
          )}
          {line.low < scale.from && <path className={styles.estimate} d={`M${left} 0l7 -5v10Z`} />}
          {line.high > scale.to && <path className={styles.estimate} d={`M${right} 0l-7 -5v10Z`} />}
        </svg>
      </svg>
    </div>
  );
}

function NoDifference({ scale }: { scale: ForestScale }) {
  const x = scale.at(scale.none);
  return (
    <svg className={styles.mark} width={PLOT_WIDTH} height="18">
      <text className={styles.tick} x={x} y="12" textAnchor={anchorAt(x, 40)}>
        no difference
      </text>
    </svg>
  );
}

const SIDES: Readonly<
  Record<ForestPanel["scale"], Readonly<Record<ForestPanel["counts"], readonly [string, string]>>>
> = {
  log: {
    cramps: ["fewer cramps", "more cramps"],
    relief: ["fewer people better", "more people better"],
    other: ["less often", "more often"],
  },
  linear: { cramps: ["less", "more"], relief: ["less", "more"], other: ["less", "more"] },
};

function Axis({ panel, scale }: { panel: ForestPanel; scale: ForestScale }) {
  const [less, more] = SIDES[panel.scale][panel.counts];
  return (
    <div className={styles.line} aria-hidden="true">
      <span />
      <svg className={styles.mark} width={PLOT_WIDTH} height="42">
        <line className={styles.axis} x1="0" x2={PLOT_WIDTH} y1="0.5" y2="0.5" />
        <line className={styles.none} x1={scale.at(scale.none)} x2={scale.at(scale.none)} y1="0" y2="6" />
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <line className={styles.axis} x1={scale.at(tick)} x2={scale.at(tick)} y1="0" y2="5" />
            <text className={styles.tick} x={scale.at(tick)} y="19" textAnchor={anchorAt(scale.at(tick), 8)}>
              {tick}
            </text>
          </g>
        ))}
        <text className={styles.tick} x="0" y="37">
          {less}
        </text>
        <text className={styles.tick} x={PLOT_WIDTH} y="37" textAnchor="end">
          {more}
        </text>
      </svg>
      <span />
    </div>
  );
}

function PanelTable({ panel, sourceOf }: { panel: ForestPanel; sourceOf?: (id: string) => number | null }) {
  return (
    <div className={styles.scroll} role="region" aria-label={`${panel.title}, as a table`} tabIndex={0}>
      <table>
        <caption className="cc-visually-hidden">{panel.title}</caption>
        <thead>
          <tr>
            <th scope="col">{sourceOf ? "Study" : "Class"}</th>
            <th scope="col">Counts</th>
            <th scope="col">Comparison</th>
            <th scope="col">Kind of evidence</th>
            <th scope="col" className="cc-number">
              Year
            </th>
            <th scope="col" className="cc-number">
              {sentenceCase(panel.measure)} (interval)
            </th>
            {sourceOf && <th scope="col">Source</th>}
          </tr>
        </thead>
        <tbody>
          {panel.lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">
                <Labels line={line} />
                {line.control && " (negative control)"}
              </th>
              <td>{line.outcome}</td>
              <td>{line.comparison ?? "not given"}</td>
              <td>{KIND_WORDS[line.kind]}</td>
              <td className="cc-number">{line.year ?? "not given"}</td>
              <td className="cc-number cc-nowrap">{line.numbers}</td>
              {sourceOf && <td>{sourceNumber(sourceOf(line.source))}</td>}
            </tr>
          ))}
          {panel.notes.map((note) => (
            <NoteRow key={note.key} note={note} sourceOf={sourceOf} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NoteRow({ note, sourceOf }: { note: ForestNote; sourceOf: ((id: string) => number | null) | undefined }) {
  return (
    <tr>
      <th scope="row">
        <Labels line={note} /> (negative control)
      </th>
      <td>{note.outcome}</td>
      <td>not given</td>
      <td>{KIND_WORDS[note.kind]}</td>
      <td className="cc-number">{note.year ?? "not given"}</td>
      <td>not read</td>
      {sourceOf && <td>{sourceNumber(sourceOf(note.source))}</td>}
    </tr>
  );
}

function sourceNumber(number: number | null) {
  return number === null ? "see the class" : <a href={`#source-${number}`}>[{number}]</a>;
}

/** Words near an edge of the plot stand inside it. */
function anchorAt(x: number, edge: number): "start" | "middle" | "end" {
  if (x < edge) return "start";
  return x > PLOT_WIDTH - edge ? "end" : "middle";
}
