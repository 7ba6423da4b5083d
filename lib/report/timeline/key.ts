import type { DrawnTimeline } from "./timeline";

/** What the marks of the strip mean, for those that are in it. */
export function timelineKey(timeline: DrawnTimeline): string {
  const drugs = timeline.groups.flatMap((group) => (group.id === "undated" ? [] : group.drugs));
  const has = (priority: string | null): boolean => drugs.some((drug) => drug.priority === priority);
  const parts = [
    ...(has("act-now") ? ["black: act now"] : []),
    ...(has("review") ? ["hatched: review"] : []),
    ...(has("consider") ? ["dotted: consider"] : []),
    ...(has("info") ? ["white: for information"] : []),
    ...(has(null) ? ["grey: not flagged"] : []),
    ...(drugs.some(({ doses }) => doses.length > 0) ? ["triangle: dose change"] : []),
    ...(drugs.some(({ since }) => since !== null) ? ["double stroke: began earlier"] : []),
    ...(drugs.some(({ end }) => end?.kind === "square") ? ["bar end: stopped"] : []),
    ...(timeline.onset !== null && timeline.onset.width > 0 ? ["grey band: the cramps began in this time"] : []),
  ];
  return parts.length === 0 ? "" : `Bars: ${parts.join("; ")}.`;
}
