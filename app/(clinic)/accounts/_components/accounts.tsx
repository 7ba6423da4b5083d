"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/app/_http/call-api";
import type { AccountRow } from "@/lib/store/accounts/account-rows";
import { AccountItem } from "./account-item";
import { InviteForm } from "./invite-form";
import styles from "../accounts.module.css";

/** A link as the server made it: shown until it is put away, and kept nowhere. */
export type ShownLink = { secret: string; kind: "invitation" | "reset"; expiresAt: string };

const UNREACHABLE = "The server could not be reached. Nothing was changed. Try again in a minute.";
const LIFETIME = { invitation: "three days", reset: "24 hours" } as const;

/** Inviting, and what can be done with each account. */
export function Accounts({ rows, ownId }: { rows: AccountRow[]; ownId: string }) {
  const router = useRouter();
  const [link, setLink] = useState<(ShownLink & { name: string }) | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const send = async <Data,>(path: string, body: unknown, method: "POST" | "PUT" | "DELETE"): Promise<Data | null> => {
    setProblem(null);
    const answer = await callApi<Data>(path, body, { method });
    if (answer.ok) {
      router.refresh();
      return answer.data;
    }
    setProblem(answer.kind === "refused" ? answer.message : UNREACHABLE);
    return null;
  };
  const makeLink = async (name: string, path: string, body: unknown): Promise<boolean> => {
    const made = await send<ShownLink>(path, body, "POST");
    if (made !== null) setLink({ ...made, name });
    return made !== null;
  };

  return (
    <>
      {problem !== null && <p role="alert">{problem}</p>}
      {link !== null && (
        <section className={styles.link} role="status" aria-label={`Link for ${link.name}`}>
          <p>
            Link for {link.name}, shown this once. It works once, for {LIFETIME[link.kind]}. Hand it over in a way that
            only they can read.
          </p>
          <code data-password-link>{`${window.location.origin}/set-password#${link.secret}`}</code>
          <div className={styles.actions}>
            <Button
              onClick={() =>
                void navigator.clipboard.writeText(`${window.location.origin}/set-password#${link.secret}`)
              }
            >
              Copy link
            </Button>
            <Button variant="subtle" onClick={() => setLink(null)}>
              Put away
            </Button>
          </div>
        </section>
      )}
      <section className={styles.card} aria-labelledby="invite-title">
        <h2 id="invite-title">Invite somebody</h2>
        <InviteForm onInvite={(person) => makeLink(person.displayName, "/api/accounts", person)} />
      </section>
      <section className={styles.card} aria-labelledby="accounts-title">
        <h2 id="accounts-title">
          {rows.length} {rows.length === 1 ? "account" : "accounts"}
        </h2>
        <ul className={styles.list}>
          {rows.map((row) => (
            <AccountItem
              key={row.id}
              row={row}
              own={row.id === ownId}
              change={(part) => void send(`/api/accounts/${row.id}`, part, "PUT")}
              endSessions={() => void send(`/api/accounts/${row.id}/sessions`, {}, "DELETE")}
              makeLink={() => void makeLink(row.displayName, `/api/accounts/${row.id}/link`, {})}
            />
          ))}
        </ul>
      </section>
    </>
  );
}
