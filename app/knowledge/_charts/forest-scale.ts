import { scaleLinear, scaleLog } from "d3-scale";
import type { ForestPanel } from "./forest-panels";

/** Width of the drawing in its own units; also its width in pixels. */
export const PLOT_WIDTH = 300;

export type ForestScale = {
  at: (value: number) => number;
  ticks: readonly number[];
  none: number;
  from: number;
  to: number;
};

/** The axis of a panel: 0.5 1 2 4 for ratios, longer where an estimate lies outside; an interval may go beyond it. */
export function forestScale({ scale, lines }: Pick<ForestPanel, "scale" | "lines">): ForestScale {
  return scale === "log"
    ? logScale(lines.map((line) => line.estimate))
    : linearScale(lines.flatMap((line) => [line.low, line.high]));
}

function logScale(estimates: readonly number[]): ForestScale {
  const ticks = [0.5, 1, 2, 4];
  while (Math.max(...estimates) > (ticks.at(-1) ?? 0)) ticks.push((ticks.at(-1) ?? 1) * 2);
  while (Math.min(...estimates) < (ticks[0] ?? 1)) ticks.unshift((ticks[0] ?? 1) / 2);
  const [from, to] = [(ticks[0] ?? 0.5) / 1.2, (ticks.at(-1) ?? 4) * 1.3];
  return { at: scaleLog().domain([from, to]).range([0, PLOT_WIDTH]), ticks, none: 1, from, to };
}

function linearScale(bounds: readonly number[]): ForestScale {
  const scale = scaleLinear()
    .domain([Math.min(0, ...bounds), Math.max(0, ...bounds)])
    .nice(5)
    .range([0, PLOT_WIDTH]);
  const [from = 0, to = 0] = scale.domain();
  return { at: (value) => scale(value), ticks: scale.ticks(5), none: 0, from, to };
}

const SMALLEST = 6;
const LARGEST = 15;

/** Side of the square of each line: its area follows the precision, within one panel only. */
export function squareSides({ scale, lines }: Pick<ForestPanel, "scale" | "lines">): number[] {
  const widths = lines.map(({ low, high }) => (scale === "log" ? Math.log(high / low) : high - low));
  const narrowest = Math.min(...widths);
  return widths.map((width) => (width <= 0 ? LARGEST : Math.max(SMALLEST, LARGEST * (narrowest / width))));
}
