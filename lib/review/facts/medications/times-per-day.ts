/** How often: on a day on which it is taken, and on which share of days that is. */
export interface Often {
  readonly times: number;
  readonly share: number;
}

/** Counts of one day, the first that fits. */
const TIMES: readonly (readonly [RegExp, number])[] = [
  [/\b(?:five|5) times (?:a|per|each|every)? ?(?:day|daily)\b/i, 5],
  [/\b(?:four|4) times (?:a|per|each|every)? ?(?:day|daily)\b|\bqid\b|\bqds\b|\b4x\/?d|\b4 times daily\b/i, 4],
  [/\b(?:three|3) times (?:a|per|each|every)? ?(?:day|daily)\b|\btid\b|\btds\b|\b3x\/?d/i, 3],
  [
    /\b(?:two|2) times (?:a|per|each|every)? ?(?:day|daily)\b|\btwice (?:a |per |each )?(?:day|daily)\b|\bbid\b|\bbd\b|\b2x\/?d/i,
    2,
  ],
];
/** Times of the day; each is one. */
const OF_DAY: readonly RegExp[] = [
  /\b(?:morning|mane|om|qam)\b/i,
  /\b(?:noon|midday|lunch\w*)\b/i,
  /\b(?:evening|teatime|dinner|supper)\b/i,
  /\b(?:bedtime|night|nights|nightly|nocte|hs|qhs)\b|\bon\b(?!\s+\w)/i,
];
const ONCE = /\bdaily\b|\b(?:once|one) (?:a |per |each )?day\b|\b(?:every|each|a|per) day\b|\bqd\b|\bod\b/i;
const DAYS = /\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b/gi;

/** The share of days, where it is not every day. */
const SHARES: readonly (readonly [RegExp, (match: RegExpExecArray) => number])[] = [
  [/\bevery other day\b|\balternate days?\b|\bqod\b/i, () => 1 / 2],
  [/\b([1-7]) days a week\b/i, ([, days]) => Number(days) / 7],
  [/\bevery (\d+) days?\b/i, ([, days]) => 1 / Math.max(1, Number(days))],
  [/\bevery (\d+)(?: to \d+)? weeks?\b/i, ([, weeks]) => 1 / (7 * Math.max(1, Number(weeks)))],
  [/\bevery (\d+)(?: to \d+)? months?\b/i, ([, months]) => 1 / (30 * Math.max(1, Number(months)))],
  [/\b(twice|two times|2 times) (?:a |per )?week(?:ly)?\b/i, () => 2 / 7],
  [/\b(?:three|3) times (?:a |per )?week(?:ly)?\b/i, () => 3 / 7],
  [/\b(\d+) times (?:a |per )?week(?:ly)?\b/i, ([, times]) => Number(times) / 7],
  [/\bfortnight\w*\b|\bbiweekly\b/i, () => 1 / 14],
  [/\b(?:once (?:a |per )?week(?:ly)?|weekly|(?:every|per|each|a) week)\b/i, () => 1 / 7],
  [/\bmonth(?:ly)?\b/i, () => 1 / 30],
  [/\byear(?:ly)?\b|\bannual\w*\b/i, () => 1 / 365],
];

/** No frequency is longer. */
const LONGEST = 300;

/** How often a frequency says it is taken; null where it does not say. */
export function oftenOf(frequency: string | null): Often | null {
  if (frequency === null) return null;
  // Single blanks, so that no expression can be read in more ways than one.
  const plain = frequency.slice(0, LONGEST).replace(/\s+/g, " ");
  const share = shareOf(plain);
  const times = timesOf(plain);
  return times === null && share === null ? null : { times: times ?? 1, share: share ?? 1 };
}

/** How often a day on average, or null where the list does not say. */
export function timesPerDay(frequency: string | null): number | null {
  const often = oftenOf(frequency);
  return often === null ? null : often.times * often.share;
}

function shareOf(frequency: string): number | null {
  const days = new Set(Array.from(frequency.matchAll(DAYS), ([day]) => day.toLowerCase().replace(/s$/, "")));
  if (days.size > 0) return days.size / 7;
  for (const [pattern, share] of SHARES) {
    const match = pattern.exec(frequency);
    if (match !== null) return share(match);
  }
  return null;
}

function timesOf(frequency: string): number | null {
  const hours = /\b(?:every|q) ?(\d+)(?: ?(?:-|to) ?\d+)? ?(?:hours?|hrs?|h)\b/i.exec(frequency)?.[1];
  if (hours !== undefined && Number(hours) > 0) return 24 / Number(hours);
  const counted = TIMES.find(([pattern]) => pattern.test(frequency))?.[1];
  if (counted !== undefined) return counted;
  const many = /\b(\d+) ?(?:times|x) ?(?:(?:a|per|each|\/) ?)?(?:day|daily)\b/i.exec(frequency)?.[1];
  if (many !== undefined) return Number(many);
  const times = OF_DAY.filter((pattern) => pattern.test(frequency)).length;
  if (times > 0) return times;
  return ONCE.test(frequency) ? 1 : null;
}
