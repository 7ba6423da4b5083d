import { PRIORITIES, Sex, type IsoDate } from "@/lib/domain/vocabulary";
import type { Prisma } from "@/prisma/generated/client";
import { query } from "@/lib/store/database";
import { formatReference } from "@/lib/store/reviews/reference";
import type { Scope } from "@/lib/store/scope";
import { todayIn } from "@/lib/store/accounts/organisation";
import { priorityOfRank } from "./worklist-columns";
import {
  WorklistView,
  type WorklistFilters,
  type WorklistPage,
  type WorklistQuery,
  type WorklistRow,
} from "./worklist-query";

/** One page of the worklist. Filtering, search, sorting and paging run in the database; no case is opened. */
export async function listReviews(scope: Scope, list: WorklistQuery): Promise<WorklistPage> {
  const where = conditions(scope, list, await todayIn(scope));
  return query(scope, async (db) => {
    const [total, rows] = await Promise.all([
      db.review.count({ where }),
      db.review.findMany({
        where,
        orderBy: order(list.sort),
        skip: (list.page - 1) * list.pageSize,
        take: list.pageSize,
        select: ROW,
      }),
    ]);
    return { total, rows: rows.map(toRow) };
  });
}

/** How many reviews each view holds for the same search and filters (“2 match in All”). */
export async function countViews(
  scope: Scope,
  list: Pick<WorklistQuery, "search" | "filters">,
): Promise<Record<WorklistView, number>> {
  const today = await todayIn(scope);
  const counts = await Promise.all(
    WorklistView.options.map(
      async (view) =>
        [
          view,
          await query(scope, (db) => db.review.count({ where: conditions(scope, { ...list, view }, today) })),
        ] as const,
    ),
  );
  return { "needs-me": 0, drafts: 0, signed: 0, "follow-up": 0, all: 0, archived: 0, ...Object.fromEntries(counts) };
}

const ROW = {
  id: true,
  number: true,
  localReference: true,
  status: true,
  isExample: true,
  birthYear: true,
  sex: true,
  crampsOnset: true,
  crampsPerWeek: true,
  priorityRank: true,
  openFindings: true,
  unreadLines: true,
  followUpDue: true,
  updatedAt: true,
  signedAt: true,
  author: { select: { id: true, displayName: true } },
} as const satisfies Prisma.ReviewSelect;

function conditions(
  scope: Scope,
  list: Pick<WorklistQuery, "view" | "search" | "filters">,
  today: IsoDate,
): Prisma.ReviewWhereInput {
  return {
    organisationId: scope.organisationId,
    AND: [
      viewCondition(list.view, scope, new Date(`${today}T00:00:00Z`)),
      ...searchConditions(list.search),
      ...filterConditions(list.filters),
    ],
  };
}

function viewCondition(view: WorklistView, scope: Scope, today: Date): Prisma.ReviewWhereInput {
  const due: Prisma.ReviewWhereInput = { followUpDue: { lte: today }, status: { in: ["draft", "signed"] } };
  switch (view) {
    case "needs-me":
      return {
        authorId: scope.userId,
        OR: [{ status: "draft", OR: [{ priorityRank: 0 }, { unreadLines: { gt: 0 } }] }, due],
      };
    case "drafts":
      return { status: "draft" };
    case "signed":
      return { status: { in: ["signed", "superseded"] } };
    case "follow-up":
      return due;
    case "all":
      return { status: { not: "archived" } };
    case "archived":
      return { status: "archived" };
  }
}

/** Every word must be part of the reference, the local reference or a drug's name. */
function searchConditions(search: string): Prisma.ReviewWhereInput[] {
  const words = search
    .replaceAll("\u0000", "")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return words.map((word) => ({ searchText: { contains: asWritten(word) } }));
}

/** `%` and `_` stand for themselves, not for anything. */
function asWritten(word: string): string {
  return word.replace(/[\\%_]/g, "\\$&");
}

function filterConditions(filters: WorklistFilters): Prisma.ReviewWhereInput[] {
  const conditions: Prisma.ReviewWhereInput[] = [];
  if (filters.priorities.length > 0)
    conditions.push({ priorityRank: { in: filters.priorities.map((priority) => PRIORITIES.indexOf(priority)) } });
  if (filters.statuses.length > 0) conditions.push({ status: { in: filters.statuses } });
  if (filters.sex !== null) conditions.push({ sex: filters.sex });
  if (filters.authorId !== null) conditions.push({ authorId: filters.authorId });
  if (filters.unreadOnly) conditions.push({ unreadLines: { gt: 0 } });
  if (filters.hideExamples) conditions.push({ isExample: false });
  return conditions;
}

/** Rows that lack the value stand last either way; equal rows keep one order, so that no page repeats or skips one. */
function order(sort: WorklistQuery["sort"]): Prisma.ReviewOrderByWithRelationInput[] {
  const way = sort.descending ? "desc" : "asc";
  const lastWhenMissing = { sort: way, nulls: "last" } as const;
  const byColumn: Record<WorklistQuery["sort"]["column"], Prisma.ReviewOrderByWithRelationInput[]> = {
    reference: [{ number: way }],
    patient: [{ birthYear: lastWhenMissing }, { sex: way }],
    cramps: [{ crampsOnset: lastWhenMissing }, { crampsPerWeek: lastWhenMissing }],
    highest: [{ priorityRank: sort.descending ? "asc" : "desc" }], // rank 0 is the highest priority
    open: [{ openFindings: way }],
    unread: [{ unreadLines: way }],
    status: [{ status: way }],
    due: [{ followUpDue: lastWhenMissing }],
    updated: [{ updatedAt: way }],
    author: [{ author: { displayName: way } }],
  };
  return [
    ...byColumn[sort.column],
    ...(sort.column === "updated" ? [] : [{ updatedAt: "desc" } as const]),
    { id: "asc" },
  ];
}

function toRow(row: Prisma.ReviewGetPayload<{ select: typeof ROW }>): WorklistRow {
  const { number, priorityRank, sex, followUpDue, updatedAt, signedAt, ...rest } = row;
  return {
    ...rest,
    reference: formatReference(number),
    sex: Sex.parse(sex),
    highestPriority: priorityOfRank(priorityRank),
    followUpDue: followUpDue?.toISOString().slice(0, 10) ?? null,
    updatedAt: updatedAt.toISOString(),
    signedAt: signedAt?.toISOString() ?? null,
  };
}
