/**
 * The colours of docs/design.md, each with its contrast measured there. Components use the custom properties only
 * (`var(--cc-text)`); nothing else in the application names a colour.
 */
export type Tokens = Record<`--cc-${string}`, string>;

export const LIGHT: Tokens = {
  "--cc-page": "#F5F7F9",
  "--cc-surface": "#FFFFFF",
  "--cc-sunken": "#EDF0F4",
  "--cc-text": "#1A232E",
  "--cc-text-2": "#475261",
  "--cc-text-3": "#5C6776",
  "--cc-line": "#D3D9E1",
  "--cc-control-border": "#76818F",
  "--cc-primary": "#0B5D6E",
  "--cc-primary-hover": "#094B59",
  "--cc-on-primary": "#FFFFFF",
  "--cc-selected": "#E3F1F4",
  "--cc-focus": "#1558C0",
  "--cc-chart-neutral": "#8893A1",
  "--cc-shadow": "0 4px 16px rgb(26 35 46 / 18%)",
  "--cc-act-now-text": "#941B1B",
  "--cc-act-now-tint": "#FDECEB",
  "--cc-act-now-mark": "#8E1616",
  "--cc-review-text": "#7A3E00",
  "--cc-review-tint": "#FFF1D9",
  "--cc-review-mark": "#B66406",
  "--cc-consider-text": "#1D4A8C",
  "--cc-consider-tint": "#E7EFFB",
  "--cc-consider-mark": "#4680D6",
  "--cc-info-text": "#475261",
  "--cc-info-tint": "#EDF0F4",
  "--cc-info-mark": "#778697",
};

export const DARK: Tokens = {
  "--cc-page": "#11161D",
  "--cc-surface": "#19202A",
  "--cc-sunken": "#222B37",
  "--cc-text": "#E7EBF1",
  "--cc-text-2": "#B6C0CD",
  "--cc-text-3": "#9AA6B6",
  "--cc-line": "#364252",
  "--cc-control-border": "#7F8C9D",
  "--cc-primary": "#62C3D6",
  "--cc-primary-hover": "#86D3E2",
  "--cc-on-primary": "#06252C",
  "--cc-selected": "#143640",
  "--cc-focus": "#8CB9FF",
  "--cc-chart-neutral": "#7F8C9D",
  "--cc-shadow": "0 4px 16px rgb(0 0 0 / 55%)",
  "--cc-act-now-text": "#FFA39C",
  "--cc-act-now-tint": "#3D1A1B",
  "--cc-act-now-mark": "#FFA69F",
  "--cc-review-text": "#FFC376",
  "--cc-review-tint": "#38270C",
  "--cc-review-mark": "#EFA63A",
  "--cc-consider-text": "#A3C7FF",
  "--cc-consider-tint": "#172B4A",
  "--cc-consider-mark": "#6FA2F0",
  "--cc-info-text": "#B6C0CD",
  "--cc-info-tint": "#222B37",
  "--cc-info-mark": "#8592A3",
};

/** Paper: black on white, no tints; a photocopy keeps act-now apart by its weight, the rest by word and shape. */
export const PRINT: Tokens = {
  ...LIGHT,
  "--cc-page": "#FFFFFF",
  "--cc-sunken": "#FFFFFF",
  "--cc-text": "#000000",
  "--cc-text-2": "#1A232E",
  "--cc-text-3": "#333D49",
  "--cc-line": "#8893A1",
  "--cc-primary": "#000000",
  "--cc-selected": "#FFFFFF",
  "--cc-shadow": "none",
  "--cc-act-now-text": "#000000",
  "--cc-act-now-tint": "#FFFFFF",
  "--cc-act-now-mark": "#000000",
  "--cc-review-text": "#000000",
  "--cc-review-tint": "#FFFFFF",
  "--cc-review-mark": "#555555",
  "--cc-consider-text": "#000000",
  "--cc-consider-tint": "#FFFFFF",
  "--cc-consider-mark": "#777777",
  "--cc-info-text": "#000000",
  "--cc-info-tint": "#FFFFFF",
  "--cc-info-mark": "#888888",
};

/** The tokens as a rule for print, whatever colour scheme the screen has; heavier than the rule of the scheme, which comes later. */
export function printRule(): string {
  const declarations = Object.entries(PRINT)
    .map(([name, value]) => `${name}:${value}`)
    .join(";");
  return `@media print{:root:root[data-mantine-color-scheme]{${declarations};color-scheme:light}}`;
}
