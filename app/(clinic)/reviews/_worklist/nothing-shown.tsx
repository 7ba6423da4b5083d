"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { EmptyState } from "@/app/_components/empty-state";
import type { WorklistQuery, WorklistView } from "@/lib/store/worklist/worklist-query";
import { describeFilters, VIEW_HELP, describeView } from "./worklist-words";

/** Why the list is empty, and what to do next. */
export function NothingShown({
  query,
  counts,
  onAll,
  onClearFilters,
  onClearSearch,
}: {
  query: WorklistQuery;
  counts: Record<WorklistView, number>;
  onAll: () => void;
  onClearFilters: () => void;
  onClearSearch: () => void;
}) {
  const search = query.search.trim();
  const filtered = describeFilters(query.filters).length > 0;
  const inAll = counts.all.toLocaleString("en-GB");
  const showAll = query.view !== "all" && counts.all > 0 && (
    <Button variant="filled" onClick={onAll}>
      Show all {inAll}
    </Button>
  );
  if (search === "" && !filtered)
    return counts.all === 0 && counts.archived === 0 ? (
      <FirstReview />
    ) : (
      <EmptyState title={`Nothing in ${describeView(query.view)}.`} actions={showAll}>
        {VIEW_HELP[query.view]}
      </EmptyState>
    );
  return (
    <EmptyState
      title={`No review matches ${search === "" ? "the filters" : `‘${search}’`} in ${describeView(query.view)}.`}
      actions={
        <>
          {showAll}
          {search !== "" && <Button onClick={onClearSearch}>Clear the search</Button>}
          {filtered && <Button onClick={onClearFilters}>Clear filters</Button>}
        </>
      }
    >
      {query.view !== "all" && counts.all > 0 && (
        <>
          {inAll} {counts.all === 1 ? "matches" : "match"} in All.
        </>
      )}
    </EmptyState>
  );
}

/** The first minute: what this is for, and patients to try it with. */
function FirstReview() {
  return (
    <EmptyState
      title="No reviews yet."
      actions={
        <>
          <Button component={Link} href="/reviews/new" prefetch={false} variant="filled">
            New review
          </Button>
          <Button component={Link} href="/reviews/examples" prefetch={false}>
            Try an example patient
          </Button>
        </>
      }
    >
      <b>Paste a list and see what it finds.</b> Six made-up patients are here to practise on.
    </EmptyState>
  );
}
