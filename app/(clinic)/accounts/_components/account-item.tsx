import { Button, NativeSelect } from "@mantine/core";
import { ROLE_WORDS } from "@/lib/domain/role-words";
import type { AccountRow } from "@/lib/store/accounts/account-rows";
import { ROLE_OPTIONS } from "./role-options";
import styles from "../accounts.module.css";

const LINK_WORDS = { invitation: "invitation not used yet", reset: "reset link not used yet" } as const;

/** One account with what an administrator can do with it; one's own is changed by another administrator. */
export function AccountItem({
  row,
  own,
  change,
  endSessions,
  makeLink,
}: {
  row: AccountRow;
  own: boolean;
  change: (part: { role: string } | { disabled: boolean }) => void;
  endSessions: () => void;
  makeLink: () => void;
}) {
  const state = [
    own ? "you" : null,
    row.disabled ? "disabled" : null,
    row.openLink === null ? null : LINK_WORDS[row.openLink],
    row.openSessions === 1 ? "1 open session" : `${row.openSessions} open sessions`,
  ].filter((part) => part !== null);
  return (
    <li className={styles.account} aria-label={row.displayName}>
      <div>
        <strong>{row.displayName}</strong> · {ROLE_WORDS[row.role]}
        <div className="cc-muted">{row.email}</div>
        <div className="cc-muted">{state.join(" · ")}</div>
      </div>
      {!own && (
        <div className={styles.actions}>
          <NativeSelect
            aria-label={`Role of ${row.displayName}`}
            value={row.role}
            data={ROLE_OPTIONS}
            onChange={(event) => change({ role: event.currentTarget.value })}
          />
          {!row.disabled && <Button onClick={makeLink}>Make reset link</Button>}
          {row.openSessions > 0 && <Button onClick={endSessions}>End sessions</Button>}
          <Button variant="subtle" onClick={() => change({ disabled: !row.disabled })}>
            {row.disabled ? "Enable" : "Disable"}
          </Button>
        </div>
      )}
    </li>
  );
}
