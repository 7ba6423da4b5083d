"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import Link from "next/link";
import { useEffect, useRef } from "react";
import type { WorklistQuery, WorklistView } from "@/lib/store/worklist/worklist-query";
import { ExamplesNotice } from "./examples-notice";
import { NothingShown } from "./nothing-shown";
import { SelectionBar } from "./selection-bar";
import { useHiddenColumns } from "./use-columns";
import { useSelection } from "./use-selection";
import { useWorklist } from "./use-worklist";
import type { WorklistResponse } from "@/lib/clinic/worklist-line";
import { WorklistCards } from "./worklist-cards";
import { WorklistTable } from "./worklist-table";
import { FilterLine, WorklistToolbar } from "./worklist-toolbar";
import { describeFilters, NO_FILTER, describeSort, describeView } from "./worklist-words";
import styles from "./worklist.module.css";

const SKELETON_ROWS = 10;

/** The clinician's reviews, with the views, the search and the pages of them. */
export function Worklist({
  first,
  query: firstQuery,
  userId,
  hasExamples,
}: {
  first: WorklistResponse;
  query: WorklistQuery;
  userId: string;
  hasExamples: boolean;
}) {
  const router = useRouter();
  const { query, answer, loading, slow, failedAt, change, again } = useWorklist(firstQuery, first);
  const { hidden, toggle } = useHiddenColumns();
  const selection = useSelection();
  const heading = useRef<HTMLHeadingElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const showView = (view: WorklistView) => {
    change({ view });
    window.history.replaceState(null, "", view === "needs-me" ? "/reviews" : `/reviews?view=${view}`);
  };
  const isNew =
    answer.counts.all === 0 &&
    answer.counts.archived === 0 &&
    query.search === "" &&
    describeFilters(query.filters).length === 0;
  const toNew = () => router.push("/reviews/new");
  useMainButton(toNew);

  return (
    <main id="main" className={styles.page}>
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          Reviews
        </h1>
        <span className={styles.headActions} hidden={isNew}>
          <Button component={Link} href="/reviews/examples" prefetch={false} className={styles.wide}>
            Try an example patient
          </Button>
          <Button component={Link} href="/reviews/new" prefetch={false} variant="filled">
            New review
          </Button>
        </span>
      </div>
      {hasExamples && <ExamplesNotice onRemoved={() => router.refresh()} />}
      {!isNew && (
        <WorklistToolbar
          query={query}
          counts={answer.counts}
          userId={userId}
          search={search}
          hidden={hidden}
          onView={showView}
          onChange={change}
          onColumn={toggle}
        />
      )}
      <FilterLine filters={query.filters} onClear={(filters) => change({ filters })} />
      <p className="cc-meta" role="status" hidden={isNew}>
        {loading
          ? "Loading…"
          : `${describeSort(query.sort)}. ${answer.total.toLocaleString("en-GB")} ${answer.total === 1 ? "review" : "reviews"}.`}
      </p>
      {failedAt !== null && (
        <div className={styles.failed} role="alert">
          The worklist could not be loaded ({failedAt}). Nothing is lost. <Button onClick={again}>Try again</Button>
        </div>
      )}
      <div id="worklist" tabIndex={-1}>
        {slow && <Skeleton />}
        {!slow && answer.lines.length > 0 && (
          <>
            <div className={styles.wide}>
              <WorklistTable
                lines={answer.lines}
                sort={query.sort}
                hidden={hidden}
                selection={selection}
                caption={`Reviews: ${describeView(query.view)}`}
                onSort={(sort) => change({ sort })}
                onNew={toNew}
                onSearch={() => search.current?.focus()}
              />
            </div>
            <div className={styles.narrow}>
              <WorklistCards lines={answer.lines} selection={selection} />
            </div>
            <Pages query={query} total={answer.total} onPage={(page) => change({ page })} />
          </>
        )}
        {!slow && answer.lines.length === 0 && (
          <NothingShown
            query={query}
            counts={answer.counts}
            onAll={() => showView("all")}
            onClearSearch={() => change({ search: "" })}
            onClearFilters={() => change({ filters: NO_FILTER })}
          />
        )}
      </div>
      <SelectionBar selection={selection} />
    </main>
  );
}

function Pages({ query, total, onPage }: { query: WorklistQuery; total: number; onPage: (page: number) => void }) {
  const first = (query.page - 1) * query.pageSize + 1;
  const last = Math.min(total, query.page * query.pageSize);
  return (
    <nav className={styles.pages} aria-label="Pages">
      <span>
        {first.toLocaleString("en-GB")} to {last.toLocaleString("en-GB")} of {total.toLocaleString("en-GB")}
      </span>
      {total > query.pageSize && (
        <>
          <Button disabled={query.page <= 1} onClick={() => onPage(query.page - 1)}>
            Previous
          </Button>
          <Button disabled={last >= total} onClick={() => onPage(query.page + 1)}>
            Next
          </Button>
        </>
      )}
      <span className="cc-muted">{query.pageSize} per page</span>
    </nav>
  );
}

/** Grey rows of the final size, standing still. */
function Skeleton() {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {Array.from({ length: SKELETON_ROWS }, (_, index) => (
        <div key={index} />
      ))}
    </div>
  );
}

/** Ctrl Enter: the page's main button. */
function useMainButton(press: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      press();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  });
}
