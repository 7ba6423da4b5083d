import type { Priority, Sex } from "@/lib/domain/vocabulary";
import { displayDate, displayInstant } from "@/lib/domain/display-date";
import type { WorklistPage, WorklistRow } from "@/lib/store/worklist-query";

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
  updated: string;
  by: string;
};

export type WorklistAnswer = { lines: WorklistLine[]; total: number };

const STATUS_WORDS = { draft: "Draft", signed: "Signed", superseded: "Superseded", archived: "Archived" } as const;
const SEX_WORDS: Readonly<Record<Sex, string>> = { female: "female", male: "male", other: "other", unknown: "sex not entered" };

function line(row: WorklistRow, timeZone: string): WorklistLine {
  const onset = row.crampsOnset === null ? "onset not entered" : `since ${displayDate(row.crampsOnset)}`;
  return {
    reference: row.reference,
    localReference: row.localReference,
    isExample: row.isExample,
    patient: `${row.birthYear ?? "year not entered"} · ${SEX_WORDS[row.sex]}`,
    cramps: row.crampsPerWeek === null ? onset : `${onset}, ${row.crampsPerWeek} a week`,
    highest: row.highestPriority,
    open: row.openFindings,
    unread: row.unreadLines,
    status: row.followUpDue === null ? STATUS_WORDS[row.status] : `${STATUS_WORDS[row.status]}, due ${displayDate(row.followUpDue)}`,
    updated: displayInstant(row.updatedAt, timeZone),
    by: row.author.displayName,
  };
}

/** A page of the worklist in the words of the page. */
export function worklistAnswer(page: WorklistPage, timeZone: string): WorklistAnswer {
  return { lines: page.rows.map((row) => line(row, timeZone)), total: page.total };
}
