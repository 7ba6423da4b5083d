"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import type { RefObject } from "react";
import { Disclosure } from "@/app/_components/disclosure";
import { PRIORITY_WORDS } from "@/app/_view-models/priority-labels";
import type { WorklistFilters, WorklistQuery, WorklistView } from "@/lib/store/worklist/worklist-query";
import { OPTIONAL_COLUMNS, type OptionalColumn } from "./use-columns";
import { describeFilters, LEVELS, NO_FILTER, SEXES, SORTS, STATUSES, VIEWS } from "./worklist-words";
import styles from "./worklist.module.css";

type Change = (part: Partial<WorklistQuery>) => void;

/** Search, views with their counts, filters and columns. */
export function WorklistToolbar({
  query,
  counts,
  userId,
  search,
  hidden,
  onView,
  onChange,
  onColumn,
}: {
  query: WorklistQuery;
  counts: Record<WorklistView, number>;
  userId: string;
  search: RefObject<HTMLInputElement | null>;
  hidden: ReadonlySet<OptionalColumn>;
  onView: (view: WorklistView) => void;
  onChange: Change;
  onColumn: (column: OptionalColumn) => void;
}) {
  return (
    <div className={styles.controls}>
      <TextInput
        ref={search}
        className={styles.search}
        label="Search reference or drug"
        value={query.search}
        maxLength={200}
        type="search"
        spellCheck={false}
        onChange={(event) => onChange({ search: event.currentTarget.value })}
      />
      <div className={styles.views} role="group" aria-label="Views">
        {VIEWS.map(({ view, words }) => (
          <button
            key={view}
            type="button"
            className={styles.view}
            aria-pressed={query.view === view}
            onClick={() => onView(view)}
          >
            {words} <span className={styles.viewCount}>{counts[view].toLocaleString("en-GB")}</span>
          </button>
        ))}
      </div>
      <div className={styles.tools}>
        <Filters query={query} userId={userId} onChange={onChange} />
        <span className={styles.wide}>
          <Disclosure label="Columns">
            {OPTIONAL_COLUMNS.map((column) => (
              <label key={column} className={styles.option}>
                <input type="checkbox" checked={!hidden.has(column)} onChange={() => onColumn(column)} />{" "}
                {HEADS[column]}
              </label>
            ))}
          </Disclosure>
        </span>
      </div>
    </div>
  );
}

/** The words over the columns. */
export const HEADS: Readonly<Record<OptionalColumn, string>> = {
  patient: "Patient",
  cramps: "Cramps",
  highest: "Highest",
  open: "Open",
  unread: "Unread",
  status: "Status",
  due: "Follow-up",
  updated: "Updated",
  author: "By",
};

function Filters({ query, userId, onChange }: { query: WorklistQuery; userId: string; onChange: Change }) {
  const { filters } = query;
  const narrow = (part: Partial<WorklistFilters>) => onChange({ filters: { ...filters, ...part } });
  const count = describeFilters(filters).length;
  const toggled = <One,>(list: readonly One[], one: One): One[] =>
    list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
  return (
    <Disclosure label={count === 0 ? "Filter" : `Filter: ${count}`}>
      <div className={styles.narrowOnly}>
        <NativeSelect
          label="Sort by"
          value={`${query.sort.column} ${query.sort.descending}`}
          data={SORTS.map(({ value, words }) => ({ value, label: words }))}
          onChange={(event) => {
            const chosen = SORTS.find(({ value }) => value === event.currentTarget.value);
            if (chosen) onChange({ sort: chosen.sort });
          }}
        />
      </div>
      <fieldset className={styles.filterGroup}>
        <legend>Highest priority</legend>
        {LEVELS.map((priority) => (
          <Tick
            key={priority}
            words={PRIORITY_WORDS[priority]}
            on={filters.priorities.includes(priority)}
            toggle={() => narrow({ priorities: toggled(filters.priorities, priority) })}
          />
        ))}
      </fieldset>
      <fieldset className={styles.filterGroup}>
        <legend>Status</legend>
        {STATUSES.map(({ status, words }) => (
          <Tick
            key={status}
            words={words}
            on={filters.statuses.includes(status)}
            toggle={() => narrow({ statuses: toggled(filters.statuses, status) })}
          />
        ))}
      </fieldset>
      <fieldset className={styles.filterGroup}>
        <legend>Only</legend>
        <Tick
          words="Mine"
          on={filters.authorId !== null}
          toggle={() => narrow({ authorId: filters.authorId === null ? userId : null })}
        />
        <Tick
          words="With unread lines"
          on={filters.unreadOnly}
          toggle={() => narrow({ unreadOnly: !filters.unreadOnly })}
        />
        <Tick
          words="Without examples"
          on={filters.hideExamples}
          toggle={() => narrow({ hideExamples: !filters.hideExamples })}
        />
      </fieldset>
      <NativeSelect
        className={styles.filterGroup}
        label="Sex"
        value={filters.sex ?? ""}
        data={SEXES.map(({ sex, words }) => ({ value: sex ?? "", label: words }))}
        onChange={(event) => narrow({ sex: SEXES.find(({ sex }) => sex === event.currentTarget.value)?.sex ?? null })}
      />
      {count > 0 && (
        <button type="button" className="cc-link" onClick={() => onChange({ filters: NO_FILTER })}>
          Clear all filters
        </button>
      )}
    </Disclosure>
  );
}

function Tick({ words, on, toggle }: { words: string; on: boolean; toggle: () => void }) {
  return (
    <label className={styles.option}>
      <input type="checkbox" checked={on} onChange={toggle} /> {words}
    </label>
  );
}

/** The filters that are on, in words, with the way to take them off. */
export function FilterLine({
  filters,
  onClear,
}: {
  filters: WorklistFilters;
  onClear: (none: WorklistFilters) => void;
}) {
  const words = describeFilters(filters);
  if (words.length === 0) return null;
  return (
    <p className="cc-muted">
      Filtered: {words.join(" · ")}.{" "}
      <button type="button" className="cc-link" onClick={() => onClear(NO_FILTER)}>
        Clear filters
      </button>
    </p>
  );
}
