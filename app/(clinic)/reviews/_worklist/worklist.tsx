"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { EmptyState } from "@/app/_parts/empty-state";
import type { WorklistQuery, WorklistView } from "@/lib/store/worklist-query";
import { ExamplesNotice } from "./examples-notice";
import { useWorklist } from "./use-worklist";
import type { WorklistAnswer } from "./worklist-answer";
import { WorklistCards, WorklistTable } from "./worklist-table";
import styles from "./worklist.module.css";

const VIEWS: readonly { view: WorklistView; words: string }[] = [
  { view: "needs-me", words: "Needs me" },
  { view: "drafts", words: "Drafts" },
  { view: "signed", words: "Signed" },
  { view: "follow-up", words: "Follow-up due" },
  { view: "all", words: "All" },
  { view: "archived", words: "Archived" },
];

const COLUMN_WORDS: Readonly<Record<WorklistQuery["sort"]["column"], string>> = {
  reference: "reference", patient: "patient", cramps: "cramps", highest: "highest priority", open: "open findings", unread: "unread lines", status: "status", updated: "updated", author: "author",
};

function sortWords({ column, descending }: WorklistQuery["sort"]): string {
  const way = column === "updated" ? (descending ? "newest first" : "oldest first") : descending ? "highest first" : "lowest first";
  return `Sorted by ${COLUMN_WORDS[column]}, ${way}`;
}

/** The clinician's reviews, with the views, the search and the pages of them. */
export function Worklist({ first, query: firstQuery, needsMe, totalEver, hasExamples }: {
  first: WorklistAnswer;
  query: WorklistQuery;
  needsMe: number;
  /** Reviews of the organisation in any view; none yet is a state of its own. */
  totalEver: number;
  hasExamples: boolean;
}) {
  const router = useRouter();
  const { query, answer, loading, failedAt, change, again } = useWorklist(firstQuery, first);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const showView = (view: WorklistView) => {
    change({ view });
    window.history.replaceState(null, "", view === "needs-me" ? "/reviews" : `/reviews?view=${view}`);
  };
  const viewWords = VIEWS.find(({ view }) => view === query.view)?.words ?? "All";
  const firstShown = (query.page - 1) * query.pageSize + 1;
  const lastShown = Math.min(answer.total, query.page * query.pageSize);

  return (
    <main id="main" className={styles.page}>
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>Reviews</h1>
        <Button component={Link} href="/reviews/new" prefetch={false} variant="filled">New review</Button>
      </div>
      {hasExamples && <ExamplesNotice onRemoved={() => router.refresh()} />}
      <div className={styles.controls}>
        <TextInput
          className={styles.search} label="Search reference or drug" value={query.search} maxLength={200} type="search" spellCheck={false}
          onChange={(event) => change({ search: event.currentTarget.value })}
        />
        <div className={styles.views} role="group" aria-label="Views">
          {VIEWS.map(({ view, words }) => (
            <button key={view} type="button" className={styles.view} aria-pressed={query.view === view} onClick={() => showView(view)}>
              {words}{view === "needs-me" ? ` ${needsMe}` : ""}
            </button>
          ))}
        </div>
        <NativeSelect
          className={styles.narrowOnly} label="Sort" value={`${query.sort.column} ${query.sort.descending}`} data={[{ value: "updated true", label: "Updated, newest first" }, { value: "highest true", label: "Highest priority first" }, { value: "reference true", label: "Reference" }]}
          onChange={(event) => {
            const [column, descending] = event.currentTarget.value.split(" ");
            change({ sort: { column: column === "highest" || column === "reference" ? column : "updated", descending: descending === "true" } });
          }}
        />
      </div>
      <p className="cc-meta" role="status">{loading ? "Loading…" : sortWords(query.sort)}</p>
      {failedAt !== null && (
        <div className={styles.failed} role="alert">The worklist could not be loaded ({failedAt}). Nothing is lost. <Button onClick={again}>Try again</Button></div>
      )}
      <div id="worklist" tabIndex={-1}>
        {answer.lines.length > 0 ? (
          <>
            <div className={styles.wide}><WorklistTable lines={answer.lines} sort={query.sort} onSort={(sort) => change({ sort })} caption={`Reviews: ${viewWords}`} /></div>
            <div className={styles.narrow}><WorklistCards lines={answer.lines} /></div>
            <nav className={styles.pages} aria-label="Pages">
              <span>{firstShown.toLocaleString("en-GB")} to {lastShown.toLocaleString("en-GB")} of {answer.total.toLocaleString("en-GB")}</span>
              <Button disabled={query.page <= 1} onClick={() => change({ page: query.page - 1 })}>Previous</Button>
              <Button disabled={lastShown >= answer.total} onClick={() => change({ page: query.page + 1 })}>Next</Button>
              <span className="cc-muted">{query.pageSize} per page</span>
            </nav>
          </>
        ) : (
          <NothingShown query={query} viewWords={viewWords} totalEver={totalEver} onAll={() => showView("all")} onClear={() => change({ search: "" })} />
        )}
      </div>
    </main>
  );
}

/** Why the list is empty, and what to do next. */
function NothingShown({ query, viewWords, totalEver, onAll, onClear }: { query: WorklistQuery; viewWords: string; totalEver: number; onAll: () => void; onClear: () => void }) {
  if (totalEver === 0) {
    return (
      <EmptyState title="No reviews yet." actions={<Button component={Link} href="/reviews/new" prefetch={false} variant="filled">New review</Button>}>
        <b>Paste a list and see what it finds.</b>
      </EmptyState>
    );
  }
  if (query.search.trim() !== "") {
    return (
      <EmptyState
        title={`No review matches ‘${query.search.trim()}’ in ${viewWords}.`}
        actions={<>{query.view !== "all" && <Button onClick={onAll}>Look in All</Button>}<Button onClick={onClear}>Clear the search</Button></>}
      />
    );
  }
  return <EmptyState title={`Nothing in ${viewWords}.`} actions={query.view === "all" ? null : <Button onClick={onAll}>Show all {totalEver.toLocaleString("en-GB")}</Button>} />;
}
