const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A calendar date as the product prints it: `3 Nov 2026`, `Nov 2026`, `2026`; unknown parts are left out (UI.md §6). */
export function displayDate(date: string): string {
  const [year, month, day] = date.slice(0, 10).split("-");
  const monthName = MONTHS[Number(month) - 1];
  if (monthName === undefined) return year ?? date;
  return day === undefined ? `${monthName} ${year}` : `${Number(day)} ${monthName} ${year}`;
}

/** An instant in a time zone: `3 Nov 2026 14:32`. */
export function displayInstant(iso: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(iso));
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return `${displayDate(`${part("year")}-${part("month")}-${part("day")}`)} ${part("hour")}:${part("minute")}`;
}
