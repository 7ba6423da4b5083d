import type { IsoDate, Priority, Sex } from "@/lib/domain/vocabulary";
import { displayDate, displayInstant } from "@/lib/domain/display-date";
import type { WorklistPage, WorklistRow, WorklistView } from "@/lib/store/worklist/worklist-query";

/** A row as the page shows it: every date already in the organisation's time zone, every word in its final form. */
export type WorklistLine = {
  reference: string;
  localReference: string | null;
  isExample: boolean;
  patient: string;
  cramps: string;
  highest: Priority | null;
  open: number;
  unread: number;
  status: string;
  /** When the follow-up is due; null where none is planned. */
  due: string | null;
  /** Its day has come. */
  isDue: boolean;
  updatedDay: string;
  updatedTime: string;
  by: string;
};

/** `counts`: how many reviews each view holds for the same search and filters. */
export type WorklistResponse = { lines: WorklistLine[]; total: number; counts: Record<WorklistView, number> };

const STATUS_WORDS = { draft: "Draft", signed: "Signed", superseded: "Superseded", archived: "Archived" } as const;
const SEX_WORDS: Readonly<Record<Sex, string>> = {
  female: "female",
  male: "male",
  other: "other",
  unknown: "sex not entered",
};
const DAY_MS = 86_400_000;

function line(row: WorklistRow, timeZone: string, today: IsoDate): WorklistLine {
  const onset = row.crampsOnset === null ? "onset not entered" : `since ${displayDate(row.crampsOnset)}`;
  const updated = displayInstant(row.updatedAt, timeZone);
  const [updatedDay, updatedTime] = [updated.slice(0, -6), updated.slice(-5)];
  return {
    reference: row.reference,
    localReference: row.localReference,
    isExample: row.isExample,
    patient:
      row.birthYear === null && row.sex === "unknown"
        ? "not entered"
        : `${row.birthYear ?? "year not entered"} · ${SEX_WORDS[row.sex]}`,
    cramps: row.crampsPerWeek === null ? onset : `${onset}, ${row.crampsPerWeek} a week`,
    highest: row.highestPriority,
    open: row.openFindings,
    unread: row.unreadLines,
    status: STATUS_WORDS[row.status],
    due: row.followUpDue === null ? null : formatDue(row.followUpDue, today),
    isDue: row.followUpDue !== null && row.followUpDue <= today && (row.status === "draft" || row.status === "signed"),
    updatedDay,
    updatedTime,
    by: row.author.displayName,
  };
}

/** The date, then how far it is: `due 3 Nov 2026 (19 days ago)`. */
function formatDue(due: IsoDate, today: IsoDate): string {
  const days = Math.round((Date.parse(due) - Date.parse(today)) / DAY_MS);
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? "day" : "days"}`;
  if (days === 0) return `due ${displayDate(due)} (today)`;
  return `due ${displayDate(due)} (${days < 0 ? `${count} ago` : `in ${count}`})`;
}

/** A page of the worklist in the words of the page. `today`: the organisation's date. */
export function worklistAnswer(
  page: WorklistPage,
  counts: Record<WorklistView, number>,
  timeZone: string,
  today: IsoDate,
): WorklistResponse {
  return { lines: page.rows.map((row) => line(row, timeZone, today)), total: page.total, counts };
}
