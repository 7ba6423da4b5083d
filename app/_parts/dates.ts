const SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** `2026-11-03` as “3 Nov 2026”, `2026-11` as “Nov 2026”, `2026` as itself; anything else as it was given. */
export function formatDate(date: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date);
  if (!match) return date;
  const [, year = "", month, day] = match;
  const monthName = month ? SHORT[Number(month) - 1] : undefined;
  if (!monthName) return year;
  return day ? `${Number(day)} ${monthName} ${year}` : `${monthName} ${year}`;
}

/** An instant (ISO, UTC) as calendar date and clock time of the clinic: “22 Nov 2026”, “14:32”. */
export function clinicTime(instant: string, timeZone: string): { date: string; time: string } {
  const at = new Date(instant);
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("en-GB", { timeZone, ...options }).format(at);
  const date = formatDate(`${part({ year: "numeric" })}-${part({ month: "2-digit" })}-${part({ day: "2-digit" })}`);
  return { date, time: part({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }) };
}

/** “22 Nov 2026 14:32” in the clinic's time zone. */
export function clinicDateTime(instant: string, timeZone: string): string {
  const { date, time } = clinicTime(instant, timeZone);
  return `${date} ${time}`;
}
