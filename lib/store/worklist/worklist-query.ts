import { z } from "zod";
import { Priority, Sex } from "@/lib/domain/vocabulary";
import type { Person } from "@/lib/store/reviews/review-record";
import { ReviewStatus } from "@/lib/store/reviews/review-record";

export const WorklistView = z.enum(["needs-me", "drafts", "signed", "follow-up", "all", "archived"]);
export type WorklistView = z.infer<typeof WorklistView>;

export const WorklistColumn = z.enum([
  "reference",
  "patient",
  "cramps",
  "highest",
  "open",
  "unread",
  "status",
  "due",
  "updated",
  "author",
]);
export type WorklistColumn = z.infer<typeof WorklistColumn>;

/** What narrows a view further; every given filter must hold. */
export const WorklistFilters = z.object({
  priorities: z.array(Priority).default([]),
  statuses: z.array(ReviewStatus).default([]),
  sex: Sex.nullable().default(null),
  authorId: z.string().max(64).nullable().default(null),
  /** Only reviews with lines that were not read. */
  unreadOnly: z.boolean().default(false),
  /** Examples are shown unless this is true. */
  hideExamples: z.boolean().default(false),
});
export type WorklistFilters = z.infer<typeof WorklistFilters>;

/** What one page of the worklist asks for: safe to parse straight from a request. */
export const WorklistQuery = z.object({
  view: WorklistView.default("needs-me"),
  /** Part of a reference, a local reference or a drug name. */
  search: z.string().max(200).default(""),
  sort: z.object({ column: WorklistColumn, descending: z.boolean() }).default({ column: "updated", descending: true }),
  /** From 1. */
  page: z.number().int().min(1).max(100_000).default(1),
  pageSize: z.number().int().min(1).max(100).default(50),
  filters: WorklistFilters.default(WorklistFilters.parse({})),
});
export type WorklistQuery = z.infer<typeof WorklistQuery>;

/** One row of the worklist: only columns, never the case itself. */
export type WorklistRow = {
  id: string;
  reference: string;
  localReference: string | null;
  status: ReviewStatus;
  isExample: boolean;
  birthYear: number | null;
  sex: Sex;
  crampsOnset: string | null;
  crampsPerWeek: number | null;
  /** Null where there is no finding. */
  highestPriority: Priority | null;
  openFindings: number;
  unreadLines: number;
  followUpDue: string | null;
  author: Person;
  updatedAt: string;
  signedAt: string | null;
};

export type WorklistPage = { rows: WorklistRow[]; total: number };
