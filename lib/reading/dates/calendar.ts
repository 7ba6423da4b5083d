/** Calendar arithmetic on ISO dates, without a clock: `asOf` is always given. */
export type CalendarUnit = "minute" | "hour" | "day" | "week" | "month" | "year";

const pad = (value: number, width = 2): string => String(value).padStart(width, "0");

export function isoDate(year: number, month?: number, day?: number): string {
  if (month === undefined) return pad(year, 4);
  return day === undefined ? `${pad(year, 4)}-${pad(month)}` : `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

export function isRealDate(year: number, month: number, day: number): boolean {
  return (
    year > 1900 &&
    year < 2200 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  );
}

/** The date so many units before `asOf`: to the day for days and weeks, to the month for months, to the year for years. */
export function before(asOf: string, amount: number, unit: CalendarUnit): string {
  const [year = 2000, month = 1, day = 1] = asOf.split("-").map(Number);
  if (unit === "year")
    return Number.isInteger(amount) ? isoDate(year - amount) : before(asOf, Math.round(amount * 12), "month");
  if (unit === "month") {
    const months = year * 12 + (month - 1) - Math.round(amount);
    return isoDate(Math.floor(months / 12), (months % 12) + 1);
  }
  const week = unit === "week" ? 7 : 0;
  const days = amount * (unit === "day" ? 1 : week);
  const date = new Date(Date.UTC(year, month - 1, day) - Math.round(days) * 86_400_000);
  return isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** Two figures mean the last hundred years up to the next. */
export function fullYear(figures: number, asOf: string): number {
  if (figures >= 100) return figures;
  const current = Number(asOf.slice(0, 4));
  const year = Math.floor(current / 100) * 100 + figures;
  return year > current + 10 ? year - 100 : year;
}
