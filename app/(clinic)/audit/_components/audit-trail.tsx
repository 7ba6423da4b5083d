"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useTable } from "@tanstack/react-table";
import { useState } from "react";
import { callApi } from "@/app/_http/call-api";
import type { AuditLine } from "@/lib/clinic/audit-page";
import { AUDIT_ACTIONS } from "@/lib/domain/audit-actions";
import { columns, features } from "./audit-columns";
import styles from "../audit.module.css";

type Filters = { action: string; userId: string; subject: string; from: string; to: string };

const NO_FILTER: Filters = { action: "", userId: "", subject: "", from: "", to: "" };
const UNREACHABLE = "The server could not be reached. What is shown is as it was. Try again in a minute.";

function asked(filters: Filters, before: number | null) {
  const { action, userId, subject, from, to } = filters;
  return { subject, before, action: action || null, userId: userId || null, from: from || null, to: to || null };
}

/** The trail with its filters, page by page, and as a file. */
export function AuditTrail({ first, people }: { first: AuditLine[]; people: { value: string; label: string }[] }) {
  const [filters, setFilters] = useState(NO_FILTER);
  const [lines, setLines] = useState(first);
  const [ended, setEnded] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const table = useTable({ features, columns, data: lines, getRowId: (line) => String(line.number) });

  const load = async (next: Filters, before: number | null) => {
    setFilters(next);
    setSaid(null);
    const answer = await callApi<{ lines: AuditLine[] }>("/api/audit", asked(next, before));
    if (!answer.ok) return setSaid(answer.kind === "refused" ? answer.message : UNREACHABLE);
    setLines((shown) => (before === null ? answer.data.lines : [...shown, ...answer.data.lines]));
    setEnded(answer.data.lines.length === 0);
  };
  const save = async () => {
    const answer = await callApi<{ csv: string; events: number }>("/api/audit/export", asked(filters, null));
    if (!answer.ok) return setSaid(answer.kind === "refused" ? answer.message : UNREACHABLE);
    const address = URL.createObjectURL(new Blob([answer.data.csv], { type: "text/csv" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = "audit-trail.csv";
    link.click();
    URL.revokeObjectURL(address);
    setSaid(`${answer.data.events} events were exported; the export is on record.`);
  };
  const change = (part: Partial<Filters>) => void load({ ...filters, ...part }, null);

  return (
    <>
      <div className={styles.tools}>
        <NativeSelect
          label="What"
          value={filters.action}
          data={[{ value: "", label: "Everything" }, ...AUDIT_ACTIONS.map((value) => ({ value, label: value }))]}
          onChange={(event) => change({ action: event.currentTarget.value })}
        />
        <NativeSelect
          label="Who"
          value={filters.userId}
          data={[{ value: "", label: "Everybody" }, ...people]}
          onChange={(event) => change({ userId: event.currentTarget.value })}
        />
        <TextInput
          label="Reference"
          value={filters.subject}
          maxLength={64}
          onChange={(event) => change({ subject: event.currentTarget.value.toUpperCase() })}
        />
        <TextInput
          label="From (day, UTC)"
          type="date"
          value={filters.from}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <TextInput
          label="To (day, UTC)"
          type="date"
          value={filters.to}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
        <Button onClick={() => void save()}>Export CSV</Button>
      </div>
      <p className="cc-meta" role="status">
        {said ?? `${lines.length} ${lines.length === 1 ? "event" : "events"} shown.`}
      </p>
      <table className={styles.table}>
        <caption className="cc-visually-hidden">Events of the audit trail, newest first</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <th key={header.id} scope="col">
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getAllCells().map((cell) => (
                <td key={cell.id}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length === 0 && <p>No event matches. Clear a filter.</p>}
      {lines.length > 0 && !ended && (
        <div>
          <Button onClick={() => void load(filters, lines.at(-1)?.number ?? null)}>Show earlier events</Button>
        </div>
      )}
    </>
  );
}
