import styles from "./basis-drawer.module.css";

const TICKS = [0.5, 1, 2, 4];
const FROM = Math.log(0.4);
const SPAN = Math.log(6) - FROM;
const at = (value: number) => ((Math.log(value) - FROM) / SPAN) * 100;

/** One interval on a log axis with a line at “no difference”. The figure itself stands above it in words. */
export function ForestRow({ estimate, low, high }: { estimate: number; low: number; high: number }) {
  const [left, right] = [Math.max(0, at(low)), Math.min(100, at(high))];
  return (
    <figure
      className={styles.forest}
      role="img"
      aria-label={`${estimate}, interval ${low} to ${high}, on a log axis; 1 is no difference`}
    >
      <svg viewBox="0 0 400 44" width="100%" height="44" preserveAspectRatio="none" aria-hidden="true">
        <line x1={at(1) * 4} x2={at(1) * 4} y1="2" y2="26" className={styles.one} />
        <line x1={left * 4} x2={right * 4} y1="14" y2="14" className={styles.interval} />
        <rect x={at(estimate) * 4 - 5} y="9" width="10" height="10" className={styles.estimate} />
      </svg>
      <div className={styles.ticks} aria-hidden="true">
        {TICKS.map((tick) => (
          <span key={tick} style={{ left: `${at(tick)}%` }}>
            {tick}
          </span>
        ))}
      </div>
      <div className={styles.sides} aria-hidden="true">
        <span>fewer cramps</span>
        <span>1 = no difference</span>
        <span>more cramps</span>
      </div>
    </figure>
  );
}
