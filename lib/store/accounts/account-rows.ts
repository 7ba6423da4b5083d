import { query } from "@/lib/store/database";
import type { Scope } from "@/lib/store/scope";
import type { Role } from "./users";

/** An account as an administrator sees it. */
export type AccountRow = {
  id: string;
  email: string;
  displayName: string;
  role: Role;
  disabled: boolean;
  openSessions: number;
  /** The link that was made and not used yet. */
  openLink: "invitation" | "reset" | null;
};

/** The accounts of the caller's organisation, by name. */
export async function accountRows(scope: Scope, now: Date = new Date()): Promise<AccountRow[]> {
  const rows = await query(scope, (db) =>
    db.user.findMany({
      where: { organisationId: scope.organisationId },
      select: {
        id: true,
        email: true,
        displayName: true,
        role: true,
        disabledAt: true,
        passwordLink: { select: { kind: true, expiresAt: true } },
        _count: { select: { sessions: { where: { endedAt: null, expiresAt: { gt: now } } } } },
      },
      orderBy: [{ displayName: "asc" }, { id: "asc" }],
    }),
  );
  return rows.map(({ disabledAt, passwordLink, _count, ...account }) => ({
    ...account,
    disabled: disabledAt !== null,
    openSessions: _count.sessions,
    openLink: passwordLink === null || passwordLink.expiresAt <= now ? null : kindOf(passwordLink.kind),
  }));
}

function kindOf(kind: string): "invitation" | "reset" {
  return kind === "invitation" ? "invitation" : "reset";
}
