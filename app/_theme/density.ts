/** How tightly rows and controls are set; remembered in a cookie, which holds nothing else. */
export const DENSITY_COOKIE = "cc-density";
export const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];

export function asDensity(value: string | undefined): Density {
  return value === "compact" ? "compact" : "comfortable";
}

const YEAR_SECONDS = 31_536_000;

/** Changes the page at once and remembers the choice in this browser. */
export function applyDensity(density: Density): void {
  document.documentElement.dataset.density = density;
  document.cookie = `${DENSITY_COOKIE}=${density}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
