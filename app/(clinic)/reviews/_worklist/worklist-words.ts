import { PRIORITY_WORDS } from "@/app/_view-models/priority-labels";
import type { Priority } from "@/lib/domain/vocabulary";
import type { WorklistFilters, WorklistQuery, WorklistView } from "@/lib/store/worklist/worklist-query";

export const VIEWS: readonly { view: WorklistView; words: string }[] = [
  { view: "needs-me", words: "Needs me" },
  { view: "drafts", words: "Drafts" },
  { view: "signed", words: "Signed" },
  { view: "follow-up", words: "Follow-up due" },
  { view: "all", words: "All" },
  { view: "archived", words: "Archived" },
];

/** What each view holds, for who is new to it. */
export const VIEW_HELP: Readonly<Record<WorklistView, string>> = {
  "needs-me": "Your drafts with an act-now finding or an unread line, and your reviews whose follow-up is due.",
  drafts: "Everything that is not signed yet, by anybody here.",
  signed: "Signed reviews, and those that a newer version has taken the place of.",
  "follow-up": "Reviews whose follow-up is due today or earlier.",
  all: "Everything but the archive.",
  archived: "Put away; nothing is deleted.",
};

export function describeView(view: WorklistView): string {
  return VIEWS.find((one) => one.view === view)?.words ?? "All";
}

type Column = WorklistQuery["sort"]["column"];
export const COLUMN_WORDS: Readonly<Record<Column, string>> = {
  reference: "reference",
  patient: "birth year",
  cramps: "onset of cramps",
  highest: "priority",
  open: "open findings",
  unread: "unread lines",
  status: "status",
  due: "follow-up",
  updated: "updated",
  author: "name",
};

/** The two ways of a column in words, ascending first. */
const WAYS: Readonly<Record<Column, readonly [string, string]>> = {
  reference: ["lowest first", "highest first"],
  patient: ["oldest first", "youngest first"],
  cramps: ["oldest first", "newest first"],
  highest: ["least urgent first", "most urgent first"],
  open: ["fewest first", "most first"],
  unread: ["fewest first", "most first"],
  status: ["drafts first", "drafts last"],
  due: ["earliest first", "latest first"],
  updated: ["oldest first", "newest first"],
  author: ["A to Z", "Z to A"],
};

/** “Sorted by updated, newest first”. */
export function describeSort({ column, descending }: WorklistQuery["sort"]): string {
  return `Sorted by ${COLUMN_WORDS[column]}, ${WAYS[column][descending ? 1 : 0]}`;
}

/** Every order there is, for the narrow screen's list of them. */
export const SORTS: readonly { value: string; words: string; sort: WorklistQuery["sort"] }[] = (
  ["updated", "highest", "due", "reference", "open", "unread", "cramps", "patient", "status", "author"] as const
).flatMap((column) =>
  [true, false].map((descending) => {
    const words = describeSort({ column, descending }).slice("Sorted by ".length);
    return {
      value: `${column} ${descending}`,
      words: words.charAt(0).toUpperCase() + words.slice(1),
      sort: { column, descending },
    };
  }),
);

/** Nothing narrowed. */
export const NO_FILTER: WorklistFilters = {
  priorities: [],
  statuses: [],
  sex: null,
  authorId: null,
  unreadOnly: false,
  hideExamples: false,
};

export const LEVELS: readonly Priority[] = ["act-now", "review", "consider", "info"];
export const STATUSES = [
  { status: "draft", words: "Draft" },
  { status: "signed", words: "Signed" },
  { status: "superseded", words: "Superseded" },
] as const;
export const SEXES = [
  { sex: null, words: "Any sex" },
  { sex: "female", words: "Female" },
  { sex: "male", words: "Male" },
  { sex: "other", words: "Other" },
  { sex: "unknown", words: "Not entered" },
] as const;

/** What narrows the view, in words: “Act now or Review · with unread lines”. */
export function describeFilters(filters: WorklistFilters): string[] {
  return [
    filters.priorities.map((priority) => PRIORITY_WORDS[priority]).join(" or "),
    filters.statuses.map((status) => STATUSES.find((one) => one.status === status)?.words ?? status).join(" or "),
    filters.sex === null ? "" : (SEXES.find((one) => one.sex === filters.sex)?.words ?? ""),
    filters.authorId === null ? "" : "mine",
    filters.unreadOnly ? "with unread lines" : "",
    filters.hideExamples ? "without examples" : "",
  ].filter((words) => words !== "");
}
