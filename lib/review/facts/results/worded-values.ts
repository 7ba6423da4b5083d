/** What words beside or in place of a value say of it. */
export type WordReading = "critical-low" | "critical-high" | "low" | "high" | "normal" | "abnormal";

const WORDS: readonly (readonly [RegExp, WordReading])[] = [
  [/^(?:ll|l!|l\*+)$/, "critical-low"],
  [/^(?:hh|h!|h\*+)$/, "critical-high"],
  [/\b(not|non)[- ](low|high|raised|elevated|decreased|increased|reduced|deficient)\b/, "normal"],
  [/\b(normal|within (normal )?(limits|range)|wnl|unremarkable|negative|replete|sufficient|ok)\b|^n$/, "normal"],
  [
    /\b(low|lower|decreased|reduced|deficien(t|cy)|insufficien(t|cy)|undetectable|depleted|below|fall(en)?|hypo\w*)\b|^l$/,
    "low",
  ],
  [/\b(high|higher|raised|elevated|increased|above|positive|hyper\w*)\b|^h$/, "high"],
  [/\b(abnormal|crit(ical)?|out of range|panic)\b|^a+$|^abn\.?$|^\*+$|^!+$/, "abnormal"],
];

/** What says that a level is critical; which way it went stands behind it. */
const CRITICAL = /\b(?:crit(?:ical(?:ly)?)?|panic)\b/;
const AFTER_CRITICAL: readonly (readonly [RegExp, WordReading])[] = [
  [/\b(?:low|ll?)\b/, "critical-low"],
  [/\b(?:high|hh?|elevated|raised)\b/, "critical-high"],
];

/** "critically low": searched in two steps, so that no text makes one search begin again at every word. */
function criticalReading(tidy: string): WordReading | null {
  const cue = CRITICAL.exec(tidy);
  if (cue === null) return null;
  const after = tidy.slice(cue.index + cue[0].length);
  return AFTER_CRITICAL.find(([pattern]) => pattern.test(after))?.[1] ?? null;
}

/** Reads "low", "significantly increased", "L", "HH", "within normal limits"; null where the words say nothing of the level. */
export function readWords(text: string): WordReading | null {
  const tidy = text.trim().toLowerCase();
  if (/\b(abnormal)\b/.test(tidy) && !/\b(low|high)\b/.test(tidy)) return "abnormal";
  return criticalReading(tidy) ?? WORDS.find(([pattern]) => pattern.test(tidy))?.[1] ?? null;
}
